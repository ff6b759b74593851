"""While a person types: how soon the rest of a sentence comes, and what confidence tells.

Latency: sentences of FLORES dev to 40 words, asked at five places of their Spanish each, half of
them within a word; median and p95 in milliseconds, and beside them the engine in two threads.
Confidence: FLORES dev, the right translation against another sentence's of the nearest length, and
against the same with one thing wrong (a name, a number, a negation): how often the right one has
the higher mean (AUC over all pairs where the wrong is another sentence's, and within pairs).

Run: python -m tests.benchmarks.assist latency|confidence [starter|base] [SENTENCES]
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks import base_package
from translator.engines import assist, packages
from translator.engines.argos import ArgosEngine

DATA = Path(__file__).parents[3] / "shared/data/mt"
LONGEST = 40
PLACES = 5


def flores(count: int) -> list[tuple[str, str]]:
    """The first pairs of FLORES dev."""
    sides = (DATA / f"flores200-dev.{code}" for code in ("en", "es"))
    english, spanish = (path.read_text(encoding="utf-8").splitlines() for path in sides)
    return list(zip(english, spanish, strict=True))[:count]


def latency(engine: ArgosEngine, pairs: Sequence[tuple[str, str]]) -> None:
    """Print how long `complete` takes."""
    draw = random.Random(1)
    assist.complete(engine, "Good day.", "")
    times = []
    for source, target in pairs:
        if len(source.split()) <= LONGEST:
            for place in (0, *(draw.randrange(len(target)) for _ in range(PLACES - 1))):
                began = time.perf_counter()
                assist.complete(engine, source, target[:place])
                times.append(1000 * (time.perf_counter() - began))
    p95 = quantiles(times, n=20)[18]
    print(
        f"{len(times)} requests: median {median(times):.1f} ms, p95 {p95:.1f} ms,"
        f" worst {max(times):.1f} ms"
    )


def confidence(engine: ArgosEngine, pairs: Sequence[tuple[str, str]]) -> None:
    """Print what the mean confidence of a target tells."""
    right = means(engine, pairs)
    others = sorted(pairs, key=lambda pair: len(pair[1]))
    place = {pair: number for number, pair in enumerate(others)}
    shuffled = [(pair[0], others[(place[pair] + 1) % len(others)][1]) for pair in pairs]
    wrong = means(engine, shuffled)
    print(f"{len(pairs)} targets against those of other sentences: AUC {auc(right, wrong):.4f}")
    for name, damage in (("name", wrong_name), ("number", wrong_number), ("negation", without_no)):
        damaged = [(n, (pair[0], bad)) for n, pair in enumerate(pairs) if (bad := damage(pair[1]))]
        scores = means(engine, [pair for _, pair in damaged])
        lowest = lows(engine, [pair for _, pair in damaged])
        right_lows = lows(engine, [pairs[n] for n, _ in damaged])
        better = sum(right[n] > score for (n, _), score in zip(damaged, scores, strict=True))
        of_means = auc([right[n] for n, _ in damaged], scores)
        print(
            f"one wrong {name}: {len(damaged)} pairs, the right one has the higher mean in"
            f" {better / len(damaged):.1%}, AUC of means {of_means:.3f},"
            f" of the lowest word {auc(right_lows, lowest):.3f}"
        )


def means(engine: ArgosEngine, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """The mean confidence of each target."""
    return [assist.mean_confidence(words) for words in assist.confidence(engine, pairs)]


def lows(engine: ArgosEngine, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """The probability of each target's least likely word."""
    return [
        min((word.probability for word in words), default=0.0)
        for words in assist.confidence(engine, pairs)
    ]


def auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """How often a right one stands above a wrong one, ties as halves."""
    ranked = sorted([(score, 1) for score in right] + [(score, 0) for score in wrong])
    above = below = 0.0
    for _, is_right in ranked:
        above += below if is_right else 0
        below += not is_right
    return above / (len(right) * len(wrong))


def wrong_name(target: str) -> str:
    """The target with its first inner name replaced."""
    found = re.search(r"(?<=[a-záéíóúñ,] )[A-ZÁÉÍÓÚ][a-záéíóúñ]{3,}", target)
    return target[: found.start()] + "Morrison" + target[found.end() :] if found else ""


def wrong_number(target: str) -> str:
    """The target with one figure changed."""
    found = re.search(r"\d", target)
    if not found:
        return ""
    return target[: found.start()] + str((int(found[0]) + 4) % 9 + 1) + target[found.end() :]


def without_no(target: str) -> str:
    """The target without its first *no*."""
    changed = re.sub(r"\bno ", "", target, count=1)
    return changed if changed != target else ""


STUDIES: dict[str, Callable[[ArgosEngine, Sequence[tuple[str, str]]], None]] = {
    "latency": latency,
    "confidence": confidence,
}


def main() -> None:
    """Print one study of one package."""
    study, which, count = (*sys.argv[1:], *("latency", "starter", "997")[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        is_base = which == "base"
        package = base_package.make(Path(folder) / "base") if is_base else packages.starter()
        engine = ArgosEngine(package)
        if is_base:
            tokenizer, translator, prefix = engine.model()
            paced = base_package.Paced(translator)
            engine.model = lambda: (tokenizer, paced, prefix)  # type: ignore[method-assign]
        STUDIES[study](engine, flores(int(count)))


if __name__ == "__main__":
    main()
