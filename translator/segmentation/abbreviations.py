"""The abbreviations of English news, by what may follow their point.

One list for each question that `boundaries` asks. Refuses words that are also ordinary ones in the
same spelling (*sat.*, *Mass.*) unless its list demands a witness beside them. Separate so that a
word can be added without reading the rules. The words are those that American agencies and British
newspapers abbreviate: titles, ranks, months, states, companies, measures. `Words` is the form in
which `boundaries` takes the lists of a language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What one language abbreviates and begins sentences with; the English lists say what each
    field holds. `has_opening_marks` tells whether ¿, ¡ and a dash open its sentences."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    inside: frozenset[str]
    at_either: frozenset[str]
    starters: frozenset[str]
    speaking: frozenset[str]
    introducing: frozenset[str]
    places: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    exclaimed: frozenset[str] = frozenset()
    after_times: frozenset[str] = frozenset()
    has_opening_marks: bool = False


BEFORE_NAMES = frozenset(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Lt Lts Gen Gens
    Col Cols Maj Majs Capt Capts Cmdr Adm Sgt Sgts Cpl Pvt Pfc Spc Brig Cdr Ens Supt Insp Det Ofc
    Pres Amb Atty Asst Rev Revs Fr Msgr Hon Rt Ven Br Mt Mts Sra Srta Lieut Comdr Radm Vadm
    Ald Cllr Treas St Sts Ste Ft Pt
    """.split()
)
"""Titles and ranks, saints and mounts: a name follows, not a new sentence."""

PLACES = frozenset("St Sts Ste Ft Pt".split())
"""Those of them that also end a street or a measure: *on 5th St. He…*"""

BEFORE_NUMBERS = frozenset(
    """
    no nos n° nº nr num p pp pg pgs vol vols ch art fig figs para paras ed eds cl op tel ext apt rm
    bldg sec sect ca c approx est
    """.split()
)
"""Followed by a number within a sentence; otherwise words like any other (*No. Forget it.*)."""

DAYS = frozenset("Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun".split())
MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split())
"""Days and months, which a number or a month follows; with a capital only: *they sat. Ten…*"""

INSIDE = frozenset("e.g i.e eg ie cf vs v viz aka a.k.a c/o w/o incl esp resp".split())
"""Stand inside a sentence, whatever follows."""

AT_EITHER = frozenset(
    """
    co cos corp corps inc ltd bros llc llp plc pty assn dept univ govt intl mfg
    jr sr esq ph.d phd m.sc b.sc ave blvd rd hwy sq ft lb lbs oz mph kg km cm mm hr hrs yr yrs avg
    ariz calif colo conn fla okla tenn wis wyo mich minn nev neb mont
    """.split()
)
"""End a sentence or stand inside one: only a word that begins sentences tells."""

STATES = frozenset(
    """
    Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo
    Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man
    """.split()
)
"""States and provinces: abbreviations behind a town and a comma, or a party and a hyphen
(*D-Mass.*); elsewhere *Miss.* and *Mass.* are words."""

EXCLAIMED = frozenset("Yahoo Jeopardy Yum Wham Panic Oklahoma Airplane Chips Joomla".split())
"""Names that are written with an exclamation mark."""

STARTERS = frozenset(
    """
    a an the this that these those there here he she it they we you i his her its their our my your
    in on at by for from with without to of as if when while whenever after before since until
    because although though however but and or nor so yet still also then now not no yes what who
    whom whose why how where which some many most much all both each every either neither another
    several few none nobody nothing everyone everybody everything someone anyone anything
    meanwhile moreover furthermore nevertheless nonetheless instead otherwise therefore thus hence
    according despite during throughout following even once under over above below between among
    amid against about around across only just such rather perhaps maybe let let's please
    is are was were do does did have has had can could would should will may might must
    he's she's it's they're we're you're i'm that's there's what's who's i've we've they've i'd he'd
    she'd we'd they'd i'll he'll she'll we'll they'll it'll don't didn't isn't wasn't can't
    more less other others today yesterday tomorrow earlier later asked
    """.split()
)
"""Words that begin sentences and are hardly ever part of a name: after *U.S.* or *Co.*, a capital
on one of these is a new sentence; any other capital may be *U.S. Army*."""

SPEAKING = frozenset(
    """
    said says asked asks told tells wrote writes added adds replied replies answered answers
    shouted shouts cried cries exclaimed wondered wonders quipped joked tweeted posted declared
    recalled explained continued continues demanded inquired responded
    """.split()
)
"""Verbs by which a quotation that ends in ? or ! goes on to its speaker."""

INTRODUCING = frozenset("at by around about before after until since from on".split())
"""Prepositions with which a sentence may open before a time: *At 5 a.m. Mr. Smith went…*"""

AFTER_TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr aug sept oct nov dec est edt
    et ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest eastern central mountain pacific
    greenwich local standard
    """.split()
)
"""What may stand behind *a.m.* and *p.m.* within a sentence with a capital."""

BEFORE_DATES = frozenset(
    """
    on since until till by of from for to and or late early last next this that between before
    after through starting beginning effective dated was is
    """.split()
)
"""Words that a date belongs to: without one of them it stands by itself."""

ENGLISH = Words(
    before_names=BEFORE_NAMES,
    before_numbers=BEFORE_NUMBERS,
    inside=INSIDE,
    at_either=AT_EITHER,
    starters=STARTERS,
    speaking=SPEAKING,
    introducing=INTRODUCING,
    places=PLACES,
    days=DAYS,
    months=MONTHS,
    states=STATES,
    exclaimed=EXCLAIMED,
    after_times=AFTER_TIMES,
)
