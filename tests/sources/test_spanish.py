"""Old Spanish pages are read as English ones are: they are aligned with their originals."""

from __future__ import annotations

from datetime import date

from translator.model import Role
from translator.sources import byline, dump, furniture

DUMP = """Ir al contenido
Inicio
Deportes
Suscríbete

Tercera semana de huelga en el puerto de Velmar
Las grúas siguen paradas tras romperse la negociación sobre la automatización

Por Ana Ferrer
3 de marzo de 2026
Tiempo de lectura: 4 minutos
Compartir

Las grúas del puerto de Velmar, paradas el lunes. Foto: EFE

La huelga que mantiene cerrado el puerto de la costa norte entró el lunes en su tercera semana.

Publicidad

El Gobierno se ha negado por ahora a intervenir, según explicó el sábado la ministra de Trabajo.

Etiquetas
Huelga
Lo más leído
Un niño encuentra una moneda romana
© 2026 El Faro. Todos los derechos reservados.
"""


def test_a_dump_in_spanish() -> None:
    article = dump.read(DUMP)
    kept = {block.role: block.text[:18] for block in article.blocks}
    assert kept[Role.TITLE] == "Tercera semana de "
    assert kept[Role.DECK] == "Las grúas siguen p"
    assert kept[Role.CAPTION] == "Las grúas del puer"
    assert (article.author, article.published) == ("Ana Ferrer", date(2026, 3, 3))
    assert article.reading_minutes == 4
    body = [block.text[:14] for block in article.blocks if block.role is Role.PARAGRAPH]
    assert body == ["La huelga que ", "El Gobierno se"]


def test_lines_that_state_something_in_spanish() -> None:
    assert byline.read_date("Publicado el martes, 3 de marzo del 2026", "dmy") == date(2026, 3, 3)
    assert byline.read_date("Se fundó el 3 de marzo de 1926", "dmy") is None
    assert byline.read_minutes("4 min de lectura") == 4
    assert byline.read_author("Por la mañana") == ""


def test_calls_in_spanish() -> None:
    assert furniture.is_call("Suscríbete a nuestro boletín")
    assert furniture.is_promo_label("Lee también:")
    assert furniture.ends_article("Etiquetas:")
    assert not furniture.is_call("Suscribieron el acuerdo tras once horas de reunión.")
