"""A foreign XLIFF file as an article: every pair a line, what it has been translated to beside it.

The file's inline codes are inline codes here, by the names they have there; placeholders and
blanks as in PO. A proposal of the file (a match of somebody's memory or machine) is a draft where
there is no translation. Everything else of the file is not read at all, since it is written back
as it stands (see `exchange.xliff_original`). Refuses invalid files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml import etree

from translator import inline, literals, normalize
from translator.inline import Close, Empty, Open, Token
from translator.model import Article, Block, Code, Draft, Origin, Role, State
from translator.xliff import codes, reading
from translator.xliff.reading import Document, Pair


def is_xliff(data: bytes) -> bool:
    """Whether a file is XLIFF, by its first element."""
    return reading.is_xliff(data)


def read(data: bytes, source: str) -> Article:
    """The pairs of a file whose source holds a word, as lines. Raises InputError."""
    document = _parse(data, source)
    blocks: list[Block] = []
    for number, pair in enumerate(document.pairs, start=1):
        marked, held = inline.lift(tokens(pair.source))
        if inline.strip(marked, held).strip():
            place = f"entry {number}"
            blocks.append(Block(len(blocks) + 1, Role.PARAGRAPH, marked, element=place, codes=held))
    return Article(tuple(blocks), language=_language(document))


def _language(document: Document) -> str:
    root = document.root
    given = root.get("srcLang") or next(
        (str(one) for one in root.xpath("//@source-language") if one), "en"
    )
    return given.lower().partition("-")[0]


@lru_cache(maxsize=1)
def _parse(data: bytes, source: str) -> Document:
    return reading.read(data, source)


def drafts(data: bytes, source: str, article: Article) -> dict[int, Draft]:
    """What the file has as translations, proposals and notes, by the id of the line.

    Raises InputError.
    """
    pairs = _parse(data, source).pairs
    found = {
        block.id: _draft(pairs[int(block.element.removeprefix("entry ")) - 1], block)
        for block in article.blocks
    }
    return {number: draft for number, draft in found.items() if draft.text or draft.note}


def _draft(pair: Pair, block: Block) -> Draft:
    note = "\n".join(pair.notes)
    text = _translated(pair.target, block)
    if text:
        # 1.2 has no default: a target of which nothing is said is somebody's translation.
        state = State.TRANSLATED if pair.state is None else pair.state
        return Draft(text, state is not State.INITIAL, state, note=note)
    if pair.candidate is not None:
        text = _translated(pair.candidate.target, block)
        origin, rate = pair.candidate.origin, pair.candidate.rate
        return Draft(text, False, State.INITIAL, origin, rate, note)
    return Draft("", False, note=note, origin=Origin.NONE)


def _translated(element: etree._Element | None, block: Block) -> str:
    if element is None:
        return ""
    stream = list(tokens(element))
    plain = "".join(token for token in stream if isinstance(token, str))
    return literals.marked(plain, stream, block.codes) if plain.strip() else ""


def tokens(element: etree._Element) -> Iterator[Token]:
    """The text and codes of a source or a target, without the blanks at its ends."""
    for token in trimmed(codes.read(element, folds=True)):
        if isinstance(token, str):
            yield from literals.tokens(normalize.nfc(token))
            continue
        code = Code(0, token.kind, ((literals.KEY, token.key),))
        if token.part == "open":
            yield Open(code)
        else:
            yield Close(code) if token.part == "close" else Empty(code)


def trimmed(stream: Iterable[codes.Token]) -> list[codes.Token]:
    """The stream without the blanks that it begins and ends with."""
    found = list(stream)
    if found and isinstance(found[0], str):
        found[0] = found[0].lstrip()
    if found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip()
    return found
