"""A package of the size that the Argos index publishes, with random weights.

6 encoder and 6 decoder layers, width 512, 8 heads, 32,000 pieces, int8: as large and as slow as a
real English-Spanish package, and made in seconds where none can be fetched. It says nonsense of
any length, so `Paced` gives its decoding the length that a translation has.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from translator.engines import packages

LAYERS = 6
WIDTH = 512
HEADS = 8
INNER = 2048
PIECES = 32_000
GROWTH = 1.25
"""Tokens of a Spanish sentence for one of the English: 1.24 on FLORES dev with the starter's
tokenizer."""


def make(folder: Path) -> packages.PackageInfo:
    """Write the package into the folder and describe it."""
    starter = packages.starter().folder
    (folder / "model").mkdir(parents=True)
    shutil.copy(starter / "sentencepiece.model", folder)
    metadata = {"package_version": "0.0", "from_code": "en", "to_code": "es", "type": "translate"}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    _save(folder)
    return packages.PackageInfo("translate-en_es-0_0", "0.0", "en", "es", folder, "installed")


def _save(folder: Path) -> None:
    import numpy
    import sentencepiece
    from ctranslate2 import specs
    from ctranslate2.specs import model_spec

    tokenizer = sentencepiece.SentencePieceProcessor(str(folder / "sentencepiece.model"))
    vocabulary = ["<s>", "</s>", "<unk>"]
    known = {tokenizer.id_to_piece(place) for place in range(tokenizer.get_piece_size())}
    vocabulary += sorted(known - set(vocabulary))
    vocabulary += [f"filler{place}" for place in range(PIECES - len(vocabulary))]
    spec = specs.TransformerSpec.from_config((LAYERS, LAYERS), HEADS)
    random = numpy.random.default_rng(0)

    def fill(owner: Any, path: str, value: Any) -> None:
        if value is None:
            shape = _shape(path, len(vocabulary))
            weights = random.normal(0, 0.05, shape) if len(shape) > 1 else numpy.ones(shape)
            setattr(owner, path.rsplit("/", 1)[-1], weights.astype(numpy.float32))

    model_spec.visit_spec(spec, fill)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder / "model"))


def _shape(path: str, pieces: int) -> tuple[int, ...]:
    """The shape of a weight, by its place in the model."""
    if "layer_norm" in path:
        return (WIDTH,)
    if "embeddings" in path or "projection" in path:
        return (pieces, WIDTH)
    if "ffn" in path:
        return (INNER, WIDTH) if "linear_0" in path else (WIDTH, INNER)
    if "self_attention/linear_0" in path:
        return (3 * WIDTH, WIDTH)
    if "self_attention" not in path and "attention/linear_1" in path:
        return (2 * WIDTH, WIDTH)
    return (WIDTH, WIDTH)


class Paced:
    """CTranslate2's translator, with the length of a translation given to what it decodes.

    The batches are those that the translator would make itself: sorted by length, filled up to
    the number of tokens asked for, and taken by whichever worker is free.
    """

    def __init__(self, translator: Any) -> None:
        self._translator = translator

    def translate_batch(self, sources: Sequence[Sequence[str]], **options: Any) -> list[Any]:
        """What CTranslate2 answers, each batch as long as its longest sentence needs."""
        size = options.pop("max_batch_size", 0)
        is_asynchronous = options.pop("asynchronous", False)
        options.pop("batch_type", None)
        prefix = options.pop("target_prefix", None)
        longest = options.pop("max_decoding_length", 256)
        answers: list[Any] = [None] * len(sources)
        waiting = []
        for batch in _batches([len(source) for source in sources], size):
            length = min(longest, round(GROWTH * max(len(sources[place]) for place in batch)))
            waiting.append((batch, self._translator.translate_batch(
                [sources[place] for place in batch],
                target_prefix=[prefix[place] for place in batch] if prefix else None,
                min_decoding_length=length,
                max_decoding_length=length,
                asynchronous=True,
                **options,
            )))  # fmt: skip
        for batch, results in waiting:
            for place, result in zip(batch, results, strict=True):
                answers[place] = result if is_asynchronous else result.result()
        return answers


def _batches(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    """Places of the sentences of each batch, the longest first; 0 tokens is no limit."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if size and batch and (len(batch) + 1) * lengths[batch[0]] > size:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
