"""Work moved along when sentences change: segments matched by their text, never by their place.

When a line is corrected, joined or split, when a page or the rules change, the new sentences take
over what was done on the old ones. Equal sentences keep everything, wherever they stand; sentences
that were put together or taken apart bring their Spanish along; changed ones keep it as a draft to
read again. Refuses to invent: a sentence like no old one is empty. Separate from editing because
corrections of a page, updates and imports all need the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from translator import inline, segmentation
from translator.model import Origin, Segment, State

_WORD = re.compile(r"\w+|[^\w\s]")
_SIMILAR = 0.6
"""Share of equal words from which a changed sentence is the old one corrected; the customary lower
end of what translation memories show as a fuzzy match."""

_ORDER = (State.INITIAL, State.TRANSLATED, State.REVIEWED, State.FINAL)


def realign(old: Sequence[Segment], fresh: Sequence[Segment]) -> tuple[Segment, ...]:
    """The fresh segments with the ids and the work of the old ones that say the same.

    A segment that continues no old one keeps its own id.
    """
    result = list(fresh)
    left, right = [_key(one) for one in old], [_key(one) for one in fresh]
    gaps: list[tuple[list[int], list[int]]] = []
    opcodes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for tag, first, last, begin, end in opcodes:
        if tag == "equal":
            for i, j in zip(range(first, last), range(begin, end), strict=True):
                result[j] = _carry(old[i], fresh[j])
        else:
            gaps.append((list(range(first, last)), list(range(begin, end))))
    _move(old, fresh, gaps, result)
    for missing, open_places in gaps:
        for j, segment in _fill([old[i] for i in missing], fresh, open_places):
            result[j] = segment
    _change_elsewhere(old, result)
    return tuple(result)


def _change_elsewhere(old: Sequence[Segment], result: list[Segment]) -> None:
    """Let sentences that were changed and moved as well take over their old Spanish, the most
    alike first."""
    taken = {one.id for one in result}
    left = [one for one in old if one.id not in taken and one.target]
    known = {one.id for one in old}
    places = [j for j, one in enumerate(result) if one.id not in known and not one.target]
    pairs = sorted(
        ((_likeness(one, result[j]), -i, -j) for i, one in enumerate(left) for j in places),
        reverse=True,
    )
    for ratio, i, j in pairs:
        if ratio < _SIMILAR:
            break
        one = left[-i]
        if one.id not in taken and result[-j].id not in known:
            result[-j] = _changed(one, result[-j], ratio)
            taken.add(one.id)


def _key(segment: Segment) -> str:
    """The words of a segment, without codes and white space."""
    return "".join(inline.strip(segment.source, segment.codes).split())


def _move(
    old: Sequence[Segment],
    fresh: Sequence[Segment],
    gaps: list[tuple[list[int], list[int]]],
    result: list[Segment],
) -> None:
    """Carry over sentences that stand elsewhere now, and take them out of the gaps."""
    waiting: dict[str, list[int]] = {}
    for missing, _ in gaps:
        for i in missing:
            waiting.setdefault(_key(old[i]), []).append(i)
    moved: set[int] = set()
    for _, open_places in gaps:
        for j in list(open_places):
            if candidates := waiting.get(_key(fresh[j])):
                i = candidates.pop(0)
                moved.add(i)
                result[j] = _carry(old[i], fresh[j])
                open_places.remove(j)
    for missing, _ in gaps:
        missing[:] = [i for i in missing if i not in moved]


def _fill(
    old: Sequence[Segment], fresh: Sequence[Segment], places: Sequence[int]
) -> Iterator[tuple[int, Segment]]:
    """What the sentences of one gap take over: joined, taken apart, or changed."""
    i = j = 0
    while i < len(old) and j < len(places):
        joined = _count([_key(one) for one in old[i:]], _key(fresh[places[j]]))
        parted = _count([_key(fresh[place]) for place in places[j:]], _key(old[i]))
        if joined:
            yield places[j], _joined(old[i : i + joined], fresh[places[j]])
            i, j = i + joined, j + 1
        elif parted:
            targets = [fresh[place] for place in places[j : j + parted]]
            yield from zip(places[j : j + parted], _parted(old[i], targets), strict=True)
            i, j = i + 1, j + parted
        elif (ratio := _likeness(old[i], fresh[places[j]])) >= _SIMILAR:
            yield places[j], _changed(old[i], fresh[places[j]], ratio)
            i, j = i + 1, j + 1
        elif any(_likeness(old[i], fresh[place]) >= _SIMILAR for place in places[j + 1 :]):
            j += 1
        else:
            i += 1


def _count(pieces: Sequence[str], whole: str) -> int:
    """How many of these pieces, two or more, make up the whole; 0 where none do."""
    length = 0
    for number, piece in enumerate(pieces, start=1):
        if not whole.startswith(piece, length):
            return 0
        length += len(piece)
        if length == len(whole):
            return number if number > 1 else 0
    return 0


def _likeness(one: Segment, other: Segment) -> float:
    """The share of equal words; where that is too little, of words without the signs around them:
    in a short sentence a full stop for a comma counts for much."""
    texts = [inline.strip(each.source, each.codes) for each in (one, other)]
    left, right = (text.split() for text in texts)
    ratio = SequenceMatcher(None, left, right, autojunk=False).ratio()
    if ratio >= _SIMILAR:
        return ratio
    left, right = (_WORD.findall(text) for text in texts)
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def _carry(old: Segment, fresh: Segment) -> Segment:
    """The fresh segment with all that was done on an old one of the same words."""
    return replace(
        fresh,
        id=old.id,
        target=_refit(old.target, old, fresh),
        state=old.state,
        origin=old.origin,
        rate=old.rate,
        signature=old.signature,
        note=old.note,
    )


def _refit(target: str, old: Segment, fresh: Segment) -> str:
    """A target with the codes of a fresh source: the same ones, renumbered, or placed anew."""
    if all(code in fresh.codes for code in old.codes):
        return target
    before, after = ([(code.kind, code.attributes) for code in one.codes] for one in (old, fresh))
    if before == after:
        numbers = {was.number: now.number for was, now in zip(old.codes, fresh.codes, strict=True)}
        return inline.renumber(target, old.codes, numbers)
    from translator.projection import project  # 70 ms of word lists that no screen waits for

    return project(fresh.source, fresh.codes, inline.strip(target, old.codes))


def join(parts: Sequence[Segment], gap: str = " ") -> Segment:
    """Several segments of one line as one, with the first one's number; `gap` parts the first two
    in English."""
    source = inline.join([parts[0].source, gap, *(one.source for one in parts[1:])])
    codes = {code.number: code for one in parts for code in one.codes}
    whole = replace(
        parts[-1], source=source, codes=tuple(codes[number] for number in sorted(codes))
    )
    return _joined(parts, whole)


def _joined(parts: Sequence[Segment], fresh: Segment) -> Segment:
    """Several sentences that are one now: their Spanish in a row, as far confirmed as the least."""
    targets = [_refit(one.target, one, fresh).strip() for one in parts]
    whole = inline.join(" ".join(target for target in targets if target))
    state = min((one.state for one in parts), key=_ORDER.index)
    origins = {(one.origin, one.signature) for one in parts if one.target}
    notes = dict.fromkeys(one.note for one in parts if one.note)
    mixed = (Origin.HUMAN if origins else Origin.NONE, "")
    origin, signature = origins.pop() if len(origins) == 1 else mixed
    return replace(
        fresh,
        id=parts[0].id,
        target=whole,
        state=state if all(targets) else State.INITIAL,
        origin=origin,
        rate=None,
        signature=signature,
        note="\n".join(notes),
    )


def _parted(old: Segment, fresh: Sequence[Segment]) -> list[Segment]:
    """One sentence that is several now: its Spanish sentence by sentence where their number is the
    same, else all of it, to be read again, in the first."""
    pieces = [one.text for one in segmentation.split_marked(old.target, old.codes)]
    if len(pieces) != len(fresh):
        first = replace(_carry(old, fresh[0]), state=State.INITIAL)
        return [first, *fresh[1:]]
    ids = [old.id, *(one.id for one in fresh[1:])]
    notes = [old.note, *("" for _ in fresh[1:])]
    return [
        replace(_carry(replace(old, target=piece, note=note), one), id=number)
        for piece, one, number, note in zip(pieces, fresh, ids, notes, strict=True)
    ]


def _changed(old: Segment, fresh: Segment, ratio: float) -> Segment:
    """A sentence whose English has changed: its Spanish is a draft."""
    carried = replace(_carry(old, fresh), state=State.INITIAL)
    if not old.target:
        return carried
    return replace(carried, origin=Origin.MEMORY_FUZZY, rate=min(99, int(ratio * 100)))
