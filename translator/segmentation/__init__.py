"""Paragraphs to sentences, without losing a byte.

`boundaries` says where a sentence ends; the promise kept here is that the sentences and the gaps
between them, put together, are the paragraph. Refuses to know about pages or roles. Separate
from the reader because the same cut serves pages, PO files and the `segment` command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator import inline
from translator.model import Code
from translator.segmentation import boundaries
from translator.segmentation.abbreviations import ENGLISH
from translator.segmentation.spanish import SPANISH

_WORDS = {"en": ENGLISH, "es": SPANISH}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the white space that parts it from the next one."""

    text: str
    gap: str = ""


def split(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a paragraph; joining texts and gaps gives it back exactly.

    `language` is an ISO 639-1 code: ``es`` is cut by the rules of Spanish, any other by those of
    English. White space before the first sentence stays with it. A text of white space only is one
    sentence; an empty text is none.
    """
    sentences: list[Sentence] = []
    began = 0
    for end, begin in boundaries.find(text, _WORDS.get(language, ENGLISH)):
        sentences.append(Sentence(text[began:end], text[end:begin]))
        began = begin
    if text:
        core = text[began:].rstrip()
        sentences.append(Sentence(core, text[began + len(core) :]))
    return tuple(sentences)


def split_marked(marked: str, codes: Sequence[Code], language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a marked paragraph, each well nested by itself."""
    sentences = split(inline.strip(marked, codes), language)
    if not codes:
        return sentences
    lengths = [length for one in sentences for length in (len(one.text), len(one.gap))]
    pieces = inline.cut(marked, codes, lengths) if lengths else (marked,)
    if len(pieces) < 2:
        return (Sentence(marked),) if marked else ()
    result: list[Sentence] = []
    carried = ""
    for text, gap in zip(pieces[::2], pieces[1::2], strict=True):
        result.append(Sentence(carried + text, inline.strip(gap, codes)))
        carried = _empty_marks(gap, codes)
    if carried:
        result[-1] = Sentence(result[-1].text + carried, result[-1].gap)
    return tuple(result)


def _empty_marks(gap: str, codes: Sequence[Code]) -> str:
    """The codes without content that stood between two sentences; the next one takes them in."""
    tokens = inline.put_back(gap, codes)
    return "".join(f"<{token.code.number}/>" for token in tokens if isinstance(token, inline.Empty))


def join(sentences: Sequence[Sentence]) -> str:
    """The paragraph that these sentences were cut from."""
    return inline.join(part for one in sentences for part in (one.text, one.gap))
