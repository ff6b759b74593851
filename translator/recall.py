"""What the memory knows of a sentence, and TMX files into and out of it.

Joins the desk's units and the pure judgement of `translator.memory`. An import is one transaction:
interrupted, it leaves the memory as it was. Refuses to fill anything: `pretranslate` does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from translator import desk as desks
from translator import handover
from translator.config import Config
from translator.desk import Desk, articles, following, memory, reading, writing
from translator.desk.journal import article_key
from translator.errors import InputError, NotFoundError
from translator.memory import matching
from translator.memory.matching import FLOOR, MOST, Choice, Penalties, Sought
from translator.memory.tokens import NOTHING, key
from translator.model import Match, MatchKind, Segment, Unit

if TYPE_CHECKING:
    from translator.exchange import tmx

_CACHE_KB = 48_000
"""What SQLite may keep of the file in memory during an import: the index of the keys is written
all over, and is 20 MB large at a million units."""

_ENOUGH = 2
"""Matches that are looked for where one is to fill a segment."""

_STEP = 1_000
"""Units between two signs of progress."""


class Lookup:
    """Matches for one sentence after another. `without` is an article by its row: what was
    confirmed in it is left out."""

    def __init__(
        self, connection: sqlite3.Connection, config: Config, *, without: int | None = None
    ) -> None:
        self._connection = connection
        self._penalties = Penalties(config.memory_machine_penalty, config.memory_age_penalty)
        self._floor = config.memory_floor
        self._without = without
        self._searcher: memory.Searcher | None = None
        self._is_empty = memory.is_empty(connection)

    def matches(self, sought: Sought, floor: int = FLOOR, most: int = MOST) -> tuple[Match, ...]:
        """The best matches, best first; of the same text all that differ."""
        if self._is_empty:
            return ()
        same = self._same(sought)
        if len(same) < most:
            known = {unit.id for unit in same}
            same += [unit for unit in self._similar(sought, floor, most) if unit.id not in known]
        judged = matching.judge(sought, same, self._penalties, desks.now())
        worthy = [one for one in judged if one.rate >= floor]
        exact = sum(one.kind in (MatchKind.CONTEXT, MatchKind.EXACT) for one in worthy)
        return tuple(worthy[: max(most, exact)])

    def choice(self, sought: Sought) -> Choice:
        """What may fill the segment. Similar texts are looked for only where none is the same."""
        if self._is_empty:
            return Choice()
        same = self._same(sought)
        judged = matching.judge(sought, same, self._penalties, desks.now())
        if judged and judged[0].rate >= matching.SAME:
            return matching.choose(judged, self._floor)
        return matching.choose(self.matches(sought, self._floor, _ENOUGH), self._floor)

    def _same(self, sought: Sought) -> list[Unit]:
        return memory.same(
            self._connection, sought.text, sought.before, sought.after, without=self._without
        )

    def _similar(self, sought: Sought, floor: int, most: int) -> list[Unit]:
        if self._searcher is None:
            self._searcher = memory.Searcher(self._connection)
        # A penalty may change the order: some more are looked at than are asked for.
        return self._searcher.similar(sought.text, floor, 2 * most, without=self._without)


def sought(segments: Sequence[Segment]) -> Mapping[int, Sought]:
    """What to look for, for each segment of an article in page order, by its id."""
    alone = [Sought(one.source, one.codes) for one in segments]
    keys = [NOTHING, *(key(one.text) for one in alone), NOTHING]
    return {
        segment.id: replace(one, before=keys[place], after=keys[place + 2])
        for place, (segment, one) in enumerate(zip(segments, alone, strict=True))
    }


def matches(desk: Desk, slug: str, segment: int, config: Config) -> tuple[Match, ...]:
    """The best matches for a segment of an article, best first, without its own unit.

    Raises NotFoundError, DeskError.
    """
    wanted = sought(articles.read(desk, slug).segments)
    if segment not in wanted:
        raise NotFoundError("no-such-segment", segment=segment)
    with reading(desk) as connection:
        return _without_own(connection, slug, segment, wanted[segment], config)


def _without_own(
    connection: sqlite3.Connection, slug: str, segment: int, wanted: Sought, config: Config
) -> tuple[Match, ...]:
    article = article_key(connection, slug)
    found = Lookup(connection, config).matches(wanted, most=MOST + 1)
    own = following.own(connection, article, segment)
    return tuple(one for one in found if one.unit.id not in own)[:MOST]


def matches_beside(
    desk: Desk, slug: str, around: Sequence[Segment], segment: int, config: Config
) -> tuple[Match, ...]:
    """The same for a segment that is given with its neighbours in the article, which is not read
    then. Raises NotFoundError, DeskError."""
    wanted = sought(around)[segment]
    with reading(desk) as connection:
        return _without_own(connection, slug, segment, wanted, config)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. `others` are units without English or Spanish; `bad` those that could
    not be read, which stand in the file `rejected`."""

    source: str
    added: int
    known: int
    others: int
    bad: int
    rejected: Path | None = None


def import_tmx(
    desk: Desk,
    path: Path,
    *,
    skip_bad: bool = False,
    show: Callable[[int], None] = lambda units: None,
) -> Imported:
    """Take the units of a TMX file into the memory: all of them, or none.

    With `skip_bad` a unit that cannot be read is written to ``FILE.rejected.txt`` with its line and
    what is wrong; without, it is the end. `show` is told how many units have been read. Raises
    NotFoundError, InputError, DeskError.
    """
    from translator.exchange import tmx

    bad: list[tmx.Bad] = []
    others = 0

    def units() -> Iterator[Unit]:
        nonlocal others
        for number, entry in enumerate(_read(path)):
            if number % _STEP == 0:
                show(number)
            if isinstance(entry, Unit):
                yield entry
            elif isinstance(entry, tmx.Bad):
                if not skip_bad:
                    raise _error(path, entry)
                bad.append(entry)
            else:
                others += 1

    with writing(desk, sync=True) as connection:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        taken = memory.take_in(connection, units(), path.name)
        if not taken.added and not taken.known and not bad:
            raise InputError("tmx-nothing", path=str(path))
    desks.settle(desk)
    rejected = handover.write_rejected(path, bad) if bad else None
    return Imported(str(path), taken.added, taken.known, others, len(bad), rejected)


def _read(path: Path) -> Iterator[tmx.Entry]:
    from translator.exchange import tmx

    try:
        with path.open("rb") as file:
            yield from tmx.read(file, str(path))
    except OSError as error:
        raise handover.unreadable(path, error) from error


def _error(path: Path, bad: tmx.Bad) -> InputError:
    return InputError(
        "tmx-bad-unit", path=str(path), line=bad.line, reason=bad.reason, detail=bad.detail
    )


def export_tmx(desk: Desk, path: Path | None, stream: TextIO, *, force: bool = False) -> int:
    """Write the memory as TMX to a file, or without one to a stream; how many units it holds.

    Raises DeskError where the file exists, unless `force`, or cannot be written.
    """
    counted = _Counted()
    with reading(desk) as connection:
        pieces = _pieces(connection, counted)
        if path is None:
            stream.writelines(pieces)
        else:
            handover.write(path, pieces, force=force)
    return counted.units


@dataclass(slots=True)
class _Counted:
    units: int = 0


def _pieces(connection: sqlite3.Connection, counted: _Counted) -> Iterator[str]:
    from translator.exchange import tmx_writing

    def units() -> Iterator[Unit]:
        for unit in memory.every(connection):
            counted.units += 1
            yield unit

    return tmx_writing.write(
        units(), lambda number: memory.text_of(connection, number), desks.now()
    )
