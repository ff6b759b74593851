"""Known damage to professional translations: what checks must catch.

Each kind is a small function of a source, its good translation and a seeded random, that gives the
damaged translation or None where the pair has nothing to damage in that way. Kinds that need an
inline code or a link have it put into both texts first. `measure` takes any checker, so that the
same damage serves one family of checks and all of them.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Pair = tuple[str, str]
Damage = Callable[[str, str, random.Random], str | None]
Prepare = Callable[[str, str, random.Random], Pair | None]
Finding = tuple[str, ...]
"""A rule, its grade, and whatever tells two findings of a rule apart; no places, which move."""
Findings = Callable[[str, str], Iterable[Finding]]
COUNTED = frozenset({"error", "warning"})

MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡«“\"])")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_CURRENCIES = {
    "dólares": re.compile(r"\$|\bdollars?\b", re.IGNORECASE),
    "euros": re.compile(r"€|\beuros?\b", re.IGNORECASE),
    "libras": re.compile(r"£|\bpounds?\b", re.IGNORECASE),
    "$": re.compile(r"\$|\bdollars?\b", re.IGNORECASE),
    "€": re.compile(r"€|\beuros?\b", re.IGNORECASE),
    "£": re.compile(r"£|\bpounds?\b", re.IGNORECASE),
}
_NEGATED = re.compile(r"\b(?:not|no|never|nor|none|nothing|nobody|without|cannot)\b|n[’']t\b", re.I)
_NO = re.compile(r"\b(?:no|ni|nunca|jamás|nadie|nada|tampoco|ning\w+|sin)\b", re.IGNORECASE)
_VERB = re.compile(
    r"(?<!no )(?<!se )\b(?:es|son|fue|fueron|está|están|tiene|tienen|puede|pueden|era|eran|será"
    r"|había|podría|quiere|debe|deben)\b"
)
_OTHER_NAMES = ("Hartmann", "Lindqvist", "Okafor", "Marchetti", "Petrenko")


def _put(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _choose(found: Iterable[re.Match[str]], rng: random.Random) -> re.Match[str] | None:
    matches = list(found)
    return rng.choice(matches) if matches else None


# Whole texts


def empty(source: str, target: str, rng: random.Random) -> str | None:
    return ""


def drop_sentence(source: str, target: str, rng: random.Random) -> str | None:
    sentences = _SENTENCE.split(target)
    if len(sentences) < 2 or len(sentences) > len(_SENTENCE.split(source)):
        return None
    del sentences[rng.randrange(len(sentences))]
    return " ".join(sentences)


def drop_half(source: str, target: str, rng: random.Random) -> str | None:
    """The half behind a comma in the middle."""
    inner = [
        match
        for match in re.finditer(r"[,;:] ", target)
        if 0.35 <= match.start() / len(target) <= 0.6
    ]
    if not inner or len(target) < 80:
        return None
    return target[: rng.choice(inner).start()] + "."


def english_whole(source: str, target: str, rng: random.Random) -> str | None:
    return source if len(_WORD.findall(source)) >= 4 else None


def english_clause(source: str, target: str, rng: random.Random) -> str | None:
    """Six to nine words of the source in the place of the target's."""
    ours, theirs = source.split(), target.split()
    count = rng.randint(6, 9)
    if len(ours) < count + 4 or len(theirs) < count + 4:
        return None
    start = rng.randrange(len(ours) - count)
    place = start * (len(theirs) - count) // (len(ours) - count)
    return " ".join((*theirs[:place], *ours[start : start + count], *theirs[place + count :]))


def loop(source: str, target: str, rng: random.Random) -> str | None:
    words = target.split()
    if len(words) < 8:
        return None
    start = rng.randrange(1, len(words) - 3)
    phrase = words[start : start + 2]
    return " ".join((*words[:start], *phrase * 5, *words[start + 2 :]))


def doubled_word(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(re.finditer(r"(?<= )[a-záéíóúñ]{3,}(?= )", target), rng)
    return None if match is None else _put(target, match, f"{match[0]} {match[0]}")


# Quantities


def swap_digits(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose((one for one in _DIGITS.finditer(target) if len(set(one[0])) > 1), rng)
    if match is None:
        return None
    digits = list(match[0])
    places = [at for at, (one, other) in enumerate(pairwise(digits)) if one != other]
    at = rng.choice(places)
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    return _put(target, match, "".join(digits))


def change_digit(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(_DIGITS.finditer(target), rng)
    if match is None:
        return None
    at = rng.randrange(len(match[0]))
    new = rng.choice([digit for digit in "123456789" if digit != match[0][at]])
    return _put(target, match, match[0][:at] + new + match[0][at + 1 :])


def factor_1000(source: str, target: str, rng: random.Random) -> str | None:
    """*mil millones* that became *millones* or *billones*, three zeros more or less."""
    changed = []
    for old, new in (("mil millones", ("millones", "billones")), ("millones", ("mil millones",))):
        if old in target:
            changed += [target.replace(old, one, 1) for one in new]
            break
    for match in re.finditer(r"\b\d{1,3}(?:[.\u00a0 ]\d{3})+(?![\d,])", target):
        zeros = match[0][-4] + "000"
        changed += [_put(target, match, match[0][:-4]), _put(target, match, match[0] + zeros)]
    return rng.choice(changed) if changed else None


def wrong_month(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(_MONTH.finditer(target), rng)
    if match is None:
        return None
    return _put(target, match, rng.choice([one for one in MONTHS if one != match[0]]))


def wrong_year(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(re.finditer(r"\b(?:1[5-9]|20)\d\d\b", target), rng)
    if match is None or match[0] not in source:
        return None
    return _put(target, match, str(int(match[0]) + rng.choice((-10, -1, 1, 2, 10))))


def percent_lost(source: str, target: str, rng: random.Random) -> str | None:
    if not re.search(r"\d ?%|per ?cent\b", source):
        return None
    match = _choose(re.finditer(r"(?<=\d)[ \u00a0]?%| por ciento\b", target), rng)
    return None if match is None else _put(target, match, "")


def currency_changed(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(re.finditer(r"\b(?:dólares|euros|libras)\b|[$€£]", target), rng)
    if match is None or not _CURRENCIES[match[0]].search(source):
        return None
    is_word = match[0].isalpha()
    others = [one for one in _CURRENCIES if one.isalpha() == is_word and one != match[0]]
    return _put(target, match, rng.choice(others))


def time_changed(source: str, target: str, rng: random.Random) -> str | None:
    """Another hour."""
    match = _choose(
        re.finditer(r"(?<=las )\d{1,2}(?=[:.]\d\d\b| de la | h\b)|\b\d{1,2}(?=:[0-5]\d\b)", target),
        rng,
    )
    if match is None:
        return None
    return _put(target, match, str((int(match[0]) + rng.choice((1, 2, 3))) % 24 or 4))


# Words


def negation_lost(source: str, target: str, rng: random.Random) -> str | None:
    found = list(_NO.finditer(target))
    if len(found) != 1 or found[0][0] != "no" or not _NEGATED.search(source):
        return None
    rest = target[found[0].end() :]
    if not rest.startswith(" ") or re.match(r" (?:solo|sólo|obstante)\b", rest):
        return None
    return target[: found[0].start()] + rest[1:]


def negation_added(source: str, target: str, rng: random.Random) -> str | None:
    if _NEGATED.search(source) or _NO.search(target):
        return None
    match = _choose(_VERB.finditer(target), rng)
    return None if match is None else _put(target, match, f"no {match[0]}")


def question_lost(source: str, target: str, rng: random.Random) -> str | None:
    return target.replace("¿", "", 1) if "¿" in target else None


def exclamation_lost(source: str, target: str, rng: random.Random) -> str | None:
    return target.replace("¡", "", 1) if "¡" in target else None


def name_changed(source: str, target: str, rng: random.Random) -> str | None:
    """A name that both texts write alike: another name, or two of its letters swapped."""
    names = [
        name
        for name in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", source)
        if re.search(rf"(?<=[^.!?¿¡] ){name}\b", target)
    ]
    if not names:
        return None
    name = rng.choice(names)
    at = rng.randrange(1, len(name) - 1)
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    new = swapped if rng.random() < 0.5 and swapped != name else rng.choice(_OTHER_NAMES)
    return re.sub(rf"\b{name}\b", new, target)


def quote_lost(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(re.finditer(r"[«»“”\"]", target), rng)
    return None if match is None else _put(target, match, "")


def capital_month(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(re.finditer(rf"(?<=\d de )(?:{'|'.join(MONTHS)})\b", target), rng)
    return None if match is None else _put(target, match, match[0].capitalize())


def bracket_lost(source: str, target: str, rng: random.Random) -> str | None:
    match = _choose(re.finditer(r"[()]", target), rng)
    return None if match is None else _put(target, match, "")


# What the page holds


def with_code(source: str, target: str, rng: random.Random) -> Pair | None:
    """A word that both texts have, linked in both."""
    shared = [
        word
        for word in re.findall(r"(?<= )[A-Z]?[a-z]{4,}(?= )", source)
        if source.count(word) == 1 and target.count(f" {word} ") == 1
    ]
    if not shared:
        return None
    word = rng.choice(shared)
    return source.replace(word, f"<1>{word}</1>"), target.replace(f" {word} ", f" <1>{word}</1> ")


def code_lost(source: str, target: str, rng: random.Random) -> str | None:
    return target.replace(rng.choice(("<1>", "</1>")), "", 1)


def with_link(source: str, target: str, rng: random.Random) -> Pair | None:
    link = f"https://example.org/{rng.choice(('news', 'world', 'p'))}/{rng.randrange(100, 9999)}"
    return f"{source} {link}", f"{target} {link}"


def link_changed(source: str, target: str, rng: random.Random) -> str | None:
    new = rng.choice(("https://example.com/", "http://example.org/", "https://example.org/es/"))
    return target.replace("https://example.org/", new, 1)


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to damage, and what has to be put into a pair before it can be."""

    damage: Damage
    prepare: Prepare | None = None

    @property
    def name(self) -> str:
        return self.damage.__name__

    def apply(self, pair: Pair, rng: random.Random) -> tuple[Pair, str] | None:
        """The pair as it is good, and its damaged translation; None where it can't be damaged."""
        ready = pair if self.prepare is None else self.prepare(*pair, rng)
        damaged = None if ready is None else self.damage(*ready, rng)
        return None if ready is None or damaged is None or damaged == ready[1] else (ready, damaged)


KINDS = (
    *map(
        Kind,
        (empty, drop_sentence, drop_half, english_whole, english_clause, loop, doubled_word),
    ),
    *map(Kind, (swap_digits, change_digit, factor_1000, wrong_month, wrong_year, percent_lost)),
    *map(Kind, (currency_changed, time_changed, negation_lost, negation_added, question_lost)),
    *map(Kind, (exclamation_lost, name_changed, quote_lost, capital_month, bracket_lost)),
    Kind(code_lost, with_code),
    Kind(link_changed, with_link),
)


def samples(pairs: Sequence[Pair], each: int, seed: int = 7) -> Iterator[tuple[str, str, str, str]]:
    """Up to so many damaged pairs of each kind: its name, source, good and damaged target."""
    for kind in KINDS:
        rng = random.Random(f"{seed}/{kind.name}")
        left = each
        for pair in rng.sample(pairs, len(pairs)):
            done = kind.apply(pair, rng)
            if done is not None:
                yield kind.name, *done[0], done[1]
                left -= 1
            if not left:
                break


def is_caught(findings: Findings, source: str, target: str, damaged: str) -> bool:
    """Whether an error or a warning tells the damage that the good pair does not have."""
    new = Counter(findings(source, damaged)) - Counter(findings(source, target))
    return any(finding[1] in COUNTED for finding in new)


def measure(
    findings: Findings, pairs: Sequence[Pair], each: int = 100
) -> dict[str, tuple[int, int]]:
    """How many damaged pairs of each kind are caught, and of how many."""
    caught: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name, source, target, damaged in samples(pairs, each):
        total[name] += 1
        caught[name] += is_caught(findings, source, target, damaged)
    return {name: (caught[name], count) for name, count in total.items()}
