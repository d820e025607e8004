/**
 * One thing, as English and as Hindi (in Roman letters) say it, a line each: words on both sides mean the same to the learnt
 * model, so that what it learnt of *cupboard* it knows of *almari*. Finer than the fields of meaning and used by no cue. A word
 * whose fold is that of another word (*gaali*, abuse, and *gali*, lane) is left out.
 */
export const CONCEPTS = `
husband hubby | pati miya shauhar gharwala
wife | patni biwi gharwali joru lugai
mother mom mummy | mata ammi amma maiya
father dad daddy papa | pitaji baap abba babu
brother | bhaiya bhaisahab
sister sis | behen bahan behan didi jiji
sons | beta bete betwa putra
daughter daughters | beti betiya bitiya putri bitti
uncle chacha | chachu taya mama mausa phupha
aunt aunty auntie | chachi mami mausi bua
grandmother grandma granny nani dadi |
grandfather grandpa | dada nana
nephew | bhatija bhanja
niece | bhatiji bhanji
cousin cousins | chachera mamera
inlaws inlaw | sasural sasuralwale sasuralwalo
motherinlaw saas |
fatherinlaw sasur |
brotherinlaw devar jija | jeth jijaji saala nandoi
sisterinlaw bhabhi nanad | jethani devrani
dowry | dahej
divorce divorced | talaq
girl girls | ladki ladkiya ladkiyo kanya
boy boys | ladka ladke ladko launda launde chhora chhokra
woman women lady ladies female | aurat aurate aurto mahila mahilaye mahilao
guy gent | aadmi mard purush
child kid children kids | bachcha bachche bachcho bachchi bachiya
baby infant newborn toddler | shishu navjaat dudhmuha
minor underage | nabalig
orphan orphanage | anath anathalay balgrih
old elderly aged senior | budha budhe budhi budhiya bujurg vriddh
neighbour neighbours neighbor neighbors | padosi pados parosi padosan padosiyo
friend friends | dost dosto yaar mitra saheli
stranger strangers unknown | anjan ajnabi agyat
tenant tenants renter | kirayedar kirayedaro
landlord landlady | makanmalik
owner owners | malik malkin
worker workers labourer labour labourers labor | mazdoor mazduro shramik karigar
maid househelp | kaamwali naukrani
servant | naukar
guard watchman security | chowkidar chaukidar pehredar
driver drivers | chalak draiver
passenger passengers | yatri sawari sawariya musafir
villager villagers | gramin gaonwale gramino
farmer farmers | kisan kisano
student students pupil | chhatra chhatro chhatraye vidyarthi
teacher teachers master madam | shikshak adhyapak guruji masterji shikshika
doctor doctors | daktar vaidya
nurse nurses | nars
patient patients | mareez rogi
lawyer advocate | vakil
shopkeeper shopkeepers | dukandar dukandaro
customer customers | grahak grahako
priest pujari | maulvi pandit mahant baba
journalist reporter | patrakar patrakaro
constable constables | sipahi sipahiyo hawaldar
inspector subinspector | daroga darogaji kotwal thanedar
clerk munshi | babuji
police cops cop policeman policemen | pulis pulice pulisiya khaki
officer officers | adhikari afsar
accused culprit | aaropi mulzim mujrim doshi
witness witnesses | gawah gawahi
gunda thug thugs | gunde gundo badmash badmasho dabang dabango
thief thieves | chor choro chorwa
gang | giroh
drunk drunken drunkard drunkards | sharabi nashedi nasheri piyakkad talli
alcohol liquor booze daru | sharab madira
drugs ganja smack weed | nasha charas smaik afeem
beat beats beating beaten thrashed thrashing | peet peeti pitai pitayi maarpeet
slap slapped slaps | thappad chaanta tamacha
kick kicked kicks | laat laato
stick sticks lathi lathis | lathiya danda dande dando
fight fighting fought brawl scuffle quarrel | ladai jhagda jhagde jhagad ladte bhidant
stab stabbed stabbing | ghonp chaakubazi
knife knives dagger | chaku
sword swords | talwar
axe sickle | kulhadi farsa gandasa hansiya phawda
guns pistol rifle revolver firearm tamancha | bandook raifal asla
bullet bullets gunshot gunshots firing | goli goliya golibari
acid | tezab
blood bleeding bleed | lahu
injured injury wounded hurt | ghayal chotil chot zakhmi
murder murdered | hatya katl murdar
corpse body deadbody | shav laash
threat threatened threatening threats threaten | dhamki dhamkiya dhamka
extortion extort extorting | rangdari vasooli hafta
rape raped gangrape | balatkar dushkarm rep
molest molested molesting molestation | chhedchhad chhedkhani chhed
tease teasing catcall eveteasing whistling | fabti seeti chhinta
touch touched touching groped grope | chhuta chhua chhui
obscene vulgar lewd nude nudes | ashleel nangi gandi
blackmail blackmailing blackmailed |
follow followed following stalk stalking stalker | peecha
pimp trafficking prostitution | dehvyapar taskari
kidnap kidnapped kidnapping abducted abduction | apharan agwa
captive hostage confined confine | bandhak qaid
lock locked latch bolted | kundi tala sankal
tied rope ropes | rassi rassiya bandha baandh
room rooms | kamra kamre kothri
door doors gate gates | darwaza darwaze kiwad phatak
window windows | khidki khidkiya
roof terrace | chhat
stairs staircase stairwell | seedhi seedhiya
wall walls | deewar
house flat apartment | ghar makan
village villages | gaon gram
field fields farm | khet kheto
crop crops wheat paddy stubble | fasal gehu paraali
land plot plots property | zameen
boundary fence fencing | mendh chardiwari
encroachment encroach encroached grab grabbed | kabza atikraman
measure measurement survey | paimaish naap
registry mutation deed | baynama dakhil kharij
lekhpal tehsildar revenue patwari | kanungo
well borewell | kuan
pond lake | talab pokhar
river rivers | nadi dariya
canal canals | nahar nahr
bridge bridges | pul pulia
boat boats | naav naiya nauka
drown drowned drowning drowns | doob dooba doobe doobi doobne
flood flooded floods | baadh baarh
rains rainfall raining | barish barsat
storm cyclone gale | aandhi toofan
lightning | akashiya aasmani
tree trees | ped pedo
debris rubble | malba malbe
collapse collapsed collapses | dhaha dhahi bharbhara
earthquake tremor tremors | bhukamp
fire fires | aagjani
flame flames blaze | lapat lapte lapto
smoke | dhuan dhuye
burn burnt burning burned | jal jala jali jale jalta jalti jalkar
firebrigade brigade | damkal fayarbrigade
cylinder cylinders lpg | silendar
gas leak leaking leakage | risav
explosion blast exploded | dhamaka visfot
electric electricity power current shock | bijli karant karent
wire wires cable | taar taro
transformer | transfarmar
pole poles | khamba khambe
accident accidents crash crashed collision collided | hadsa hadse durghatna takkar eksident
overturned overturn | palta palti palat
crushed runover mowed | kuchal kuchla raund raunda
truck trucks lorry dumper trailer tanker | trak dampar
car cars suv | kar gaadi
bike bikes motorcycle motorbike scooter scooty | motarsaikil baik skuti
bus buses | bas
auto rickshaw erickshaw tempo | riksha
tractor trolley | trali
train trains | rail relgadi trein
platform | platfarm
jam traffic gridlock jammed | yatayat
signal | batti
parking parked park |
challan challans fine |
helmet |
license licence | laisens
speed speeding overspeeding rash | raftar tez
horn honking honk | hooter
stunt stunts racing wheelie | stantbazi
road roads street streets lane | sadak rasta raste
highway expressway | haaive rajmarg
pothole potholes | gaddha gaddhe
streetlight streetlights | roshni andhera andhere
garbage trash dump | kachra koora
sewer drain sewage | naali nala naale seevar
dog dogs puppy | kutta kutte kutto kutiya pilla
cow cows bull bulls cattle calf bullock | gaay saand bachhda gauvansh
buffalo buffaloes | bhains bhainse
monkey monkeys | bandar bandaro
snake snakes cobra python | saanp ajgar nag
leopard tiger panther | tendua guldar
goat goats | bakri bakra bakriya
elephant elephants | hathi
jackal wolf hyena | siyar bhediya lomdi
crocodile | magarmachh ghadiyal
bite bites bit | kaata kaat
animal animals livestock | janwar pashu maveshi
slaughter slaughtered butcher | kasai gaukashi
bees wasp hornet | madhumakkhi
steal stole theft thefts burglary | chori churaya chura churayi churakar
rob robbed robbery loot looted | loota looti dakaiti lutera lutere
snatch snatched snatching snatchers | jhapat jhapta
pickpocket pickpocketed | jebkatra jeb
jewellery jewelry gold ornaments | gahna gahne jewar sona
necklace | mangalsutra haar
money cash rupees | paisa paise rupya rupaye rupay nakad
lakh lakhs crore | karod hazar
phone mobile smartphone cellphone | mobail
bag bags luggage suitcase | jhola thaila saaman
purse wallet | batua pars
laptop |
keys key | chabi
document documents papers certificate | kagaz pramanpatra dastavez
marksheet | ankpatra
aadhaar |
passport |
verification verify | satyapan
lost misplaced | khoya khoyi gum gumshuda gira giri
found | mila mili paaya
missing untraceable | lapata laapta gayab gayeb gumshudgi
search searching searched looking | dhund khoj talash
return returned reached home | lauta lauti laut pahuncha pahunchi
fraud scam scammed cheated cheating duped | thagi thaga dhokha dhokhadhadi thag jaalsazi
otp |
bank banks branch | baink
account accounts | khaate akaunt
debited deducted withdrawn | katgaye
refund refunded | wapsi
loan emi | karz udhar byaj
lender moneylender recovery | sahukar soodkhor mahajan
job jobs employment vacancy | naukri naukari bharti
salary wages wage payment | tankhwah majduri pagar vetan
investment trading | nivesh
lottery prize | inaam
courier parcel | parsal
hacked hack | haik
fake forged counterfeit | farzi nakli
complaint complaints complain complained | shikayat shikayate
application report | tahrir tehrir prarthna aavedan
fir ncr | mukadma praathmiki
register registered | darj
investigation investigating | vivechak vivechna jaanch
court judge | adalat kacheri nyayalay
| jamanat
jail prison | karagar
compromise settlement | samjhauta sulah
bribe bribery bribes | rishwat
custody lockup | havalat hirasat
abuse abused abusing abuses | galigaloj
misbehave misbehaved rude | badtameezi abhadrata badsaluki
refuse refused refusing refuses | mana inkaar bhaga
noise loud music volume | shor aawaz
loudspeaker loudspeakers speaker speakers | bhonpu laudspikar
| deeje
party | dawat
wedding marriage | shaadi vivah nikah barat
crackers firecrackers firecracker | patakhe pataka aatishbazi
gambling gamble cards betting satta | jua juari
smell stench stink stinking | badbu gandh
crowd mob mobs | bheed
riot riots rioting clash clashed | danga dange bawal
stone stones pelting | patthar pathrav patharav
slogan slogans | nara nare narebazi
procession rally | julus raily
protest protesters dharna | pradarshan
blockade blocked | chakkajam
temple | mandir
mosque | masjid
religion religious communal | dharm mazhab sampradayik
rumour rumours rumor | afwah
panchayat |
suicide suicidal | aatmahatya khudkushi
hang hanging hanged noose | fansi fanda latak
jump jumped jumping | kudne chhalang
poison pesticide sulphas | zahar zeher salfas
pills tablets | dawaiyan
die dying | marna mar marne mrityu maut
live life | zindagi jeena
sorry forgive | maaf maafi
goodbye farewell | alvida
exam exams result failed | pariksha fail
depressed depression | avsad udas
sick fever | bimar bukhar
breath breathing breathless | saans dam
heart chest | seena dil chhati
unconscious fainted unresponsive | behosh bahosh achet
fits seizure convulsions | daura mirgi
pregnant delivery | garbhvati prasav pet
ambulance | embulens
hospital clinic | aspatal
oxygen | aaksijan
medicine medicines | dawa dawai
vomit vomiting | ulti
school schools | skul vidyalay
college university | kalej vishwavidyalay
hostel | hastal chhatravas
coaching tuition | kochin
factory kiln | karkhana bhatta faktri
shop store | dukan
market bazaar | mandi
hotel lodge | hotal dharmashala
station railway | steshan
bathroom toilet washroom | shauchalay
photo photos picture pictures | tasveer
video videos clip | vidiyo
message messages | sandesh maisej
call calls | kaal
location | lokeshan
camera cctv footage | kaimra sisitivi
website apps | vebsait
facebook instagram whatsapp | fesbuk insta
thanks thank thankyou grateful gratitude | dhanyawad shukriya aabhar aabhari
salute respect kudos bravo | salaam naman pranam
great excellent good commendable | badhiya sarahniya shandar behtareen
helped help helping | madad sahayata
recovered traced | baramad
safe safely | surakshit sakushal salamat
election vote votes voting | chunav matdan
leader minister politician | neta mantri vidhayak sansad
government govt administration | sarkar shasan prashasan
opposition | vipaksh
arrest arrested arrests | giraftar giraftari
encounter | muthbhed
news newspaper headline | khabar akhbar samachar
army soldier martyr | sena jawan shaheed
film movie cinema | filam
song songs | gaana geet
match cricket | kriket khel
joke jokes meme | mazak chutkula
food eat eating | khana bhojan
tea |
birthday | janmdin
festival | tyohar
how | kaise
where | kahan kidhar
when | kab
which | kaunsa kaunsi
whether | kya
rule rules legal | niyam kanoon
number helpline | nambar helplain
fees charges | shulk
permission allowed | anumati ijazat
demand demanding demands | maang maangta maangte
daily everyday | roz rojana pratidin
night midnight | raat raatbhar
outside | bahar
alone | akela akeli akele tanha
afraid scared fear frightened | dar khauf ghabra
cry crying weeping | rona roti rone
scream screaming screams shouting | cheekh chilla chillana
hide hiding hid | chhupa chhipa chhup
running fled escaped | bhage bhagi
enter entered barged | ghus ghusa ghuse ghusi
break broke breaking | tod toda tode todne toot tuta
fall fallen | gir gire girne
stuck trapped stranded | phans fansa phase atka
dig digging digged | khod khudai
mining | balu ret
dowrydeath | jalakar
beg begging beggar beggars | bheekh bhikhari
childlabour | balshram bandhua
childmarriage | balvivah
stepmother step | sauteli sautela
witch | dayan chudail
elope eloped lover boyfriend girlfriend | premi premika prem
honour izzat |
caste | jaati biradari
ration pension | rashan penshan
bench chair | kursi
glass | sheesha kaanch
| kunji
bangle saree dupatta clothes | kapde
hand arm wrist | haath baanh
leg foot | pair taang
head | sir sar
neck throat | gala gardan
eye eyes | aankh aankhe
hair | baal
belt | patta
petrol kerosene | mittitel kerosin
matchbox lighter | machis
brick bricks | eent eente
vehicle vehicles | vahan
seat berth coach | bogie dibba
ticket | tikat
rpf grp | jiarpi
toll |
helpless poor | gareeb bebas
justice | nyay insaf
compensation | muavza
water | pani
crossing crossroads chowk | chauraha chowraha tiraha
`
