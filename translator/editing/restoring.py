"""Lines and facts put back as the journal has them: one step of `undoing` over a correction.

Refuses where the lines or the facts have been changed since by someone else. Separate from
`undoing`, which walks the journal, and from `corrections`, which cuts and matches sentences anew:
here all of them are known already, and a start of the screen need not load what cuts them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from translator.desk import articles, structure
from translator.desk.journal import Action, Content, Facts, Passage
from translator.model import Segment


def turn_back(
    connection: sqlite3.Connection, key: int, action: Action, there: Content, wanted: Content
) -> bool:
    """Undo a correction, or do it again: put one side in the place of the other.

    False where the lines have been changed since by someone else. What has been done meanwhile on
    a segment that both sides have stays.
    """
    if isinstance(wanted, Passage) and isinstance(there, Passage):
        return _turn_back_lines(connection, key, action, there, wanted)
    if isinstance(wanted, Mapping) and isinstance(there, Mapping):
        return _turn_back_facts(connection, key, action, there, wanted)
    return False


def _turn_back_lines(
    connection: sqlite3.Connection, key: int, action: Action, there: Passage, wanted: Passage
) -> bool:
    if structure.order(connection, key) != there.order:
        return False
    now = structure.passage(connection, key, [block.id for block in there.blocks])
    if now.blocks != there.blocks:
        return False
    standing = {one.id: one for one in now.segments}
    segments = tuple(_newer(one, standing.get(one.id)) for one in wanted.segments)
    structure.reshape(connection, key, action, now, replace(wanted, segments=segments))
    return True


def _newer(former: Segment, standing: Segment | None) -> Segment:
    if standing is None or standing.source != former.source:
        return former
    return replace(standing, gap=former.gap, codes=former.codes, block=former.block)


def _turn_back_facts(
    connection: sqlite3.Connection, key: int, action: Action, there: Facts, wanted: Facts
) -> bool:
    has_changed = structure.facts(connection, key, there) != there
    if has_changed or wanted.get("slug") in articles.taken(connection):
        return False
    structure.describe(connection, key, action, there, wanted)
    return True
