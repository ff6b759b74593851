"""The abbreviations of Spanish news, by what may follow their point.

The lists answer the questions that `abbreviations` answers for English. Spanish writes a space
inside its abbreviations (*EE. UU.*, *p. ej.*, *a. m.*), doubles letters for a plural (*CC. AA.*)
and opens questions with ¿. Refuses what is also an ordinary word. Source: RAE, Ortografía 2010,
apéndice 1 (lista de abreviaturas).
"""

from __future__ import annotations

from translator.segmentation.abbreviations import Words

_BEFORE_NAMES = frozenset(
    """
    Sr Sra Srta Sres Sras Srtas Dr Dra Dres Dras Dña Prof Profa Profs Lic Licda Ing Arq Abg Abog
    Gral Cnel Cor Cap Cmdte Comte Cte Tte Sgto Almte Mons Rvdo Rvda Excmo Excma Ilmo Ilma Pdte
    Pdta Sto Sta Fr Hno Hna Hnos Mtro Mtra Avda Av Bulev Ctra Pza Plza Pl Mr Mrs Ms St
    EE JJ RR FF CC DD SS PP
    """.split()
)
"""Titles, posts, ranks, streets; the first half of doubled letters (*EE. UU.*, *JJ. OO.*)."""

_BEFORE_NUMBERS = frozenset(
    """
    núm núms num n.º nº nro pág págs pag pags p pp art arts cap caps vol vols t tít fig figs párr
    col cols ed eds apdo tel teléf tfno ext km aprox ca c f ff lám
    """.split()
)

_INSIDE = frozenset("ej p.ej i.e cf cfr vs vid esp incl s.v".split())

_AT_EITHER = frozenset(
    """
    etc cía ltda inc corp co ltd hnos uu ee.uu oo aa hh ss pp ff jr ph.d ud uds vd vds admón
    dpto depto dept prov univ ntra ntro izq izda dcha h kg km cm mm min seg
    """.split()
)

_STARTERS = frozenset(
    """
    el la los las lo un una unos unas al del este esta estos estas ese esa esos esas eso esto aquel
    aquella aquellos aquellas él ella ellos ellas yo tú usted ustedes nosotros se le les nos me te
    su sus mi mis nuestro nuestra nuestros nuestras
    en a de por para con sin según tras desde hasta hacia sobre entre durante ante bajo contra
    mediante cuando si aunque porque pues pero y e o u ni mientras además sin embargo no sí ya
    también tampoco así entonces luego después antes ahora hoy ayer mañana aún todavía solo sólo
    como cómo que qué quien quién quienes quiénes cual cuál cuales cuáles cuyo donde dónde cuánto
    cuántos cuánta cuántas cuándo muy más menos mucho mucha muchos muchas poco pocos pocas tanto
    todo toda todos todas cada otro otra otros otras algunos algunas alguien algo nadie nada ningún
    ninguno ninguna varios varias ambos ambas dos tres cuatro cinco seis siete ocho nueve diez
    es son era eran fue fueron ha han había habían hay hubo está están estaba estaban será serán
    dijo añadió tiene tienen
    """.split()
)
"""Words that begin sentences and are hardly ever part of a name. *El*, *La* and *Los* are: the
article of a new sentence is a hundred times as frequent as *EE. UU. La Rioja*."""

_SPEAKING = frozenset("dijo dice preguntó pregunta añadió respondió contestó exclamó gritó".split())
_INTRODUCING = frozenset("a hacia sobre desde hasta antes después".split())

SPANISH = Words(
    before_names=_BEFORE_NAMES,
    before_numbers=_BEFORE_NUMBERS,
    inside=_INSIDE,
    at_either=_AT_EITHER,
    starters=_STARTERS,
    speaking=_SPEAKING,
    introducing=_INTRODUCING,
    has_opening_marks=True,
)
