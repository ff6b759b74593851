"""The lines of the panel, from values: pure, and safe for any text from outside.

What differs is shown by signs as well as by looks: [+now+] and [-then-] in a match.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from translator import inline, normalize, wording
from translator.desk.journal import Entry, Holding, Note
from translator.i18n import _
from translator.model import Match, MatchKind, Segment, TermKind
from translator.tui import keys
from translator.tui.findings import SIGNS, Standing, Told
from translator.tui.knowledge import Known

_HISTORY = 8
"""Lines of history that are shown; the history screen has them all."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text that may stand in the translation, and where it is from: a match, or the machine."""

    text: str
    match: Match | None = None
    source: str = ""


def suggestions(segment: Segment, known: Known | None, machine: Sequence[str]) -> list[Suggestion]:
    """What is offered, best first: matches of the memory, then the machine's texts."""
    matches = known.matches if known else ()
    clean = inline.strip(segment.source, segment.codes)
    found = [Suggestion(one.target, one, clean) for one in matches]
    taken = {one.text for one in found}
    drafts = [known.draft] if known and known.draft else []
    for text in (*drafts, *machine):
        if text not in taken:
            taken.add(text)
            found.append(Suggestion(text))
    return found[:9]


def suggestion(number: int, one: Suggestion) -> list[Text]:
    """Number, where it is from, how the English differs, and the Spanish."""
    match = one.match
    where = _("machine")
    if match is not None:
        where = f"{match.rate} % {wording.match_name(match.kind)}"
        if match.unit.article:
            where += f" · {match.unit.article}"
    lines = [Text.assemble((f"{number} ", "bold"), (normalize.visible(where), "italic"))]
    if match is not None and match.kind in (MatchKind.FUZZY, MatchKind.SUBSTITUTED):
        stored = inline.strip(match.unit.source, match.unit.codes)
        lines.append(difference(one.source, stored))
    lines.append(Text(normalize.visible(one.text)))
    return lines


def difference(current: str, stored: str) -> Text:
    """The stored English beside the one at hand: what is new here, and what is not here."""
    from translator.memory.scores import diff  # there is nothing to compare in the first frame

    text = Text()
    for piece in diff(current, stored):
        if text and not piece.is_joined:
            text.append(" ")
        shown = normalize.visible(piece.text)
        if piece.change == "same":
            text.append(shown, "dim")
        elif piece.change == "added":
            text.append(f"[+{shown}+]", "bold")
        else:
            text.append(f"[-{shown}-]", "strike")
    return text


def terms(known: Known) -> list[Text]:
    """The terms and names of the English, with their Spanish."""
    lines = []
    for hit in known.terms:
        wanted = [one.target for one in hit.terms if one.kind is TermKind.PREFERRED]
        wanted += [one.source for one in hit.terms if one.kind is TermKind.KEEP]
        never = [one.target for one in hit.terms if one.kind is TermKind.FORBIDDEN]
        line = Text.assemble((normalize.visible(hit.text), "underline"))
        if wanted:
            line.append(f" → {normalize.visible(', '.join(wanted))}")
        if never:
            line.append(_(" · not: {words}").format(words=normalize.visible(", ".join(never))))
        lines.append(line)
    for use in known.names:
        spanish = normalize.visible(use.spanish) or _("translated freely")
        becomes = _("stays") if use.spanish == use.english else spanish
        lines.append(Text.assemble((normalize.visible(use.english), "bold"), f" → {becomes}"))
    return list({line.plain: line for line in lines}.values())


def findings(
    found: Sequence[Told], current: Told | None = None, fixable: Told | None = None
) -> list[Text]:
    """What is wrong, one a line, behind a sign that says how much it weighs. The key that ignores
    stands with `current`, the key that puts in a fix with `fixable`: just these are meant."""
    lines = []
    for one in found:
        line = Text.assemble((f"{SIGNS[one.grade]} ", "bold"), normalize.visible(one.sentence))
        if one == fixable:
            line.append(f" {keys.shown('editor.fix')}:", "bold")
        if one.fix is not None:
            line.append(f" {change(one)}", "italic")
        if one == current:
            line.append(_(" ({key}: ignore)").format(key=keys.shown("editor.ignore")), "dim")
        lines.append(line)
    return lines


def change(one: Told) -> str:
    """The words of a finding, and what its fix makes of them."""
    fix = _to_see(one.fix) if one.fix else _("nothing")
    return f"{_to_see(one.words)} → {fix}" if one.words else f"→ {fix}"


def _to_see(text: str) -> str:
    """Words as they are, spaces alone with a sign for each."""
    return normalize.visible(text) if text.strip() else "␣" * len(text)


def standing(ignored: Sequence[Standing]) -> list[Text]:
    """What a person let stand in the article, one a line: where, what, why, and its name."""
    return [
        Text.assemble(
            (f"{one.place} ", "bold"),
            f"{normalize.visible(one.sentence)}: ",
            (normalize.visible(one.reason), "italic"),
            (f" ({normalize.visible(one.name)})", "dim"),
        )
        for one in ignored
    ]


def note(segment: Segment) -> list[Text]:
    """The note, line by line."""
    return [Text(normalize.visible(line)) for line in segment.note.splitlines()]


def history(entries: Sequence[Entry]) -> list[Text]:
    """What was done last, newest first: when, what, and the text it left."""
    lines = []
    for entry in entries[:_HISTORY]:
        after = entry.after
        left = after.target if isinstance(after, Holding) else ""
        if isinstance(after, Note):
            left = after.text.replace("\n", " ")
        when = f"{entry.at.astimezone():%d.%m. %H:%M}"
        what = wording.action_name(entry.action)
        lines.append(
            Text.assemble((f"{when} {what} ", "dim"), normalize.visible(left), overflow="ellipsis")
        )
    return lines
