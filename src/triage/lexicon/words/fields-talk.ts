import type { Words } from '../entry.ts'

/** Fields of meaning for the learnt model (see fields-home.ts): what people talk of when nobody needs to come. */
export const TALK_FIELDS: Words = {
  ofFilm: {
    en: 'film, movie, trailer, teaser, hero, villain, heroine, dialogue, song, album, web series, episode, season finale, scene, director, actor, actress, box office, ott, binge, thriller, horror movie, climax, plot, remake, soundtrack, lyrics, concert, theatre, sequel, cinema, rewatch',
    hi: 'film, filam, picture, trailer, hero, villain, dialogue, gaana, gana, geet, web series, episode, scene, director, serial, natak, filmi, ramleela, nautanki, फिल्म, ट्रेलर, हीरो, विलेन, डायलॉग, गाना, गीत, गाने, वेब सीरीज, एपिसोड, सीन, धारावाहिक, नाटक, रामलीला, नौटंकी, सीरियल',
  },
  ofSport: {
    en: 'match, over, wicket, six, sixes, century, batsman, bowler, bowling, batting, innings, captain, ipl, team, league, goal, stadium, kabaddi, wrestling, chess, tournament, umpire, final over, scored, playing xi, fielder, coach, trophy, ball, spinner, yorker',
    hi: 'match, over, wicket, chhakka, chakka, chauka, century, team, kabaddi, kushti, dangal, bowler, ballebaaz, gendbaz, run, khiladi, toss, final, tournament, मैच, ओवर, विकेट, छक्का, छक्के, चौका, शतक, टीम, कबड्डी, कुश्ती, दंगल, गेंदबाज, बल्लेबाज, रन, खिलाड़ी, फाइनल, टूर्नामेंट, गेंद',
  },
  ofGaming: {
    en: 'game, gamer, gaming, rank, squad, lobby, headshot, respawn, level, streamer, livestream, console, mission, noob, clutch, loot box, controller, server down, esports, boss fight',
    hi: 'game, rank push, squad, lobby, headshot, level, clutch, respawn, गेम, लेवल, स्क्वाड, हेडशॉट',
  },
  ofJoke: {
    en: 'joke, jokes, meme, memes, prank, pranked, lol, lmao, haha, hahaha, funny, sarcasm, comedy, roast, standup, just kidding, kidding, jk, rofl, bro, bruh, dude, mood, relatable, pov, me when, nobody',
    hi: 'mazak, majak, mazaak, joke, meme, haha, hahaha, hehe, hasi, hansi, comedy, bhai sahab, yaar, oye, chill, मजाक, चुटकुला, जोक, मीम, हाहा, हंसी, कॉमेडी, यार',
  },
  ofFood: {
    en: 'biryani, tea, chai, samosa, momos, food, recipe, chaat, spicy, delicious, tasty, sweet, sweets, kebab, lassi, paneer, mango, dinner, lunch, breakfast, restaurant, hungry, cooking, pickle, foodie, diet, calories, coffee, pizza, ice cream',
    hi: 'biryani, chai, samosa, momo, khana khaya, mithai, recipe, chaat, mirchi, teekha, teekhi, swad, swaad, kabab, lassi, paneer, aam, jalebi, litti, chokha, paratha, bhookh, bhukh, halwa, achar, dawat, बिरयानी, चाय, समोसा, मिठाई, चाट, मिर्ची, तीखा, तीखी, स्वाद, कबाब, लस्सी, पनीर, जलेबी, लिट्टी, पराठा, भूख, हलवा, अचार, दावत, खाना बनाया',
  },
  ofFestival: {
    en: 'holi, diwali, eid, navratri, dussehra, kumbh, mela, pandal, procession route, festival, fair, celebrations, celebration, wishes, happy birthday, anniversary, wedding, fasting, ram navami, janmashtami, muharram, chhath, new year, rakhi',
    hi: 'holi, diwali, deepawali, eid, navratri, dussehra, kumbh, mela, pandal, bhandara, tyohar, shubhkamna, badhai, janmdin, shaadi ki salgirah, rakhi, chhath, muharram, kanwar, vrat, होली, दीवाली, दिवाली, दीपावली, ईद, नवरात्रि, दशहरा, कुंभ, मेला, मेले, पंडाल, भंडारा, त्योहार, शुभकामना, शुभकामनाएं, बधाई, जन्मदिन, राखी, छठ, मुहर्रम, कांवड़, व्रत',
  },
  ofPoetry: {
    en: 'poem, poetry, verse, shayari, ghazal, moon, stars, heartbreak, soulmate, novel, chapter, story, author, protagonist, fiction, writing prompt, lines, nostalgia, quote, quotes, philosophy, book, reading',
    hi: 'shayari, sher, ghazal, gazal, nazm, kavita, dil, mohabbat, ishq, chaand, khwab, khwaab, judai, bewafa, bewafai, yaadein, afsana, kahani, upanyas, pankti, zindagi, शायरी, शेर, गजल, ग़ज़ल, नज्म, कविता, दिल, मोहब्बत, इश्क, चांद, ख्वाब, जुदाई, बेवफा, यादें, अफसाना, कहानी, उपन्यास, पंक्ति, जिंदगी, शहर में',
  },
  ofWeather: {
    en: 'weather, heat, heatwave, humidity, rain, rainy, winter, fog, sunny, monsoon, cold wave, breeze, sunset, temperature',
    hi: 'garmi, thand, sardi, barish, baarish, mausam, dhoop, kohra, umas, loo, savan, गर्मी, ठंड, सर्दी, बारिश, मौसम, धूप, कोहरा, उमस, सावन',
  },
  ofNews: {
    en: 'reported, according to, sources said, police said, arrested, accused, court, high court, supreme court, sentenced, verdict, bail, convicted, hearing, case of, years ago, in connection with, press conference, press note, journalist, headline, exclusive, live updates, watch, breaking, murder case, encounter, nabbed, busted, recovered, last year, statistics, ncrb, editorial, debate, anchor, channel',
    hi: 'giraftar, aaropi, aropi, mukadma, sunwai, saja, umrakaid, umar kaid, adalat, court ne, faisla, zamanat, jamanat, patrakar, sutron, ke mutabik, khulasa, pardafash, mamla, ghatna, ghatna ke, press, samachar, khabar, akhbar me, tv par, debate, channel, muthbhed, barsi, गिरफ्तार, आरोपी, मुकदमा, सुनवाई, सजा, उम्रकैद, अदालत, फैसला, जमानत, पत्रकार, सूत्रों, के मुताबिक, खुलासा, पर्दाफाश, मामला, मामले में, प्रेस, समाचार, खबर, डिबेट, चैनल, मुठभेड़, बरसी, न्यूज',
  },
  ofPolitics: {
    en: 'government, minister, election, vote, votes, party, opposition, mla, mp, rally, manifesto, chief minister, parliament, democracy, law and order, politics, leader, campaign, alliance, bulldozer, policy, budget, governance, jungle raj',
    hi: 'sarkar, neta, netaji, mantri, chunav, vote, party, vipaksh, vidhayak, sansad, raily, rally, raajneeti, kanoon vyavastha, kanun vyavastha, bulldozer, jungle raj, loktantra, gathbandhan, janta, सरकार, नेता, मंत्री, चुनाव, वोट, पार्टी, विपक्ष, विधायक, सांसद, रैली, राजनीति, कानून व्यवस्था, बुलडोजर, जंगलराज, लोकतंत्र, गठबंधन, जनता',
  },
  ofThanks: {
    en: 'thank you, thanks, grateful, salute, great job, good job, kudos, well done, proud, appreciate, prompt action, quick action, quick response, resolved, recovered my, helped me, reunited, hats off, bravo, commendable, reached home safely, found safe, all good now, wonderful',
    hi: 'dhanyawad, dhanyavad, shukriya, aabhar, aabhari, salaam, salute, naman, shabash, bahut badhiya, sarahniya, saraahniya, mil gaya, mil gayi, lauta diya, wapas mil, sakushal, sakushal mil, theek hai ab, madad ki, kaam kiya, धन्यवाद, शुक्रिया, आभार, आभारी, सलाम, नमन, शाबाश, बहुत बढ़िया, सराहनीय, मिल गया, मिल गई, लौटा दिया, वापस मिल, सकुशल, मदद की, जय हिंद',
  },
  ofAsking: {
    en: 'how to, how do i, how can i, what is the, where can i, where do i, is it legal, can i, could you tell, please tell, kindly tell, which number, which form, procedure, process, helpline number, eligibility, documents required, is there any, does anyone know, what happens if, timing, fees, office hours, is it mandatory, what should i do',
    hi: 'kaise kare, kaise karen, kaise kar sakte, kaise karte, kya karna hoga, kya karna padega, kahan karni, kahan se, kahan jana, kaun sa, kaun se, kitna, kitni fees, kab tak, kya koi, kya ye, batayein, bataiye, bataye, bata dijiye, jankari, jaankari, niyam, prakriya, number kya hai, zaroori hai kya, कैसे करें, कैसे होता, क्या करना होगा, कहां करनी, कहां जाना, कौन सा, कौन से, कितना, कितनी, कब तक, क्या कोई, बताएं, बताइए, बता दीजिए, जानकारी, नियम, प्रक्रिया, नंबर क्या है, जरूरी है क्या',
  },
  ofAdvert: {
    en: 'offer, discount, sale, dm for, link in bio, subscribe, follow for, free delivery, admission open, vacancy, hiring, call now, join now, giveaway, earn from home, course, workshop, webinar, followers, coupon, crypto, best price, limited time, promo, whatsapp now',
    hi: 'offer, chhoot, discount, sale, vacancy, bharti, admission, free me, abhi order, sampark karen, ghar baithe kamaye, subscribe, follow karo, channel, ऑफर, छूट, सेल, वैकेंसी, भर्ती, एडमिशन, मुफ्त, संपर्क करें, घर बैठे कमाएं, सब्सक्राइब',
  },
  ofAwareness: {
    en: 'awareness, campaign, mock drill, drill, safety tips, be alert, stay safe, advisory, stay alert, remember, always, never share, report to, helpline, know your rights, training, demonstration, pledge, road safety week, self defence, camp, seminar, mission shakti, rehearsal',
    hi: 'jagruk, jagrukta, abhiyan, mock drill, savdhan rahe, satark rahe, surakshit rahe, suraksha saptah, prashikshan, shivir, karyakram, yaad rakhe, kabhi na, kisi ko na, shapath, purvabhyas, जागरूक, जागरूकता, अभियान, मॉक ड्रिल, सावधान रहें, सतर्क रहें, सुरक्षित रहें, सुरक्षा सप्ताह, प्रशिक्षण, शिविर, कार्यक्रम, याद रखें, शपथ, पूर्वाभ्यास, मिशन शक्ति',
  },
  ofCasual: {
    en: 'good morning, good night, weekend, monday, boring, vibes, selfie, outfit, look, looks, lipstick, makeup, gym, workout, leg day, traffic song, cute, beautiful, handsome, crush, roommate, hostel mess, assignment, deadline, office, boss, meeting, salary, netflix, playlist, travel, trip, vacation, nap, lazy, alarm',
    hi: 'good morning, suprabhat, shubh ratri, ram ram, radhe radhe, selfie, look, gym, workout, office, boss, salary, ghumne, masti, mast, neend aa, alarm, mummy ne, papa ne, hostel ka khana, mess ka, assignment, सुप्रभात, शुभ रात्रि, राम राम, राधे राधे, सेल्फी, जिम, ऑफिस, बॉस, सैलरी, घूमने, मस्ती, मस्त, नींद, अलार्म',
  },
  ofLongAgo: {
    en: 'last year, years ago, months ago, last month, last week, back then, in 2019, in 2020, in 2021, in 2022, in 2023, childhood, history, used to, once upon, anniversary of, since 2018, decades, that time, memory',
    hi: 'pichhle saal, pichle saal, saal pehle, mahine pehle, mahine ho gaye, pichle mahine, pichhle mahine, hafte pehle, pichle hafte, bachpan, itihas, us samay, us waqt, kabhi kabhi, purani, purana, पिछले साल, साल पहले, महीने पहले, महीने हो गए, पिछले महीने, हफ्ते पहले, पिछले हफ्ते, बचपन, इतिहास, उस समय, उस वक्त, पुरानी, पुराना, पुराने',
  },
  ofSuppose: {
    en: 'suppose, imagine, what if, if someone, if anyone, hypothetically, in case, would, should the police, some day, someday, one day, might happen, before something happens, before it is too late',
    hi: 'maan lo, maan lijiye, agar koi, agar kisi, kahin aisa, kisi din, ek din, ho sakta, koi hadsa, hadsa ho, badi ghatna, intezaar kar rahe, मान लो, मान लीजिए, अगर कोई, अगर किसी, किसी दिन, एक दिन, हो सकता, कोई हादसा, बड़ी घटना, इंतजार कर रहे',
  },
  ofMoment: {
    en: 'right now, now, at this moment, just now, still here, still going on, at the moment, happening, currently, minutes ago, half an hour, since ten minutes, since morning, this very moment, as i type, as we speak, tonight, please hurry, hurry, quickly, fast',
    hi: 'abhi, abhi abhi, is waqt, is samay, iss time, abhi bhi, filhal, ab tak, minute se, minute pehle, aadhe ghante, ghante se, jaldi, turant, fauran, foran, aa jao, aa jaiye, bhejo, bhejiye, अभी, अभी अभी, इस वक्त, इस समय, अब तक, मिनट से, मिनट पहले, आधे घंटे, घंटे से, जल्दी, तुरंत, फौरन, आ जाओ, आ जाइए, भेजो, भेजिए, भेज दो, भेज दीजिए',
  },
  ofAddress: {
    en: 'flat no, house no, h no, floor, tower, block, sector, gali, lane, opposite, near, behind, beside, next to, in front of, landmark, pin, pincode, colony, nagar, vihar, enclave, apartment, village, post, thana, tehsil, district',
    hi: 'makan no, makan number, flat, floor, tower, block, sector, gali, gali no, ke samne, ke paas, ke pass, ke peeche, ke bagal, ke upar, nagar, colony, mohalla, tola, purva, gaon, gram, thana, tehsil, jila, मकान नं, मकान नंबर, फ्लैट, मंजिल, ब्लॉक, सेक्टर, गली, के सामने, के पास, के पीछे, के बगल, नगर, कॉलोनी, मोहल्ला, टोला, पुरवा, गांव, ग्राम, थाना, तहसील, जिला',
  },
}
