"""Spanish number words, months and clock words."""

from __future__ import annotations

from translator.quantities import units
from translator.quantities.language import Language, fraction_values, loosely, numbered

_ONES = numbered(
    "cero un|uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
    " quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte"
    " veintiún|veintiuno|veintiuna|veintiun veintidós|veintidos veintitrés|veintitres"
    " veinticuatro veinticinco veintiséis|veintiseis veintisiete veintiocho veintinueve"
)
_TENS = numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 3)
_HUNDREDS = numbered(
    "cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas"
    " quinientos|quinientas seiscientos|seiscientas setecientos|setecientas"
    " ochocientos|ochocientas novecientos|novecientas",
    1,
)
_ORDINALS = numbered(
    "primer|primero|primera|primeros|primeras segundo|segunda|segundos|segundas"
    " tercer|tercero|tercera|terceros|terceras|tercio|tercios cuarto|cuarta|cuartos|cuartas"
    " quinto|quinta|quintos|quintas sexto|sexta|sextos|sextas séptimo|séptima|séptimos|séptimas"
    " octavo|octava|octavos|octavas noveno|novena|novenos|novenas décimo|décima|décimos|décimas"
    " undécimo|undécima|undécimos|undécimas|decimoprimero|decimoprimera|decimoprimer"
    " duodécimo|duodécima|duodécimos|duodécimas|decimosegundo|decimosegunda"
    " decimotercero|decimotercera|decimotercer decimocuarto|decimocuarta decimoquinto|decimoquinta"
    " decimosexto|decimosexta decimoséptimo|decimoséptima decimoctavo|decimoctava"
    " decimonoveno|decimonovena vigésimo|vigésima",
    1,
)
PARTS = {word: number for word, number in _ORDINALS.items() if number > 2} | {
    "medio": 2,
    "medios": 2,
    "centésimas": 100,
    "centésima": 100,
    "milésima": 1000,
    "milésimas": 1000,
}

_LOOSE = loosely(
    {
        "un uno una unos unas único única solo sola": (1,),
        "par pareja parejas pares ambos ambas dúo mellizos gemelos gemelas bicampeón bienio dos-": (
            2,
        ),
        "doble dobles duplicar duplicó duplica duplicado duplicaron duplicarse": (2, 100, 200),
        "trío tricampeón trienio hat-trick trillizos": (3,),
        "triple triplicar triplicó triplica triplicado triplicaron": (3, 200, 300),
        "cuádruple cuadruplicó cuarteto tetracampeón cuatrienio": (4, 300, 400),
        "quinteto quinquenio quinquenal lustro pentacampeón": (5,),
        "sexenio sexteto semestre semestral": (6,),
        "trimestre trimestral": (3, 4),
        "bimestre bimestral": (2,),
        "cuatrimestre": (4,),
        "medio media medios medias mitad mitades": ("0.5", 50, 30, 6, 2, "1.5"),
        "década décadas decenio decenios": (10,),
        "siglo siglos centenario centuria": (100,),
        "bicentenario": (200,),
        "sesquicentenario": (150,),
        "cincuentenario cincuentón": (50,),
        "milenio milenario": (1000,),
        "quincena quincenal": (14, 15, 2),
        "mediodía medianoche": (12,),
        "veinteañero veinteañera veinteañeros": (20,),
        "treintañero treintañera treintañeros": (30,),
        "cuarentón cuarentona cuarentena": (40,),
        "sexagenario sexagenaria": (60,),
        "septuagenario septuagenaria": (70,),
        "octogenario octogenaria": (80,),
        "nonagenario nonagenaria": (90,),
        "quinceañera quinceañero": (15,),
        "dieciseisavos": (32, 16),
        "trigésimo trigésima": (30,),
        "cuadragésimo cuadragésima": (40,),
        "quincuagésimo quincuagésima": (50,),
        "sexagésimo sexagésima": (60,),
        "septuagésimo septuagésima": (70,),
        "octogésimo octogésima": (80,),
        "nonagésimo nonagésima": (90,),
        "centésimo centésima centésimas": (100, "0.01"),
        "milésimo milésima milésimas": (1000, "0.001"),
        "noventas": (90, 1990),
        "ochentas": (80, 1980),
        "setentas": (70, 1970),
        "sesentas": (60, 1960),
        "cincuentas": (50, 1950),
    }
)
for _word, _number in _ORDINALS.items():
    _more = fraction_values(1, _number) if _number > 2 else frozenset()
    _LOOSE[_word] = frozenset(loosely({_word: (_number,)})[_word]) | _more
for _word in ("cuarto", "cuartos", "cuarta", "cuartas"):
    _LOOSE[_word] |= loosely({"a": (15, 8, 75)})["a"]
for _word in ("octavo", "octavos"):
    _LOOSE[_word] |= loosely({"a": (16,)})["a"]

SPANISH = Language(
    is_english=False,
    cardinals=_ONES
    | {word: 10 * number for word, number in _TENS.items()}
    | {word: 100 * number for word, number in _HUNDREDS.items()},
    hundreds=frozenset(),
    scales={
        "mil": 10**3,
        "millón": 10**6,
        "millon": 10**6,
        "millones": 10**6,
        "millardo": 10**9,
        "millardos": 10**9,
        "billón": 10**12,
        "billon": 10**12,
        "billones": 10**12,
        "trillón": 10**18,
        "trillones": 10**18,
        "mdd": 10**6,
    },
    short_scales={"k": 10**3, "m": 10**6, "mm": 10**6},
    collectives={
        "decena": 10,
        "decenas": 10,
        "docena": 12,
        "docenas": 12,
        "quincena": 15,
        "veintena": 20,
        "treintena": 30,
        "cuarentena": 40,
        "cincuentena": 50,
        "centenar": 100,
        "centenares": 100,
        "centena": 100,
        "millar": 1000,
        "millares": 1000,
    },
    indefinite={"miles": 10**3, "millones": 10**6, "billones": 10**12, "millardos": 10**9},
    loose=_LOOSE,
    parts=PARTS,
    joiner="y",
    of="de",
    articles=frozenset(),
    halves=frozenset({"medio", "media"}),
    tails=frozenset("st nd rd th º ª o a er ro ra do da to ta mo ma vo va no na s x".split()),
    units=units.SPANISH,
    months=numbered(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre"
        " diciembre",
        1,
    ),
    doubtful_months=frozenset(),
    weekdays=numbered("lunes martes miércoles jueves viernes sábado|sábados domingo|domingos", 1),
    clocks={"mediodía": frozenset({720}), "medianoche": frozenset({0, 1440})},
)
