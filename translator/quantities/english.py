"""English number words, months and clock words."""

from __future__ import annotations

from translator.quantities import units
from translator.quantities.language import Language, fraction_values, loosely, numbered

_TENS = numbered("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 2)
_ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
)
_PARTS = {word: number for word, number in _ORDINALS.items() if number > 2} | {
    "quarter": 4,
    "hundredth": 100,
    "thousandth": 1000,
    "half": 2,
}
PARTS = _PARTS | {f"{word}s": number for word, number in _PARTS.items()} | {"halves": 2}

_LOOSE = loosely(
    {
        "one once single sole lone": (1,),
        "twice both twin twins couple pair pairs duo couples double-digit": (2,),
        "double doubled doubles doubling twofold": (2, 100, 200),
        "thrice trio triplets": (3,),
        "triple tripled triples tripling threefold treble": (3, 200, 300),
        "quadruple quadrupled fourfold quartet": (4, 300, 400),
        "fivefold quintet": (5,),
        "tenfold": (10,),
        "half halves halved halve halfway half-time": ("0.5", 50, 30, 6, 2, "1.5"),
        "quarter quarters quarterly": ("0.25", 25, 4, 3, 15, 8),
        "quarterfinal quarterfinals quarter-final": (8, 4),
        "decade decades": (10,),
        "century centuries centenary centennial": (100,),
        "bicentennial bicentenary": (200,),
        "millennium": (1000,),
        "fortnight fortnightly": (14, 15, 2),
        "semester": (6,),
        "noon midday midnight": (12,),
        "octogenarian": (80,),
        "nonagenarian": (90,),
        "septuagenarian": (70,),
        "centenarian": (100,),
        "century-old": (100,),
        "hundredth": (100, "0.01"),
        "thousandth": (1000, "0.001"),
        "millionth": (1000000,),
        "hat-trick hattrick": (3,),
        "zero nil scoreless": (0,),
    }
)
for _word, _number in _ORDINALS.items():
    _more = fraction_values(1, _number) if _number > 2 else frozenset()
    _LOOSE[_word] = frozenset(loosely({_word: (_number,)})[_word]) | _more
    _LOOSE[f"{_word}s"] = _LOOSE[_word]
for _word, _number in _TENS.items():
    _LOOSE[f"{_word.removesuffix('y')}ies"] = frozenset(
        loosely({"a": (10 * _number, 1900 + 10 * _number)})["a"]
    )
    _LOOSE[f"{_word.removesuffix('y')}ieth"] = loosely({"a": (10 * _number,)})["a"]

ENGLISH = Language(
    is_english=True,
    cardinals=numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen"
    )
    | {word: 10 * number for word, number in _TENS.items()},
    hundreds=frozenset({"hundred"}),
    scales={"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    | {"bn": 10**9, "mn": 10**6, "mln": 10**6, "bln": 10**9, "tn": 10**12},
    short_scales={"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
    | {"t": 10**12},
    collectives={"dozen": 12, "hundred": 100, "fortnight": 14},
    indefinite={"thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12},
    loose=_LOOSE,
    parts=PARTS,
    joiner="and",
    of="of",
    articles=frozenset({"a", "an"}),
    halves=frozenset({"half"}),
    tails=frozenset("st nd rd th s x".split()),
    units=units.ENGLISH,
    months=numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug"
        " september|sept|sep october|oct november|novemeber|nov december|dec",
        1,
    ),
    doubtful_months=frozenset(
        "may march august jan mar jun apr sep dec jul aug nov feb oct".split()
    ),
    weekdays=numbered("monday tuesday wednesday thursday friday saturday sunday", 1)
    | numbered("mondays tuesdays wednesdays thursdays fridays saturdays sundays", 1),
    clocks={
        "noon": frozenset({720}),
        "midday": frozenset({720}),
        "midnight": frozenset({0, 1440}),
    },
)
