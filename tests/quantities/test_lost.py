"""What the guard asks: the figures of a source whose value its translation does not have."""

from __future__ import annotations

import pytest

from tests.conftest import SHARED
from translator import quantities


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It cost 1,200.5 euros.", "Costó 1200,5 euros."),
        ("20,000 people fled.", "Huyeron 20 000 personas."),
        ("20,000 people fled.", "Huyeron 20.000 personas."),
        ("It is worth $1.2 billion.", "Vale 1200 millones de dólares."),
        ("It is worth $1.2bn.", "Vale 1,2 mil millones de dólares."),
        ("3 million left.", "Se fueron 3 millones."),
        ("In the 1990s it fell 3.5%.", "En los años 90 cayó un 3,5 %."),
        ("They met at 5 p.m. and at 9pm.", "Se reunieron a las 17:00 y a las 21 horas."),
        ("In the 18th century", "En el siglo XVIII"),
        ("The 2 men and 12 women", "Los dos hombres y las doce mujeres"),
        ("He is 45.", "Tiene cuarenta y cinco años."),
        ("They won 7–2.", "Ganaron por 7-2."),
        ("A T-72 tank and COVID-19", "Un carro de combate y la covid"),
        ("See www.example.org/2026/03", "Véase www.example.org"),
    ],
)
def test_the_same_value_is_not_lost(source: str, target: str) -> None:
    assert quantities.lost(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("It fell by 17 points.", "Cayó 71 puntos.", ("17",)),
        ("20,000 people fled.", "Huyeron 2000 personas.", ("20,000",)),
        ("4,000 soldiers", "4.0000 soldados", ("4,000",)),
        ("12,000 soldiers", "12,00000 soldados", ("12,000",)),
        ("3 million left.", "Se fueron 3 mil.", ("3 million",)),
        ("It fell by 3.5%.", "Cayó 3,5.", ()),
        ("In two weeks", "En cinco semanas", ()),
        ("In 2024 and 2025", "En 2024", ("2025",)),
    ],
)
def test_another_value_is_lost(source: str, target: str, lost: tuple[str, ...]) -> None:
    assert quantities.lost(source, target) == lost


@pytest.mark.skipif(not (SHARED / "data").exists(), reason="the sentences are not here")
@pytest.mark.parametrize(("name", "most"), [("flores200-dev", 0.02), ("newstest2013", 0.022)])
def test_professional_translations_keep_their_numbers(name: str, most: float) -> None:
    folder = SHARED / "data" / "mt"
    pairs = zip(
        (folder / f"{name}.en").read_text(encoding="utf-8").splitlines(),
        (folder / f"{name}.es").read_text(encoding="utf-8").splitlines(),
        strict=True,
    )
    judged = [bool(quantities.lost(*pair)) for pair in pairs if quantities.in_english(pair[0])]
    assert sum(judged) / len(judged) <= most
