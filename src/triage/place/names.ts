/** Names of districts that are also words, fellows, settlements, or abbreviations. */
export const WORDLIKE: ReadonlySet<string> = new Set(['Sambhal', 'संभल', 'सम्भल', 'Sambal', 'Banda', 'Basti', 'Mau', 'Bela', 'Eta', 'Un', 'Hata', 'Kashi', 'Koil', 'Brij', 'Barely', 'SRN', 'ALD', 'CNB', 'SRE', 'BSR', 'SPN', 'RBL', 'SKN', 'MBD', 'BBK', 'BSB', 'Prayag', 'Laxmi Nagar', 'Akbarabad', 'Sumbhal', 'Manpuri', 'Jansi', 'Kheri', 'Bhim Nagar', 'JP Nagar', 'SK Nagar', 'Savatthi', 'Belha', 'बस्ती', 'काशी', 'प्रयाग'])

/** Spellings that are the place and nothing else, though another spelling or the sound of theirs is a word (बंदा, rath). */
export const SURE_SPELLINGS: ReadonlySet<string> = new Set(['बांदा', 'मऊ', 'मउ', 'orai', 'उरई', 'हाटा', 'राठ', 'रोजा जंक्शन', 'टांडा', 'कुंडा', 'कोसी'])

/** Names that half the towns of the state have, whatever the lists say. */
export const EVERYWHERE: ReadonlySet<string> = new Set([
  'Civil Lines', 'Gandhi Nagar', 'Station Road', 'Sadar Bazar', 'Shastri Nagar', 'Rajendra Nagar', 'Nehru Nagar', 'Medical College', 'Police Line', 'Police Lines', 'Collectorate', 'Company Bagh',
  'Ghantaghar', 'MG Road', 'Mall Road', 'Link Road', 'GT Road', 'Model Town', 'Azad Nagar', 'Ashok Nagar', 'Indira Nagar', 'Ram Nagar', 'Ramnagar', 'Krishna Nagar', 'Shivaji Nagar', 'Subhash Nagar', 'Patel Nagar', 'Jawahar Nagar', 'Prem Nagar', 'Avas Vikas Colony',
  'Industrial Area', 'Transport Nagar', 'Sanjay Nagar', 'Tilak Nagar', 'Sadar', 'Cantt', 'Kotwali', 'Kotwali Nagar', 'Mahila Thana', 'Lal Bagh', 'Lalbagh', 'Railway Colony', 'New Colony', 'Govind Nagar', 'Shyam Nagar', 'Vijay Nagar', 'Satellite', 'Film City', 'Parade', 'Water Works', 'Ganj', 'Industrial Estate', 'Mandi Samiti', 'Chowk', 'Gandhi Park', 'Mohan Nagar', 'Rampur', 'Kalyanpur', 'Cyber Crime', 'Cyber Thana', 'Dehat',
  'Vikas Nagar', 'Adarsh Nagar', 'Ambedkar Nagar Colony', 'Arya Nagar', 'Lanka', 'Rakabganj', 'Maharajpur', 'Mohammadabad', 'Bahadurganj', 'Aurangabad', 'Wazirganj', 'Saraya', 'Nai Basti', 'Purani Basti', 'Nai Bazar', 'Katra', 'Awas Vikas', 'Avas Vikas', 'Bazar', 'Naya Bazar', 'Sabzi Mandi', 'Ghosiana', 'Islampur', 'Mohanpur', 'Lakshmipur',
])

/** Names on the lists that name no place at all: every town has one. */
export const NAMELESS: ReadonlySet<string> = new Set(['Bus Stand', 'Bus Station', 'Airport', 'University', 'Civil Court', 'Kutchery', 'Railway Station', 'Mall', 'City', 'Nagar', 'Bar', 'AIIMS', 'Cod', 'Post Office', 'Collectorate', 'Medical College', 'Court', 'Market', 'Tehsil'])

/** Of a name that several districts have, the bearer that people mean most when they say no more: the largest town, the best-known quarter. */
export const MAIN: Readonly<Record<string, string>> = {
  Aliganj: 'lucknow', Shahganj: 'jaunpur', Tanda: 'ambedkar-nagar', Akbarpur: 'ambedkar-nagar', Salempur: 'deoria', Gola: 'lakhimpur-kheri', Phulpur: 'prayagraj', Phoolpur: 'prayagraj', Sikandra: 'agra', Colonelganj: 'gonda', Rasulabad: 'kanpur-dehat',
  Chandpur: 'bijnor', Hasanpur: 'amroha', Shamsabad: 'farrukhabad', Fatehabad: 'agra', Jalalpur: 'ambedkar-nagar', Jalalabad: 'shahjahanpur', Jahangirabad: 'bulandshahr', Bilari: 'moradabad', Bilaspur: 'rampur', Faridpur: 'bareilly', Naugarh: 'siddharthnagar',
  Kunda: 'pratapgarh', Lanka: 'varanasi', Rajghat: 'varanasi', Raniganj: 'pratapgarh', Manikpur: 'chitrakoot', Jahanabad: 'fatehpur', Bansi: 'siddharthnagar', Dadri: 'gautam-buddha-nagar', Sandila: 'hardoi', Rudauli: 'ayodhya', Kadipur: 'sultanpur', Mohammadi: 'lakhimpur-kheri', Khaga: 'fatehpur', Harraiya: 'basti', Barhni: 'siddharthnagar', 'Deen Dayal Nagar': 'chandauli', Ramghat: 'chitrakoot', Ahraula: 'azamgarh',
}

/** Everyday words, names of people and brands that are also names of small places: those need "gram", "thana" or the like. */
export const ORDINARY: readonly string[] = words(`
bar kursi mail haldi kunda raksa raksha chhata chhatta chhatha ghanti pali patla khunta kone kona sikhar shikar dhakia dakia dakiya kota gaur mundha pahadi pahari masuri mashhuri sathion saathiyon bawan bhawan bhavan kuchlai tirchhi tircha kuriyar courier chhapar chhappar chhappad godha godan haryana bihar nagar
thali mela mandi kheta kheti pani dudh doodh dahi daal chawal roti sabji mirch tamatar pyaz aloo chini namak tel ghee mithai laddu pulav
aspatal hospital school college vidyalaya mandir masjid gurudwara dargah maidan park bagh talab nala nali pul pulia sadak gali chauraha tiraha golchakkar phatak
raja rani nawab sultan badshah begum pandit thakur yadav singh sharma verma gupta khan ali hasan husain imam ram shyam krishna mohan sohan gopal shiv hari durga lakshmi saraswati ganga yamuna
kothi haveli bangla makan dukan dukaan hotel dhaba theka bhatta mill karkhana godam tanki motor engine tractor trolley jeep truck scooter
kamal gulab chameli neem aam imli jamun amrud kela anar santra babul bargad pipal bans baans ghas phool patti pattiyan jadd beej lakdi
sona chandi loha tamba pital moti heera hira panna manik nilam
suraj chand chanda tara tare badal barish aandhi toofan hawa dhoop chhaya aag dhuan rakh mitti patthar ret balu pahad nadi jheel samundar
hathi ghoda gaay bhains bakri bakra kutta billi bandar sher bagh cheeta bhalu saanp bichhu machhli chidiya tota mor kabutar murga murgi
sir maath haath pair pet kamar gala naak kaan aankh munh daant baal khoon dil jaan
amma baba dada dadi nana nani chacha chachi mama mami bua mausi phupha bhaiya bhabhi didi jija sala sali devar nanad sasur saas damad bahu
akela akeli sara sari sare dekh dekha suna bola chala chali chalo rakha utha baitha khada pada gira mara maar pita peeta bhaga chhoda pakda chheena loota
sundar accha bura kala gora lal pila hara neela safed kali goru meetha teekha khatta garam thanda bada chota lamba unchha neecha mota patli gehra
kabza jhagda jhagra marpeet chori daka loot thagi dhokha jua satta sharab ganja afeem charas
kab kahan kaise kitna kitne kaun kisne jab tab abhi fir phir bahar andar upar niche aage piche pass paas door
bhaji halwa jalebi samosa kachori lassi chai coffee paan supari tambaku bidi
harsh sakha sakhi sneha priya pooja puja aarti sandhya usha asha nisha deepa roshni jyoti kiran anita sunita geeta seeta meena leela sheela
khalsa tiger cobra lion king queen star moon sun sky blue red green white black
dola doli baja band dhol tasha nagada nautanki ramlila jagran kirtan bhajan qawwali mushaira
kaghaz kitab kalam pencil copy basta jhola thaila bori dibba bartan thal lota balti gilas katori chamach
banna banni dulha dulhan barat baraat shaadi vivah nikah talaq gauna
gola goli bomb banduk pistol katta tamancha chaku talwar lathi danda rod
khata khati pita piya peena sona sote jaga jage
ahirwar dalit kori teli nai dhobi kumhar lohar sunar barhai mali darji
patel nehru gandhi subhash azad bhagat tilak ambedkar
khajuri khajur baghel sisodia rana rathore
sarai garhi nagla purwa tola patti chak bara barah tera chaudah solah bees pachas
beri ber santa santan savera subah shyam dopahar
tikri tikari bisrat khair khairat amanat himmat nafrat mohabbat sharafat rahat
khaki vardi sipahi daroga hawaldar kotwal
amar ajay vijay sanjay manoj raju bittu pappu guddu munna chhotu
jarib jamin zameen plot makaan
aman chain shanti ekta vikas pragati
chandan kesar kapoor attar surma kajal mehndi bindi
dera thikana basera ashram kutiya jhopdi
manda jhanda danda ganda andha
para pari paro kara karo bhara bhari dhara
lota sota mota khota chota
sema sem matar gobi palak methi
modi yogi
baraf sardi garmi
bela khela mele
roza roja gurdev gurudev jani rath chandi jariya zariya maya pathway mati tewa karma refinery greater morta mal mall nevada zeta rosa cari raipur victoria
karari hathoda hathauda hathaura ata aata atta karela kharela jawan jawaan naujawan qila kila hata hatao dhaiki gawah gavah nari naari pura poora puraa jeeta jita saathi sathi mohar muhar location shayad akela adhikari
dharna anshan jaloos rally chunav
`)

function words(list: string): string[] {
  return [...new Set(list.split(/\s+/u).filter(Boolean))]
}
