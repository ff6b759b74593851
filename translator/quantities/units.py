"""Units of both languages by one key, and what they are worth in each other.

Only units that a word tells for certain: *pounds* are money or weight in both languages alike, and
*points* may be per cent. Factors are the definitions of the SI and of the international yard and
pound (1959); currencies are not converted.
"""

from __future__ import annotations

from decimal import Decimal

PERCENT = "%"
DOLLAR_SIGN = "$"

DIMENSIONS: dict[str, tuple[str, Decimal]] = {
    unit: (dimension, Decimal(factor))
    for dimension, units in {
        "length": "mm .001 cm .01 in .0254 ft .3048 yd .9144 m 1 km 1000 mi 1609.344 nmi 1852",
        "area": "m2 1 km2 1e6 ha 1e4 acre 4046.856 mi2 2589988 ft2 .09290304",
        "volume": "ml .001 l 1 gal 3.785412 pint .473176 bbl 158.987 m3 1000",
        "mass": "mg 1e-6 g .001 oz .0283495 kg 1 st 6.35029 t 1000",
        "speed": "km/h 1 mph 1.609344 kn 1.852 m/s 3.6",
        "time": "second 1 minute 60 hour 3600 day 86400 week 604800",
        "years": "month 1 semester 6 year 12 decade 120 century 1200 millennium 12000",
        "temperature": "C 1 F 1",
        "power": "W 1 kW 1e3 MW 1e6 GW 1e9 TW 1e12",
        "energy": "kWh 1 MWh 1e3 GWh 1e6 TWh 1e9",
        "memory": "kB 1 MB 1e3 GB 1e6 TB 1e9",
    }.items()
    for unit, factor in zip(units.split()[::2], units.split()[1::2], strict=True)
}
"""A unit's dimension, and what one is worth in the dimension's own unit. Months are not days."""

CURRENCIES = frozenset(
    "dollar euro pound yen yuan rouble hryvnia peso real rupee franc krona lira shekel won rand"
    " zloty dirham rial dinar bolivar cent $".split()
)


def _table(text: str) -> dict[str, str]:
    """Words by their unit, from lines of a unit and its words."""
    found = {}
    for line in text.split("\n"):
        unit, *words = line.split() or [""]
        for word in words:
            found[word] = unit
    return found


SIGNS = _table(
    """
    % % ‰
    $ $
    euro €
    pound £
    yen ¥
    hryvnia ₴
    rouble ₽
    rupee ₹
    """
)

CODES = _table(
    """
    dollar usd
    euro eur
    pound gbp
    yen jpy
    yuan cny rmb
    rouble rub
    hryvnia uah
    franc chf
    rupee rs
    """
)
"""Codes and letters that stand before or behind a sum."""

_SHARED = """
mm mm
cm cm
m m
km km
mi mi
ft ft
km2 km² km2
m2 m² m2
m3 m³
ha ha
l l
ml ml
kg kg
g g
mg mg
lb lb lbs
oz oz
km/h kph kmh
mph mph
W w
kW kw
MW mw
GW gw
TW tw
kWh kwh
MWh mwh
GWh gwh
TWh twh
kB kb
MB mb
GB gb
TB tb
hour h hs hrs hr
minute min
"""

ENGLISH = _table(
    _SHARED
    + """
% pc pct percent
mm millimeter millimeters millimetre millimetres
cm centimeter centimeters centimetre centimetres
in inch inches
ft foot feet
yd yard yards
m meter meters metre metres
km kilometer kilometers kilometre kilometres
mi mile miles
acre acre acres
ha hectare hectares
l liter liters litre litres
gal gallon gallons
pint pint pints
bbl barrel barrels
mg milligram milligrams
g gram grams gramme grammes
oz ounce ounces
kg kilogram kilograms kilo kilos kilogramme kilogrammes
t ton tons tonne tonnes
st stone
kn knots
second second seconds sec secs
minute minute minutes mins
hour hour hours
day day days
week week weeks
month month months
year year years yr yrs
decade decade decades
century century centuries
millennium millennium millennia
W watt watts
kW kilowatt kilowatts
MW megawatt megawatts
GW gigawatt gigawatts
MB megabyte megabytes
GB gigabyte gigabytes
TB terabyte terabytes
point point points
degree degree degrees
dollar dollar dollars bucks
euro euro euros
pound pound pounds sterling quid
yen yen
yuan yuan renminbi
rouble rouble roubles ruble rubles
hryvnia hryvnia hryvnias hryvnya
peso peso pesos
real reais
rupee rupee rupees
franc franc francs
krona krona kronor krone kroner crowns
shekel shekel shekels
won won
rand rand
zloty zloty zlotys
dirham dirham dirhams
rial rial rials riyal riyals
dinar dinar dinars
bolivar bolivar bolivars
cent cent cents penny pence
"""
)

SPANISH = _table(
    _SHARED
    + """
% porciento
mm milímetro milímetros
cm centímetro centímetros
in pulgada pulgadas
ft pie pies
yd yarda yardas
m metro metros
km kilómetro kilómetros
mi milla millas
acre acre acres
ha hectárea hectáreas
l litro litros
gal galón galones
pint pinta pintas
bbl barril barriles
mg miligramo miligramos
g gramo gramos
oz onza onzas
kg kilo kilos kilogramo kilogramos
t tonelada toneladas
kn nudos
second segundo segundos
minute minuto minutos
hour hora horas
day día días
week semana semanas
month mes meses
semester semestre semestres
year año años
decade década décadas decenio decenios
century siglo siglos
millennium milenio milenios
W vatio vatios watts
kW kilovatio kilovatios
MW megavatio megavatios
GW gigavatio gigavatios
MB megabyte megabytes
GB gigabyte gigabytes
TB terabyte terabytes
point punto puntos
degree grado grados
dollar dólar dólares
euro euro euros
pound libra libras
yen yen yenes
yuan yuan yuanes renminbi
rouble rublo rublos
hryvnia grivna grivnas hryvnia hryvnias
peso peso pesos
real reales
rupee rupia rupias
franc franco francos
krona corona coronas
shekel séquel séqueles shéquel shéquels shekel shekels siclo siclos
won won wones
rand rand rands
zloty esloti eslotis zloty zlotys
dirham dirham dirhams dírham
rial rial riales riyal riyales
dinar dinar dinares
bolivar bolívar bolívares
cent centavo centavos céntimo céntimos centavos penique peniques
"""
)

UNSURE_CURRENCIES = frozenset("won rand real krona franc cent rial".split())
"""Currencies whose words mean something else as well, away from a sum: *won*, *Rand*, *coronas*."""


def is_currency(unit: str) -> bool:
    """Whether a unit is money."""
    return unit in CURRENCIES


_SAME = {
    frozenset(pair)
    for pair in (("$", "dollar"), ("$", "peso"), ("$", "real"), ("%", "point"), ("lb", "pound"))
} | {frozenset(pair) for pair in (("degree", "C"), ("degree", "F"), ("m", "minute"))}
_AREA = {"mi": "mi2", "km": "km2", "m": "m2", "ft": "ft2"}
_SPEED = {"mi": "mph", "km": "km/h"}


def square(unit: str) -> str:
    """The area of a length, for *square miles*."""
    return _AREA.get(unit, unit)


def speed(unit: str) -> str:
    """The speed of a length, for *miles per hour*."""
    return _SPEED.get(unit, unit)


def agree(one: str, other: str) -> bool:
    """Whether two units may stand for the same."""
    return one == other or frozenset((one, other)) in _SAME


def dimension(unit: str) -> str:
    """What a unit measures; empty for what is not converted."""
    if unit == "pound" or unit == "lb":
        return "mass"
    return DIMENSIONS[unit][0] if unit in DIMENSIONS else ""


def worth(value: Decimal, unit: str) -> tuple[Decimal, ...]:
    """A measure in its dimension's own unit; several for degrees, which may be a difference."""
    if unit == "pound" or unit == "lb":
        return (value * Decimal("0.45359237"),)
    if unit == "F":
        return ((value - 32) * 5 / 9, value * 5 / 9)
    return (value * DIMENSIONS[unit][1],)
