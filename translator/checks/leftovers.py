"""English words that a machine did not know and left standing in the Spanish.

A word of the English, written small, that stands in the Spanish letter for letter, is a common
English word and is spelt as no Spanish word is. Words that Spanish has taken over (*marketing*,
*lobby*) are none, nor is what stands within quotes or a title. Refuses names. On professional pairs
0.0 and 0.1 % have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator import casing
from translator.checks.check import Context, Hit
from translator.checks.stray import is_quoted

_WORD = re.compile(r"(?<![\w.@/#{%<&-])[^\W\d_]{4,}(?![\w@/}>;]|\.\w|-\w)")

_FOREIGN = re.compile(
    r"(?:ck|ght|[^r]ed|ing|tion|th|sh|ly|ness|ment|tance|dence|ful|less|k|w|ff|ss|tt|[^e]ll|wn|ous|ive"
    r"|ough|ould|ture|ity|ism|y|nt|rs|ts|ms|ns|ks|ps|ds|ls|gs|rt|st|ft|lt|nd|ld|rm|ry)$"
    r"|ck|wh|th|sh|oo|ee|gh|ss|tt|ff|pp|mm|w"
)
"""Endings and letters that no Spanish word has."""

_TAKEN_OVER = frozenset(
    """
    airbag bacon banner barman bestseller best blog blogs blues bluff bonus boom boxes brandy
    break brunch bullying bypass camping cash casting catering catwalk chat chef chip chips clan
    clown club clubs coach cocktail comics copyright cover cowboy cowboys crack cracks crowdfunding
    cross dandy derby disc-jockey disney doping draft drones dumping email emails fans fashion
    feedback ferry filling fitness flash folk fracking full gang gangster gangsters geek ghetto
    glamour gospel grill gym hacker hackers hall handicap hardware hippy hippies hit hits hobby
    hockey holding hooligan hooligans impeachment indie internet jackpot jazz jersey jet jogging
    karts ketchup kickboxing kiwi leasing lifting lobby lobbies look lord marketing master
    merchandising mobbing networking offshore online outlet outsourcing overbooking pack paddle
    parking penalty performance piercing pills ping-pong playback playoff playoffs podcast post
    posts poster posters premium pressing pub pubs punk punks puzzle rally ranking rankings reality
    rating remake resort rock rockabilly royalty rugby running scout scouts sexy sheriff shock
    shopping show shows shuttle single singles sketch skinhead smartphone smartphones smoking
    snowboard software spam spanish spots spray sprint squash staff stand stands standing stock
    stocks stop streaming stress surf surfing swing test tests thriller thrillers ticket tickets
    tour tory tories trailer training trust twist underground vip warrant web webs weekend whisky
    windsurf yankee yankees zombi zoom robots panels debits records films atlas lapsus tennis
    swaps spread banners blackout boy boys girl girls jeans leggings shorts slip crash
    """.split()
)
"""English words that are at home in Spanish news, or in the academies' dictionary."""


def words(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A common English word that was left as it is."""
    given: frozenset[str] | None = None
    for found in _WORD.finditer(target):
        word = found[0]
        if not word.islower() or not _FOREIGN.search(word) or word in _TAKEN_OVER:
            continue
        if given is None:
            given = frozenset(one for one in _WORD.findall(source) if one.islower())
        if word in given and casing.is_common(word) and not is_quoted(target, found.start()):
            yield Hit(found.span(), values={"found": word})
