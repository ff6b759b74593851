"""Makes the picture in the README from the real editor: `python tests/screenshot.py`.

The sample article on a desk in a temporary folder, its first sentences translated by hand, and an
older article in the memory. What a machine says is written down here: it would be another text with
every package.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import Any

from translator import desk as desks
from translator import editing, intake, terminology
from translator.cli.making import SAMPLE
from translator.config import Config
from translator.desk import Desk, articles, segments
from translator.desk.journal import Action, Holding, article_key
from translator.model import Article, Block, Origin, Role, State, Term
from translator.tui import greeting
from translator.tui.app import TranslatorApp
from translator.tui.assistance import Assistance
from translator.tui.widgets.target_area import TargetArea

PICTURE = Path(__file__).parent / "pictures" / "editor.svg"
SIZE = (118, 38)

SPANISH = (
    "El tren nocturno a la costa vuelve once años después",
    "El primer coche cama salió de Port Ellery el jueves con 212 pasajeros.",
    "Los billetes cuestan desde 29 dólares y la línea espera llevar a 80 000 personas al año.",
    "Varios pasajeros con maletas caminan junto a un coche cama azul al anochecer",
    "Unos pasajeros suben al primer coche cama en once años.",
    "Foto: Ines Calloway",
    "Un tren de coches cama salió de Port Ellery hacia la costa la noche del jueves, once años"
    " después de que se retirara del servicio el último.",
    "Las 212 plazas se vendieron en cuatro horas, según la compañía ferroviaria.",
    "El viaje, de 740 kilómetros, dura nueve horas y media.",
)
DRAFTS = (
    "«La gente nos dijo que prefería dormir a hacer cola en un aeropuerto», dijo Tomas Arden, que"
    " dirige el servicio.",
    "«Al principio no los creímos.",
    "Ahora estamos encargando <1>otros dos trenes</1>».",
    "Por qué se suspendió",
)
MACHINE = (
    "Cuesta entre 29 y 145 dólares, desayuno incluido, según el <1>nuevo horario</1>.",
    "Su precio es de entre 29 y 145 dólares, con desayuno, según el <1>nuevo horario</1>.",
)
TYPED = "Cuesta entre 29 y 154 dólares, con desayuno incluido, según el <1>nuevo horario</1>."
OLDER = (
    "It costs between 19 and 145 dollars, dinner included, according to the <1>new timetable</1>.",
    "Cuesta entre 19 y 145 dólares, con cena incluida, según el <1>nuevo horario</1>.",
)
TERMS = (Term("breakfast", "desayuno"), Term("timetable", "horario"))


async def _ask(_self: Assistance, kind: str, **_question: object) -> dict[str, Any] | None:
    return {"hypotheses": [[text, 0.0] for text in MACHINE]} if kind == "hypotheses" else None


def _prepare(desk: Desk) -> str:
    """The sample half translated, with drafts for the rest; its slug."""
    slug = intake.add(desk, str(SAMPLE), Config()).slug
    codes = next(one.codes for one in articles.read(desk, slug).segments if one.codes)
    block = Block(2, Role.PARAGRAPH, OLDER[0], codes=codes)
    older = Article((Block(1, Role.TITLE, "Fares of the mountain line"), block))
    where = intake.add_article(desk, older, data=b"older", modified=desks.now())
    editing.confirm(desk, where, 2, OLDER[1])
    for term in TERMS:
        terminology.add_term(desk, term)
    for number, text in enumerate(SPANISH, start=1):
        editing.confirm(desk, slug, number, text)
    with desks.writing(desk) as connection:
        key = article_key(connection, slug)
        for number, text in enumerate((MACHINE[0], *DRAFTS), start=len(SPANISH) + 1):
            draft = Holding(text, State.INITIAL, Origin.MACHINE, None, "argos en-es 1.9")
            segments.put(connection, key, number, Action.FILL, draft)
    return slug


async def picture() -> str:
    """The editor as SVG."""
    Assistance.ask = _ask  # type: ignore[assignment, method-assign]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLATOR_DATA_DIR"] = folder
        greeting.is_first_start()
        desk = desks.open_desk(Path(folder), create=True)
        app = TranslatorApp(desk, Config(), _prepare(desk))
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(1)  # what is known of the segment is looked up beside the screen
            app.screen.query_one(TargetArea).replace_all(TYPED)
            await pilot.pause(2)
            svg = app.export_screenshot(title="translator edit")
        desk.close()
    return svg


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
