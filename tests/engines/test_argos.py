"""The engine itself, mostly with the starter: order, repeats, long sentences, broken packages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import pytest

from tests.conftest import SHARED
from tests.engines.packing import files, unpacked
from translator.engines import argos, packages
from translator.engines.argos import LONGEST, ArgosEngine
from translator.errors import EngineError

SENTENCES = [
    "Good day.",
    "The river fell to its lowest level in thirty years on Monday.",
    "Nobody was hurt.",
    "She said that the bridge, which was built in 1932, would be closed until the spring.",
]


@pytest.fixture
def engine() -> ArgosEngine:
    return ArgosEngine(packages.starter(), threads=2)


class Counting:
    """Stands before the real translator and keeps what it was given."""

    sources: list[list[str]]
    batches: list[Sequence[list[str]]]
    options: list[dict[str, Any]]

    def __init__(self, *args: Any, **options: Any) -> None:
        self._real = Counting.real(*args, **options)
        self.made.append(options)

    real: Callable[..., Any] = ctranslate2.Translator
    made: list[dict[str, Any]]

    def translate_batch(self, source: Sequence[list[str]], **options: Any) -> Any:
        self.sources.extend(source)
        self.batches.append(source)
        self.options.append(options)
        return self._real.translate_batch(source, **options)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> type[Counting]:
    for name in ("sources", "batches", "options", "made"):
        monkeypatch.setattr(Counting, name, [], raising=False)
    monkeypatch.setattr(ctranslate2, "Translator", Counting)
    return Counting


def package(folder: Path, **metadata: object) -> packages.PackageInfo:
    """A package that translates, outside any folder where it would be found."""
    name = "translate-en_es-1_0"
    unpacked(folder, files(name, **metadata))
    return packages.PackageInfo(name, "1.0", "en", "es", folder / name, "installed")


def test_as_many_come_back_and_in_order(engine: ArgosEngine) -> None:
    together = engine.translate(SENTENCES)
    assert len(set(together)) == len(SENTENCES)
    assert engine.translate(SENTENCES[::-1]) == together[::-1]
    alone = [ArgosEngine(packages.starter()).translate([one])[0] for one in SENTENCES]
    assert together == alone


def test_the_same_sentences_give_the_same_spanish() -> None:
    first, second = (ArgosEngine(packages.starter(), threads=2) for _ in range(2))
    assert first.translate(SENTENCES) == second.translate(SENTENCES)


def test_nothing_to_read_comes_back_as_it_is_and_loads_no_model(
    engine: ArgosEngine, counting: type[Counting]
) -> None:
    blank = ["", "  ", "\u00a0", "\t\n", "\u200b"]
    assert engine.translate(blank) == blank
    assert engine.translate([]) == []
    assert not counting.made


def test_blank_texts_keep_their_place_among_others(engine: ArgosEngine) -> None:
    first, blank, second = engine.translate(["Good day.", " ", "Nobody was hurt."])
    assert first
    assert blank == " "
    assert second
    assert first != second


def test_a_repeated_sentence_is_decoded_once(engine: ArgosEngine, counting: type[Counting]) -> None:
    translated = engine.translate(["Good day.", "Nobody was hurt.", "Good day."])
    assert len(counting.sources) == 2
    assert translated[0] == translated[2]


def test_a_repeat_in_a_later_call_is_not_decoded_again(
    engine: ArgosEngine, counting: type[Counting]
) -> None:
    before = engine.translate(["Good day."])
    assert engine.translate(["Good day.", "Nobody was hurt."])[:1] == before
    assert len(counting.sources) == 2


def test_what_is_remembered_is_bounded(
    engine: ArgosEngine, counting: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(argos, "REMEMBERED", 2)
    shortest = sorted(SENTENCES, key=len)
    engine.translate(SENTENCES)
    engine.translate(shortest[:2])  # Decoded last, since the longest go first.
    assert len(counting.sources) == len(SENTENCES)
    engine.translate(shortest[-1:])
    assert len(counting.sources) == len(SENTENCES) + 1


def test_sentences_are_sorted_by_length_and_batched_by_tokens(
    engine: ArgosEngine, counting: type[Counting]
) -> None:
    engine.translate(SENTENCES)
    lengths = [len(source) for source in counting.sources]
    assert lengths == sorted(lengths, reverse=True)
    for options in counting.options:
        assert options["length_penalty"] == 0.2
        assert options["beam_size"] == 4
        assert options["replace_unknowns"] is True
    assert counting.made == [
        {"device": "cpu", "inter_threads": 2, "intra_threads": 1, "compute_type": "default"}
    ]


@pytest.mark.parametrize("threads", [1, 2, 64])
def test_every_core_gets_a_share_up_to_a_full_batch(counting: type[Counting], threads: int) -> None:
    many = [f"The river fell {number} meters on Monday." for number in range(150)]
    ArgosEngine(packages.starter(), threads=threads, beam=1).translate(many)
    share = sum(map(len, counting.sources)) // (2 * threads)
    size = min(argos.BATCH_TOKENS, max(argos.SMALLEST_BATCH, share))
    assert all(padded(batch) <= size for batch in counting.batches)
    assert max(map(padded, counting.batches)) > size - 20


def padded(batch: Sequence[Sequence[str]]) -> int:
    return len(batch) * max(map(len, batch))


def test_what_is_done_is_handed_over_while_the_rest_is_decoded(
    counting: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(argos, "BATCH_TOKENS", 20)
    monkeypatch.setattr(argos, "SMALLEST_BATCH", 20)
    stream = ArgosEngine(packages.starter(), threads=1, beam=1).stream([*SENTENCES, " ", ""])
    assert next(stream) == [(" ", " "), ("", "")]
    (longest,) = next(stream)
    assert longest[0] == SENTENCES[-1]
    assert len(counting.batches) == 2  # One is read, one waits; the rest are not begun.
    assert {text for some in stream for text, _ in some} == set(SENTENCES[:-1])


def test_zero_threads_are_all_cores_of_this_process(counting: type[Counting]) -> None:
    ArgosEngine(packages.starter()).translate(["Good day."])
    assert counting.made[0]["inter_threads"] == argos._cores() >= 1


def test_a_long_sentence_is_cut_at_clauses_and_nothing_is_dropped(
    engine: ArgosEngine, counting: type[Counting]
) -> None:
    clauses = [f"the town of number {number} sent its mayor to the river" for number in range(40)]
    (translated,) = engine.translate(["; ".join(clauses) + "."])
    assert len(counting.sources) > 1
    assert all(len(source) <= LONGEST for source in counting.sources)
    given = "".join("".join(source) for source in pieces_in_order(counting, clauses))
    assert given.replace("▁", " ").split() == ("; ".join(clauses) + ".").split()
    assert translated.count(" ") > 40


def pieces_in_order(counting: type[Counting], clauses: Sequence[str]) -> list[list[str]]:
    """The pieces as they stood in the sentence: they are decoded by length."""
    whole = "; ".join(clauses)
    return sorted(
        counting.sources,
        key=lambda source: whole.index("".join(source).replace("▁", " ").strip().rstrip(".;")),
    )


def test_clauses_go_before_spaces_and_numbers_are_not_cut(engine: ArgosEngine) -> None:
    tokenizer, _, _ = engine.model()
    text = "; ".join(["at 10:30 some 1,000 people came to the bridge"] * 30)
    pieces = engine._pieces(text, tokenizer)
    assert " ".join(pieces) == text
    assert all(piece.endswith(";") for piece in pieces[:-1])


def test_a_long_sentence_without_clauses_is_cut_at_spaces(engine: ArgosEngine) -> None:
    tokenizer, _, _ = engine.model()
    text = " ".join(f"word{number}" for number in range(300))
    pieces = engine._pieces(text, tokenizer)
    assert " ".join(pieces) == text
    assert all(len(tokenizer.encode(piece)) <= LONGEST for piece in pieces)


@pytest.mark.parametrize("word", ["https://example.org/" + "ab12/" * 300, "你好" * 400, "x" * 3000])
def test_what_cannot_be_cut_stays_as_it_is_and_spoils_no_other(
    engine: ArgosEngine, word: str
) -> None:
    alone, around, other = engine.translate([word, f"See {word} for more.", "Good day."])
    assert alone == word
    assert word in around
    assert [other] == engine.translate(["Good day."])


def test_the_tokenizer_turns_underscores_into_spaces(engine: ArgosEngine) -> None:
    tokenizer, _, _ = engine.model()
    assert tokenizer.decode(["▁a_b"]).strip() == "a b"


def test_a_target_prefix_is_given_to_the_model_and_taken_off(
    tmp_path: Path, counting: type[Counting]
) -> None:
    plain = ArgosEngine(package(tmp_path / "plain")).translate(["Good day."])
    prefix = "▁La"
    led = ArgosEngine(package(tmp_path / "led", target_prefix=prefix)).translate(["Good day."])
    assert counting.options[0]["target_prefix"] is None
    assert counting.options[1]["target_prefix"] == [[prefix]]
    assert not led[0].startswith("La ")
    assert led != plain


def test_a_package_with_byte_pairs_works_too(tmp_path: Path) -> None:
    info = package(tmp_path)
    (info.folder / "sentencepiece.model").unlink()
    (info.folder / "bpe.model").write_text("#version: 0.2\nt h\nth e</w>\n", encoding="utf-8")
    (translated,) = ArgosEngine(info).translate(["The river."])
    assert "@@" not in translated


BREAKS: dict[str, Callable[[Path], object]] = {
    "no weights": lambda folder: (folder / "model/model.bin").unlink(),
    "half the weights": lambda folder: (folder / "model/model.bin").write_bytes(
        (folder / "model/model.bin").read_bytes()[:2_000_000]
    ),
    "empty tokenizer": lambda folder: (folder / "sentencepiece.model").write_bytes(b""),
    "no tokenizer": lambda folder: (folder / "sentencepiece.model").unlink(),
    "no vocabulary": lambda folder: (folder / "model/shared_vocabulary.json").unlink(),
    "no metadata": lambda folder: (folder / "metadata.json").unlink(),
    "odd metadata": lambda folder: (folder / "metadata.json").write_text('{"languages": null}'),
}


@pytest.mark.parametrize("how", BREAKS)
def test_a_broken_package_says_where_and_what(tmp_path: Path, how: str) -> None:
    info = package(tmp_path)
    BREAKS[how](info.folder)
    with pytest.raises(EngineError) as caught:
        ArgosEngine(info).translate(["Good day."])
    assert caught.value.code == "package-broken"
    assert caught.value.values["path"] == str(info.folder)
    assert caught.value.values["detail"]


def test_a_type_that_the_processor_lacks_is_no_broken_package() -> None:
    with pytest.raises(EngineError) as caught:
        ArgosEngine(packages.starter(), compute_type="float1").translate(["Good day."])
    assert caught.value.code == "engine-failed"
    assert caught.value.values["engine"] == "starter"
    assert "float1" in str(caught.value.values["detail"])


def test_a_failure_while_decoding_is_the_engines(
    engine: ArgosEngine, counting: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of\nluck")

    monkeypatch.setattr(counting, "translate_batch", fail)
    with pytest.raises(EngineError) as caught:
        engine.translate(["Good day."])
    assert caught.value.code == "engine-failed"
    assert caught.value.values == {"engine": "starter", "detail": "out of luck"}


def test_real_news_keeps_its_order_whatever_the_chunks() -> None:
    path = SHARED / "data" / "mt" / "newstest2013.en"
    if not path.is_file():
        pytest.skip("the shared data is not here")
    lines = path.read_text(encoding="utf-8").splitlines()[:40]
    engine = ArgosEngine(packages.starter(), beam=1)
    whole = engine.translate(lines)
    chunks = [one for start in range(0, 40, 16) for one in engine.translate(lines[start:][:16])]
    assert chunks == whole
    assert all(whole)
