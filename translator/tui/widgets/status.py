"""What the editor says of an article and a segment, as text that no markup can break.

Pure: values in, text out. Separate because the screen is long enough.
"""

from __future__ import annotations

from rich.text import Text

from translator import inline, normalize, wording
from translator.errors import TranslatorError
from translator.i18n import _
from translator.model import Origin, Role, Segment, Translation


def head(translation: Translation, done: int) -> Text:
    """The article's headline and how far it is: `done` segments are confirmed."""
    block = translation.article.first(Role.TITLE)
    title = inline.strip(block.text, block.codes) if block else translation.article.slug
    total = len(translation.segments)
    share = round(100 * done / total) if total else 100
    progress = _("{done} of {all} confirmed, {share} %").format(done=done, all=total, share=share)
    return Text.assemble(f" {progress} · ", (normalize.visible(title), "bold"))


def segment(one: Segment, index: int, count: int, role: Role, *, is_short: bool = False) -> str:
    """Number, role, state and origin of a segment, the one at this place of so many; only number
    and state where there `is_short` of room."""
    if is_short:
        return f"{index + 1}/{count} · {wording.state_name(one.state)}"
    origin = wording.origin_name(one.origin)
    if one.rate is not None:
        origin += f" {one.rate} %"
    if one.origin is Origin.MACHINE and one.signature:
        origin += f" ({normalize.visible(_engine(one.signature))})"
    if not one.target and (refused := wording.given_up(one.signature)):
        origin = refused
    parts = [
        f"{index + 1}/{count}",
        wording.role_name(role),
        wording.state_name(one.state),
        origin,
    ]
    return " · ".join(part for part in parts if part)


def trouble(error: TranslatorError, translation: Translation) -> str:
    """What went wrong, with the number that a segment has on the screen: an id is another one as
    soon as a line was dropped or a segment cut."""
    numbers = {one.id: place for place, one in enumerate(translation.segments, start=1)}
    number = error.values.get("segment")
    if isinstance(number, int) and number in numbers:
        error = type(error)(error.code, **{**error.values, "segment": numbers[number]})
    return wording.sentence(error)


def _engine(signature: str) -> str:
    """Engine, pair and version from a signature, each word once: a program may say its name again
    before its version."""
    words: dict[str, str] = {}
    for word in signature.split():
        words.setdefault(word.casefold(), word)
    return " ".join(list(words.values())[:3])
