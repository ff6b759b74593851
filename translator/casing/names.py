"""Words that headlines write large in any style, and the small words that they never do.

Used where an article's own body says nothing. Refuses completeness: a word that is in no list
keeps its capital, as a name would. Words that are both a name and a word (*Turkey*, *Apple*) stand
here for what they mean in the news. Separate so that one can be added without reading the rules.
"""

from __future__ import annotations

SMALL = frozenset(
    """
    a an the and but or nor for yet so as at by in of off on per to up via vs v from into onto
    with over out down than that if not no is it its be are was were has have had do does did can
    will would could should may might must after before amid among about above against along
    around behind below beneath between beyond despite during except inside like near outside
    since through throughout toward towards under until upon within without across alongside past
    while when where why how who whom whose what which he she they we you i his her their our my
    your him them us me this these those there here then now all any both each every few many more
    most much other some such only own same too very just also even still again once ever never
    always yes
    """.split()
)
"""Words that are never names by themselves, whatever a headline's style does with them."""

DATES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june july
    august september october november december christmas easter ramadan halloween thanksgiving
    hanukkah passover
    """.split()
)
"""Days, months and feasts that are no other word."""

PROPER = (
    frozenset(
        """
        afghan african albanian algerian american arab argentine argentinian armenian asian
        australian austrian azerbaijani basque belarusian belgian bolivian bosnian brazilian
        british briton bulgarian burmese cambodian canadian catalan catholic chechen chilean
        chinese christian colombian crimean croatian cuban czech danish dutch ecuadorian egyptian
        english estonian ethiopian european filipino finnish french georgian german greek
        guatemalan haitian hispanic honduran hungarian indian indonesian iranian iraqi irish
        islamic islamist israeli italian jamaican japanese jewish jordanian kenyan korean kosovar
        kurdish kuwaiti latin latino latvian lebanese libyan lithuanian malaysian mexican moldovan
        moroccan muslim nigerian norwegian orthodox ottoman pakistani palestinian panamanian
        paraguayan persian peruvian polish portuguese protestant rican qatari roman romanian
        russian saudi scottish senegalese serb serbian sicilian sikh slovak slovenian somali
        soviet spanish spaniard sudanese swedish swiss syrian taiwanese thai tibetan tunisian
        turkish ukrainian uruguayan venezuelan vietnamese welsh yemeni zimbabwean afghanistan
        africa alaska albania alberta algeria america americas amsterdam angola ankara antarctica
        arctic argentina arizona arkansas armenia asia athens atlanta atlantic australia austria
        azerbaijan baghdad balkans baltic bangladesh barcelona beijing beirut belarus belgium
        belgrade berlin bolivia bosnia boston brazil brexit britain brussels bucharest budapest
        buenos bulgaria cairo california cambodia canada caribbean catalonia chechnya chicago
        chile china colombia colorado congo connecticut crimea croatia cuba cyprus czechia dallas
        damascus delaware delhi denmark denver detroit donbas donetsk dubai dublin ecuador
        edinburgh egypt england estonia ethiopia europe finland florida france gaza geneva georgia
        germany ghana glasgow greece greenland guatemala hague haiti hamburg hanoi havana hawaii
        helsinki honduras houston hungary iceland idaho illinois india indiana indonesia iowa iran
        iraq ireland islam islamabad israel istanbul italy jakarta jamaica japan jerusalem jordan
        kabul kansas karachi kazakhstan kentucky kenya kharkiv kherson kiev korea kosovo kremlin
        kuwait kyiv lagos latvia lebanon libya lima lisbon lithuania liverpool london louisiana
        luhansk luxembourg lviv madrid maine malaysia mali malta manchester manhattan manila
        mariupol marseille maryland massachusetts mecca mediterranean melbourne mexico miami
        michigan milan minneapolis minnesota minsk mississippi missouri moldova mongolia montana
        montenegro montreal morocco moscow mosul mumbai munich myanmar nairobi naples nebraska
        nepal netherlands nevada nicaragua nigeria norway odesa odessa ohio oklahoma oregon oslo
        ottawa pacific pakistan palestine panama paraguay paris pennsylvania pentagon peru
        philadelphia philippines phoenix poland portugal prague pyongyang qatar quebec rafah
        riyadh romania rome russia rwanda sahara sahel scandinavia scotland seattle senegal seoul
        serbia seville shanghai siberia sicily singapore slovakia slovenia somalia spain stockholm
        sudan sweden switzerland sydney syria taiwan tehran tennessee texas thailand tibet tokyo
        toronto tunisia turkey turin uganda ukraine uruguay utah uzbekistan valencia vatican
        venezuela venice vermont vienna vietnam virginia wales warsaw washington westminster
        wisconsin wyoming yemen yerevan york zagreb zimbabwe zurich democrat democrats republican
        republicans tory tories congress hamas hezbollah houthi houthis taliban interpol europol
        unesco unicef opec fifa uefa nato nasa google facebook twitter microsoft tesla netflix
        instagram youtube tiktok whatsapp spotify disney boeing airbus toyota volkswagen apple
        amazon meta nobel oscar oscars grammy grammys emmy olympic olympics paralympics wimbledon
        hollywood broadway bitcoin trump biden putin zelenskyy zelensky macron netanyahu xi merkel
        obama clinton johnson sunak starmer erdogan modi lula maduro sánchez orban scholz alabama
        ontario manitoba saskatchewan bavaria tuscany brittany normandy yorkshire cornwall kent
        sussex essex queensland tasmania
        """.split()
    )
    | DATES
)
"""Names of places, peoples, days and firms that the news writes large everywhere."""

PHRASES = frozenset(
    phrase.strip()
    for phrase in """
    white house|supreme court|high court|world cup|united nations|european union|united states
    united kingdom|united arab emirates|security council|middle east|west bank|gaza strip|red cross
    red sea|black sea|dead sea|south china sea|north korea|south korea|north carolina
    south carolina|north dakota|south dakota|west virginia|new york|new jersey|new mexico
    new hampshire|new zealand|new delhi|new orleans|los angeles|las vegas|san francisco|san diego
    san antonio|hong kong|saudi arabia|south africa|south sudan|sri lanka|costa rica|puerto rico
    el salvador|dominican republic|czech republic|northern ireland|cape town|tel aviv|abu dhabi
    buenos aires|rio de janeiro|wall street|silicon valley|super bowl|premier league
    champions league|grand prix|nobel prize|nobel peace prize|pulitzer prize|world bank
    world health organization|international monetary fund|international criminal court
    european commission|european parliament|european court|federal reserve|state department
    justice department|treasury department|house of representatives|house of commons
    house of lords|capitol hill|downing street|buckingham palace|holy land|old testament
    world war|cold war|first world war|second world war|new year|new year's eve|mother's day
    black friday|independence day|labor day|memorial day|green party|labour party
    conservative party|democratic party|republican party|communist party|liberal democrats
    prime minister's questions|black lives matter|me too|south pole|north pole|mount everest
    great britain|latin america|north america|south america|central america|east jerusalem
    golan heights|suez canal|panama canal|strait of hormuz|sea of azov|pope francis|pope leo
    fifa world cup|europa league|home office|foreign office|scotland yard|bank of england
    human rights watch|amnesty international|doctors without borders|red crescent|general assembly
    social security|electoral college
    associated press|new york times|washington post|wall street journal|fox news|al jazeera
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
"""Names of several words, some of which are common ones."""

BEHIND_NAMES = frozenset(
    """
    university college school stadium arena cathedral church chapel temple mosque abbey museum
    gallery theatre theater hospital clinic airport station bridge river lake bay beach island
    mountain valley canyon creek park square street avenue road highway hotel castle palace tower
    prize award foundation institute county township district province cup trophy act law
    """.split()
)
"""What a name makes a name of its own: *Howard University*, *Dodger Stadium*."""

BEFORE_NAMES = frozenset(
    """
    president premier minister chancellor king queen prince princess pope archbishop cardinal bishop
    senator representative congressman congresswoman governor mayor judge justice general colonel
    captain major lieutenant sergeant admiral professor doctor sheriff ambassador secretary speaker
    emperor sultan emir sheikh rabbi imam pastor saint sir lord lady dame detective officer
    commander ayatollah
    """.split()
)
"""Posts and ranks, written large right before a name only."""
