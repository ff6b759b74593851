"""Words by which it is told what bears a name, and words that are no part of one.

Refuses names themselves. Separate so that one can be added without reading the rules.
"""

from __future__ import annotations

from translator.casing.names import DATES

POSTS = frozenset(
    """
    president premier minister chancellor king queen prince princess pope archbishop patriarch
    cardinal bishop senator representative congressman congresswoman lawmaker governor mayor judge
    justice general colonel captain major lieutenant sergeant admiral marshal private corporal
    professor doctor sheriff ambassador secretary speaker sultan emir sheikh rabbi imam commander
    ayatollah prosecutor spokesman spokeswoman spokesperson mr mrs ms dr gen col capt maj lt sgt
    adm sen rep gov prof pow analyst journalist reporter author director
    """.split()
)
"""Posts and ranks before a person's name."""

ORGANISATIONS = frozenset(
    """
    ministry ministries department institute institution agency bank party university court council
    commission committee army forces force union service directorate company corporation group
    association federation organization organisation foundation office parliament congress senate
    assembly bureau brigade battalion regiment corps guard police fund center centre club academy
    authority alliance league staff command embassy coalition government duma rada tribunal
    administration board network society movement front church watch
    """.split()
)

MEDIA = frozenset(
    """
    times post news press journal newspaper tribune herald gazette telegraph guardian broadcaster
    radio television tv magazine weekly daily agency review pravda zeitung
    """.split()
)

PLATFORMS = frozenset(
    """
    twitter facebook instagram telegram youtube tiktok whatsapp reddit linkedin snapchat mastodon
    bluesky discord twitch threads wikipedia netflix spotify patreon substack vkontakte
    """.split()
)
"""Where people write and show things: one is *on* and goes *to* them as with places."""

PLACES = frozenset(
    """
    oblast region province district raion city town village county river lake sea bay island
    islands mountains mount street square avenue bridge airport peninsula valley desert strait gulf
    ocean heights state republic territory port
    """.split()
)

BEFORE_PLACES = frozenset("in near at from to across around outside into toward towards".split())
"""Words after which a name is rather a place's."""

SAYING = frozenset(
    "said says told tells stated added wrote claimed warned argued announced".split()
)
"""Verbs behind or before a person's name."""

DEMONYMS = frozenset(
    """
    afghan african albanian algerian american arab arabic argentine argentinian armenian asian
    australian austrian azerbaijani baltic bangladeshi basque belarusian belgian bolivian bosnian
    brazilian british briton bulgarian burmese californian cambodian canadian catalan catholic
    caucasian chechen chilean chinese christian colombian cossack crimean croatian cuban czech
    danish dutch ecuadorian egyptian english estonian ethiopian european filipino finnish french
    georgian german greek guatemalan haitian hispanic honduran hungarian indian indonesian iranian
    iraqi irish islamic islamist israeli italian jamaican japanese jewish jordanian kazakh kenyan
    korean kosovar kurdish kuwaiti latin latino latvian lebanese libyan lithuanian malaysian
    mexican moldovan mongolian moroccan muslim nigerian norwegian orthodox ottoman pakistani
    palestinian panamanian paraguayan persian peruvian polish portuguese protestant qatari roman
    romanian russian saudi scottish senegalese serb serbian siberian sicilian sikh slovak slovenian
    somali soviet spanish spaniard sudanese swedish swiss syrian taiwanese tatar thai tibetan
    tunisian turkish ukrainian uruguayan uzbek venezuelan vietnamese welsh western yemeni
    zimbabwean democrat democratic republican tory communist socialist nazi northern southern
    eastern
    """.split()
)
"""Peoples, languages, faiths and parties: written large in English, small in Spanish."""

NO_NAMES = DATES | frozenset(
    "i ok tv gmt et am pm covid jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
"""Written large, and no names of the story."""

JOINERS = frozenset("of for the de da del dos von van der bin ibn al el la du des y".split())
"""Small words within a name."""
