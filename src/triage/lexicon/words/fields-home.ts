import type { Words } from '../entry.ts'

/**
 * Fields of meaning that no cue uses: they tell the learnt model what kind of thing a word is, so that it need not have seen
 * the word itself. Home, body, kin, distress.
 */
export const HOME_FIELDS: Words = {
  ofHidingPlace: {
    en: 'under the bed, cupboard, wardrobe, almirah, bathroom, washroom, toilet, storeroom, store room, loft, basement, water tank, behind the curtain, terrace, rooftop, stairwell, fields, bushes, shed, closet, back room, pantry, attic',
    hi: 'palang ke neeche, bistar ke neeche, takhat ke neeche, almari, gusalkhana, bathroom, storeroom, kothri, kothari, bhusa, bhusaula, chhat, chhajja, tanki, parda, godown, tahkhana, jhaadi, jhadiyon, khet me, ganne, bathrum, snanghar, parchatti, anaaj, पलंग के नीचे, अलमारी, गुसलखाना, बाथरूम, कोठरी, भूसे, छत, छज्जा, टंकी, पर्दे, गोदाम, तहखाना, झाड़ी, गन्ने, शौचालय',
  },
  ofDoor: {
    en: 'door, gate, window, latch, bolt, bolted, lock, keyhole, grill, balcony, staircase, stairs, shutter, handle, hinges, keys, key, chain, padlock, corridor, threshold',
    hi: 'darwaza, darwaaza, darvaja, khidki, kundi, sankal, tala, taala, chitkani, kiwad, kiwaad, seedhi, jeena, chaukhat, chabi, chaabi, dehri, shatar, दरवाजा, दरवाजे, खिड़की, कुंडी, सांकल, ताला, चिटकनी, किवाड़, सीढ़ी, चौखट, चाबी, ग्रिल, गेट, शटर',
  },
  ofQuiet: {
    en: 'quiet, quietly, silent, silently, mute, muted, whisper, no calls, dont call, do not call, dont ring, no siren, without siren, hush, softly, dont reply, cannot talk, cant talk, cant speak, cannot speak, on silent, text only, typing slowly',
    hi: 'chup, chupchap, chupke, khamosh, dheere, dhire, silent, awaaz mat, aawaz na, call mat, phone mat, fon mat, reply mat, ghanti mat, horn mat, siren mat, bol nahi sakti, bol nahi sakta, baat nahi kar, सिर्फ आइए, चुप, चुपचाप, चुपके, खामोश, धीरे, आवाज मत, आवाज न, फोन मत, कॉल मत, जवाब मत, घंटी मत, सायरन, बोल नहीं सकती, बोल नहीं सकता, फुसफुसा',
  },
  ofKnock: {
    en: 'knock, knocking, banging, pounding, doorbell, hammering, rattling, kicking the door, thumping, scratching, prying',
    hi: 'khatkhata~, khatkhat, thap thap, peet raha, dhakka, kundi hila, ghanti baja, latiya, laat maar, khat khat, bhadbhada, खटखटा~, थपथपा, घंटी बजा, कुंडी हिला, धक्का, भड़भड़ा, पीट रहा, लात',
  },
  ofEntering: {
    en: 'climb, climbing, climbed, jumped in, broke in, entered, inside the house, footsteps, intruder, intruders, coming up, crept, cutting the grill, came inside, wall',
    hi: 'chadh~, chadha, kood~, kud, phaand, faand, ghus~, ghusa, deewar phaand, aahat, kadmon, paon ki, andar aa, upar aa, aangan, चढ़~, कूद~, फांद~, घुस~, दीवार, आहट, कदमों, आंगन, अंदर आ, ऊपर आ, दबे पांव',
  },
  ofThem: {
    en: 'they are, those men, four men, two men, three men, some men, unknown men, that man, these people, gang, bikers, group of men, stranger, drunk men, armed men, same man, same guy',
    hi: 'wo log, woh log, ye log, char log, chaar log, do log, teen log, do ladke, teen ladke, char ladke, chaar aadmi, teen aadmi, do aadmi, kuch log, kuch ladke, bike sawar, naqabposh, nakabposh, anjaan aadmi, wahi aadmi, वो लोग, वे लोग, चार लोग, दो लोग, तीन लोग, दो लड़के, तीन लड़के, चार लड़के, चार आदमी, तीन आदमी, दो आदमी, कुछ लोग, कुछ लड़के, बाइक सवार, नकाबपोश, अनजान आदमी, वही आदमी',
  },
  ofDark: {
    en: 'dark, darkness, power cut off, cut the power, lights off, fuse, torch, flashlight, no light, deserted, isolated, lonely stretch, middle of nowhere, pitch black',
    hi: 'andhera, andhere, sunsaan, sunsan, veeran, viran, light kaat, bijli kaat, light kati, mobile ki torch, akela raasta, अंधेरा, अंधेरे, सुनसान, वीरान, बत्ती काट, लाइट काट, बिजली काट, टॉर्च',
  },
  ofBattery: {
    en: 'battery, low battery, percent left, phone dying, no network, no signal, charge left, might not be able, last message, borrowed phone, phone snatched, took my phone, hidden phone, live location, sharing location, shared location',
    hi: 'battery, charge kam, bairi, network nahi, phone chheen, phone le liya, fon chhin, dusre ka phone, padosi ke phone, live location, lokation bhej, बैटरी, चार्ज, नेटवर्क नहीं, फोन छीन, फोन ले लिया, लोकेशन, दूसरे का फोन, छुपा के फोन',
  },
  ofAlone: {
    en: 'alone, by myself, nobody home, no one home, all alone, only me, just me, nobody else, on her own, home alone, no adult',
    hi: 'akela, akeli, akele, ghar par koi nahi, koi nahi hai, tanha, bas hum, sirf main, main aur bachche, koi mard nahi, अकेला, अकेली, अकेले, कोई नहीं है, सिर्फ मैं, बस हम, मैं और बच्चे',
  },
  ofHeard: {
    en: 'scream, screams, screaming, thud, crying sound, sobbing, moaning, breaking glass, something fell, gone quiet, went quiet, stopped suddenly, no sound now, muffled, voice stopped, shrieks, wailing',
    hi: 'cheekh, chikh, chilla~, cheekhne, rone ki awaaz, dhadam, sheesha toot, awaaz band, awaaz nahi aa, shant ho gaya, karah, sisak~, ghuti, चीख, चिल्ला~, रोने की आवाज, धड़ाम, शीशा टूट, आवाज बंद, आवाज नहीं आ, शांत हो गया, कराह, सिसक~, घुटी',
  },
  ofNoSign: {
    en: 'not opening, not answering, not picking up, has not opened, newspapers piled, milk packets, foul smell, bad smell, lights on, tv on, not seen since, unanswered, no response from, phone ringing inside, has not come out, not stepped out',
    hi: 'darwaza nahi khol, nahi khola, phone nahi utha, nahi utha raha, nahi utha rahi, akhbar pada, doodh pada, badboo, badbu, bahar nahi nikl, dikhai nahi diye, jawab nahi, ghanti baj rahi, दरवाजा नहीं खोल, नहीं खोला, फोन नहीं उठा, अखबार, दूध के, बदबू, बाहर नहीं निकल, दिखाई नहीं, दिखे नहीं, जवाब नहीं',
  },
  ofGoodbye: {
    en: 'goodbye, good bye, forgive me, forgive, sorry mom, sorry maa, take care of, look after, last message, last post, wont be here, will not be here, by morning, dont look for me, no one is to blame, nobody is to blame, tell my mother, tell my mom, stay happy, be happy, remember me, in my next life, final, one last time, see you never, letter on the table, wrote a letter, left a note',
    hi: 'alvida, maaf karna, maaf kar dena, maf kar dena, khush rehna, khush rahna, dhyan rakhna, khayal rakhna, sambhal lena, sambhal lijiye, chitthi likh, chithi likh, khat likh, aakhri, akhri baar, aakhiri, ab nahi milenge, subah tak, mat dhoondhna, mat dhundna, koi zimmedar nahi, koi doshi nahi, agle janam, maa ko bata dena, bata dena, mummy ko bolna, अलविदा, माफ करना, माफ कर देना, खुश रहना, ध्यान रखना, ख्याल रखना, संभाल लेना, चिट्ठी, आखिरी, अब नहीं मिलेंगे, सुबह तक, मत ढूंढना, कोई जिम्मेदार नहीं, कोई दोषी नहीं, अगले जनम, बता देना, याद रखना',
  },
  ofGivingAway: {
    en: 'passwords, give my, my books to, feed the dog, feed my, insurance papers, policy papers, bank papers, cleared all dues, paid everyone, settled everything, keep my, you can have my, gave away, locker key',
    hi: 'password, de dena, khana de dena, bima, insurance, kagaz almari, hisaab kar diya, hisab clear, sab chuka diya, meri kitaben, meri kitabein, gullak, chabi rakhi, पासवर्ड, दे देना, खाना दे देना, बीमा, हिसाब कर दिया, सब चुका दिया, मेरी किताबें, गुल्लक, चाबी रखी, कागज अलमारी',
  },
  ofOwnEnd: {
    en: 'railing, ledge, edge of the roof, sleeping pills, strip of pills, whole strip, pesticide, rat poison, celphos, sulphas, blade, wrist, noose, ceiling fan, stool, tracks, railway line, bridge, jump, river, canal, well, dont want to live, cant go on, cant do this anymore, end it, end this, no reason to live, better off without me, tired of life, want to disappear, want to sleep forever, done with everything, done with life',
    hi: 'munder, chhat ki munder, neend ki goli, goliyan kha, poora patta, sulfas, sulphas, celphos, keetnashak, kitnashak, chuhe mar, blade, nas kaat, dupatta pankhe, pankhe se, rassi, stool, patri par, patri pe, pul par, pul se, nadi me, nahar, kuan, kuen, jeena nahi, jeene ka mann nahi, jeene ki ichha, thak gaya, thak gayi, thak chuka, himmat nahi, ab aur nahi, bojh ban, boj ban, sab khatam, khatam kar lunga, khatm kar, gale me, chala jaunga, chali jaungi, मुंडेर, नींद की गोली, पूरा पत्ता, सल्फास, कीटनाशक, चूहे मार, ब्लेड, नस काट, पंखे से, पंखे, रस्सी, पटरी पर, पटरी पे, पुल पर, पुल से, नहर, कुएं, जीना नहीं, जीने का मन, थक गया, थक गई, थक चुका, हिम्मत नहीं, अब और नहीं, बोझ, सब खत्म, खत्म कर, चला जाऊंगा, चली जाऊंगी',
  },
  ofBurden: {
    en: 'loan, debt, emi, moneylender, recovery agents, result, failed, fail, backlog, marks, neet, jee, board exam, rejected, breakup, humiliated, ashamed, shame, face anyone, burden, depression, depressed, anxiety, therapy',
    hi: 'karz, karza, karj, udhaar, byaj, sood, sahukar, vasooli wale, result, fail ho, number kam, pariksha, pareeksha, beizzati, badnami, sharm se, muh dikhane, bojh, depression, कर्ज, कर्जा, उधार, ब्याज, साहूकार, रिजल्ट, फेल, परीक्षा, बेइज्जती, बदनामी, मुंह दिखाने, बोझ, डिप्रेशन, अवसाद',
  },
  ofInLaws: {
    en: 'in laws, inlaws, mother in law, father in law, sister in law, brother in law, dowry, matrimonial, marital home, married last, two months of marriage, bride, daughter in law',
    hi: 'sasural, saas, sasur, nanad, devar, jeth, jethani, dahej, maika, mayka, maike, bahu, dulhan, damad, jamai, ससुराल, सास, ससुर, ननद, देवर, जेठ, जेठानी, दहेज, मायका, मायके, बहू, दुल्हन, दामाद',
  },
  ofSpouse: {
    en: 'husband, wife, spouse, hubby, partner, estranged, divorced, separated, married',
    hi: 'pati, shohar, miyan, aadmi mera, mard mera, patni, biwi, bibi, gharwali, joru, lugai, mehraru, talaq, talak, पति, शौहर, पत्नी, बीवी, घरवाली, मेहरारू, तलाक, मरद',
  },
  ofLover: {
    en: 'boyfriend, girlfriend, my ex, exes, breakup, broke up, affair, refused to marry, one sided, proposal, proposed, dating, crush, love marriage, eloped',
    hi: 'boyfriend, girlfriend, breakup, pyar, pyaar, ishq, shaadi se mana, rishta tod, premi, premika, bhaag ke shaadi, court marriage, प्रेमी, प्रेमिका, प्यार, इश्क, ब्रेकअप, शादी से मना, रिश्ता तोड़',
  },
  ofBeating: {
    en: 'beats me, beats her, slap, slapped, slaps, kicked, belt, stick, dragged, hair, bruises, bruise, abusing, violent, drunk and, came home drunk, hit me, hits, threw, choking, swollen',
    hi: 'haath utha~, belt se, dande se, ghaseet~, baal pakad, thappad, laat ghoose, chaanta, neel, sooj, daaru pi ke, sharab pi, nashe me, gala daba, patak~, peet~, हाथ उठा~, बेल्ट, डंडे, घसीट~, बाल पकड़, थप्पड़, लात घूंसे, नील, सूज, दारू पीकर, शराब पी, नशे में, गला दबा, पटक~',
  },
  ofBaby: {
    en: 'baby, infant, newborn, toddler, child, kid, kids, children, little girl, little boy, minor, nursery, schoolgirl, schoolboy, year old girl, year old boy, orphan, daughter, son',
    hi: 'bachcha, bachche, bacchi, bachchi, navjat, shishu, nanha, nanhi, munna, munni, guddi, beta, beti, bitiya, bitia, laika, laiki, bachva, school se, tuition se, बच्चा, बच्चे, बच्ची, नवजात, शिशु, नन्हा, नन्ही, मुन्ना, मुन्नी, गुड़िया, बेटा, बेटी, बिटिया, लइका, लइकी, बचवा',
  },
  ofElder: {
    en: 'grandmother, grandfather, grandma, grandpa, old man, old woman, elderly, senior citizen, aged, old lady, uncle ji, aunty, retired, dementia, alzheimers, bedridden, wheelchair, paralysed',
    hi: 'amma, dadi, dada, dadaji, nani, nana, nanaji, buzurg, bujurg, vriddh, budhe, budhiya, budhi, baba, tau, bhulne ki bimari, lakwa, अम्मा, दादी, दादा, नानी, नाना, बुजुर्ग, वृद्ध, बूढ़े, बुढ़िया, बूढ़ी, भूलने की बीमारी, लकवा, चल नहीं',
  },
  ofMissing: {
    en: 'last seen, not returned, not reached, did not return, hasnt reached, has not reached, phone off, switched off, wearing, height, complexion, mole, scar, school bag, lost child, separated from, wandering, whereabouts, untraceable, missing since',
    hi: 'lapata, lapta, gumshuda, nahi lauta, nahi lauti, nahi aaya ghar, nahi pahuncha, nahi pahunchi, nahi mil raha, nahi mil rahi, phone band, fon band, mobile band, pehne, pahne, hulia, kad, rang saanwla, bichhad, bichad, aakhri baar dekha, लापता, गुमशुदा, नहीं लौटा, नहीं लौटी, नहीं पहुंचा, नहीं पहुंची, नहीं मिल रहा, नहीं मिल रही, फोन बंद, मोबाइल बंद, पहने, हुलिया, कद, सांवला, बिछड़, कोई पता नहीं',
  },
  ofBody: {
    en: 'chest, breath, breathing, pulse, heart, stroke, seizure, fits, unconscious, fainted, collapsed, vomiting, vomit, fever, oxygen, labour pain, labor pain, contractions, water broke, pregnant, delivery, months pregnant, bleeding, snake bite, snakebite, insulin, overdose, allergic, dialysis, icu, stretcher, foaming, not moving, not waking, cold hands, pale, convulsion',
    hi: 'seene me, chhati, saans, sans, nabz, dhadkan, daura, dil ka daura, mirgi, behosh, ulti, bukhar, prasav, pet dard, dard utha, garbhwati, pet se hai, delivery, khoon nahi ruk, saanp ne, kaat liya, jhaag, hil nahi, uth nahi, hosh nahi, thanda pad, neela pad, haath pair thande, सीने में, छाती, सांस, नब्ज, धड़कन, दौरा, मिर्गी, बेहोश, उल्टी, बुखार, प्रसव, दर्द, गर्भवती, पेट से, डिलीवरी, खून नहीं रुक, सांप ने, झाग, हिल नहीं, उठ नहीं, होश नहीं, ठंडा पड़, नीला पड़, तड़प~',
  },
  ofCaptivity: {
    en: 'not letting, wont let, will not let, locked us, locked in, locked her, kept in, held, confined, chained, tied, not allowed, cannot leave, took our phones, passport kept, aadhaar kept, guards, bonded, rescued, forced to work, sold, trafficking, brick kiln, contractor, agent',
    hi: 'nahi jaane de, jaane nahi de, bahar se band, kamre me band, band kar, bandhak, bandhua, bandh ke, baandh ke, zanjeer, thekedar, malik, bhatta, bhatte, peshgi, adhar rakh, becha, bech diya, bechne, dalal, nikalne nahi, नहीं जाने दे, जाने नहीं दे, बाहर से बंद, कमरे में बंद, बंधक, बंधुआ, बांध के, जंजीर, ठेकेदार, मालिक, भट्ठा, भट्टे, पेशगी, आधार रख, बेच दिया, बेचने, दलाल, निकलने नहीं',
  },
  ofAbduction: {
    en: 'pulled into, dragged into, forced into, bundled, pushed into the car, van, white van, black scorpio, took him away, took her away, took away, ransom, sped off, drove off, wrong route, not stopping the, blindfolded, gagged, drugged, offered a lift, gave something to drink',
    hi: 'utha le gaye, uthaa le, utha liya, zabardasti, jabardasti, jabran, kheench, khinch, gaadi me daal, gadi me baitha, dikki, muh band, aankh par patti, phirauti, agwa, agva, galat raste, gaadi nahi rok, nasha sungha, kuch sungha, उठा ले गए, उठा लिया, जबरदस्ती, जबरन, खींच, गाड़ी में डाल, गाड़ी में बैठा, डिक्की, मुंह बंद, आंख पर पट्टी, फिरौती, अगवा, गलत रास्ते, गाड़ी नहीं रोक, कुछ सुंघा, अपहरण',
  },
  ofHarassing: {
    en: 'touching, touched, brushing against, staring, lewd, comments, passing comments, whistling, winking, gestures, following, stalking, stalker, unknown number, calls at night, dms, fake profile, fake id, morphed, edited photos, private photos, private video, screenshots, leak, viral, threatening to post, hidden camera, upskirt, obscene, stares, tracking, gifts, waits outside',
    hi: 'haath laga~, ched~, chhed~, ghoor~, ghur~, ishare, ishara, seeti, fabti, gandi baat, ganda msg, ashleel, ashlil, peecha, picha, roz khada, fake id, photo edit, photo viral, video viral, viral kar, nude, private photo, screenshot, chhupa camera, हाथ लगा~, छेड़~, घूर~, इशारे, सीटी, फब्ती, गंदी बात, गंदे मैसेज, अश्लील, पीछा, फेक आईडी, फोटो एडिट, वायरल, न्यूड, छुपा कैमरा, रोज खड़ा',
  },
}
