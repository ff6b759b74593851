"""What an English word may be an inflected form of.

A stemmer goes too far for recognition: Snowball takes *defendant* and *defend*, *deserter* and
*desert*, *mobile* and *mobilization* for one, and of the terms it found in FLORES dev and
newstest2013 a sixth were such. So only regular inflection is undone here, with the few irregular
plurals of the beat; a candidate that is no word does no harm. Refuses derivation.
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
