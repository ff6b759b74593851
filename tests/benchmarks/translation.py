"""How fast sentences are decoded: the Argos library's way, ours, and CTranslate2 alone.

Alternating runs in one process, the same package, beam 4, medians of five. (a) is the library's
own `PackageTranslation`, article by article; (a') the same with the best thread settings of those
tried; (b) ours, as `pretranslate` calls it; (c) CTranslate2 on all sentences at once with the best
batch and threads of those tried. Models are loaded before, nothing is remembered between runs.

Run: python -m tests.benchmarks.translation [starter|base] [RUNS] [EVERY] [THREADS BATCH THREADS];
EVERY n takes each n-th article of each collection (1 is all of them: with `base`, hours). The last
three are settings that an earlier run has found best, as it prints them (`2,1 1024 2,1`): then they
are not sought again, which takes five minutes with `base`.
"""

from __future__ import annotations

import gzip
import itertools
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import base_package
from translator import inline, pretranslate
from translator.engines import library, packages
from translator.engines.argos import LENGTH_PENALTY, LONGEST, ArgosEngine
from translator.errors import InputError
from translator.intake import cut
from translator.sources import Page, read

SHARED = Path(__file__).parents[3] / "shared"
BEAM = 4
CORES = 2
THREADS = ((1, 0), (1, 1), (1, 2), (2, 1))
"""inter_threads and intra_threads that are tried; the first is the library's default."""
BATCHES = (512, 1024, 2048, 4096)
TRIAL = 4
"""Articles of FLORES dev, of 20 sentences each, on which the best settings are found."""

Paragraphs = list[list[str]]
"""An article: the sentences of each paragraph."""


def articles(folder: Path) -> Iterator[Paragraphs]:
    """The pages of a folder as their sentences."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".txt", ".gz"):
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            try:
                yield sentences(Page(path.name, data, datetime.now(UTC)))
            except InputError as error:
                print(f"{path.name}: {error.code}", file=sys.stderr)


def sentences(page: Page) -> Paragraphs:
    """What of a page is translated, by paragraph."""
    paragraphs: dict[int, list[str]] = {}
    for segment in cut(read(page).blocks):
        text = inline.strip(segment.source, segment.codes).strip()
        if text:
            paragraphs.setdefault(segment.block, []).append(text)
    return list(paragraphs.values())


def flores() -> list[Paragraphs]:
    """FLORES dev as articles of 20 sentences, five to a paragraph."""
    lines = (SHARED / "data/mt/flores200-dev.en").read_text(encoding="utf-8").splitlines()
    groups = [lines[start : start + 5] for start in range(0, len(lines), 5)]
    return [groups[start : start + 4] for start in range(0, len(groups), 4)]


class Given:
    """In place of the library's sentence splitter, which fetches a model: it is told the answer."""

    def __init__(self, groups: Sequence[Paragraphs]) -> None:
        self._known = {" ".join(one): one for article in groups for one in article}

    def split_sentences(self, text: str) -> list[str]:
        """The sentences this paragraph was put together from."""
        return self._known[text]


class Contest:
    """One package and the four ways to run it."""

    def __init__(self, package: packages.PackageInfo, paced: bool) -> None:
        import ctranslate2

        self._folder = str(package.folder / "model")
        self._wrap: Callable[[Any], Any] = base_package.Paced if paced else lambda one: one
        self._package = library.package_module().Package(package.folder)
        self._engine = ArgosEngine(package, beam=BEAM, threads=CORES)
        tokenizer, translator, prefix = self._engine.model()
        self._engine.model = lambda: (tokenizer, self._wrap(translator), prefix)  # type: ignore[method-assign]
        self._load: Callable[..., Any] = ctranslate2.Translator
        self._loaded: dict[tuple[int, int], Any] = {}

    def argos(self, groups: Sequence[Paragraphs], threads: tuple[int, int]) -> float:
        """Seconds of the library, article by article."""
        from argostranslate import translate

        one = translate.PackageTranslation.__new__(translate.PackageTranslation)
        one.pkg, one.translator, one.sentencizer = self._package, self._with(threads), Given(groups)
        texts = ["\n".join(" ".join(paragraph) for paragraph in group) for group in groups]
        return seconds(lambda: [one.hypotheses(text, 1) for text in texts])

    def ours(self, groups: Sequence[Paragraphs]) -> float:
        """Seconds of our engine, called as `pretranslate` calls it: articles pooled."""
        self._engine._remembered.clear()

        def run() -> None:
            pool: dict[str, None] = {}
            for group in groups:
                pool |= dict.fromkeys(text for paragraph in group for text in paragraph)
                if len(pool) >= pretranslate.POOL:
                    drain(pool)
            drain(pool)

        def drain(pool: dict[str, None]) -> None:
            for _ in self._engine.stream(list(pool)):
                pass
            pool.clear()

        return seconds(run)

    def alone(self, groups: Sequence[Paragraphs], batch: int, threads: tuple[int, int]) -> float:
        """Seconds of CTranslate2 on all sentences at once."""
        texts = [text for group in groups for paragraph in group for text in paragraph]
        translator = self._with(threads)

        def run() -> None:
            tokens = [self._package.tokenizer.encode(text) for text in texts]
            results = translator.translate_batch(
                tokens,
                max_batch_size=batch,
                batch_type="tokens",
                beam_size=BEAM,
                length_penalty=LENGTH_PENALTY,
                replace_unknowns=True,
            )
            for result in results:
                self._package.tokenizer.decode(result.hypotheses[0])

        return seconds(run)

    def _with(self, threads: tuple[int, int]) -> Any:
        if threads not in self._loaded:
            self._loaded[threads] = self._wrap(self._load(
                self._folder, inter_threads=threads[0], intra_threads=threads[1]
            ))  # fmt: skip
        return self._loaded[threads]

    def reachable(self, groups: Sequence[Paragraphs]) -> list[Paragraphs]:
        """The articles without what is beyond the model's reach, which only ours cuts."""
        encode = self._package.tokenizer.encode
        return [
            [kept for one in group if (kept := [t for t in one if 0 < len(encode(t)) <= LONGEST])]
            for group in groups
        ]


def seconds(run: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


Settings = tuple[tuple[int, int], tuple[int, tuple[int, int]]]
"""Threads of the library; batch and threads of CTranslate2."""


def best_settings(contest: Contest, groups: Sequence[Paragraphs]) -> Settings:
    """The quickest threads of the library, and the quickest batch and threads of CTranslate2."""
    argos = min(THREADS, key=lambda threads: contest.argos(groups, threads))
    alone = min(
        itertools.product(BATCHES, THREADS[1:]), key=lambda one: contest.alone(groups, *one)
    )
    return argos, alone


def measure(
    contest: Contest, name: str, groups: Sequence[Paragraphs], runs: int, settings: Settings
) -> None:
    """Print one line of the table."""
    groups = contest.reachable(groups)
    count = sum(len(paragraph) for group in groups for paragraph in group)
    threads, alone = settings
    times: dict[str, list[float]] = {"a": [], "a'": [], "b": [], "c": []}
    for _ in range(runs):
        times["a"].append(contest.argos(groups, THREADS[0]))
        times["b"].append(contest.ours(groups))
        times["a'"].append(contest.argos(groups, threads))
        times["c"].append(contest.alone(groups, *alone))
    a, best, b, c = (median(times[key]) for key in ("a", "a'", "b", "c"))
    print(
        f"{name}: {len(groups)} articles, {count} sentences; a {a:.2f} s, a' {best:.2f} s"
        f" {threads}, b {b:.2f} s, c {c:.2f} s {alone}; b is {a / b:.2f} a,"
        f" {best / b:.2f} a', {c / b:.2f} c; {count / b:.1f} sentences a second",
        flush=True,
    )


def given_settings(arguments: Sequence[str]) -> Settings | None:
    """The settings of the command line, where it has any."""
    if len(arguments) < 3:
        return None
    library_threads, batch, threads = arguments[-3:]
    return pair(library_threads), (int(batch), pair(threads))


def pair(text: str) -> tuple[int, int]:
    """Two numbers with a comma between them."""
    first, second = map(int, text.split(","))
    return first, second


def main() -> None:
    """Print the table of one package."""
    arguments = sys.argv[1:]
    which, runs, every = (*arguments[:3], *("starter", "5", "1")[len(arguments) :])
    collections = {
        "sample": [
            sentences(
                Page(
                    "sample",
                    (SHARED / "samples/captured-soldier.txt").read_bytes(),
                    datetime.now(UTC),
                )
            )
        ],
        "pages": list(articles(SHARED / "data/extraction"))[:: int(every)],
        "dumps": list(articles(SHARED / "data/dumps"))[:: int(every)],
        "flores": flores()[:: int(every)],
    }
    with tempfile.TemporaryDirectory() as folder:
        is_base = which == "base"
        package = base_package.make(Path(folder) / "base") if is_base else packages.starter()
        contest = Contest(package, paced=is_base)
        settings = given_settings(arguments[3:]) or best_settings(
            contest, contest.reachable(flores()[:TRIAL])
        )
        for name, groups in collections.items():
            measure(contest, f"{which} {name}", groups, int(runs), settings)


if __name__ == "__main__":
    main()
