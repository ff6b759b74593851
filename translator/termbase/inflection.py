"""What an English word may be an inflected form of, and how a Spanish term is inflected.

A stemmer goes too far for recognition: Snowball takes *defendant* and *defend*, *deserter* and
*desert*, *mobile* and *mobilization* for one, and of the terms it found in FLORES dev and
newstest2013 a sixth were such. So only regular inflection is undone here, with the few irregular
plurals of the beat; a candidate that is no word does no harm. Refuses derivation, and Spanish
verbs.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "people": "person",
    "children": "child",
    "crises": "crisis",
    "theses": "thesis",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "thieves": "thief",
    "feet": "foot",
}


@lru_cache(maxsize=16384)
def of_noun(word: str) -> tuple[str, ...]:
    """The singulars that a word in small letters may be the plural of, and the word itself."""
    found = [word]
    if word in _IRREGULAR:
        found.append(_IRREGULAR[word])
    elif word.endswith("men"):
        found.append(f"{word[:-3]}man")
    elif word.endswith("ies"):
        found.append(f"{word[:-3]}y")
    elif word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        found += [word[:-2], word[:-1]]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found.append(word[:-1])
    return tuple(found)


@lru_cache(maxsize=16384)
def of_verb(word: str) -> tuple[str, ...]:
    """The same for a noun or a verb: *defected*, *defecting*, *defects* may be *defect*."""
    found = list(of_noun(word))
    if word.endswith("ied"):
        found.append(f"{word[:-3]}y")
    for ending in ("ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2:
            found += [base, f"{base}e"]
            if base[-1] == base[-2]:
                found.append(base[:-1])
    return tuple(found)


_MASCULINE = frozenset("el los un unos del al este estos ese esos otro otros nuevo nuevos".split())
_FEMININE = frozenset("la las una unas esta estas esa esas otra otras nueva nuevas".split())
_SMALL = frozenset("de del la el los las en a al con sin por para y".split())


def agrees(word: str, term: str) -> bool:
    """Whether a Spanish word before a term can stand there: an article or the like only if it has
    the number and the gender of the term, and that can be told by the term's ending."""
    small = word.lower()
    if small not in _MASCULINE | _FEMININE:
        return True
    head = term.split()[0].lower()
    if small.endswith("s") != head.endswith("s"):
        return False
    if head.endswith("s"):
        head = head.removesuffix("s")
        head = head.removesuffix("e") if head.endswith(_CONSONANT_AND_E) else head
    if head.endswith(("ción", "cion", "sión", "sion", "dad", "tad", "tud", "umbre")):
        return small in _FEMININE
    if head.endswith("a") and not head.endswith(("ma", "ta", "ía")):
        return small in _FEMININE
    return small in _MASCULINE and head.endswith(("o", "or", "ón", "on", "al", "il", "aje", "ate"))


_CONSONANT_AND_E = ("ne", "re", "le", "de")
"""What is left of *drones*, *misiles*, *ciudades* without its *s*: the *e* goes too."""


def plural(term: str) -> str:
    """The plural of a Spanish term: of the noun it begins with and the adjectives behind it."""
    words = term.split()
    end = next((place for place, word in enumerate(words) if word in _SMALL), len(words))
    return " ".join([*map(_plural, words[:end]), *words[end:]])


def _plural(word: str) -> str:
    if word.isupper() or word.endswith("s"):
        return word
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    if word[-1] in "aeiouáéó":
        return f"{word}s"
    bare = {"ón": "on", "án": "an", "én": "en", "és": "es", "ín": "in"}.get(word[-2:])
    return f"{word[:-2]}{bare}es" if bare else f"{word}es"
