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
    ("two out of three", "dos tercios"),
    ("two-thirds", "dos de cada tres"),
    ("three-quarters of an hour", "45 minutos"),
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
    # Inline codes
    ("It fell <1>5 percent</1> in <2>May</2>.", "Cayó un <1>5</1> % en mayo."),
    ("It is <1>5</1> million, <2/>he says.", "Son <1>5 millones</1>, dice."),
    # News
    ("The bill passed 218-210.", "El proyecto se aprobó por 218 votos contra 210."),
    (
        "Russia fired 33 Kh-101 missiles and 28 Shahed-136 drones.",
        "Rusia lanzó 33 misiles Kh-101 y 28 drones Shahed-136.",
    ),
    (
        "Some 1.3 million people, or 12 percent, fled.",
        "Alrededor de 1,3 millones de personas, el 12 %, huyeron.",
    ),
    (
        "Police said two people died and 17 were hurt.",
        "La policía dijo que murieron dos personas y 17 resultaron heridas.",
    ),
    ("The temperature hit 104 degrees (40 C).", "La temperatura alcanzó los 40 grados."),
    ("The temperature hit 104 degrees.", "La temperatura llegó a los 40 grados centígrados."),
    ("a 6-foot-4 guard", "un escolta de 1,93 metros"),
    ("He ran the 100 meters in 9.58 seconds.", "Corrió los 100 metros en 9,58 segundos."),
    (
        "Oil fell $1.15 to $82.30 a barrel.",
        "El petróleo bajó 1,15 dólares, hasta los 82,30 dólares el barril.",
    ),
    ("The euro rose to $1.0850.", "El euro subió a 1,0850 dólares."),
    ("He was sentenced to 25 years to life.", "Fue condenado a entre 25 años y cadena perpetua."),
    ("on Sept. 11, 2001", "el 11 de septiembre de 2001"),
    ("the 9/11 attacks", "los atentados del 11 de septiembre"),
    ("the 9/11 attacks", "los atentados del 11-S"),
    ("from 9 a.m. to 5 p.m.", "de 9.00 a 17.00"),
    ("from 9 a.m. to 5 p.m.", "de nueve de la mañana a cinco de la tarde"),
    ("shortly after 3 p.m. (1900 GMT)", "poco después de las 15:00 (19:00 GMT)"),
    ("He is in his 30s.", "Tiene treinta y tantos años."),
    ("one in five Americans", "uno de cada cinco estadounidenses"),
    ("one in five Americans", "el 20 % de los estadounidenses"),
    ("tens of thousands of people", "decenas de miles de personas"),
    ("The 24-hour deadline", "El plazo de un día"),
    ("The 60-year-old woman", "La mujer, de 60 años,"),
    ("2.5-million-strong army", "ejército de 2,5 millones"),
    ("a $61 billion package", "un paquete de 61.000 millones de dólares"),
    ("a $61 billion package", "un paquete de 61 mil millones de dólares"),
    ("a $1 trillion economy", "una economía de un billón de dólares"),
    ("an army of 150,000", "un ejército de 150 000 efectivos"),
    ("Brigade 47 and the 110th Brigade", "la Brigada 47 y la 110.ª Brigada"),
    ("the 110th Brigade", "la brigada 110"),
    ("since Feb. 24, 2022", "desde el 24 de febrero de 2022"),
    ("a No. 1 hit", "un éxito número uno"),
    ("Article 5 of the treaty", "el artículo 5 del tratado"),
    ("by 10%-15%", "entre un 10 % y un 15 %"),
    ("between 1939 and 1945", "entre 1939 y 1945"),
    ("50,000-60,000 soldiers", "entre 50 000 y 60 000 soldados"),
    ("He paid 40 rubles.", "Pagó 40 rublos."),
    ("40 acres", "16 hectáreas"),
    ("1,500 sq ft", "140 metros cuadrados"),
    ("The 1.2-mile bridge", "El puente de dos kilómetros"),
    ("Prices doubled.", "Los precios se duplicaron."),
    ("Prices rose 100%.", "Los precios se duplicaron."),
    ("Three-time champion", "tricampeón"),
    ("a four-day visit", "una visita de cuatro días"),
    ("Louis XIV died in 1715.", "Luis XIV murió en 1715."),
    ("World War II", "la Segunda Guerra Mundial"),
    ("He scored twice.", "Marcó dos goles."),
    ("She won 6-4, 7-6 (7-3).", "Ganó 6-4 y 7-6 (7-3)."),
    ("Half of the 30 hostages", "La mitad de los 30 rehenes"),
    ("a quarter of a million people", "un cuarto de millón de personas"),
    ("250,000 people", "un cuarto de millón de personas"),
    ("5,000 euros ($5,400)", "5000 euros (5400 dólares)"),
    ("It weighs 10 tons.", "Pesa 10 toneladas."),
    ("$100m", "100 millones de dólares"),
    ("£1.5bn", "1500 millones de libras"),
    ("The 2016-17 season", "La temporada 2016/17"),
    ("May 9 parade", "desfile del 9 de mayo"),
    ("in early May", "a principios de mayo"),
    ("a Boeing 737-800", "un Boeing 737-800"),
    ("2,000-year-old", "de 2000 años de antigüedad"),
    ("5 percent of 3 million", "el 5 % de 3 millones"),
    ("12 Nov", "12 de noviembre"),
    ("More than a dozen people", "Más de una docena de personas"),
    ("the first six months", "el primer semestre"),
    ("in the second quarter", "en el segundo trimestre"),
    ("three months", "un trimestre"),
    ("20 years", "dos décadas"),
    ("two decades", "veinte años"),
    ("a two-thirds majority", "una mayoría de dos tercios"),
    ("the 1,200 or so residents", "los cerca de 1200 residentes"),
    ("at a rate of 4.5 per 1,000", "a razón de 4,5 por cada mil"),
    ("1:30 a.m. local time", "1.30 hora local"),
    ("the $20 bill", "el billete de 20 dólares"),
    ("Level 3", "nivel 3"),
    ("a 3-D film", "una película en 3D"),
    ("The dollar fell 3 cents.", "El dólar cayó tres centavos."),
    ("60-plus countries", "más de 60 países"),
    ("a hundred years", "un siglo"),
    ("100 years ago", "hace un siglo"),
    ("500 years", "cinco siglos"),
    ("a 12-year-old boy and his 9-year-old sister", "un niño de doce años y su hermana de nueve"),
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
    ("a two-thirds majority", "una mayoría de tres quintos", Kind.CHANGED),
    # News
    ("The bill passed 218-210.", "El proyecto se aprobó por 281 votos contra 210.", Kind.CHANGED),
    ("It grew 0.5 percent.", "Creció un 5 %.", Kind.FACTOR),
    ("a $61 billion package", "un paquete de 61 billones de dólares", Kind.FACTOR),
    ("a $61 billion package", "un paquete de 61 millones de dólares", Kind.FACTOR),
    ("killed 7 people", "murieron 17 personas", Kind.CHANGED),
    ("at 7:45 p.m.", "a las 18:45", Kind.TIME),
    ("on June 3", "el 3 de julio", Kind.DATE),
    ("three soldiers", "cuatro soldados", Kind.CHANGED),
    ("104 degrees Fahrenheit", "104 grados centígrados", Kind.UNIT),
    ("5 million pounds", "5 millones de dólares", Kind.UNIT),
    ("10 to 15 percent", "del 10 al 25 %", Kind.CHANGED),
    ("on Tuesday", "el jueves", Kind.DATE),
    ("1990s", "años ochenta", Kind.CHANGED),
    ("trillions of dollars", "miles de millones de dólares", Kind.FACTOR),
    ("thousands of people", "millones de personas", Kind.FACTOR),
    ("16th century", "siglo XVII", Kind.MISSING),
    ("15 hours", "15 días", Kind.UNIT),
    ("2,500", "2,500", Kind.SEPARATOR),
    ("10 kg", "10 libras", Kind.UNIT),
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
