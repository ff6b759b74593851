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
_WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")


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
    without its open is dropped, an open without its close is closed at the end.
    """
    stream = _without_hollow_codes(tuple(repair(tokens)))
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
            pieces.append(f"</{stack.pop()}>")
            continue
        number = next(numbers)
        codes.append(Code(number, token.code.kind, token.code.attributes))
        if isinstance(token, Open):
            stack.append(number)
            pieces.append(f"<{number}>")
        else:
            pieces.append(f"<{number}/>")
    return "".join(pieces), tuple(codes)


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


def project(source: str, codes: Sequence[Code], target: str) -> str:
    """Place the codes of a marked source in a clean translation: marked text that loses none.

    The words inside a code are found again in the translation where they are the same in both
    languages (names, numbers); between those, places are proportional to the words. Marks stand
    at word boundaries and keep the order and nesting of the source.
    """
    stream = tuple(put_back(source, codes))
    if not any(not isinstance(token, str) for token in stream):
        return target
    clean = strip(source, codes)
    source_words = [match.span() for match in _WORD.finditer(clean)]
    target_words = [match.span() for match in _WORD.finditer(target)]
    anchors = _anchors(clean, source_words, target, target_words)
    pieces: list[str] = []
    offset = position = 0
    for token in stream:
        if isinstance(token, str):
            offset += len(token)
            continue
        place = _place(token, offset, source_words, target_words, anchors, len(target))
        place = max(position, place)
        pieces.append(target[position:place])
        position = place
        _push(pieces, [token.code], token)
    pieces.append(target[position:])
    return "".join(pieces)


def _anchors(
    source: str,
    source_words: list[tuple[int, int]],
    target: str,
    target_words: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Pairs of word indexes that are the same word once in both texts, in rising order."""
    left = [source[start:end].casefold() for start, end in source_words]
    right = [target[start:end].casefold() for start, end in target_words]
    left_count, right_count = Counter(left), Counter(right)
    anchors: list[tuple[int, int]] = []
    for index, word in enumerate(left):
        if left_count[word] == 1 == right_count[word] and (len(word) > 2 or word.isdigit()):
            other = right.index(word)
            if not anchors or other > anchors[-1][1]:
                anchors.append((index, other))
    return anchors


def _place(
    token: Open | Close | Empty,
    offset: int,
    source_words: list[tuple[int, int]],
    target_words: list[tuple[int, int]],
    anchors: list[tuple[int, int]],
    end: int,
) -> int:
    """Where in the translation a mark goes that stands at `offset` of the clean source."""
    if not target_words:
        return end
    before = sum(1 for _, stop in source_words if stop <= offset)
    count, others = len(source_words), len(target_words)
    if isinstance(token, Close):
        if before == 0:
            return 0
        return target_words[_project_index(before - 1, count, others, anchors)][1]
    if before == count:
        return end
    return target_words[_project_index(before, count, others, anchors)][0]


def _project_index(
    index: int, source_count: int, target_count: int, anchors: list[tuple[int, int]]
) -> int:
    """The target word for a source word: exact at anchors, proportional between them."""
    low, high = (-1, -1), (source_count, target_count)
    for anchor in anchors:
        if anchor[0] == index:
            return anchor[1]
        if anchor[0] < index:
            low = anchor
        else:
            high = anchor
            break
    share = (index - low[0]) / (high[0] - low[0])
    guess = low[1] + share * (high[1] - low[1])
    return max(0, min(target_count - 1, round(guess)))
