"""Words that must come through a machine letter for letter.

A tokenizer turns every `_` into a space, and a model translates names: what it did to such a word
is found and undone, or the sentence is put together around the word. Refuses to say which words
these are: `checks.fidelity` knows addresses and code, the termbase and the name ledger the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translator.termbase import inflection

_ARTICLE = re.compile(r"^(?:el|la|los|las|un|una|unos|unas) ", re.IGNORECASE)
_FEWEST = 4
"""Letters and figures of a word from which what became of it can be told by them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence: a word that is kept, or what stands between such words."""

    text: str
    is_kept: bool


def restore(target: str, words: Mapping[str, str]) -> str:
    """The target with these words in their forms where their letters still stand: with other signs
    between them (`a_b` became *a b*), another case, or the English form for the Spanish one. Words
    that are not found change nothing."""
    for word, form in words.items():
        for written in dict.fromkeys((form, word)):
            if (mended := _restored(target, written, form)) != target:
                target = mended
                break
    return target


def _restored(target: str, word: str, form: str) -> str:
    letters = [one for one in word if one.isalnum()]
    if len(letters) < _FEWEST:
        return target
    mangled = r"[\W_]{0,3}".join(re.escape(letter) for letter in letters)
    head, tail = _signs(word), _signs(word[::-1])[::-1]
    before = f"(?:{re.escape(head)} ?)?" if head else ""
    after = f"(?: ?{re.escape(tail)})?" if tail else ""
    pattern = rf"(?<!\w){before}{mangled}{after}(?!\w)"
    return re.sub(pattern, lambda _: form, target, count=word == form, flags=re.IGNORECASE)


def _signs(word: str) -> str:
    """The signs before the first letter or figure."""
    return word[: next((place for place, one in enumerate(word) if one.isalnum()), 0)]


def rename(target: str, names: Mapping[str, str]) -> str:
    """The target with each of these words where what the machine makes of it alone stands, if that
    stands there once: of two nobody knows which is the name."""
    for word, made in names.items():
        bare = made.strip().rstrip(".")
        pattern = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)", re.IGNORECASE)
        if bare and word not in target and len(pattern.findall(target)) == 1:
            target = pattern.sub(lambda _: word, target)  # noqa: B023
    return target


def prefer(target: str, made: str, preferred: str) -> str:
    """The target with the preferred term where what the machine makes of the English one alone
    stands, if that stands there once and the article before it agrees with both."""
    bare = _ARTICLE.sub("", made.strip().rstrip("."))
    # The last point of an abbreviation (*EE. UU.*) goes with it, unless it ends the sentence too.
    point = r"(?:\.(?![\"”’»)\]]*$))?" if "." in bare else ""
    pattern = re.compile(rf"(?<!\w)(?:(\w+) )?({re.escape(bare)}{point})(?!\w)", re.IGNORECASE)
    found = pattern.findall(target) if bare else []
    if len(found) != 1 or not inflection.agrees(found[0][0], preferred):
        return target
    is_capitalised = found[0][1][:1].isupper() and not found[0][1][1:2].isupper()
    term = preferred[:1].upper() + preferred[1:] if is_capitalised else preferred
    return pattern.sub(lambda one: one[0][: one.start(2) - one.start()] + term, target)


def cut(text: str, words: Sequence[str]) -> list[Part]:
    """The sentence as stretches; together they are the sentence but for the spaces between."""
    if not words:
        return [Part(text, is_kept=False)]
    longest = sorted(words, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest)
    parts: list[Part] = []
    end = 0
    for found in re.finditer(pattern, text):
        parts += [Part(text[end : found.start()], is_kept=False), Part(found[0], is_kept=True)]
        end = found.end()
    parts.append(Part(text[end:], is_kept=False))
    return [part for part in parts if part.text]


def joined(parts: Sequence[Part], translated: Mapping[str, str], forms: Mapping[str, str]) -> str:
    """The translated stretches as one sentence, with the spaces and end signs of the source, and
    the kept words in their forms."""
    return "".join(
        forms[part.text] if part.is_kept else _fitted(part.text, translated[part.text], place)
        for place, part in enumerate(parts)
    )


def _fitted(source: str, output: str, place: int) -> str:
    """A translated stretch between the spaces of its source. One without a word stays."""
    bare = source.strip()
    if not any(one.isalnum() for one in bare):
        return source
    text = output.strip()
    if text.endswith(".") and not bare.endswith("."):
        text = text[:-1]
    if place and bare[:1].islower():
        text = text[:1].lower() + text[1:]
    before = source[: len(source) - len(source.lstrip())]
    after = source[len(source.rstrip()) :]
    return before + text + after
