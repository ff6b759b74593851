"""The common words of the news, by which a word in a headline is told from a name.

In their base form, with irregular ones; inflections are undone by the rules. Refuses names. A file
of its own because it is long and nothing but words.
"""

from __future__ import annotations

COMMON = frozenset(
    """
    abandon abortion abuse academic academy accept access accident accord account accuse achieve
    acid acquire across act action activist actor actress ad adapt add address adjust admit adopt
    adult advance advice adviser advisor affair affect afford age agency agenda agent agree
    agreement aid aide aim air aircraft airline airport airstrike alarm album alert alien alive
    allegation allege alliance allow ally alone alongside already altar alter alternative although
    amateur ambassador ambush amend amidst amount analysis analyst anchor ancient anger angry
    animal ankle anniversary announce announcement annual another answer ant antisemitism anxiety
    apartment apologize apology app appeal appear appearance applause apply appoint approach
    approval approve archive area arena argue argument arm army arrest arrival arrive arrow arson
    art article artificial artist ash ask assault asset astronaut asylum ate athlete atomic attack
    attempt attend attention attorney auction audience audit aunt author authority auto available
    avalanche average avoid await awake award aware away baby back backer background backlash
    bacteria bad badge bag bail bailout baker balance ball balloon ballot bamboo ban band bank
    bankruptcy bar bare bargain barn baron barrel barrier base baseball basement basic basin
    basket basketball bat battery battle battlefield bay beach beam bean bear beard beat beaten
    beautiful because become bed bee beef beer beetle beg began begin begun behavior behaviour
    belief believe bell belly belt bench benefit beside besides best bet betray better bid big
    bike bill billion billionaire bird birth birthday bishop bite bitten bitter black blackout
    blame blanket blast blaze bleed blend bless blind blizzard block blockade blockbuster blood
    bloody blossom blow blown blue blush board boat body boil bold bolt bomb bomber bombing bond
    bone bonus book boom boost boot border born borrow boss botanical bottle bottom bought bounce
    bow bowl box boy boycott brain brake branch brand brass brave breach bread break breakfast
    breaking breakthrough breast breath breeze brew bribe bribery brick bride bridge brief
    briefing bright brilliant bring broad broadcast broke broken bronze brook broom brother
    brought brown bruise brush brutal bubble bucket budget buffalo bug build builder building
    built bulk bullet bullied bullying bump bundle burden bureau burglar burglary burn burst bury
    bus business busy butcher butter butterfly button buy buyer buzz cabin cabinet cable café cage
    cake calf call calm calorie came camera camp campaign campaigner campus canal cancel cancer
    candidate candle canoe canvas cap capital capsize captain captive capture car carbon card care
    career careful cargo carpet carrot carry cart cartel carve case cash cast castle casualty cat
    catch cathedral cattle caught cause caution cavalry cave cease ceasefire ceiling celebrate
    celebration celebrity cell cellar cellphone cement cemetery center central centre century
    ceremony certain chain chair chairman chalk challenge champion championship chance change
    channel chaos chaotic chapel chapter character charge charity chart charter chase cheap cheat
    check cheek cheer cheese chef chemical cherry chess chest chicken chief child childhood
    children chill chimney chin chip chocolate choice choir choke choose choreographer chorus
    chose chosen church cigarette cinema circle circuit circus cite citizen citizenship city civil
    civilian claim clash class classic classroom clay clean cleanup clear clergy clerk clever
    client cliff climate climb clinic clip clock close closure cloth clothes clothing cloud clown
    club clue clutch coach coal coalition coast coastal coat cocaine coconut code coffee coffin
    coin cold collapse collar colleague collect collection college collide collision colony color
    colour comeback comedian comedy comet comfort comic coming command commander comment commerce
    commission commissioner commit committee common community commuter company compare compass
    compete competition compile complain complaint complete complex component compose composer
    compromise computer comrade concede concern concert conclude concrete condemn condition
    conductor cone conference confess confession confidence confirm conflict confront
    confrontation confusion congestion congregation connect conquer conscience conscript consent
    conservation conservative consider conspiracy constable constitution construction consult
    consumer contact contain contempt contest contestant continue contract contractor contrast
    contribute control controversial controversy convention conversation convict conviction
    convince cook cool cop cope copper copy coral cord core corn corner corporate corpse correct
    corridor corrupt corruption cosmic cost costume cottage cotton cough council councillor
    counsel count counter counteroffensive country county coup couple courage courier course court
    courtroom courtyard cousin cover coverage cow cowboy crab crack crackdown cradle craft crane
    crash crater crawl crazy cream create creator creature credit creek crept crest crew cricket
    crime criminal crisis critic critical criticism criticize crop cross crossing crowd crown
    crucial crude cruel cruise crush crust cry crystal cube cuisine cultural culture cup curb cure
    curfew curious curl currency current curtain curve cushion custody custom customer cut cyber
    cyberattack cycle cyclist cyclone daily dairy dam damage dance dancer danger dangerous dare
    dark dash data database date daughter dawn day daylight dead deadline deadlock deadly deaf
    deal dealer dealt death debate debris debt debut decade decay decide decision deck declare
    decline decorate decree dedicate deep deer default defeat defect defence defend defendant
    defender defense deficit define defy degree delay delegate delegation delete delight deliver
    delivery delta demand demo democracy democratic demolish demolition demonstration demonstrator
    den dense dental dentist deny depart department departure deploy deport deportation deposit
    depot depression deputy descend descendant describe desert deserve design desk despair
    desperate destination destroy destruction detail detain detainee detect detective detention
    determine detour devastate devastating develop developer development device devil devote
    diabetes diagnose dialect dialogue diamond diaper diary dice dictate dictator die diet differ
    difference different difficult dig digital dine dinner dip diploma diplomacy diplomat
    diplomatic direct direction director dirt dirty disability disabled disagree disappear
    disappoint disappointing disaster discipline discount discourse discover discovery
    discrimination discuss disease dish disinformation dismiss display disposal dispute disrupt
    disruption distance district dive diver diversity divide dividend divorce dock doctor document
    documentary dog dollar dome domestic dominate donate donation donkey donor door dose dot
    double doubt dough doughnut dove downgrade downhill downtown dozen draft drag dragon drain
    drama dramatic drape draw drawn dream dress drew drift drill drink drive driven driver drone
    drop dropout drought drove drown drug drunk dry dub duck due duel duke dull dump dumpling dusk
    dust duty dwarf dying eager eagle ear early earn earning earring earth earthquake ease east
    eastbound eastern easy eat eaten echo eclipse economic economist economy edge edit editor
    editorial education eel effect effort egg eight either elbow elder elderly elect election
    electoral electric electricity elephant elevator eleven elite elk email embassy ember embrace
    embroidery emerge emergency emission emotion emotional emperor empire employ employee employer
    employment empty enable encounter encourage end endanger endless endorse endorsement endure
    enemy energy engage engine engineer engrave enjoy enlist enough ensemble ensure enter
    entertain enthusiast entire entrance entry envelope environment environmental envoy epic
    epidemic episode equal equality equator equipment era erase errand error erupt eruption
    escalate escape escort essay essential establish estate estimate ethics evacuate evacuation
    evacuee eve evening event evergreen evict eviction evidence evil evolve exact exam examine
    example exceed excess exchange excited exclude exclusive excuse execute execution executive
    exercise exhaust exhibit exhibition exile exist exit exodus expand expansion expect
    expectation expedition expel expensive experience experiment expert explain explained
    explainer explode exploit explore explosion explosive export expose exposure express extend
    extent extinct extinction extra extradite extradition extreme extremism extremist eye
    eyewitness fabric face facility fact factory fail failure fair fairy faith fake falcon fall
    fallen false fame family famine famous fan far fare farewell farm farmer fashion fast fat
    fatal fate father faucet fault favor favorite favour fear feast feather feature fed federal
    fee feed feel fell fellow felt female fence ferry fertility festival feud fever fiber fiddle
    field fierce fifth fifty fight fighter figure file film fin final finance financial find fine
    finger finish fire firefighter fireworks firm first fish fisherman fishing fist fit five fix
    flag flame flash flat flavor fled flee fleece fleet flesh flew flexible flight flip float
    flock flood flooding floor flour flow flower flown flu flute fly foal foam focus foe fog fold
    folk folklore follow food fool foot footage football footballer force forecast foreign forest
    forever forget forgive forgot forgotten fork form formal former formula fort fortune forty
    forward fossil fought foul found foundation founder fountain four fourth fox fragile fragment
    frail frame fraud freak free freedom freestyle freeze freight fresh fridge friend friendly
    friendship frog front frontline frost froze frozen fruit frustrate fry fuel fugitive full fun
    function fund funding fundraiser funeral funnel funny fur furious furniture fury fuse future
    gain galaxy gallery gallon gamble game gang gap garage garden gardener garlic garment gas gate
    gather gave gay gaze gear geese gem gender general generation generator generous genetic
    genius genocide gentle germ gesture getaway geyser ghost giant gift ginger giraffe girl give
    giveaway given glacier glance glare glass gleam glide glimpse global gloom glory glove glow
    glue go goal goat god gold golden golf gone good goose gorilla gossip got govern government
    governor gown grab grade graduate graffiti grain grand grandfather grandmother grandson
    granite grant graph grapple grass grasshopper grave gravel gravity graze great green
    greenhouse greet grenade grew grid grief grill grim grip grocer grocery ground group grove
    grow grown growth guarantee guard guerrilla guess guest guide guilt guilty guitar gull gun
    gunfire gunman gunmen gunshot gut guy gym gymnast hack hacker hail hair haircut half hall halt
    ham hammer hand handicap handle handmade hang happen happy harass harassment harbor harbour
    hard harm harmony harp harsh harvest hat hatch hate haul haunt hawk hay hazard head headline
    headphone headquarter heal health healthcare healthy hear heard hearing hearse heart heat
    heatwave heaven heavy hedge heel height heir heirloom heist held helicopter hell helmet help
    hen herb herd heritage hermit hero heroic heroin hid hidden hide hideout high highest highland
    highway hijab hijack hike hill hint hip hire historian historic historical history hit
    hitchhiker hive hobby hockey hoist hold hole holiday holy home homeless homelessness homeowner
    honest honey honor honour hook hop hope hopeful horizon horn horror horse hose hospital host
    hostage hostel hostile hot hotel hotline hound hour house household housing hub huge hull hum
    human humanitarian humble humid humor hundred hunger hungry hunt hunter hurdle hurricane hurt
    husband hut hybrid hymn ice iceberg icon icy idea identify identity idle ignite ignore iguana
    ill illegal illness image imagine imam immigrant immigration immune impact impeach impeachment
    implant import impose impossible impound improve inaugural inauguration inch incident include
    income increase incumbent independence independent index indict indictment indigenous
    individual indoor industrial industry infant infantry infect infection inferno inflate
    inflation influence influencer inform informant information infrared infrastructure inhabit
    inhale inherit initial inject injure injury injustice ink inland inmate inn innings innocent
    innovation inquest inquiry insect insider insist inspect inspection inspector inspire
    instagram install instinct institute institution instruct instrument insult insurance insurer
    intake integrity intelligence intend intense intensive interest interim intern internal
    international internet intersection interstate intervene intervention interview introduce
    intrude invade invasion invent invention inventor inventory invest investigate investigation
    investigator investment investor invisible invite invoice involve iron irrigation island
    islander isolate issue itch item ivory ivy jacket jackpot jaguar jail jar jaw jazz jealous
    jelly jellyfish jersey jet jewel jewelry job jobless jobseeker jockey jog join joint joke
    journal journalism journalist journey joy judge judicial judiciary jug juggle juice jump
    jungle junior junta juror jury justice juvenile kayak keen keep kept kettle key kick kickoff
    kid kidnap kidnapper kidney kill killer killing kind king kingdom kiss kit kitchen kite kitten
    knee kneel knew knife knit knock knot know knowledge known lab label labor labour labyrinth
    lack ladder lady lag laid lake lakeside lamb lamp land landfall landfill landing landlord
    landmark landslide lane language lantern lap laptop large laser last late latest laugh launch
    laundering lava law lawmaker lawmaking lawn lawsuit lawyer lay layer layoff lazy lead leader
    leadership leaf leaflet league leak lean leap learn lease least leather leave leaver lecture
    led ledge left legacy legal legend legislation legislator legislature lemon lend length lent
    leopard lesbian lesson let letter lettuce level lever liberal liberty librarian library
    licence license lie life lifeboat lifeguard lifeline lift light lighthouse lightning likely
    lily limb lime limit line lineup link lion list listen literature litter little live livestock
    living lizard loan lobby lobster local locate location lock lockdown locker lockout locomotive
    log logo long look loom loop loophole loose loot lord lose loser loss lost lot lottery loud
    lounge love lover low lower lowland loyal loyalty luck lucky lull lump lunar lunch lung lure
    luxury lyrics machine mad made magazine magic magnet magnitude maid mail mailbox main mainland
    maintain maintenance major majority make makeover maker malaria male mall mammal man manage
    management manager mandate maneuver mango manhunt mansion manufacture manufacturer map maple
    marathon marble march mare margin marine maritime mark market marketing marriage married marry
    marsh marvel mascot mask masked mass massacre massive mast master mat match material matter
    mayor mayoral maze meadow meal mean means meant measles measure meat medal media mediate
    mediator medical medication medicine medieval meet meeting melody melon melt member memo
    memoir memorial memory men menace mend mental mention merchant mercury mercy merge merger
    merry mess message met metal meteor meteorologist method metro microbe microphone middle
    midfielder midnight midterm midwife migrant migration mile milestone militant military militia
    milk mill million millionaire mind mine miner mineral minimum mining minister ministry minor
    minority mint minute miracle mirror mischief misconduct mishap miss missile missing mission
    mist mistake mistrial mix mixture moan moat mob mobile mock model moderate modern modest moist
    mold mole moment monarchy money monitor monk monkey monster month monument mood moon moose mop
    moral moratorium mortgage mosque mosquito moth mother motion motive motor motorcade motorcycle
    motorist mound mount mountain mourn mourner mouse mouth move movement movie mud mudslide mug
    mule mumble municipal municipality mural murder muscle museum mushroom music musical musician
    musket mustard mute mutual mystery myth nail naked name nanny nap narrow nation national
    nationalist nationwide native natural nature naval navy nearly neck nectar need needle
    negative neglect negotiate negotiation negotiator neighbor neighborhood neighbour neither neon
    nephew nerve nest network neutral new newborn newcomer news newspaper newsroom next niece
    night nightclub nightmare nine nod noise nomad nominate nomination nominee none nonprofit
    noodle noon normal north northeast northern northwest nose note notebook nothing notice
    notorious novel novelist nuclear number nurse nursing nut nutrition oak oar oath oats obesity
    object objection observer obstacle occupation occupy occur ocean octopus odd offence offend
    offense offensive offer office officer official offshore oil old oldest olive one ongoing
    onion online onlooker open opener opening opera operate operation operator opinion opponent
    opportunity oppose opposition option oral orange orbit orchard orchestra orchid order ordinary
    ore organ organization organize organizer origin original ornament orphan orphanage ostrich
    otter oust outage outbreak outcome outcry outdoor outfit outlaw outlet outlook outpace output
    outrage outside outskirts oven overcome overcrowd overdose overhaul overlap overlook overnight
    override overseas oversee overtake overthrow overturn owe owl owner ox oxygen oyster pace pack
    package pact paddle page paid pail pain paint painter painting pair palace palette palm pan
    pancake panda pandemic panel panic pants paper paperwork parachute parade paradise paraglider
    paralyze paramedic parcel pardon parent park parking parliament parliamentary parole parrot
    parsley part participant partner partnership party pass passage passenger passerby passion
    passport past pasta paste pastor pastry pasture patch path patient patio patrol patrolman
    patron pattern pause pave paw pay payment payoff payout payroll pea peace peaceful peacekeeper
    peach peak peanut pear pearl pebble pedal pedestrian peel peer pelican pen penalty pencil
    penguin pension pensioner people pepper percent perch perfect perform performance performer
    perfume period permanent permission permit persecute person personal pest pet petal petition
    petrol pharmacist pharmacy phase phone photo photograph photographer photos physical pianist
    piano pick pickle pickpocket pickup picnic picture pie piece pier pig pigeon pileup pilgrim
    pill pillar pillow pilot pin pinch pine pink pioneer pipe pipeline pirate pitch pitcher pizza
    place plague plaintiff plan plane planet plant plastic platform play player playground playoff
    plaza plea plead pleased pledge plot plow plum plumber plunge poach poacher pocket podcast
    poem poet poison polar pole police policeman policy polio polite political politician politics
    poll pollen polling pollute polluter pollution pond pony pool poor pop popular population
    populist porcelain porch porn port porter portrait position positive possess possible post
    postal postcard poster postman postpone postwar pot potato potential potter pottery pouch
    poultry pour poverty powder power powerful prairie praise pray prayer preach preacher precious
    predator predict prediction prefabricated prefer pregnancy pregnant premier premiere prepare
    preschool prescription presence present preserve presidency president presidential press
    pressure pretend prevent preview prey price pride priest primary prime prince princess
    principal principle print prior priority prison prisoner privacy private prize pro probe
    problem process produce producer product production profession professional professor profile
    profit program programme progress project promise promote promotion prompt prone proof
    propaganda propeller proper property prophet proposal propose prosecute prosecution prosecutor
    prospect protect protection protein protest protester protestor proud prove provide province
    provoke psychologist pub public publish publisher pudding puddle puffin pull pump pumpkin
    pundit punish punishment pupil puppet puppy purchase purge purple purse push puzzle python
    quail quake qualify quality quarantine quarry quarter quarterback quarterfinal quartet queen
    quest question queue quick quiet quilt quit quiz quota quote rabbit raccoon race racer racial
    racism racist racket radar radical radio raft rag rage raid rail railroad railway rain
    rainfall raise rake rally ram ramp ran ranch rang range rank ransom ransomware rap rape rapid
    rapper rare raspberry rat rate rating raven raw ray razor reach react reaction reactor read
    reader ready real reality rear reason rebate rebel rebellion rebound rebuild recall receive
    recent recession recipe recital reckless recommend record recount recover recovery recruit
    recruitment recycle red redraw reduce reed reef reel reelect referee referendum refill
    refinery reflect reform refresh refrigerator refugee refuse regime region regional register
    regret regulate regulation regulator rehab rehearsal rehearse reign reindeer reject relation
    relationship relative relay release relief religion religious rely remain remark remember
    remembrance remind remote removal remove rename renewable rent reopen reopening repair repeat
    repel replace replay report reporter represent representative repression reptile rescue
    rescuer research researcher resell reservist reservoir resettle reshape reshuffle residence
    resident resign resignation resin resist resistance resolution resolve resort resource respond
    response responsibility rest restart restaurant restore restraint restrict restriction result
    resume retail retailer retake retaliate retaliation retire retiree retirement retreat retrial
    return reunion reunite reveal revenge revenue reverse review revise revival revive revolt
    revolution reward rework rewrite rhetoric rhino rhythm ribbon rice rich ridden riddle ride
    rider rifle rift right ring rink riot rip ripple rise risen risk risky rival rivalry river
    road roadblock roadmap roadside roar roast rob robber robbery robe robin robot robotic rock
    rocker rocket rodent role roll rollout romance roof rookie room rooster root rope rose rotate
    rotten rough round route row rower royal rubble ruby rug rugby ruin rule ruler ruling rumor
    run runaway runner runoff runway rural rush rusty sabotage sack sacred sacrifice sad saddle
    safe safety said sail sailboat sailor saint salad salary sale salmon salon salt salute sample
    sanction sanctuary sand sandal sandbag sandwich sang sank sapper satellite satin satire sauce
    saucer sausage save saving saw say scale scallop scam scandal scare scarf scatter scenario
    scene scent schedule scheme scholar scholarship school science scientific scientist scoop
    scooter score scorer scout scrap scrape scratch scream screen screw script scrub scrutiny
    sculptor sculpture sea seafood seagull seal seam seaport search seaside season seat seaweed
    second secret secretary section sector secure security sedan see seed seek seem seen
    segregation seismic seize seizure select selfie sell semifinal seminar senate senator send
    senior sense sent sentence separate separatist series serious sermon serve server service
    session set setback settle settlement settler seven several severe sew sewage sex sexual shade
    shadow shake shallow shampoo shantytown shape share shareholder shark sharp shave shawl shed
    sheep sheet shelf shell shelling shelter shelve shepherd sheriff shield shift shine ship
    shipment shipping shipwreck shipyard shirt shiver shock shoe shone shook shoot shooter
    shooting shop shopper shopping shore short shortage shortlist shot shoulder shout shovel show
    showdown showed shower shown showroom shred shrimp shrine shrink shrub shut shutdown shuttle
    shy sibling sick side siege sight sign signal silence silent silver similar simple sing singer
    single sink sinkhole siren sister site situation six sixth size skate skateboard skeleton
    sketch ski skill skin skip skipper skull sky skyscraper slain slam slap slash slave slavery
    slay sled sleep sleeve slender slept slice slide slight slip slogan slope sloth slow slowdown
    slump small smart smartphone smash smear smell smile smoke smoking smuggle smuggler smuggling
    snack snail snake snap sneaker sneeze snow snowfall snowman snowstorm soap soar soccer social
    society sock sofa soft soil solar sold soldier sole solid soloist solution solve son song
    songwriter soon sort soul sound soup sour source south southeast southern southwest sow spa
    space spacecraft spacewalk spade spaghetti spark sparrow speak speaker spear special species
    speech speed spell spend spending spent sphere spice spider spill spin spine spinoff spiral
    spirit splash split spoke spoken spokesman spokeswoman sponsor spoon sport spot spread spring
    spur spy spyware squad square squash squatter squeeze squid squirrel stab stabbing stable
    stack stadium staff stage stair stake stalemate stall stamp stampede stance stand standard
    standby standoff standstill staple star start startup starve state statement station
    statistics statue status stay steal steam steel steep stem step stew stick stigma stimulus
    sting stir stitch stock stockpile stole stolen stomach stone stood stool stop stopover storage
    store stork storm story stove stowaway strain strand strange strap strategic strategy straw
    strawberry stray stream street streetcar strength strengthen stress stretch strict strike
    string strip stroke stroll strong struck struggle student studio study stuff stumble stump
    stun stunning style subject submarine submit subpoena subsidize subsidy substance suburb
    subway succeed success successful successor sudden sue suffer suffrage sugar suggest suicide
    suit suitcase summer summit summon sun sunflower sung sunk sunny sunrise sunset super
    superintendent superstar supplier supply support supporter supreme surf surface surfer surge
    surgeon surgery surpass surprise surrender surround surveillance survey survival survive
    survivor suspect suspend suspension suspicion sustain swallow swam swan swap swear sweat
    sweater sweep sweet swell swept swift swim swimmer swimsuit swing switch sword symbol sympathy
    symptom syrup system table tablet tackle tactic tail tailor take takeaway taken takeoff
    takeover tale talent talk tall tan tangle tank tanker tap tape target tariff tarp task taste
    tattoo taught tavern tax taxi taxpayer tea teach teacher team teammate teapot tear tease tech
    technology teen teenage teenager teeth telecom telescope television tell temperature temple
    temporary ten tenant tennis tenor tension tent tenth term terminal termite terrible terrify
    territory terror terrorism terrorist test testify testimony text textbook thank theater
    theatre theft theme theologian theory therapy thermal thermometer thief thing think third
    thirty thorn thought thousand thread threat threaten three threshold threw thrill thrive
    throat throne throw thrown thumb thunder thunderstorm thwart tick ticker ticket tickle tide
    tie tiger tight tile timber time timeline timeout tiny tip tipoff tired tissue title toast
    tobacco today toddler toe toilet told toll tollbooth tomato tomb tomorrow tone tongue tonight
    took tool toothbrush top topple torch torn tornado tortoise torture toss total touch tough
    tour tourism tourist tournament towel tower town toxic toxin toy trace track tractor trade
    trade-off trader tradition traditional traffic trafficking tragedy tragic trail trailblazer
    train trainer training traitor tram transfer transform transgender transit transition
    translate transplant transport trap trash trauma travel traveler traveller trawler tray
    treadmill treason treasure treasury treat treatment treaty tree treehouse trek trend trespass
    trial tribal tribe tribunal tribute trick trigger trillion trim trip triple triumph trolley
    troop trophy tropical trouble truce truck truckload true trumpet trunk trust trusted truth try
    tryout tsunami tube tug tulip tumble tuna tundra tune tunnel turbine turmoil turn turnaround
    turnip turnout turtle tutor twelve twenty twig twin twist two tycoon type typewriter typhoon
    ultimatum ultrasound umbrella umpire unable uncertain uncertainty uncle uncover underdog
    undergo underground undermine underpass understand understood underwater unemployed
    unemployment unfair unicorn uniform union unionize unique unit unite unity universe university
    unknown unlikely unprecedented unrest unveil update updated updates upgrade uphold uprising
    upset upstate urban urge urgent use user usual utility vacation vaccinate vaccination vaccine
    valley valuable value van vandal vanish vaping vapor vase vast vault vaunt vegan vegetable
    vehicle veil vein velvet vendor venture venue verdict verify version vest veteran veto vibrant
    vice victim victory video view viewer vigil villa village villain vine vinegar vineyard
    violate violation violence violent violin violinist viral virtual virus visa visible vision
    visit visitor visor vital voice volatile volcanic volcano volleyball volunteer vote voter
    voucher vow voyage vulnerable vulture wage waist wait waiter waitress waiver wake walk walkout
    wall wallet walnut walrus wander want war warden wardrobe warehouse warfare warhead warm
    warming warn warning warrant warrior warship wartime wasp waste watch watchdog water waterfall
    waterfront watermelon watershed wave wax way weak weaken wealth wealthy weapon wear weather
    weave web website wed wedding weed week weekend weekly weep weigh weight weightlifter welcome
    welfare well went west western wet whale wheat wheel wheelchair whether whip whirlwind whisky
    whisper whistle whistleblower white whole wicket wide widen widow widower wife wig wild
    wildcard wildfire wildflower wildlife willing willow win wind windfall windmill window
    windshield wine winery wing wink winner winter wipe wire wiretap wise wish withdraw withdrawal
    witness wizard woke woken wolf woman women won wonder wood wool word wore work worker
    workforce workout workplace world worm worn worry worse worship worshipper worst worth wound
    wrap wreck wreckage wrestle wrestler wrist write writer written wrong wrongdoing wrote yacht
    yard yarn yawn year yearbook yell yellow yesterday yield yoga yogurt young youth zebra zero
    zipper zone zoo zookeeper
    """.split()
)
"""Words of the news that are written small, in their base form and some irregular ones."""
