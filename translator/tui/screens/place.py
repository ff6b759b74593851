"""What the places beside the editor have in common: head, status, keys, and the desk.

A place reads its article when it comes into view and when another process has written. Refuses
any content: the subclass has it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, ParamSpec, TypeVar

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from translator import desk as desks
from translator import normalize, wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.tui.repainting import Repainting
from translator.tui.resting import repeat_at_rest
from translator.tui.widgets.hints import hints

if TYPE_CHECKING:
    from translator.tui.app import TranslatorApp

LOOK_S = 0.5
"""How often the desk is asked whether another process has written."""

SAID_S = 1.0
"""How long what was said is not covered by what the cursor stands on."""

P = ParamSpec("P")
T = TypeVar("T")


class PlaceScreen(Screen[None]):
    """A place with a line at the head, one for what is to be said, and one for the keys."""

    PLACES: ClassVar[tuple[str, ...]] = ()
    """The tables of its keys; the first one's hints stand at the foot."""

    def __init__(self, desk: Desk, config: Config) -> None:
        super().__init__()
        self._compositor = Repainting()
        self.desk = desk
        self.config = config
        self._version = -1
        self._was_left = False
        self._said_at = 0.0

    @property
    def house(self) -> TranslatorApp:
        """The application, which knows the other places."""
        return self.app  # type: ignore[return-value]

    def body(self) -> Iterable[Widget]:
        """What stands between the head and the status line."""
        raise NotImplementedError

    def read(self) -> None:
        """Read the desk and show it. Raises TranslatorError."""

    def compose(self) -> ComposeResult:
        """Head, body, status, keys."""
        yield Static(id="head", markup=False)
        yield from self.body()
        yield Static(id="status", markup=False)
        yield Static(hints(self.PLACES[0]), id="hints", markup=False)

    def on_mount(self) -> None:
        """Read the desk, and look now and then whether it has changed."""
        self.begin()
        repeat_at_rest(self, LOOK_S, self.look)

    def begin(self) -> None:
        """Show the place for the first time."""
        self.look()

    def on_screen_suspend(self) -> None:
        """Another place is shown over this one."""
        self._was_left = True

    def on_screen_resume(self) -> None:
        """Back from another place: things may have changed there."""
        if self._was_left:
            self._was_left = False
            self.renew()

    def renew(self) -> None:
        """Read the desk anew, whoever has changed it."""
        self._version = -1
        self.look()

    def look(self) -> None:
        """Read the desk if another process has written."""
        if not self.is_attached:
            return
        version = self.attempt(desks.version, self.desk)
        if version is not None and version != self._version:
            self._version = version
            self.attempt(self.read)

    def attempt(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """The result of a call, or None after saying what went wrong."""
        try:
            return call(*args, **kwargs)
        except TranslatorError as error:
            self.say(self.sentence(error))
            return None

    def sentence(self, error: TranslatorError) -> str:
        """What went wrong, in words."""
        return wording.sentence(error)

    def does(self, call: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Whether a call went well; what went wrong is said."""
        try:
            call(*args, **kwargs)
        except TranslatorError as error:
            self.say(wording.sentence(error))
            return False
        return True

    def say(self, sentence: str) -> None:
        """One line at the foot, about what was done."""
        self._said_at = time.monotonic()
        self._put(sentence)

    def tell(self, sentence: str) -> None:
        """One line at the foot, about where one is; not in the place of what was just said."""
        if time.monotonic() - self._said_at > SAID_S:
            self._put(sentence)

    def _put(self, sentence: str) -> None:
        for line in self.query("#status").results(Static):  # none when the place is being left
            line.update(Text(f" {normalize.visible(sentence)}"))

    def head(self, *parts: str) -> None:
        """What stands in the first line."""
        text = " · ".join(part for part in parts if part)
        self.query_one("#head", Static).update(Text(f" {normalize.visible(text)}"))

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()
