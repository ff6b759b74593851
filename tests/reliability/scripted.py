"""A translator without hands: does all that the program can do to a desk, by a seed.

The same seed does the same to the same desk, so that what a killed one was about to do can be
found out by letting another go as far. Separate from the tests because a child process runs it.
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.conftest import WHEN, make_article
from tests.desk.test_migrations import VERSIONS, lay_out
from tests.engines import packing
from tests.pseudo import PseudoEngine
from translator import corrections, delivery, editing, importing, intake, pretranslate, recall
from translator import desk as desks
from translator.config import Config
from translator.desk import Desk, articles, copies
from translator.engines import packages
from translator.errors import UsageError
from translator.model import Role, Segment, State

WORDS = "el río bajó según año ¿qué? ¡sí! «niño» pingüino también mañana 3,5".split()
WORK = Config(author="Ana Ñu", site="https://example.org/{lang}/{slug}")

Held = dict[str, dict[int, tuple[str, str, str]]]
"""Of each article, what its segments hold: English, Spanish, state."""


def held(desk: Desk) -> Held:
    """What the desk holds."""
    return {
        slug: {
            one.id: (one.source, one.target, str(one.state))
            for one in articles.read(desk, slug).segments
        }
        for slug in articles.slugs(desk)
    }


@dataclass
class Script:
    """One translator at work in a folder: its desk, its exports and what it installs."""

    place: Path
    desk: Desk
    chance: random.Random
    done: int = 0

    @staticmethod
    def begin(place: Path, seed: int) -> Script:
        """Sit down at the desk in this folder."""
        return Script(place, desks.open_desk(place / "desk", author="Ana Ñu"), random.Random(seed))

    def step(self) -> str:
        """Do the next thing; its name."""
        self.done += 1
        name = self.chance.choices(list(STEPS), [weight for weight, _ in STEPS.values()])[0]
        with contextlib.suppress(UsageError):  # nothing to merge there: people try that too
            STEPS[name][1](self)
        return name

    def slug(self) -> str:
        return self.chance.choice(articles.slugs(self.desk))

    def segment(self, slug: str) -> Segment:
        return self.chance.choice(articles.read(self.desk, slug).segments)

    def text(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 8)))


def lay_desk(place: Path) -> None:
    """A desk with three articles to begin with, and the packages that may be installed."""
    desk = desks.open_desk(place / "desk", create=True)
    for number in range(3):
        intake.add_article(desk, make_article(), data=b"%d" % number, modified=WHEN)
    desk.close()
    packing.packed(place / "one.argosmodel", packing.light())
    packing.packed(place / "two.argosmodel", packing.light(package_version="2.0"))


def _type(script: Script) -> None:
    slug = script.slug()
    segment, text = script.segment(slug).id, script.text()
    for end in range(1, len(text) + 1, 5):
        editing.set_target(script.desk, slug, segment, text[:end])


def _confirm(script: Script) -> None:
    slug = script.slug()
    editing.confirm(script.desk, slug, script.segment(slug).id, script.text())


def _split(script: Script) -> None:
    slug = script.slug()
    segment = script.segment(slug)
    editing.split(script.desk, slug, segment.id, script.chance.randint(1, len(segment.source)))


def _merge(script: Script) -> None:
    slug = script.slug()
    editing.merge(script.desk, slug, script.segment(slug).id)


def _mark(script: Script) -> None:
    slug = script.slug()
    editing.mark(script.desk, slug, script.segment(slug).id, State.REVIEWED)


def _note(script: Script) -> None:
    slug = script.slug()
    editing.set_note(script.desk, slug, script.segment(slug).id, script.text())


def _undo(script: Script) -> None:
    editing.undo(script.desk, script.slug())


def _redo(script: Script) -> None:
    editing.redo(script.desk, script.slug())


def _twins(script: Script) -> None:
    slug = script.slug()
    segment = script.segment(slug).id
    others = editing.twins(script.desk, slug, segment)
    editing.apply_to_twins(script.desk, slug, segment, others)


def _correct(script: Script) -> None:
    slug = script.slug()
    lines = [one.id for one in articles.read(script.desk, slug).article.blocks]
    line = script.chance.choice(lines)
    what = script.chance.randrange(5)
    if what == 0:
        corrections.drop(script.desk, slug, line)
        if not articles.read(script.desk, slug).segments:
            corrections.keep(script.desk, slug, line)
    elif what == 1:
        corrections.keep(script.desk, slug, line)
    elif what == 2:
        corrections.join(script.desk, slug, line)
    elif what == 3:
        corrections.set_role(script.desk, slug, line, Role.QUOTE)
    else:
        corrections.set_text(script.desk, slug, line, f"Line {script.done} now. It is other.")


def _pretranslate(script: Script) -> None:
    for _progress in pretranslate.fill(script.desk, articles.slugs(script.desk), PseudoEngine()):
        pass


def _add(script: Script) -> None:
    if len(articles.slugs(script.desk)) < 8:
        article = replace(make_article(), slug="")
        intake.add_article(script.desk, article, data=b"n%d" % script.done, modified=WHEN)


def _export(script: Script) -> None:
    delivery.export(
        script.desk,
        articles.slugs(script.desk),
        formats=("html", "text", "po"),
        out=script.place / "out",
        force=True,
        config=WORK,
        draft=True,
    )


def _import(script: Script) -> None:
    slug = script.slug()
    folder = script.place / "exchanged"
    delivery.export(
        script.desk, [slug], formats=("po",), out=folder, force=True, config=WORK, draft=True
    )
    path = folder / f"{slug}.po"
    text = path.read_text(encoding="utf-8")
    if script.chance.random() < 0.5:
        text = text.replace("#, fuzzy\n", "")
    edited = script.place / "edited.po"
    edited.write_text(text.replace('msgstr ""\n\n', f'msgstr "{script.text()}"\n\n'), "utf-8")
    importing.import_po(script.desk, str(edited))


def _recall(script: Script) -> None:
    path = script.place / "memory.tmx"
    units = "".join(
        f"<tu><tuv xml:lang='en'><seg>Sentence {script.done} of {number}.</seg></tuv>"
        f"<tuv xml:lang='es'><seg>{script.text()}</seg></tuv></tu>"
        for number in range(50)
    )
    head = "<header srclang='en' datatype='html' segtype='sentence' adminlang='en'/>"
    path.write_text(f"<tmx version='1.4'>{head}<body>{units}</body></tmx>", encoding="utf-8")
    recall.import_tmx(script.desk, path)


def _migrate(script: Script) -> None:
    version = script.chance.choice(VERSIONS)
    folder = script.place / f"old-{script.done}"
    desks.open_desk(lay_out(folder, version)).close()


def _install(script: Script) -> None:
    packages.install(script.place / script.chance.choice(["one.argosmodel", "two.argosmodel"]))


def _copy(script: Script) -> None:
    copies.take(script.place / "desk")
    copies.thin(script.place / "desk", 1)


STEPS: dict[str, tuple[float, Callable[[Script], None]]] = {
    "type": (6, _type),
    "confirm": (5, _confirm),
    "split": (2, _split),
    "merge": (2, _merge),
    "mark": (1, _mark),
    "note": (1, _note),
    "undo": (2, _undo),
    "redo": (1, _redo),
    "twins": (1, _twins),
    "correct": (2, _correct),
    "pretranslate": (1, _pretranslate),
    "add": (1, _add),
    "export": (2, _export),
    "import": (1.5, _import),
    "recall": (1, _recall),
    "migrate": (1, _migrate),
    "install": (1, _install),
    "copy": (1, _copy),
}
