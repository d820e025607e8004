import type { Words } from '../entry.ts'

/** Who: the author, the author's people, others, and those who do harm. */
export const PEOPLE: Words = {
  me: {
    en: 'i, me, my, myself, mine, im, ive, id, ill',
    hi: 'main, mai, mujhe, mujhko, mujhse, mujh, mera, meri, mere, मैं, मैंने, मेरा, मेरी, मेरे, मुझे, मुझको, मुझसे',
    roman: 'maine, mene, muje, mjhe, mujhy, mujhey, mjhse, mere, mre, mra, mri, khud',
  },
  us: {
    en: 'we, us, our, ours, ourselves, were trapped',
    hi: `hum, ham, hume, humein, hamein, hame, humko, hamko, humse, hamara, hamari, hamare, humara, humari, humare, hum log, hum sab, apna, apni,
      apne, हम, हमें, हमको, हमारा, हमारी, हमारे, हमने, अपना, अपनी, अपने`,
    roman: 'hmara, hmari, hmare, hmko, hmne, humne, hamne, hmlog, hamlog, humlog',
  },
  kin: {
    en: `mother, father, sister, brother, son, daughter, wife, husband, mom, mum, mummy, dad, papa, parents, uncle, aunt, aunty, cousin, nephew,
      niece, grandmother, grandfather, grandma, grandpa, granny, family, my friend, fiance, fiancee, girlfriend, roommate, flatmate, colleague,
      sister in law, brother in law, mother in law, father in law, baby sister, my classmate`,
    hi: `beti, beta, bete, betiya, behan, bahan, behen, behna, mera bhai, mere bhai, bhai ko, bhai ne, chhota bhai, chhote bhai, bade bhai,
      bade bhaiya, mere bhaiya, hamare bhai, maa, mummy, mammi, papa, pita, pitaji, mata, mataji, pati, patni, biwi, bivi, bhabhi, bahu, dadi,
      dada ji, nana ji, nani, chacha, chachi, mausi, mausa, bua, fufa, bhanja, bhanji, bhatija, bhatiji, jija, jijaji, saali, parivar, pariwar,
      ghar wale, gharwale, ghar wali, mera dost, mere dost, dost ko, saheli, damad, mangetar, rishtedar, बेटी, बेटा, बेटे, बहन, भाई, मां, पति, पत्नी,
      बीवी, दोस्त, परिवार, चाचा, चाची, बहू, परिजन, पापा, मम्मी, पिता, माता`,
    roman: 'bhen, behn, bahn, bhn, wife, mom, ammi, abbu, ammi ji, abba, amma, babuji, fmly, didi ko, didi ka',
  },
  child: {
    en: `child, children, kid, kids, baby, babies, infant, toddler, newborn, minor, minors, schoolgirl, schoolboy, boy, little girl, small girl,
      young girl, orphan, student`,
    hi: `bachcha, bachche, bachcho, bachchi, bachchiyo, nabalig, naabalig, masoom, shishu, navjat, kishori, kishor, chhatra, chhatr, bitiya, munna,
      munni, बच्चा, बच्चे, बच्ची, बच्चों, नाबालिग, मासूम, शिशु, नवजात, छात्रा, छात्र`,
    roman: 'bacha, baccha, bache, bacche, bachi, bacchi, bachho, baccho, bachon, bachha, bachhe, bachhi, bchha, bcha, bche, nabalik',
  },
  woman: {
    en: 'woman, women, lady, ladies, girl, girls, female, widow, pregnant, maid',
    hi: `mahila, mahilao, aurat, aurten, ladki, ladkiya, yuvti, vidhva, vidhwa, garbhvati, kanya, महिला, महिलाओं, औरत, लड़की, लड़कियों, युवती, विधवा,
      गर्भवती`,
    roman: 'larki, ldki, larkiya, ladkiyo, ladkio, ldkiyo, mahilaye, mhila',
  },
  man: {
    en: 'man, guy, person, someone, somebody, gentleman, rider, biker, passenger, passengers, worker, labourer, victim, tourist',
    hi: 'aadmi, vyakti, yuvak, ladka, shakhs, mazdoor, rahgir, आदमी, व्यक्ति, युवक, लड़का, मजदूर, मजदूरों',
    roman: 'admi, larka, ldka, labour',
  },
  people: {
    en: 'people, men, boys, they, them, group, everyone, persons, youths, gang of boys, villagers, residents',
    hi: `log, logo, logon, kuch log, kai log, ladke, ladko, yuvko, koi, kisi, kisine, unhone, wo log, ye log, लोग, लोगों, लड़के, लड़कों, कोई, किसी,
      युवकों`,
    roman: 'larke, ldke, larko, ldko, lrke, lgo',
  },
  pron: {
    en: 'him, her, he, she, them',
    hi: 'usko, use, uska, uski, uske, unko, unki, unke, unhe, उसको, उसका, उसकी, उसके, उसे, उन्हें, उनको',
    roman: 'usse, usy',
  },
  they: {
    en: 'he, she, they, someone, somebody',
    hi: 'wo, vo, woh, ye log, usne, unhone, isne, inhone, वो, वह, वे, उसने, उन्होंने, इसने, इन्होंने',
    roman: 'unhone, unone',
  },
  elder: {
    en: 'elderly, old man, old woman, old lady, senior citizen, old age, aged, old parents',
    hi: 'bujurg, buzurg, vridh, vriddh, vriddha, budhiya, budhe, budha, boodhi, बुजुर्ग, वृद्ध, वृद्धा, बूढ़ी, बूढ़े',
    roman: 'bujurgo',
  },
  frail: {
    en: 'disabled, handicapped, blind, patient, mentally ill, specially abled, differently abled, paralysed',
    hi: 'divyang, viklang, mandbuddhi, mareej, andha, netraheen, दिव्यांग, विकलांग, मंदबुद्धि, मरीज',
    roman: 'marij, mariz',
  },
  alone: { en: 'alone, all alone, by myself, by herself, single woman', hi: 'akeli, akela, akele, tanha, अकेली, अकेला, अकेले' },
  goon: {
    en: `goon, goons, thug, thugs, miscreant, miscreants, criminals, gang, attackers, armed men, hooligans, anti social, antisocial elements,
      culprits, drunk men, masked men, unknown men, robbers, intruder, intruders`,
    hi: `gunda, gunde, gundo, badmash, badmaash, dabang, dabango, lafange, lafanga, apradhi, badmasho, nakabposh, shohde, shohda, manchale, manchala,
      asamajik tatva, arajak tatva, hamlavar, गुंडे, गुंडों, बदमाश, बदमाशों, दबंग, दबंगों, अपराधी, शोहदे, मनचले, हमलावर, नकाबपोश, अराजक तत्व,
      असामाजिक तत्व`,
    roman: 'goonda, goonde, goondo, badmas, gundon, mafia',
  },
  thief: {
    en: 'thief, thieves, burglar, burglars, robber, dacoit, dacoits, snatcher, snatchers, pickpocket, pick pocket',
    hi: 'chor, choro, lutera, lutere, luteron, daku, jebkatra, jebkatre, jhapatmar, ठग, चोर, चोरों, लुटेरे, लुटेरों, डकैत, झपटमार, जेबकतरे',
  },
  neighbour: {
    en: 'neighbour, neighbor, neighbours, neighbors, landlord, tenant, flat below, next door, upstairs, downstairs',
    hi: `padosi, padosan, padoso, pados, pattidar, makan malik, kirayedar, bagal wale, पड़ोसी, पड़ोस, पड़ोसियों, पट्टीदार, मकान मालिक, किराएदार,
      किरायेदार`,
    roman: 'parosi, padausi',
  },
  husband: { en: 'husband, hubby, ex husband', hi: 'pati, shauhar, mere pati, pati dev, पति, शौहर', roman: 'husband' },
  inlaws: {
    en: 'in laws, inlaws, mother in law, father in law, brother in law, sister in law, sasural',
    hi: `sasural, sasuraal, sasural wale, saas, sasur, devar, jeth, jethani, nanad, saas sasur, ससुराल, सास, ससुर, देवर, जेठ, जेठानी, ननद,
      ससुराल वाले`,
    roman: 'sasural wale, susral',
  },
  wife: { en: 'wife', hi: 'patni, biwi, bivi, bahu, पत्नी, बीवी, बहू' },
  driver: {
    en: 'driver, cab driver, auto driver, conductor, uber driver, ola driver, autowala, rickshaw driver, rapido',
    hi: 'driver, auto wala, auto wale, cab wala, cab wale, rickshaw wala, chalak, conductor, ड्राइवर, ऑटो वाला, कैब वाला, चालक, कंडक्टर',
    roman: 'drivr, autowala, autowale',
  },
  stranger: {
    en: `stranger, strangers, unknown person, unknown man, unknown men, unknown, suspicious, suspicious man, creep, pervert, some guy, some man,
      some men, two men, four men, three men`,
    hi: 'anjan, anjaan, ajnabi, agyat, sandigdh, ajeeb aadmi, अनजान, अजनबी, अज्ञात, संदिग्ध',
  },
  teacher: {
    en: 'teacher, principal, warden, coach, tutor, headmaster',
    hi: 'adhyapak, shikshak, master sahab, pradhanacharya, शिक्षक, अध्यापक, टीचर, प्रधानाचार्य, मास्टर',
  },
  mob: { en: 'mob, violent crowd, angry crowd, violent mob, angry mob', hi: 'bheed, bhid, bhidd, hinsak bheed, ugr bheed, भीड़', roman: 'bheer' },
  corpse: { en: 'dead body, corpse, body found, unidentified body', hi: 'lash, laash, shav, लाश, शव' },
}

/** The police themselves and the other services. */
export const SERVICES: Words = {
  police: {
    en: 'police, cops, cop, uppolice, policemen, policeman, up police, pcr, prv, police team, patrol',
    hi: 'police, pulis, polis, policewale, police wale, police wala, police wali, पुलिस, पुलिसकर्मी, पुलिस वाले, पीआरवी',
    roman: 'polic, pulice, plice',
  },
  cop: {
    en: `sho, constable, inspector, sub inspector, police officer, policeman, policemen, io, investigating officer, chowki incharge, traffic police,
      cops, head constable, si, acp, dcp, ssp, traffic cop, police officials`,
    hi: `daroga, sipahi, thanedar, thanadhyaksh, kotwal, chauki incharge, chowki prabhari, chauki prabhari, vivechak, thana prabhari, munshi,
      hawaldar, policewale, police wale, police wala, police wali, पुलिस वाले, पुलिस वाला, पुलिसकर्मी, पुलिसकर्मियों, दरोगा, सिपाही, थानेदार,
      थानाध्यक्ष, कोतवाल, चौकी इंचार्ज, चौकी प्रभारी, विवेचक, थाना प्रभारी, एसएचओ, दारोगा, हवलदार`,
    roman: 'sho sahab, so sahab, daroga ji, darogaji, policwale',
  },
  station: {
    en: 'police station, thana, ps, police chowki, outpost, kotwali',
    hi: 'thana, thane, thaane, kotwali, chauki, chowki, थाना, थाने, कोतवाली, चौकी',
    roman: 'thanaa, polic station',
  },
  ambulance: {
    en: 'ambulance, ambulances, 108 ambulance',
    hi: 'ambulance, ambulans, ambulence, एम्बुलेंस, एंबुलेंस, एंबुलेन्स, एम्बुलेन्स',
    roman: 'embulance, ambulnce, amblance, ambulace',
  },
  brigade: {
    en: 'fire brigade, fire tender, fire tenders, fire engine, fire station, fire department, fire service, firefighters, fireman',
    hi: 'damkal, agnishaman, fire brigade, दमकल, फायर ब्रिगेड, अग्निशमन',
    roman: 'fire brigad, fayar brigade, firebrigade',
  },
  hospital: {
    en: 'hospital, nursing home, trauma centre, trauma center, medical college, icu, doctor, doctors, emergency ward, clinic',
    hi: 'aspatal, hospital, ilaj, ilaaj, doctor, asptal, अस्पताल, हॉस्पिटल, इलाज, डॉक्टर',
    roman: 'hosptal, hospitl, haspatal',
  },
}
