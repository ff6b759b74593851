"""Quotations that a Spanish-speaking person will have spoken in Spanish.

An English page has translated them; put back into Spanish by anybody else they are no quotation.
Told by who is named beside the quotation: a post or an origin of a country that speaks Spanish.
Refuses to know persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks.check import Context, Hit

_QUOTED = re.compile(r'"[^"]{25,800}"|“[^”]{25,800}”')
_ORIGIN = (
    r"Spanish|Mexican|Argentine|Argentinian|Colombian|Venezuelan|Peruvian|Chilean|Cuban|Ecuadorian"
    r"|Ecuadorean|Bolivian|Uruguayan|Paraguayan|Guatemalan|Honduran|Salvadoran|Nicaraguan"
    r"|Costa Rican|Panamanian|Dominican|Puerto Rican"
)
_COUNTRY = (
    r"Spain|Mexico|Argentina|Colombia|Venezuela|Peru|Chile|Cuba|Ecuador|Bolivia|Uruguay|Paraguay"
    r"|Guatemala|Honduras|El Salvador|Nicaragua|Costa Rica|Panama"
)
_POST = (
    r"(?:\w{2,14} ){0,2}(?:president"
    r"|minister|secretary|senator|lawmaker|governor|mayor|spokes\w+|ambassador|official|officials|judge"
    r"|prosecutor|police chief|king|leader|bishop|archbishop|writer|author|coach|striker"
    r"|midfielder|player|singer|director|filmmaker|journalist|historian|economist|farmer)"
)
_SPEAKER = re.compile(
    rf"\b(?:(?:{_ORIGIN}) {_POST}|(?:{_COUNTRY})[’']s {_POST}"
    rf"|{_POST} of (?:{_COUNTRY})(?! City))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|told|added|wrote|tweeted|warned|stated|declared|explained|insisted|argued"
    r"|recalled|replied|asked|according to|announced|claimed)\b"
)


def quoted(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A quotation beside which a speaker of Spanish is named."""
    quotation = _QUOTED.search(source)
    if quotation is None:
        return
    rest = source[: quotation.start()] + " " * len(quotation[0]) + source[quotation.end() :]
    speaker = _SPEAKER.search(rest)
    if speaker and _SAYS.search(rest):
        yield Hit(source=quotation.span(), values={"speaker": speaker[0]})
