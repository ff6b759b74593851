"""Argos packages run on CTranslate2 directly, in full batches on all cores.

Argos itself hands over one paragraph at a time, so that nearly every sentence is decoded alone;
here the sentences of a call are sorted by length and decoded in batches of about 512 tokens, with
the same beam and the same package. Refuses to split paragraphs: it is given sentences.
"""

from __future__ import annotations

import itertools
import os
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from translator import normalize
from translator.engines.library import package_module
from translator.engines.packages import PackageInfo, digest
from translator.errors import EngineError

BATCH_TOKENS = 512
"""Of 512, 1,024 and 2,048 the quickest on 200 sentences of FLORES dev with a base-size package:
27.8, 30.2 and 35.5 s. In a smaller batch the sentences are nearer to one length."""

LENGTH_PENALTY = 0.2
"""Argos's own value, so that its packages give the translations they were published with."""

SMALLEST_BATCH = 128
"""Tokens below which a batch is not cut further to give every core some."""

LONGEST = 170
"""Tokens of a source that are decoded at once. CTranslate2 stops a target at 256 and drops the
rest silently; of the newstest2013 sentences over 60 tokens the Spanish takes up to 1.47 times the
tokens of the English (1.42 at the 99th percentile), and 170 times that is 250."""

REMEMBERED = 4096
"""Sentences kept from one call to the next, some 2 MB: a long article is handed over in chunks."""

_SURPRISES = (AttributeError, TypeError, MemoryError)
"""What a damaged package gives besides: no tokenizer, null for a list, an absurd size."""

_CLAUSE_END = re.compile(r"(?<=[;:—])\s+|(?<=,)\s+")


class ArgosEngine:
    """One package, loaded when it is first asked to translate."""

    def __init__(
        self,
        package: PackageInfo,
        *,
        beam: int = 4,
        threads: int = 0,
        compute_type: str = "default",
    ) -> None:
        self._package = package
        self._beam = beam
        self._threads = threads or _cores()
        self._compute_type = compute_type
        self._loaded: tuple[Any, Any, str] | None = None
        self._remembered: dict[str, str] = {}

    @property
    def name(self) -> str:
        """`starter` for the package that comes inside, else `argos`."""
        return "starter" if self._package.is_starter else "argos"

    def signature(self) -> str:
        """Engine, package version, digest of the model, beam and compute type."""
        return (
            f"{self.name} {self._package.from_code}-{self._package.to_code}"
            f" {self._package.version} sha256:{digest(self._package.folder)[:12]}"
            f" beam={self._beam} {self._compute_type}"
        )

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The Spanish of each English sentence; one without a visible character comes back as is.

        A repeated sentence is decoded once, also where it came in an earlier call. The tokenizer
        turns every `_` into a space: what must keep one has to be protected before. Raises
        EngineError.
        """
        found = dict(pair for some in self.stream(texts) for pair in some)
        return [found[text] for text in texts]

    def stream(self, texts: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
        """The same, as batches are done: each text once, with its Spanish. Raises EngineError."""
        once = dict.fromkeys(texts)
        wanted = {text for text in once if normalize.line(text).strip()}
        if blank := [(text, text) for text in once if text not in wanted]:
            yield blank
        if not wanted:
            return
        waiting = {text: None for text in once if text in wanted}
        parts = self._cut(list(waiting))
        pieces = dict.fromkeys(piece for some in parts.values() for piece in some)
        known = {piece: self._remembered[piece] for piece in pieces if piece in self._remembered}
        for decoded in itertools.chain(
            [{}], self._run([one for one in pieces if one not in known])
        ):
            new = {piece: found[0] for piece, found in decoded.items()}
            known |= new
            self._remember(new)
            done = [text for text in waiting if all(one in known for one in parts[text])]
            for text in done:
                del waiting[text]
            if done:
                yield [
                    (text, normalize.line(" ".join(known[one] for one in parts[text])))
                    for text in done
                ]

    def candidates(self, texts: Sequence[str], count: int) -> list[list[str]]:
        """So many translations of each sentence, best first. Raises EngineError."""
        return self._whole(texts, beam_size=max(self._beam, count), num_hypotheses=count)

    def without_repeats(self, texts: Sequence[str]) -> list[str]:
        """Translations in which no three tokens come twice. Raises EngineError."""
        return [found[0] for found in self._whole(texts, no_repeat_ngram_size=3)]

    def _whole(self, texts: Sequence[str], **options: Any) -> list[list[str]]:
        """The translations of each sentence with these options of CTranslate2; of sentences that
        had to be cut, the n-th of every part makes the n-th of the whole."""
        once = list(dict.fromkeys(texts))
        parts = self._cut(once)
        pieces = list(dict.fromkeys(piece for some in parts.values() for piece in some))
        found: dict[str, list[str]] = {}
        for decoded in self._run(pieces, **options):
            found |= decoded
        return [
            [
                normalize.line(" ".join(versions))
                for versions in zip(*(found[piece] for piece in parts[text]), strict=False)
            ]
            or [text]
            for text in texts
        ]

    def _cut(self, texts: Sequence[str]) -> dict[str, list[str]]:
        tokenizer, _, _ = self.model()
        try:
            return {text: self._pieces(text, tokenizer) for text in texts}
        except (RuntimeError, ValueError) as error:
            raise self._failed(str(error)) from error

    def _run(self, pieces: Sequence[str], **options: Any) -> Iterator[dict[str, list[str]]]:
        """The pieces and their translations, as batches are done."""
        tokenizer, translator, prefix = self.model()
        try:
            yield from self._decode(pieces, tokenizer, translator, prefix, options)
        except (RuntimeError, ValueError, MemoryError) as error:
            raise self._failed(str(error)) from error

    def model(self) -> tuple[Any, Any, str]:
        """Tokenizer, translator and target prefix, loaded at first use. Raises EngineError."""
        if self._loaded is None:
            import ctranslate2

            # Asked before loading, because a processor that lacks a type is no broken package.
            able = {"default", *ctranslate2.get_supported_compute_types("cpu")}
            if self._compute_type not in able:
                raise self._failed(f"compute_type {self._compute_type}: {', '.join(sorted(able))}")
            self._loaded = _load(self._package.folder, self._threads, self._compute_type)
        return self._loaded

    def _failed(self, detail: str) -> EngineError:
        return EngineError("engine-failed", engine=self.name, detail=normalize.line(detail))

    def _remember(self, translated: dict[str, str]) -> None:
        self._remembered |= translated
        for oldest in list(self._remembered)[: max(0, len(self._remembered) - REMEMBERED)]:
            del self._remembered[oldest]

    def _pieces(self, text: str, tokenizer: Any) -> list[str]:
        """The sentence itself, or its clauses where it is longer than the model's reach."""
        if len(tokenizer.encode(text)) <= LONGEST:
            return [text]
        pieces: list[str] = []
        for clause in _CLAUSE_END.split(text):
            for part in _halves(clause, tokenizer):
                joined = f"{pieces[-1]} {part}" if pieces else part
                if pieces and len(tokenizer.encode(joined)) <= LONGEST:
                    pieces[-1] = joined
                else:
                    pieces.append(part)
        return pieces

    def _decode(
        self,
        pieces: Sequence[str],
        tokenizer: Any,
        translator: Any,
        prefix: str,
        options: dict[str, Any],
    ) -> Iterator[dict[str, list[str]]]:
        """The pieces in Spanish. What could not be cut (an address, no word) stays as it is."""
        tokens = {piece: tokenizer.encode(piece) for piece in pieces}
        within = {piece: some for piece, some in tokens.items() if 0 < len(some) <= LONGEST}
        yield {piece: [piece] for piece in pieces if piece not in within}
        share = sum(map(len, within.values())) // (2 * self._threads)
        size = min(BATCH_TOKENS, max(SMALLEST_BATCH, share))
        begun: deque[tuple[list[str], list[Any]]] = deque()
        for batch in itertools.chain(_batches(within, size), [None]):
            if batch is not None:
                begun.append((batch, translator.translate_batch(
                    [within[piece] for piece in batch],
                    target_prefix=[[prefix]] * len(batch) if prefix else None,
                    length_penalty=LENGTH_PENALTY,
                    replace_unknowns=True,
                    asynchronous=True,
                    **{"beam_size": self._beam, **options},
                )))  # fmt: skip
            # A batch for each core and one that waits: more would hold up an interrupt.
            while begun and (batch is None or len(begun) > self._threads):
                done, results = begun.popleft()
                yield {
                    piece: [_text(words, tokenizer, prefix) for words in result.result().hypotheses]
                    for piece, result in zip(done, results, strict=True)
                }


def _batches(tokens: Mapping[str, Sequence[str]], size: int) -> Iterator[list[str]]:
    """The pieces in batches of so many tokens, padding counted, the longest first."""
    batch: list[str] = []
    for piece in sorted(tokens, key=lambda one: -len(tokens[one])):
        if batch and (len(batch) + 1) * len(tokens[batch[0]]) > size:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def _text(words: Sequence[str], tokenizer: Any, prefix: str) -> str:
    """The text of what was decoded, without the mark of the target language."""
    bare = words[1:] if prefix and list(words[:1]) == [prefix] else words
    found: str = tokenizer.decode(list(bare)).strip()
    return found


def _cores() -> int:
    """The processor cores this process may use: fewer than the machine's inside a container."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _halves(clause: str, tokenizer: Any) -> list[str]:
    """The clause, cut at spaces where it is still too long; a word without spaces stays whole."""
    if len(tokenizer.encode(clause)) <= LONGEST:
        return [clause]
    words = clause.split()
    if len(words) < 2:
        return [clause]
    middle = len(words) // 2
    left, right = " ".join(words[:middle]), " ".join(words[middle:])
    return [*_halves(left, tokenizer), *_halves(right, tokenizer)]


def _load(folder: Path, threads: int, compute_type: str) -> tuple[Any, Any, str]:
    """Tokenizer, translator and target prefix of a package. Raises EngineError."""
    try:
        package = package_module().Package(folder)
        package.tokenizer.encode("ready")
        import ctranslate2

        # One thread a batch and as many batches as cores: on 2 cores three times the speed of
        # one batch on both, because short batches cannot keep two threads busy.
        translator = ctranslate2.Translator(
            str(folder / "model"),
            device="cpu",
            inter_threads=threads,
            intra_threads=1,
            compute_type=compute_type,
        )
    except (OSError, RuntimeError, ValueError, LookupError, *_SURPRISES) as error:
        detail = normalize.line(str(error))
        raise EngineError("package-broken", path=str(folder), detail=detail) from error
    return package.tokenizer, translator, package.target_prefix
