"""A few hundred words of the news that English and Spanish do not spell alike.

A bar parts one meaning from the next, a colon its English from its Spanish; a hyphen at the end
stands for any ending. They are evidence, not translations: *said* beside *dijo* makes it likelier
that two sentences belong together, and nothing more. Refuses words that are cognates (`cognates`
sees those) and completeness: they are the most frequent words of English news that have no cognate
in Spanish. Separate so that one can be added without reading how evidence is weighed.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from translator.alignment.cognates import folded

MEANINGS = tuple(
    entry.strip()
    for entry in """
not no don doesn didn isn wasn nor cannot: no ni nunca tampoco sin | never: nunca jamás no |
nobody: nadie | nothing none: nada ningun- ningún | neither: ningun- tampoco ni ambos | but
however although though: pero sino aunque embargo | because since: porque pues como debido puesto
ya | when whenever while meanwhile: cuando mientras al entretanto tanto | if whether: si | who
whom whose: quien- cuy- que | where: donde dónde | how: cómo como | why: qué motivo razón causa |
what: qué que lo | which: que cual- cuál- | there: allí hay había ahí hubo | here: aquí | all
every everyone everything each: tod- cada | some several: algun- vari- unos unas | any anyone:
cualquier- algún ningun- | many much lot: much- | more most: más mayor- | less fewer least: menos
| few little: poc- apenas | other others another: otr- demás | both: amb- dos | almost nearly:
casi | about around roughly some approximately: unos unas alrededor aproximad- cerca sobre torno |
only just merely: sólo solo solamente únic- apenas | also too as: también además igualmente |
even: incluso siquiera aún hasta | still yet: todavía aún sigu- seguí- embargo | already: ya |
again: vez nuev- volv- vuelv- otra | always: siempre | often usually: menudo frecuen- soler suele-
| sometimes: veces | now today nowadays: ahora hoy actual- ya | then: entonces luego después |
later after afterwards: después tras luego posterior- tarde más | before earlier ago previous
former: antes anterior- antigu- hace hacía previ- | during throughout: durante | until: hasta |
between among: entre | against: contra frente | without: sin | within inside: dentro interior
menos | outside: fuera exterior puertas | behind: tras detrás | under below: bajo debajo menos |
over above: sobre encima más | through: través por | toward towards: hacia | according: según |
despite: pesar pese aunque | instead: lugar vez cambio | first: primer- | second: segund- | third
thirds: tercer- terci- | last latest past: últim- pasad- | next following: próxim- siguient- que
viene | same: mism- igual | such so thus therefore: tal tan así tant- ello | one: un una uno |
two: dos | three: tres | four: cuatro | five: cinco | six: seis | seven: siete | eight: ocho |
nine: nueve | ten: diez | eleven: once | twelve dozen: doce docen- | twenty: veint- | thirty:
treint- | forty: cuarent- | fifty: cincuent- | hundred hundreds: cien cient- centen- | thousand
thousands: mil miles millar- | half: mitad medio media | quarter: cuart- trimestre | fourth:
cuart- | fifth: quint- | sixth: sext- | seventh: séptim- | eighth: octav- | ninth: noven- | tenth:
décim- | eighteen: dieciocho | fifteen: quince quinc- | sixty: sesent- | seventy: setent- |
eighty: ochent- | ninety: novent- | once: vez | twice: veces dos doble | year years yearly annual:
año- anual- | month months monthly: mes meses mensual- | week weeks weekly fortnight: seman- |
weekend: fin semana | day days daily: día- diari- jornad- | hour hours: hor- | night nights
evening tonight overnight: noch- anoche madrugad- | morning: mañana | afternoon: tarde- | noon:
mediodía | midnight: medianoche | yesterday: ayer | tomorrow: mañana | century centuries: siglo- |
decade decades: década- decen- | time times: tiempo- vez veces hora- época | spring: primaver- |
summer: veran- | autumn fall: otoño | winter: inviern- | monday: lunes | tuesday: martes |
wednesday: miércoles | thursday: jueves | friday: viernes | saturday: sábado- | sunday: domingo- |
january jan: enero | february feb: febrero | march: marzo march- manifest- | april: abril | may:
mayo pod- pued- | june: junio | july: julio | august aug: agosto | september sept: septiembre
setiembre | october oct: octubre | november nov: noviembre | december dec: diciembre | said say
says saying told tell tells stated: dij- dice- dicho dec- declar- afirm- señal- asegur- explic-
coment- contó cuenta- según | added adds: añad- agreg- | asked ask asks asking: pregunt- pid- ped-
| called call calls: llam- | warned warn warns warning: advert- advirt- avis- | denied deny denies
refused refuse refuses: neg- nieg- desment- rechaz- | believe believes believed think thinks
thought: cree- creí- pens- piens- opin- consider- | know knows knew known: sab- supo conoc- | want
wants wanted: quier- quer- quis- dese- | need needs needed: necesit- hac- falta | see sees saw
seen: ver vio vist- ve ven vea- | look looks looked looking: mir- parec- busc- | find found finds
finding: encontr- encuentr- hall- descubr- | show shows showed shown: muestr- mostr- demuestr-
demostr- | give gave given gives giving: dar dio dad- da dan entreg- ofrec- | take took taken
takes taking: tom- llev- cog- | bring brought: traer traj- trajo llev- | come came comes coming:
lleg- venir venid- vien- vin- | go went goes going gone: ir fue iba va van march- yendo ido |
leave left leaves leaving: dej- salir sali- abandon- izquierd- march- | arrive arrived reach
reached: lleg- alcanz- | return returned back: volv- vuelv- vuelt- regres- devol- | begin began
begun start started starts beginning: empez- empiez- comenz- comienz- inici- | end ended ends
finish: fin final- acab- termin- | stop stopped halt: deten- detuv- parar paró dej- | keep kept
hold held: manten- mantuv- guard- conserv- celebr- reten- | stay stayed remain remained remains:
qued- permanec- sigu- segu- | continue continued continues: continu- segu- sigu- | become became
becoming: convert- convirt- conviert- volv- hac- | make makes made making: hac- hic- hech- hiz-
fabric- realiz- | build built building buildings: constru- edific- | work worked works working
worker workers: trabaj- obra- obrer- funcion- | play played player players game games: jug- jueg-
partido- juga- | help helped aid: ayud- | try tried tries trying: trat- intent- probar | let allow
allowed allows: permit- dej- | must should have: deb- ten- tien- hay | can could able: pod- pued-
pud- | will would: será- ir- va | put set: pon- puest- pus- coloc- | get gets got: consegu-
consig- obten- recib- logr- | send sent: envi- mand- | buy bought buying buyer: compr- | sell sold
sells sale sales: vend- vent- | pay paid pays payment: pag- | cost costs: cost- cuest- preci- |
spend spent spending: gast- pasar pasó | save saved savings: ahorr- salv- | lose lost loss losses:
perd- pierd- | win won wins winner victory: gan- venc- victori- | grow growing growth grown grew:
crec- aument- | rise rose risen rising increase increased raise: sub- aument- alz- crec-
increment- | drop dropped fell fallen decline: caíd- cay- caer cae- baj- descen- disminu- | cut
cuts cutting: recort- cort- redu- | change changed changes: cambi- | choose chosen choice: eleg-
elig- elec- | send: envi- | meet met meeting talks summit: reun- encuentr- conoc- cumbre convers-
negoci- | speak spoke speaking talk talked: habl- convers- | hear heard hearing: oír oy- oíd-
escuch- audien- | read reading: leer leíd- ley- lee- lect- | write wrote written writing writer:
escrib- escrit- | learn learned: aprend- sab- | feel felt feeling: sent- sient- | live lived lives
living life alive: viv- vid- | die died dies dying death deaths dead: mur- muer- mor- falle-
fallec- muert- | kill killed killing: mat- muer- mur- asesin- | born birth: nac- | wound wounded
injured injuries hurt: herid- lesion- | fight fighting fought battle: luch- combat- batall- pele-
| attack attacked attacks strike strikes: ataqu- atac- huelg- bombarde- golpe- | war wars: guerr-
| peace: paz | weapon weapons gun guns: arma- arm- pistol- fusil- | army troops soldier soldiers
military: ejércit- tropa- soldad- militar- | prisoner prisoners jail prison: preso presos presa
prision- cárcel | free freed freedom release released: libr- libert- liber- public- | court courts
judge judges: tribunal- juez juec- jueza- juzgad- | lawyer lawyers attorney: abogad- | trial:
juicio- proces- ensay- | law laws legal: ley- leg- derech- | right rights: derech- razón | crime
crimes: delit- crim- | police officer officers: polic- agent- | fire: fueg- incend- despid- | fire
fires: incend- fuego | flood floods: inund- | government cabinet: gobiern- | state states: estad-
| country countries: país- nacion- | city cities town towns: ciudad- puebl- localidad- | village
villages: puebl- alde- | mayor: alcald- | council: consej- ayuntamient- concejo | leader leaders
head chief: líder- jef- dirigent- cabez- | party parties: partid- fiest- | vote votes voted voter
voters voting poll polls ballot: vot- encuest- sonde- elector- urna- | election elections:
eleccion- comici- | minister: ministr- | foreign abroad overseas: extranjer- exterior- | border:
fronter- | law: ley | citizen citizens: ciudadan- | people folk: gente person- pueblo human- | man
men: hombre- | woman women: mujer- | child children kids kid: niñ- hij- infan- | boy boys: niño-
chico- | girl girls: niña- chica- | baby babies infant infants: beb- lactant- niñ- | father: padre
| mother: madre | parents: padre- | son sons daughter: hij- | brother brothers sister: herman- |
wife husband married: mujer espos- marid- casad- | friend friends: amig- | young youth: joven-
jóven- juvent- | old older elderly: viej- ancian- mayor- antigu- años | new newly: nuev- recién |
good well better best: buen- bien mejor- | bad worse worst: malo mala mal peor- | great big large
huge major: gran- enorme- | small tiny: pequeñ- | high higher highest: alt- elevad- máxim- | low
lower lowest: baj- mínim- | long: larg- tiempo | short shortly: cort- breve- poco | early:
tempran- principio- primer- | late: tard- final- | strong: fuert- | hard difficult: difícil- dur-
| easy easily easier: fácil- | rich wealthy wealth: ric- riqueza | poor poverty: pobre- | true
truth: verdad- | wrong mistake error: err- equivoc- mal | full: llen- complet- plen- | empty:
vací- | open opened: abr- abiert- | closed close shut: cerr- cierr- cerca- | black: negr- | white:
blanc- | red: roj- | green: verd- | blue: azul- | east eastern: este oriente oriental- | west
western: oeste occident- | north northern: nort- septentrional | south southern: sur | world
global worldwide: mund- global- | earth land ground soil: tierra- terren- suel- | sea ocean: mar
mares océan- marítim- | river rivers: río ríos | mountain mountains: montañ- | island islands:
isla- | road roads highway: carreter- camin- vía- | street streets: call- | way path: camin-
maner- vía- | bridge: puent- | house houses home homes: cas- hog- viviend- | door doors: puert- |
window windows: ventan- | wall walls: pared- mur- | room: sal- habitac- cuart- | school schools:
escuel- colegi- | church: iglesia- | hospital clinic: hospital- clínic- | train railway trains:
tren- ferrocarril- ferrovi- | car cars: coch- auto- carro- | plane flight flights: avión avion-
vuel- | ship ships boat boats vessel: barc- buqu- nav- | harbour harbor port: puert- | water
waters: agua- | ice snow: hiel- niev- | rain rains: lluvi- llov- | heat hot: calor- calient- |
cold cool: frí- fresc- | weather: tiemp- clima- | air: air- | light lights: luz luc- | tree trees:
árbol- | food eat eating: comid- aliment- comer comi- | bread: pan | meat fish: carn- pescad- pez
peces | fruit: frut- | health healthy: salud- san- sanit- | illness disease ill sick: enferm- |
doctor doctors physician: médic- doctor- | nurse: enfermer- | drug drugs medicine: droga- medic-
fármac- | money cash: diner- efectiv- | bank banks: banc- | business businesses firm firms company
companies: empres- compañí- negoci- firma- | market markets: mercad- bolsa | price prices: preci-
| trade: comerci- | shop shops store stores: tienda- comerci- | wage wages salary: salari- sueld-
| job jobs employment: empleo- trabaj- puest- | employee employees staff: emplead- personal
plantill- | employer employers: emplead- patron- empresari- | unemployment unemployed: desemple-
paro parad- | tax taxes: impuest- fiscal- | budget: presupuest- | debt: deud- | fund funds
funding: fond- financ- | percent percentage: porcent- ciento | share shares: accion- part-
compart- | rate rates: tas- tip- ritm- | figure figures: cifra- figura- | number numbers: númer-
cifr- cantidad | amount: cantidad | average: promedi- medi- | age aged ages: edad- años | size:
tamañ- | part piece: part- pieza- trozo | kind type: tip- clas- | thing things: cosa- | place
places: lug- sitio- | area areas region: zona- región- área- | side sides: lado- parte- bando- |
top: cima arriba alto | front: frent- delant- | question questions: pregunt- cuestion- | answer
answered reply: respuest- respond- contest- | issue issues problem problems: problem- cuesti-
asunt- | reason reasons cause causes: razón razon- motiv- causa- | result results: result- | risk
risks danger dangerous: riesg- peligr- | hope hopes: esper- | fear fears afraid: teme- temi- mied-
| love: amor ama- enamor- quer- | dream: sueñ- | support supported supporters: apoy- respald-
partidari- | demand demands: exig- demand- pid- ped- reclam- | agree agreed agreement deal:
acuerd- acord- pact- coincid- | plan plans planned: plan- prev- | threat threaten threatened:
amenaz- | promise promised: promet- promes- | try: intent- | news press media: notici- prensa
medi- | newspaper newspapers: periódic- diari- | journalist journalists reporter reporters:
periodist- report- | speech statement: discurs- comunicad- declar- | report reports reported:
inform- report- | study research researchers: estudi- investig- | scientist scientists science:
cient- cienci- | author authors: autor- | book books letter letters: libr- cart- letra- | film
movie movies: películ- film- cine | song songs music: cancion- canción músic- | team teams: equip-
| league: liga | match: partid- encuentr- | goal goals: gol- objetiv- meta- | coach: entrenador-
técnic- | season: temporad- estación | championship cup: campeon- copa | power powers powerful:
pod- potenc- energ- eléctri- | oil: petról- petrole- aceite | gas: gas | crowd: multitud
muchedumbre | eye eyes: ojo- | hand hands handed: mano- entreg- | face: cara rostro enfrent-
frent- | word words: palabr- | name names named: nombr- llam- | voice: voz | heart: corazón
corazon- | body bodies: cuerp- cadáver- | mind: mente | step steps: paso- medid- | measure
measures: medid- | rule rules: regla- norma- gobern- | charge charged charges: cargo- acus- cobr-
| chairman president chair: president- | secretary: secretari- | spokesman spokeswoman
spokesperson: portavo- vocer- | senior: alto alt- veteran- | own: propi- | enough: suficient-
bastant- | together: junt- | alone lonely: sol- | far: lejos lejan- | near nearby: cerca- próxim-
junto | quickly fast rapid: rápid- pronto | likely probably perhaps maybe: probab- quizá- tal |
clear clearly: clar- | sure certain certainly: segur- ciert- | really actually indeed: realment-
verdad efecto | united: unid- | kingdom: reino | british britain: británic- britani- reino |
germany german germans: aleman- | england english: ingl- | spain spanish: españ- | france french:
franc- | russia russian russians: rus- | china chinese: chin- | japan japanese: jap- | greece
greek: greci- grieg- | sweden swedish: suec- | norway norwegian: norueg- | switzerland swiss:
suiz- | netherlands dutch: paíse- baj- holand- neerland- | poland polish: polac- poloni- | hungary
hungarian: húngar- hungr- | turkey turkish: turc- turqu- | ukraine ukrainian ukrainians kyiv kiev:
ucran- kiev kyiv | usa u.s american americans: estadounidens- american- eeuu ee | european europe:
europ- | london: londres londinens- | moscow kremlin: moscú kremlin | jew jews jewish: judí- |
god: dios | king queen royal: rey- rein- real
""".replace("\n", " ").split("|")
)


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """The meanings of each English and each Spanish entry, by its folded spelling."""
    english: dict[str, list[int]] = defaultdict(list)
    spanish: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(MEANINGS):
        left, _, right = entry.partition(":")
        for word in left.split():
            english[folded(word)].append(number)
        for word in right.split():
            spanish[folded(word)].append(number)
    return (
        {word: tuple(found) for word, found in english.items()},
        {word: tuple(found) for word, found in spanish.items()},
    )


def in_english(word: str) -> tuple[int, ...]:
    """The meanings that an English word may have here, by number; none where it is not known."""
    return _index()[0].get(folded(word), ())


def in_spanish(word: str) -> tuple[int, ...]:
    """The meanings that a Spanish word may have here: those of every entry that it begins with."""
    return _spanish(folded(word))


@lru_cache(maxsize=65536)
def _spanish(word: str) -> tuple[int, ...]:
    known = _index()[1]
    found = list(known.get(word, ()))
    for length in range(2, len(word) + 1):
        found += known.get(word[:length] + "-", ())
    return tuple(dict.fromkeys(found))
