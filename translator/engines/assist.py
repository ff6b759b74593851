"""While a person types: the rest of the sentence, other ways to say it, and how sure the model is.

Typed words are the person's: the model is made to begin with them (prefix-constrained decoding)
and only goes on. A word that is half typed is taken back to its start and offered in those
readings that spell what stands there. Refuses to store or to show. Separate from `argos`, which
translates whole sentences in batches; here one sentence must come back within a blink.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from translator import normalize
from translator.engines.argos import LENGTH_PENALTY, LONGEST, ArgosEngine

READINGS = 12
"""Ways to go on that are looked at for a half-typed word."""

_LAST_WORD = re.compile(r"\S+$")


@dataclass(frozen=True, slots=True)
class Scored:
    """A text and its log-probability over its length to the power of the length penalty: at most
    0, and what the beam ranks by."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class WordConfidence:
    """A word of a target, where it begins in it, and the probability of its least likely token."""

    word: str
    start: int
    probability: float


def complete(engine: ArgosEngine, source: str, prefix: str) -> str:
    """What may follow the typed prefix; prefix and answer together are the sentence.

    Empty where nothing can be said: a sentence beyond the model's reach, or one that ends here.
    Raises EngineError.
    """
    return next(iter(alternatives(engine, source, prefix, 1)), "")


def alternatives(engine: ArgosEngine, source: str, prefix: str, count: int) -> list[str]:
    """Up to so many ways to go on after the prefix, the likeliest first. Raises EngineError."""
    tokenizer, translator, language = engine.model()
    tokens = tokenizer.encode(source)
    if not 0 < len(tokens) <= LONGEST:
        return []
    half = _LAST_WORD.search(prefix)
    found: list[str] = []
    if half is not None:
        whole = prefix[: half.start()].rstrip(" ")
        expanded = _expand(translator, tokenizer, language, tokens, whole, max(READINGS, count))
        found = [text for text in expanded if text.startswith(prefix) and text != prefix]
    if len(found) < count:
        bare = prefix.rstrip(" ")
        expanded = _expand(translator, tokenizer, language, tokens, bare, count)
        found += [text for text in expanded if text.startswith(prefix) and text not in found]
    return [text[len(prefix) :] for text in found if len(text) > len(prefix)][:count]


def _expand(
    translator: Any, tokenizer: Any, language: str, tokens: Sequence[str], typed: str, count: int
) -> list[str]:
    """Sentences that begin with the typed words, each going on with another token."""
    forced = [*([language] if language else []), *(tokenizer.encode(typed) if typed else [])]
    (result,) = translator.translate_batch(
        [list(tokens)],
        target_prefix=[forced] if forced else None,
        beam_size=1,
        num_hypotheses=count,
        return_alternatives=count > 1,
        length_penalty=LENGTH_PENALTY,
        replace_unknowns=True,
    )
    given = tokenizer.decode(tokenizer.encode(typed)).strip() if typed else ""
    texts = []
    for words in result.hypotheses:
        text = tokenizer.decode(words[1:] if language and words[:1] == [language] else words)
        text = normalize.folded(text).strip()
        # The tokenizer may write typed words in its own way; what was typed stands.
        texts.append(f"{typed}{text[len(given) :]}" if text.startswith(given) else text)
    return texts


def hypotheses(engine: ArgosEngine, source: str, count: int, *, beam: int = 4) -> list[Scored]:
    """So many translations of a sentence with their scores, best first. Raises EngineError."""
    tokenizer, translator, language = engine.model()
    tokens = tokenizer.encode(source)
    if not 0 < len(tokens) <= LONGEST:
        return []
    (result,) = translator.translate_batch(
        [tokens],
        target_prefix=[[language]] if language else None,
        beam_size=max(beam, count),
        num_hypotheses=count,
        length_penalty=LENGTH_PENALTY,
        replace_unknowns=True,
        return_scores=True,
    )
    return [
        Scored(
            tokenizer.decode(words[1:] if language and words[:1] == [language] else words).strip(),
            score,
        )
        for words, score in zip(result.hypotheses, result.scores, strict=True)
    ]


def confidence(
    engine: ArgosEngine, pairs: Sequence[tuple[str, str]]
) -> list[tuple[WordConfidence, ...]]:
    """How likely the model finds each word of these targets, whoever wrote them.

    A pair beyond the model's reach has no words. Raises EngineError.
    """
    tokenizer, translator, language = engine.model()
    coded = [(tokenizer.encode(source), tokenizer.encode(target)) for source, target in pairs]
    within = [
        place
        for place, (source, target) in enumerate(coded)
        if 0 < len(source) <= LONGEST and target
    ]
    results = translator.score_batch(
        [coded[place][0] for place in within],
        [[*([language] if language else []), *coded[place][1]] for place in within],
        max_batch_size=1024,
        batch_type="tokens",
    )
    found: list[tuple[WordConfidence, ...]] = [()] * len(pairs)
    skip = 1 if language else 0
    for place, result in zip(within, results, strict=True):
        scores = result.log_probs[skip : skip + len(coded[place][1])]
        found[place] = _words(pairs[place][1], coded[place][1], scores)
    return found


def _words(
    target: str, tokens: Sequence[str], scores: Sequence[float]
) -> tuple[WordConfidence, ...]:
    """The tokens' scores by word: a token that begins with the mark ▁ begins a word."""
    groups: list[list[float]] = []
    for token, score in zip(tokens, scores, strict=False):
        if token.startswith("▁") or not groups:
            groups.append([])
        groups[-1].append(score)
    words = list(re.finditer(r"\S+", target))
    groups = [group for group in groups if group]
    return tuple(
        WordConfidence(word[0], word.start(), math.exp(min(group)))
        for word, group in zip(words, groups, strict=False)
    )


def mean_confidence(words: Sequence[WordConfidence]) -> float:
    """One figure for a segment, to sort by need of review: the geometric mean of its words'
    probabilities; 0 for none."""
    if not words:
        return 0.0
    logs = [math.log(max(one.probability, 1e-12)) for one in words]
    return math.exp(sum(logs) / len(logs))
