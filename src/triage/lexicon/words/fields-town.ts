import type { Words } from '../entry.ts'

/** Fields of meaning for the learnt model (see fields-home.ts): streets, crimes, offices, hazards. */
export const TOWN_FIELDS: Words = {
  ofWeapon: {
    en: 'pistol, gun, rifle, revolver, country made, sword, knife, dagger, axe, sickle, rod, iron rods, sticks, bricks, stones, acid, petrol bomb, firing, shots, bullets, cartridge, blades, hockey sticks, bats, weapons',
    hi: 'katta, tamancha, pistol, rifle, bandook, talwar, farsa, chaku, chaaku, kulhadi, hansiya, gandasa, lathi, danda, sariya, rod, hockey, eent, patthar, tezaab, tejab, fire kar, goli chala, hathiyar, kartoos, कट्टा, तमंचा, पिस्तौल, राइफल, बंदूक, तलवार, फरसा, चाकू, कुल्हाड़ी, हंसिया, गड़ासा, लाठी, डंडा, डंडे, सरिया, ईंट, पत्थर, तेजाब, गोली चला, हथियार, कारतूस',
  },
  ofThreat: {
    en: 'threat, threatens, threatened, threatening, will kill, finish you, teach a lesson, see you, warned, consequences, tonight, gave till, ultimatum, contract killing, revenge',
    hi: 'dhamki, dhamka~, dekh lunga, dekh lenge, jaan se, nipta dunga, anjaam, supari, badla, chhodunga nahi, chhodenge nahi, thikane laga, aaj raat, mohlat, gaon chhod, ghar khali karo, धमकी, धमका~, देख लूंगा, देख लेंगे, जान से, निपटा, अंजाम, सुपारी, बदला, छोड़ेंगे नहीं, छोड़ूंगा नहीं, ठिकाने लगा, आज रात, मोहलत',
  },
  ofCrowd: {
    en: 'mob, crowd, gathered, surrounding, surrounded, stone pelting, slogans, procession, protest, clash, two groups, both sides, tension, communal, rumour, burning tyres, road blocked, stampede, hundreds of people, villagers, lynch',
    hi: 'bheed, bhid, gher, gher liya, patthar baazi, pathrav, pathraav, naare, narebaazi, juloos, jaloos, do paksh, dono paksh, do gut, tanav, hungama, hangama, bawal, jama ho, jamavda, chakka jaam, dharna, bhagdad, afwah, भीड़, घेर~, पथराव, नारे, नारेबाजी, जुलूस, दो पक्ष, दोनों पक्ष, दो गुट, तनाव, हंगामा, बवाल, जमा हो, चक्का जाम, धरना, भगदड़, अफवाह, मारपीट',
  },
  ofTheft: {
    en: 'stolen, theft, thief, robbed, robbery, snatched, snatching, burglary, broke the lock, pickpocket, chain snatching, jewellery, cash, locker, cctv footage, mobile snatched, looted, purse, gold, bike stolen, imei',
    hi: 'chori, chor, chura~, loot, loota, lutere, dakaiti, daka, jeb, jebkatre, chain khinch, chheen~, chhin, purse, gehne, gahne, zevar, jewar, tijori, sendh, nakab, taala toda, imei, सामान गायब, चोरी, चोर, चुरा~, लूट, लुटेरे, डकैती, जेब, जेबकतरे, छीन~, पर्स, गहने, जेवर, तिजोरी, सेंध, ताला तोड़',
  },
  ofFraud: {
    en: 'otp, upi, kyc, link, debited, debit, credited, transaction, utr, refund, qr code, lottery, trading app, telegram task, part time job, investment, digital arrest, customs officer, parcel, loan app, recovery agent, screen share, sim swap, card, cvv, cyber, cyber cell, scam, scammer, scammed, fraud, fraudster, phishing, freeze the account, bank account, net banking, helpline 1930, deposit doubled, fake website, advance payment, wallet',
    hi: 'otp, upi, kyc, khate se, khata, paise kat, paisa kat, kat gaye, account se, lakh ka, lottery, trading, task ke naam, digital arrest, cbi wala, parcel, loan app, screen share, thagi, thag, thagi, dhokhadhadi, dhokha, freeze, refund, cyber cell, saibar, bank wale, card block, ओटीपी, यूपीआई, केवाईसी, खाते से, खाता, पैसे कट, कट गए, लॉटरी, डिजिटल अरेस्ट, पार्सल, लोन ऐप, ठगी, ठग, धोखाधड़ी, धोखा, फ्रीज, रिफंड, साइबर, बैंक वाले, क्यूआर, लिंक, ट्रांजेक्शन',
  },
  ofLand: {
    en: 'land, plot, encroachment, boundary, possession, registry, lekhpal, revenue, tehsil, tehsildar, sdm, survey, ancestral, partition, property dispute, tenant, landlord, rent, evict, builder, illegal construction, stay order, field, khasra, mutation',
    hi: 'zameen, jameen, jamin, plot, kabza, kabja, naap, naapi, paimaish, lekhpal, patwari, tehsil, medh, khasra, khatauni, registry, bainama, batwara, boundary, deewar utha, rasta band, rasta rok, khet, patta, kirayedar, makan malik, kiraya, builder, stay, avaidh nirman, जमीन, प्लॉट, कब्जा, नाप, नापी, पैमाइश, लेखपाल, पटवारी, तहसील, मेड़, खसरा, खतौनी, रजिस्ट्री, बैनामा, बंटवारा, रास्ता बंद, खेत, पट्टा, किरायेदार, मकान मालिक, किराया, बिल्डर, अवैध निर्माण, स्टे',
  },
  ofPoliceFault: {
    en: 'bribe, bribery, sub inspector, constable, inspector, lockup, custody, without warrant, abused us, misbehaved, demanding money, took money, extorting, beaten by police, police brutality, threatened us, chowki, refused to listen, drunk cop, favouring, false case, framed, pressuring, compromise',
    hi: 'rishwat, ghoos, ghus maang, daroga, sipahi, havaldar, hawalat, lockup, bina warrant, vasooli, wasuli, avaidh vasooli, chowki incharge, chauki, gaali di, thane me baitha, paise maang, jhootha mukadma, fasa diya, dabav, samjhauta, sulah, badsaluki, रिश्वत, घूस, दरोगा, सिपाही, हवलदार, हवालात, बिना वारंट, वसूली, चौकी इंचार्ज, चौकी, थाने में बैठा, पैसे मांग, झूठा मुकदमा, फंसा, दबाव, समझौता, बदसलूकी',
  },
  ofPaper: {
    en: 'fir, gd entry, complaint copy, ncr, charge sheet, investigation officer, io, case number, crime number, passport verification, character certificate, noc, statement, medical report, application, registered, not registered, acknowledgement, receipt, pending, status of, follow up, hearing, postmortem report, missing report',
    hi: 'fir, tehrir, tahrir, report nahi likh, report likh, mukadma darj, darj nahi, ncr, jaanch, janch, charge sheet, vivechak, passport, charitra praman, satyapan, verification, noc, bayan, prarthna patra, aavedan, shikayat sankhya, igrs, jansunwai, एफआईआर, तहरीर, रिपोर्ट नहीं लिख, रिपोर्ट लिख, मुकदमा दर्ज, दर्ज नहीं, जांच, चार्जशीट, विवेचक, पासपोर्ट, चरित्र प्रमाण, सत्यापन, बयान, प्रार्थना पत्र, आवेदन, शिकायत संख्या, आईजीआरएस, जनसुनवाई',
  },
  ofLostThing: {
    en: 'lost my, left my, left in, forgot my, dropped, found a, wallet, aadhaar card, pan card, marksheet, driving license, rc book, bag left, laptop bag, documents lost, lost and found, suitcase, returned my, misplaced, trolley bag, spectacles',
    hi: 'kho gaya, kho gayi, kho gaye, gir gaya, gir gayi, chhoot gaya, chhoot gayi, chhut gaya, bhool gaya, mila hai, pada mila, batua, adhar card, aadhar card, pan card, marksheet, licence, rc, thaila, jhola, kagaz gum, gum ho, खो गया, खो गई, गिर गया, गिर गई, छूट गया, छूट गई, भूल गया, मिला है, पड़ा मिला, बटुआ, पर्स, आधार कार्ड, पैन कार्ड, मार्कशीट, लाइसेंस, थैला, झोला, गुम हो',
  },
  ofNoise: {
    en: 'loudspeaker, dj, loud music, noise, noisy, speakers, party, wedding band, generator, construction work, drilling, decibel, firecrackers late, volume, shouting on the road, blaring, drum, honking, pressure horn, drinking in the open, gambling, hooligans, nuisance, hookah, liquor shop',
    hi: 'dj, loudspeaker, tez awaaz, shor, shorgul, speaker, barat, baraat, band baja, dhol, generator, baja, bajana, bajta, volume, horn, juaa, jua, satta, khule me sharab, sharab theka, theka, hurdang, huddang, डीजे, लाउडस्पीकर, तेज आवाज, शोर, बारात, बैंड, ढोल, जनरेटर, बजा~, बज रहा, हॉर्न, जुआ, सट्टा, खुले में शराब, ठेका, हुड़दंग, पटाखे',
  },
  ofTraffic: {
    en: 'traffic, jam, jammed, signal, parking, parked, challan, helmet, wrong side, no parking, red light, overspeeding, stunt, crossing, diversion, roundabout, flyover, vehicles stuck, number plate, triple riding, u turn, bumper to bumper, divider, footpath, e rickshaws, traffic police',
    hi: 'jaam, traffic, signal, parking, gaadi khadi, challan, helmet, galat side, wrong side, red light, chauraha, tiraha, over speed, stunt, e rickshaw, auto wale, tempo, fatak, phatak, atikraman, thela, diversion, जाम, ट्रैफिक, यातायात, सिग्नल, पार्किंग, गाड़ी खड़ी, चालान, हेलमेट, गलत साइड, चौराहा, तिराहा, स्टंट, ई रिक्शा, फाटक, अतिक्रमण, ठेला, डायवर्जन',
  },
  ofCrash: {
    en: 'accident, collided, collision, hit by, rammed, overturned, overturn, skidded, crushed, run over, hit and run, head on, brake fail, pile up, injured on the road, lying on the road, truck hit, bus fell, fell into, car fell, ditch, dumper',
    hi: 'takkar, takra~, palat~, palti, rond, raund, kuchal~, brake fail, durghatna, hadsa, accident, eksident, gaadi gir, khai me, khayi, khanti, sadak par pada, sadak par padi, truck ne, dumper ne, tractor palat, thok diya, thok di, टक्कर, टकरा~, पलट~, रौंद, कुचल~, ब्रेक फेल, दुर्घटना, हादसा, एक्सीडेंट, गाड़ी गिर, खाई, खंती, सड़क पर पड़ा, ट्रक ने, डंपर, ठोक दिया, सड़क हादसा',
  },
  ofHighway: {
    en: 'highway, expressway, toll, toll plaza, km, kilometre, milestone, bypass, nh, ring road, underpass, service lane, exit, culvert, bridge',
    hi: 'highway, haiway, expressway, toll, bypass, nh, km, kilometer, puliya, underpass, mod par, हाईवे, एक्सप्रेसवे, टोल, बाईपास, किलोमीटर, किमी, पुलिया, अंडरपास, मोड़',
  },
  ofTrain: {
    en: 'train, platform, coach, berth, tte, rpf, grp, express, passenger train, pnr, railway station, general bogie, compartment, sleeper, outer signal, chain pulling, station master, junction',
    hi: 'train, tren, platform, coach, bogie, berth, seat, tte, grp, rpf, express, station, plat form, rail, sleeper, general dibba, dibba, ट्रेन, प्लेटफार्म, प्लेटफॉर्म, कोच, बोगी, बर्थ, सीट, टीटीई, जीआरपी, आरपीएफ, एक्सप्रेस, स्टेशन, रेल, डिब्बा, डिब्बे',
  },
  ofRide: {
    en: 'cab, taxi, driver, auto, rickshaw, bus, conductor, passenger, rider, delivery boy, pillion, route, drop me, bike taxi, sleeper bus, share auto, not stopping',
    hi: 'cab, taxi, driver, auto, tempo, bus, roadways, conductor, sawari, raaste me utar, bolero, scorpio, eco, van, scooty, tractor, ड्राइवर, ऑटो, टेंपो, बस, रोडवेज, कंडक्टर, सवारी, बोलेरो, स्कॉर्पियो, वैन, स्कूटी, ट्रैक्टर',
  },
  ofFlame: {
    en: 'smoke, flames, burning, blaze, gutted, fire brigade, fire engine, cylinder, short circuit, sparks, burnt, exploded, explosion, suffocating, smoke everywhere, spreading, hut, haystack, crop',
    hi: 'dhuan, dhuaan, lapat, lapten, jal raha, jal rahi, jal rahe, jal gaya, cylinder, short circuit, chingari, damkal, fire brigade, phail rahi, jhulas, dam ghut, pual, jhopdi, madai, धुआं, लपट, लपटें, जल रहा, जल रही, जल रहे, जल गया, सिलेंडर, शॉर्ट सर्किट, चिंगारी, दमकल, फैल रही, झुलस~, दम घुट, पुआल, झोपड़ी, फसल जल',
  },
  ofWaterHazard: {
    en: 'flood, waterlogged, river rising, drowning, drowned, boat, swept away, current, ghat, pond, well, embankment, stranded, rope, divers, rescue team, landslide, wall fell, house fell, roof fell, debris, rubble, storm, lightning, cyclone, tree fell, hailstorm, earthquake, collapsed, borewell',
    hi: 'baadh, badh, doob~, dub, naav, nav palat, bah gaya, bah gaye, ghat par, talab, pokhra, kuan, bandha, katan, phanse, fanse, gotakhor, deewar gir, makan gir, chhat gir, lintel, malba, aandhi, toofan, bijli gir, ped gir, ola, bhukamp, borewell, बाढ़, डूब~, नाव, बह गया, बह गए, घाट, तालाब, पोखर, कुआं, बांध, कटान, फंसे, गोताखोर, दीवार गिर, मकान गिर, छत गिर, लिंटर, मलबा, मलबे, आंधी, तूफान, बिजली गिर, पेड़ गिर, ओले, भूकंप, बोरवेल',
  },
  ofCurrent: {
    en: 'live wire, electric pole, transformer, electric shock, current in, sparking, wire hanging, gas leak, smell of gas, chlorine, ammonia, chemical leak, manhole open, open drain',
    hi: 'taar toot, taar gir, taar latak, current, karant, khamba, khambha, transformer, gas leak, gas ki badboo, amonia, khula manhole, khula nala, तार टूट, तार गिर, तार लटक, करंट, खंभा, खंभे, ट्रांसफार्मर, गैस लीक, गैस की बदबू, अमोनिया, खुला नाला, मैनहोल',
  },
  ofCivic: {
    en: 'pothole, potholes, garbage, streetlight, street light, sewer, drain, water supply, electricity supply, power cut, nagar nigam, municipality, road repair, waterlogging, broken road, dustbin, mosquito, ration, pension, hospital bill, school fees',
    hi: 'gaddha, gadda, gaddhe, kooda, kachra, naali, nali, sewer, street light, bijli kati, bijli nahi, paani nahi aa, nagar nigam, nagar palika, sadak toot, safai, ration, pension, kotedar, गड्ढा, गड्ढे, कूड़ा, कचरा, नाली, सीवर, स्ट्रीट लाइट, बिजली नहीं, पानी नहीं आ, नगर निगम, नगर पालिका, सड़क टूट, सफाई, राशन, पेंशन, कोटेदार',
  },
  ofAnimal: {
    en: 'dog, dogs, bull, cow, cattle, monkey, monkeys, leopard, snake, python, crocodile, jackal, buffalo, calf, cat, kitten, puppy, pigs, nilgai, stray, forest department, beehive, bees, elephant, animal cruelty, bird',
    hi: 'kutta, kutte, kutiya, saand, sand ne, bail, gaay, gai, bandar, langoor, tendua, bagh, saanp, ajgar, magarmach, siyar, bhains, bachhda, billi, suar, neelgai, aawara, awara pashu, van vibhag, madhumakkhi, haathi, jaanwar, pashu, कुत्ता, कुत्ते, सांड, बैल, गाय, बंदर, लंगूर, तेंदुआ, बाघ, सांप, अजगर, मगरमच्छ, सियार, भैंस, बछड़ा, बिल्ली, सुअर, नीलगाय, आवारा, वन विभाग, मधुमक्खी, हाथी, जानवर, पशु, गोवंश',
  },
  ofHonour: {
    en: 'panchayat, honour, family against, against our marriage, married against, same gotra, locked her because, girls family, her brothers, relatives, community elders, witch, black magic, exorcist, superstition, outcast, hookah pani',
    hi: 'panchayat, izzat, ijjat, gharwale, ghar wale khilaf, ladki ke ghar wale, bhai log, gotra, biradari, dayan, tona, totka, jhaad phoonk, ojha, tantrik, bhoot, chudail, hukka paani, पंचायत, इज्जत, घरवाले, लड़की के घर वाले, गोत्र, बिरादरी, डायन, टोना, टोटका, झाड़ फूंक, ओझा, तांत्रिक, चुड़ैल, हुक्का पानी',
  },
}
