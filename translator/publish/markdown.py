"""An article as Markdown: front matter, headline, text with its links, emphasis and headings.

CommonMark; what a text holds and Markdown would take for markup is escaped, so that no sentence
becomes a list or a link. Refuses HTML and furniture. What follows what comes from `layout`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from translator.inline import Close, Empty, Open
from translator.model import Article, Code, Translation
from translator.publish import layout, markup
from translator.publish.layout import Kind, Part
from translator.publish.passages import Language, Passage

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]|&(?=[#A-Za-z])|!(?=\[)")
_BEGINNING = re.compile(r"^(?P<sign>[-+#=>]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)
_FENCES = re.compile("`+")
_IN_ADDRESS = re.compile(r"[\s()<>\\]")

_BREAK = "\\\n"
_SIGNS = {"em": "*", "strong": "**"}
_ELEMENTS = {sign: element for element, sign in _SIGNS.items()}


def render(translation: Translation, language: Language) -> str:
    """The text of the page in this language; a sentence without a translation stays English."""
    page = layout.arrange(translation, language)
    pieces = ["\n".join(_front_matter(translation.article, page.title, language))]
    if page.title is not None:
        pieces.append(f"# {_one_line(page.title)}")
    if page.deck is not None:
        pieces.append(_paragraph(page.deck))
    pieces += ["\n".join(_part(part)) for part in page.parts]
    return "\n\n".join(pieces) + "\n"


def _front_matter(article: Article, title: Passage | None, language: Language) -> Iterator[str]:
    facts = {
        "title": title.plain if title is not None else "",
        "author": article.author,
        "date": article.published.isoformat() if article.published else "",
        "lang": language,
        "slug": article.slug,
    }
    yield "---"
    for name, value in facts.items():
        if value:
            # JSON's strings are YAML's.
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}"
    yield "---"


def _part(part: Part) -> Iterator[str]:
    if part.kind is Kind.HEADING:
        yield from (f"{'#' * part.level} {_one_line(one)}" for one in part.passages)
    elif part.kind is Kind.LIST:
        yield from ("- " + _paragraph(one).replace("\n", "\n  ") for one in part.passages)
    elif part.kind is Kind.QUOTE:
        yield "\n>\n".join(
            "\n".join(f"> {line}" for line in _paragraph(one).split("\n")) for one in part.passages
        )
    elif part.kind is Kind.RELATED:
        yield from (f"- {_related(one)}" for one in part.passages)
    elif part.kind is Kind.FIGURE:
        yield "\n\n".join(map(_figure, part.passages))
    elif part.kind is Kind.LISTING:
        yield from (_fenced(one.block.text) for one in part.passages)
    else:
        yield from map(_paragraph, part.passages)


def _fenced(text: str) -> str:
    """A listing between fences that it does not hold: CommonMark 0.31, 4.5."""
    longest = max((len(run) for run in _FENCES.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _figure(passage: Passage) -> str:
    """An image with its alt text, or a caption."""
    address = markup.image(passage.block.address)
    return f"![{_escaped(passage.plain)}]({_address(address)})" if address else _paragraph(passage)


def _related(passage: Passage) -> str:
    address = markup.link(passage.block.address)
    return f"[{_escaped(passage.plain)}]({_address(address)})" if address else _paragraph(passage)


def _one_line(passage: Passage) -> str:
    text = _inline(passage).replace(_BREAK, " ")
    # Signs at the end of a heading would close it: CommonMark 0.31, 4.2.
    return re.sub(r"(?<= )#+$", lambda found: f"\\{found[0]}", text)


def _paragraph(passage: Passage) -> str:
    """The text with signs escaped that would make another block of one of its lines."""
    return _BEGINNING.sub(_escaped_sign, _inline(passage))


def _escaped_sign(found: re.Match[str]) -> str:
    sign = found["sign"]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)


def _address(address: str) -> str:
    return _IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)


def _inline(passage: Passage) -> str:
    pieces: list[str] = []
    pairs: list[tuple[int, int]] = []
    ends: list[tuple[str, int]] = []
    literal: list[str] | None = None
    depth = 0
    for token in passage.tokens:
        if literal is not None:
            if isinstance(token, str):
                literal.append(token)
            elif token.code.kind == "code":
                depth += 1 if isinstance(token, Open) else -1
                if depth == 0:
                    pieces.append(_code_span("".join(literal), "".join(pieces)))
                    literal = None
        elif isinstance(token, str):
            pieces.append(_escaped(token))
        elif isinstance(token, Empty):
            pieces.append(_BREAK if token.code.kind == "br" else "")
        elif isinstance(token, Close):
            sign, place = ends.pop()
            pairs += [(place, len(pieces))] if sign in _ELEMENTS else []
            pieces.append(sign)
        elif token.code.kind == "code":
            literal, depth = [], 1
        else:
            opening, sign = _signs(token.code, inside=[one for one, _ in ends])
            ends.append((sign, len(pieces)))
            pieces.append(opening)
    for start, end in pairs:
        if not _stands(pieces, start, end):
            element = _ELEMENTS[pieces[start]]
            pieces[start], pieces[end] = f"<{element}>", f"</{element}>"
    while pieces and pieces[-1] in ("", _BREAK):
        pieces.pop()
    while pieces and pieces[0] in ("", _BREAK):
        pieces.pop(0)
    return "".join(pieces).strip()


def _stands(pieces: Sequence[str], start: int, end: int) -> bool:
    """Whether signs of emphasis are read as such where they stand: CommonMark 0.31, 6.2."""
    before, inner = "".join(pieces[:start])[-1:], "".join(pieces[start + 1 : end])
    after = "".join(pieces[end + 1 :])[:1]
    first, last = inner[:1], inner[-1:]
    if not inner or first.isspace() or last.isspace() or "*" in (before, after, first, last):
        return False
    opens = first.isalnum() or not before.isalnum()
    closes = last.isalnum() or not after.isalnum()
    return opens and closes


def _signs(code: Code, *, inside: Iterable[str]) -> tuple[str, str]:
    if code.kind in _SIGNS:
        return _SIGNS[code.kind], _SIGNS[code.kind]
    if code.kind in ("sub", "sup"):
        return f"<{code.kind}>", f"</{code.kind}>"
    address = markup.link(dict(code.attributes).get("href", "")) if code.kind == "a" else ""
    if address and not any(end.startswith("](") for end in inside):
        return "[", f"]({_address(address)})"
    return "", ""


def _code_span(text: str, before: str) -> str:
    """A text between backticks; behind another such text, whose backticks it would join, as an
    element."""
    if not text.strip():
        return text
    if before.endswith("`"):
        return f"<code>{_escaped(text)}</code>"
    longest = max((len(run) for run in _FENCES.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if (text[0] in "` " and text[-1] in "` ") or "`" in (text[0], text[-1]) else ""
    return f"{fence}{pad}{text}{pad}{fence}"
