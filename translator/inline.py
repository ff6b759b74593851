"""Inline codes: links, emphasis, line breaks as numbered marks beside clean text.

*Marked text* holds a code as ``<1>…</1>`` or, where nothing stands inside it, ``<2/>``. A person
edits it as it is and can see what belongs where; the machine is given the clean text only. Marks
that name no code of the segment, or are unpaired, are ordinary text: what a person typed is never
altered here. Refuses HTML: which elements become codes is the reader's choice, how they are
written is the page's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translator.model import Code

_MARK = re.compile(r"<(?P<close>/?)(?P<number>[1-9][0-9]{0,3})(?P<empty>/?)>")


@dataclass(frozen=True, slots=True)
class Open:
    """A code begins."""

    code: Code


@dataclass(frozen=True, slots=True)
class Close:
    """The innermost open code ends."""

    code: Code


@dataclass(frozen=True, slots=True)
class Empty:
    """A code with nothing inside: a line break, an image."""

    code: Code


Token = str | Open | Close | Empty


def lift(tokens: Iterable[Token]) -> tuple[str, tuple[Code, ...]]:
    """Lift codes out of a stream of text and codes: marked text and the codes, numbered from 1.

    The numbers that the tokens' codes carry are ignored. Numbers are skipped whose mark stands
    literally in the text, so a page that writes ``<1>`` keeps it. Nesting is repaired: a close
    without its open is dropped, an open without its close is closed at the end. Where the numbers
    end, after 9,999 codes in one line, the text goes on without its codes.
    """
    stream = _joined(_without_hollow_codes(tuple(repair(tokens))))
    literal = {
        int(mark["number"])
        for token in stream
        if isinstance(token, str)
        for mark in _MARK.finditer(token)
    }
    numbers = (number for number in range(1, 10_000) if number not in literal)
    pieces: list[str] = []
    codes: list[Code] = []
    stack: list[int] = []
    for token in stream:
        if isinstance(token, str):
            pieces.append(token)
            continue
        if isinstance(token, Close):
            if opened := stack.pop():
                pieces.append(f"</{opened}>")
            continue
        number = next(numbers, 0)
        if not number:
            stack += [0] * isinstance(token, Open)
            continue
        codes.append(Code(number, token.code.kind, token.code.attributes))
        if isinstance(token, Open):
            stack.append(number)
            pieces.append(f"<{number}>")
        else:
            pieces.append(f"<{number}/>")
    return "".join(pieces), tuple(codes)


def _joined(stream: tuple[Token, ...]) -> list[Token]:
    """The stream with texts that follow one another in one piece: a mark may begin in one and end
    in the next."""
    joined: list[Token] = []
    for token in stream:
        if joined and isinstance(token, str) and isinstance(joined[-1], str):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _without_hollow_codes(stream: tuple[Token, ...]) -> tuple[Token, ...]:
    """The stream without pairs that hold white space only: nobody could see or translate them."""
    hollow: set[int] = set()
    stack: list[tuple[int, bool]] = []
    for index, token in enumerate(stream):
        if isinstance(token, Open):
            stack.append((index, False))
        elif isinstance(token, Close):
            opened, filled = stack.pop()
            if not filled:
                hollow.update((opened, index))
        if stack and (isinstance(token, Empty) or (isinstance(token, str) and token.strip())):
            stack = [(opened, True) for opened, _ in stack]
    return tuple(token for index, token in enumerate(stream) if index not in hollow)


def repair(tokens: Iterable[Token]) -> Iterator[Token]:
    """The same stream, well nested: codes closed out of order are closed and opened again."""
    stack: list[Code] = []
    for token in tokens:
        if isinstance(token, Open):
            stack.append(token.code)
            yield token
        elif isinstance(token, Close):
            if token.code not in stack:
                continue
            reopened: list[Code] = []
            while stack[-1] != token.code:
                inner = stack.pop()
                reopened.append(inner)
                yield Close(inner)
            yield Close(stack.pop())
            for inner in reversed(reopened):
                stack.append(inner)
                yield Open(inner)
        else:
            yield token
    while stack:
        yield Close(stack.pop())


def put_back(marked: str, codes: Sequence[Code]) -> Iterator[Token]:
    """The stream of text and codes that a marked text stands for, well nested.

    Marks without a code, and marks that no partner answers, come out as text.
    """
    known = {code.number: code for code in codes}
    paired = _paired(marked, known)
    position = 0
    for mark in _MARK.finditer(marked):
        if mark.start() not in paired:
            continue
        if mark.start() > position:
            yield marked[position : mark.start()]
        position = mark.end()
        code = known[int(mark["number"])]
        if mark["empty"]:
            yield Empty(code)
        else:
            yield Close(code) if mark["close"] else Open(code)
    if position < len(marked):
        yield marked[position:]


def _paired(marked: str, known: dict[int, Code]) -> set[int]:
    """Where the marks start that count: empty ones, and pairs that are properly nested."""
    counted: set[int] = set()
    stack: list[tuple[int, int]] = []
    for mark in _MARK.finditer(marked):
        number = int(mark["number"])
        if number not in known or (mark["close"] and mark["empty"]):
            continue
        if mark["empty"]:
            counted.add(mark.start())
        elif not mark["close"]:
            stack.append((number, mark.start()))
        elif any(opened == number for opened, _ in stack):
            while stack[-1][0] != number:
                stack.pop()
            counted.update((stack.pop()[1], mark.start()))
    return counted


def strip(marked: str, codes: Sequence[Code]) -> str:
    """The clean text: marked text without the marks of its codes."""
    if not codes:
        return marked
    return "".join(token for token in put_back(marked, codes) if isinstance(token, str))


def cut(marked: str, codes: Sequence[Code], lengths: Sequence[int]) -> tuple[str, ...]:
    """Cut marked text into pieces of the given lengths of clean text.

    A code that spans a cut is closed before it and opened again after it, so each piece is well
    nested by itself; `join` undoes that. The lengths add up to the length of the clean text.
    """
    if not codes:
        ends = [sum(lengths[: index + 1]) for index in range(len(lengths))]
        return tuple(marked[end - length : end] for end, length in zip(ends, lengths, strict=True))
    pieces: list[list[str]] = [[]]
    stack: list[Code] = []
    left = list(lengths)
    for token in put_back(marked, codes):
        if not isinstance(token, str):
            # A code that opens where a piece has just ended belongs to the next one.
            while isinstance(token, Open) and left[0] == 0 and len(left) > 1:
                _next_piece(pieces, stack, left)
            _push(pieces[-1], stack, token)
            continue
        while token:
            if left[0] == 0 and len(left) > 1:
                _next_piece(pieces, stack, left)
                continue
            taken = token[: left[0]] if len(left) > 1 else token
            pieces[-1].append(taken)
            left[0] -= len(taken)
            token = token[len(taken) :]
    while len(left) > 1:
        _next_piece(pieces, stack, left)
    return tuple("".join(piece) for piece in pieces)


def _push(piece: list[str], stack: list[Code], token: Open | Close | Empty) -> None:
    if isinstance(token, Open):
        stack.append(token.code)
        piece.append(f"<{token.code.number}>")
    elif isinstance(token, Close):
        stack.pop()
        piece.append(f"</{token.code.number}>")
    else:
        piece.append(f"<{token.code.number}/>")


def _next_piece(pieces: list[list[str]], stack: list[Code], left: list[int]) -> None:
    pieces[-1].extend(f"</{code.number}>" for code in reversed(stack))
    pieces.append([f"<{code.number}>" for code in stack])
    left.pop(0)


def join(pieces: Iterable[str]) -> str:
    """Pieces put together, with codes that were cut in two made one again."""
    joined = "".join(pieces)
    pattern = re.compile(r"</(?P<number>[1-9][0-9]{0,3})>(?P<gap>\s*)<(?P=number)>")
    previous = None
    while joined != previous:
        previous = joined
        joined = pattern.sub(lambda match: match["gap"], joined)
    return joined


def renumber(marked: str, codes: Sequence[Code], mapping: Mapping[int, int]) -> str:
    """Marked text with the numbers of its codes changed; those not in the mapping stay."""
    paired = _paired(marked, {code.number: code for code in codes})

    def changed(mark: re.Match[str]) -> str:
        if mark.start() not in paired:
            return mark[0]
        number = int(mark["number"])
        return f"<{mark['close']}{mapping.get(number, number)}{mark['empty']}>"

    return _MARK.sub(changed, marked)


def numbers(marked: str, codes: Sequence[Code]) -> Counter[int]:
    """How often each code stands, whole and well nested, in the marked text."""
    return Counter(
        token.code.number for token in put_back(marked, codes) if isinstance(token, Open | Empty)
    )


def missing(source: str, target: str, codes: Sequence[Code]) -> tuple[int, ...]:
    """The numbers of the source's codes that the target lacks."""
    return tuple(sorted((numbers(source, codes) - numbers(target, codes)).keys()))


def places(marked: str, codes: Sequence[Code]) -> list[int]:
    """Where each character of the clean text stands in the marked text, and where that ends."""
    found: list[int] = []
    paired = _paired(marked, {code.number: code for code in codes})
    position = 0
    for mark in _MARK.finditer(marked):
        if mark.start() in paired:
            found.extend(range(position, mark.start()))
            position = mark.end()
    found.extend(range(position, len(marked) + 1))
    return found
