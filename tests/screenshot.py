"""Makes the picture in the README from the real editor: `python tests/screenshot.py`.

The sample article on a desk in a temporary folder, its first sentences translated by hand.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from translator import desk as desks
from translator import editing, intake
from translator.cli.making import SAMPLE
from translator.config import Config
from translator.tui.app import TranslatorApp

PICTURE = Path(__file__).parent / "pictures" / "editor.svg"
SIZE = (118, 30)

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
DRAFT = "Cuesta entre 29 y 145 dólares, con desayuno incluido, según el <1>nuevo horario</1>."


async def picture() -> str:
    """The editor as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        desk = desks.open_desk(Path(folder), create=True)
        slug = intake.add(desk, str(SAMPLE), Config()).slug
        for number, text in enumerate(SPANISH, start=1):
            editing.confirm(desk, slug, number, text)
        editing.set_target(desk, slug, len(SPANISH) + 1, DRAFT)
        app = TranslatorApp(desk, Config(), slug)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(2)  # what is known of the segment is looked up beside the screen
            svg = app.export_screenshot(title="translator edit")
        desk.close()
    return svg


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
