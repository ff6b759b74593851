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

_TRIED = 3
"""Of these ways, how many that begin like the half-typed word are decoded further."""

AHEAD = 10
"""Pieces that are decoded ahead while a person types, 6 or 7 words: with a base-size package each
takes 6 to 9 ms."""

_SHARED = 2
"""Words in a row from which two translations of a sentence are taken to have met."""

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


def complete(
    engine: ArgosEngine, source: str, prefix: str, *, draft: str = "", ahead: int = AHEAD
) -> str:
    """What may follow the typed prefix; prefix and answer together are the sentence.

    The answer is the rest of the sentence, as far as `ahead` pieces of the model reach (0 is to the
    end), cut behind a whole word. Where it comes to words of the `draft`, a translation of the
    sentence that is there already, the draft goes on from them. Empty where nothing can be said: a
    sentence beyond the model's reach, or one that ends here. Raises EngineError.
    """
    if draft and draft.startswith(prefix):
        return draft[len(prefix) :]
    found = _ways(engine, source, prefix, 1, ahead)
    return _joined(prefix, found[0], draft) if found else ""


def _joined(prefix: str, way: _Way, draft: str) -> str:
    """A way to go on, with what the draft says after the last words they share."""
    rest = way.text[len(prefix) :]
    if way.is_whole:
        return rest
    rest = rest[: rest.rstrip().rfind(" ")] if " " in rest.strip() else rest
    spaced = f" {draft} "
    words = rest.split()
    for count in range(len(words), _SHARED - 1, -1):
        shared = " ".join(words[-count:])
        if spaced.count(f" {shared} ") == 1:
            return rest + spaced.partition(f" {shared}")[2].rstrip()
    return rest


def alternatives(engine: ArgosEngine, source: str, prefix: str, count: int) -> list[str]:
    """Up to so many ways to go on after the prefix to the end of the sentence, the likeliest
    first. Raises EngineError."""
    return [way.text[len(prefix) :] for way in _ways(engine, source, prefix, count, 0)]


def _ways(engine: ArgosEngine, source: str, prefix: str, count: int, ahead: int) -> list[_Way]:
    tokenizer, translator, language = engine.model()
    tokens = tokenizer.encode(source)
    if not 0 < len(tokens) <= LONGEST:
        return []
    decoder = _Decoder(translator, tokenizer, [language] if language else [], tokens, ahead)
    half = _LAST_WORD.search(prefix)
    found: list[_Way] = []
    if half is not None:
        found = decoder.spelling(prefix, prefix[: half.start()].rstrip(" "), count)
    if len(found) < count:
        known = {way.text for way in found}
        expanded = decoder.after(prefix.rstrip(" "), count)
        found += [way for way in expanded if way.text not in known]
    return [way for way in found if way.text.startswith(prefix) and way.text != prefix][:count]


@dataclass(frozen=True, slots=True)
class _Way:
    """A sentence that begins with what is typed; not whole where decoding was cut short."""

    text: str
    words: tuple[str, ...]
    is_whole: bool


class _Decoder:
    """One source sentence, decoded from what is typed, so many pieces ahead or (0) to its end."""

    def __init__(
        self,
        translator: Any,
        tokenizer: Any,
        language: list[str],
        tokens: Sequence[str],
        ahead: int,
    ) -> None:
        self._translator = translator
        self._tokenizer = tokenizer
        self._language = language
        self._tokens = list(tokens)
        self._ahead = ahead

    def after(self, typed: str, count: int) -> list[_Way]:
        """Sentences that begin with the typed words, each going on with another token."""
        return self._run(typed, [self._forced(typed)], count, self._ahead)

    def spelling(self, prefix: str, typed: str, count: int) -> list[_Way]:
        """Sentences that begin with the prefix, whose last word is half typed and comes after the
        typed words: only what may spell that word is decoded further than a piece."""
        begun = self._run(typed, [self._forced(typed)], READINGS, 1)
        fitting = [
            [*self._language, *way.words]
            for way in begun
            if way.text.startswith(prefix) or (prefix.startswith(way.text) and way.text != typed)
        ]
        if not fitting:
            return []
        ways = self._run(typed, fitting[: max(count, _TRIED)], 1, self._ahead)
        return [way for way in ways if way.text.startswith(prefix) and way.text != prefix]

    def _forced(self, typed: str) -> list[str]:
        return [*self._language, *(self._tokenizer.encode(typed) if typed else [])]

    def _run(self, typed: str, forced: Sequence[list[str]], count: int, ahead: int) -> list[_Way]:
        """So many ways on from each beginning, which are of one length.

        `return_alternatives`, also for one, has the beginning forwarded in one step instead of
        token by token: 154 instead of 370 ms with a base-size package, half a sentence typed.
        """
        longest = max(map(len, forced)) + ahead
        results = self._translator.translate_batch(
            [self._tokens] * len(forced),
            target_prefix=list(forced),
            beam_size=1,
            num_hypotheses=count,
            return_alternatives=True,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            **({"max_decoding_length": longest} if ahead else {}),
        )
        found = [words for result in results for words in result.hypotheses]
        return [self._way(typed, words, not ahead or len(words) < longest) for words in found]

    def _way(self, typed: str, tokens: Sequence[str], is_whole: bool) -> _Way:
        skip = len(self._language)
        words = tuple(tokens[skip:] if list(tokens[:skip]) == self._language else tokens)
        text = normalize.folded(self._tokenizer.decode(list(words))).strip()
        encoded = self._tokenizer.encode(typed) if typed else []
        given = self._tokenizer.decode(encoded).strip()
        # The tokenizer may write typed words in its own way; what was typed stands.
        text = f"{typed}{text[len(given) :]}" if text.startswith(given) else text
        return _Way(text, words, is_whole)


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
