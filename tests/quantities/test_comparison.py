"""Twins: for one English sentence, Spanish with the same quantity and with another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from translator import quantities
from translator.quantities import Kind

RIGHT = [
    # Separators, scales
    ("It cost 1,200.5 euros.", "Costó 1200,5 euros."),
    ("20,000 people fled.", "Huyeron 20 000 personas."),
    ("20,000 people fled.", "Huyeron 20\u202f000 personas."),
    ("20,000 people fled.", "Huyeron 20.000 personas."),
    ("20,000 people fled.", "Huyeron 20 mil personas."),
    ("20,000 people fled.", "Huyeron veinte mil personas."),
    ("It is worth $1.2 billion.", "Vale 1200 millones de dólares."),
    ("It is worth $1.2bn.", "Vale 1,2 mil millones de dólares."),
    ("It is worth $1.2bn.", "Vale 1,2 millardos de dólares."),
    ("It lost £5m.", "Perdió cinco millones de libras."),
    ("A $3 trillion plan", "Un plan de 3 billones de dólares"),
    ("Half a million left.", "Se fueron medio millón."),
    ("Half a million left.", "Se fueron 500 000 personas."),
    ("They spent a billion dollars.", "Gastaron mil millones de dólares."),
    ("1.5 million voters", "millón y medio de votantes"),
    ("two and a half million voters", "dos millones y medio de votantes"),
    ("It needs 10 to 15 million euros.", "Necesita entre 10 y 15 millones de euros."),
    ("It needs $10-15 million.", "Necesita de 10 a 15 millones de dólares."),
    ("twenty-one thousand three hundred and five", "veintiún mil trescientos cinco"),
    ("Billions of dollars were lost.", "Se perdieron miles de millones de dólares."),
    ("Hundreds of thousands marched.", "Marcharon cientos de miles."),
    # Per cent, fractions
    ("It fell by 3.5%.", "Cayó un 3,5 %."),
    ("It fell by 3.5 per cent.", "Cayó un 3,5 por ciento."),
    ("It rose 5 percentage points.", "Subió 5 puntos."),
    ("About half of them voted.", "Votó cerca del 50 %."),
    ("50% of them voted.", "Votó la mitad."),
    ("Two-thirds of the seats", "Dos tercios de los escaños"),
    ("A third of the seats", "La tercera parte de los escaños"),
    ("Three quarters of the seats", "El 75 % de los escaños"),
    ("5½ years", "cinco años y medio"),
    ("between 30 and 40%", "entre el 30 y el 40 %"),
    # Words, collectives
    ("The 2 men and 12 women", "Los dos hombres y las doce mujeres"),
    ("He is 45.", "Tiene cuarenta y cinco años."),
    ("two dozen books", "24 libros"),
    ("a dozen books", "una docena de libros"),
    ("a couple of days", "un par de días"),
    ("for ten years", "durante una década"),
    ("a decade of war", "diez años de guerra"),
    ("In two weeks", "En quince días"),
    ("48 hours later", "dos días después"),
    ("for 18 months", "durante año y medio"),
    ("Over the past two years", "En los últimos años"),
    # Ordinals, centuries, kings
    ("In the 18th century", "En el siglo XVIII"),
    ("the 21st floor", "el piso 21"),
    ("the 1st prize", "el primer premio"),
    ("the 3rd prize", "el 3.º premio"),
    ("His 60th goal", "Su gol número 60"),
    # Years and decades
    ("In the 1990s it fell.", "En los años noventa cayó."),
    ("In the 1990s it fell.", "En los años 90 cayó."),
    ("In the 1990s it fell.", "En la década de 1990 cayó."),
    ("In the nineties it fell.", "En la década de los 90 cayó."),
    ("in the '80s", "en los ochenta"),
    ("the 1995-96 season", "la temporada 1995-1996"),
    ("In May 1968", "En mayo del 68"),
    # Dates and times
    ("On September 24, 1759", "El 24 de septiembre de 1759"),
    ("On 3 Feb. 2012", "El 3 de febrero de 2012"),
    ("On May 5", "El 5 de mayo"),
    ("They may march in the street.", "Pueden marchar por la calle."),
    ("At 5 p.m. and at 9pm", "A las 17:00 y a las 21 horas"),
    ("At 5 p.m.", "A las cinco de la tarde"),
    ("At 5:30 p.m.", "A las cinco y media"),
    ("At 5:30pm", "A las 17.30 h"),
    ("at 2 in the morning", "a las dos de la madrugada"),
    ("at 11:45", "a las doce menos cuarto"),
    ("At noon", "A las 12:00"),
    ("At midnight", "A las doce de la noche"),
    ("At 12:00", "A mediodía"),
    ("0230 UTC", "2:30 UTC"),
    # Money
    ("It costs $5.", "Cuesta 5 $."),
    ("US$22,500", "22 500 dólares"),
    ("€5m", "5 millones de euros"),
    ("50 hryvnias", "50 grivnas"),
    ("5 euro cents", "5 céntimos de euro"),
    ("USD 100", "100 dólares estadounidenses"),
    # Measures
    ("60 miles away", "a unos 100 kilómetros"),
    ("60 miles away", "a 60 millas"),
    ("6 feet tall", "de 1,8 metros"),
    ("60 miles per hour", "96 km/h"),
    ("90 degrees Fahrenheit", "32 °C"),
    ("200 pounds", "90 kilos"),
    ("500 square miles", "1300 kilómetros cuadrados"),
    ("It is 5 miles (8 km) long.", "Mide 8 km."),
    ("two and a half years", "30 meses"),
    # Scores, ratios
    ("They won 7–2.", "Ganaron por 7 a 2."),
    ("They won 3-2.", "Ganaron 3-2."),
    # No quantities
    ("A T-72 tank and COVID-19", "Un carro de combate y la covid"),
    ("See www.example.org/2026/03", "Véase www.example.org"),
    ("Write to a1@example.org", "Escriba a la dirección"),
    ("Call +1 (555) 123-4567", "Llame por teléfono"),
    ("Version 3.11.2 is out", "Ha salido la nueva versión"),
    ("An M142 and a Su-57", "Un lanzacohetes y un caza"),
    ("an Ariane5 rocket", "un cohete Ariane 5"),
    ("the 11-S", "el 11-S"),
    ("in 4x4 cars in 3D", "en coches 4x4 en 3D"),
]

WRONG = [
    ("It is worth $1.2 billion.", "Vale 1,2 billones de dólares.", Kind.FACTOR),
    ("It is worth $1.2 billion.", "Vale 1,2 millones de dólares.", Kind.FACTOR),
    ("Billions of dollars were lost.", "Se perdieron billones de dólares.", Kind.FACTOR),
    ("3 million left.", "Se fueron 3 mil.", Kind.FACTOR),
    ("They spent a billion dollars.", "Gastaron un millón de dólares.", Kind.FACTOR),
    ("20,000 people fled.", "Huyeron 2000 personas.", Kind.FACTOR),
    ("It fell by 3.5%.", "Cayó un 35 %.", Kind.FACTOR),
    ("It fell by 17 points.", "Cayó 71 puntos.", Kind.CHANGED),
    ("In 2024 and 2025", "En 2024", Kind.MISSING),
    ("It fell last year.", "Cayó en 2012.", Kind.ADDED),
    ("It fell in 1992.", "Cayó en 1922.", Kind.CHANGED),
    ("seventy kilometres away", "a 60 km", Kind.CHANGED),
    ("five boys", "cuatro niños", Kind.CHANGED),
    ("fifteen singers", "cincuenta cantantes", Kind.CHANGED),
    ("forty thousand people left", "la gente se fue", Kind.MISSING),
    ("It fell by 3.5%.", "Cayó 3,5.", Kind.UNIT),
    ("Forty percent are infected.", "El cuarenta está infectado.", Kind.UNIT),
    ("They have 20 seats.", "Tienen el 20 %.", Kind.UNIT),
    ("It costs $5.", "Cuesta 5 euros.", Kind.UNIT),
    ("seven thousand rubles", "siete mil libras", Kind.UNIT),
    ("a few dollars", "unos pocos euros", Kind.UNIT),
    ("60 miles away", "a 60 kilómetros", Kind.UNIT),
    ("sixty-foot long", "de sesenta metros de largo", Kind.UNIT),
    ("for 5 years", "durante 5 meses", Kind.UNIT),
    ("60 miles away", "a 300 kilómetros", Kind.CHANGED),
    ("645 miles away", "a 654 millas", Kind.CHANGED),
    ("On May 5", "El 5 de marzo", Kind.DATE),
    ("on Monday and Friday", "el lunes y el sábado", Kind.DATE),
    ("In December", "El mes pasado", Kind.MISSING),
    ("At 5 p.m.", "A las 15:00", Kind.TIME),
    ("At 5 p.m.", "A las cinco de la madrugada", Kind.TIME),
    ("At 9:30 am", "A las 21:30", Kind.TIME),
    ("At noon they met at 5:15.", "A mediodía se reunieron a las 5:45.", Kind.TIME),
    ("A T-72 tank", "Un tanque T-27", Kind.NAME),
    ("COVID-19", "COVID-91", Kind.NAME),
    ("the H5N1 virus", "el virus H1N5", Kind.NAME),
    ("20,000 people fled.", "Huyeron 20,000 personas.", Kind.SEPARATOR),
    ("In the 1930s", "En la década de 1960", Kind.CHANGED),
    ("the 18th century", "el siglo XIX", Kind.MISSING),
    ("They won 7–2.", "Ganaron por 7 a 1.", Kind.CHANGED),
    ("a 28-year-old man", "un hombre de 82 años", Kind.CHANGED),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_quantity_is_no_difference(source: str, target: str) -> None:
    assert quantities.compare(source, target) == ()


@pytest.mark.parametrize(("source", "target", "kind"), WRONG)
def test_another_quantity_is_told(source: str, target: str, kind: Kind) -> None:
    found = quantities.compare(source, target)
    assert kind in {one.kind for one in found}
    for one in found:
        for text, span, said in (
            (source, one.source_span, one.source_text),
            (target, one.target_span, one.target_text),
        ):
            assert said == ("" if span is None else text[slice(*span)])


def test_a_billion_names_its_factor_and_what_is_right() -> None:
    (one,) = quantities.compare("It cost $1.2 billion.", "Costó 1,2 billones de dólares.")
    assert (one.factor, one.wanted, one.is_sure) == (Decimal(1000), "1200 millones", True)
    assert one.target_text == "1,2 billones"
    (one,) = quantities.compare(
        "It cost $1.2 billion.", "Costó 1.2 billones de dólares.", region="es-US"
    )
    assert (one.factor, one.is_sure) == (Decimal(1000), False)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("12,500 people", "125 personas", "12\u00a0500"),
        ("4,500 people", "450 personas", "4500"),
        ("It fell by 3.5%.", "Cayó 3,5.", "3,5\u00a0%"),
        ("On May 5", "El 5 de marzo", "mayo"),
        ("At 5 p.m.", "A las 15:00", "17:00"),
        ("60 miles away", "a 60 kilómetros", "millas"),
        ("It costs $5.", "Cuesta 5 euros.", "dólares"),
        ("A T-72 tank", "Un tanque T-27", "T-72"),
    ],
)
def test_what_is_right_is_written_in_spanish(source: str, target: str, wanted: str) -> None:
    assert wanted in {one.wanted for one in quantities.compare(source, target)}


@pytest.mark.parametrize(
    ("region", "target", "count"),
    [
        ("es-ES", "Huyeron 3.500 personas.", 0),
        ("es-419", "Huyeron 3.500 personas.", 0),
        ("es-MX", "Huyeron 3,500 personas.", 0),
        ("es-US", "Huyeron 3,500 personas.", 0),
        ("es-ES", "Huyeron 3,500 personas.", 1),
    ],
)
def test_the_region_decides_on_separators(region: str, target: str, count: int) -> None:
    assert len(quantities.compare("3,500 people fled.", target, region=region)) == count
