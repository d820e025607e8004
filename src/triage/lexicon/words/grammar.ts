import type { Words } from '../entry.ts'

/** The small words that carry time, mood and denial. */
export const GRAMMAR: Words = {
  /** Any number; it has no spelling. */
  number: {},
  prog: {
    hi: 'raha, rahe, rahi, rahin, रहा, रहे, रही, रहीं',
    roman: 'rha, rhe, rhi, rahaa, rahey, rhii, rhay, raaha, rahy, ra, rahahai, rhahai, rahahe, rhah, rahain, rhaa, rhy, lagatar',
  },
  be: {
    en: 'is, are, am, is being, are being, im, theyre, hes, shes, its, being',
    hi: 'hai, hain, hu, hoon, hun, ho, है, हैं, हूं, हो',
    roman: 'h, he, hei, hy, hn, hen, hay, hae, hua hai',
  },
  haveEn: { en: 'has, have' },
  anybody: { hi: 'koi, kisi, kuch, कोई, किसी, कुछ, kch' },
  was: { en: 'was, were, had, wasnt, werent, used to', hi: 'tha, thi, the, thhe, था, थी, थे, थीं', roman: 'thaa, thii, thay, thy' },
  done: {
    hi: `diya, diye, di, dia, dee, liya, liye, li, gaya, gayi, gaye, gayin, hua, hui, hue, huyi, kiya, ki hai, chuka, chuki, chuke, dala, daali,
      daale, lagi, laga, lage, baitha, baithi, pada, padi, दिया, दिये, दी, लिया, ली, गया, गई, गयी, गए, गये, हुआ, हुई, हुए, किया, चुका, चुकी, चुके,
      डाला, डाली, लगी, लगा, लगे, पड़ा, पड़ी`,
    roman: `gya, gyi, gye, gai, gae, hogya, hogayi, hogai, hogyi, hogaya, lia, dya, dia, hogae, hogye, krdiya, kardiya, krdia, kardi, karliya,
      krliya, lgi, lga, lgi hai, hwa, huaa, huyee, diyaa`,
  },
  will: {
    hi: `dunga, dungi, denge, dega, degi, doge, dalega, dalenge, daalega, daalenge, dalunga, dalungi, lunga, lungi, lenge, lega, legi, jaunga,
      jaungi, jayega, jayegi, jayenge, jaenge, jaega, jaegi, honge, hoga, hogi, karunga, karungi, karenge, karega, karegi, rahunga, rahungi, rahega,
      rahegi, दूंगा, दूंगी, देंगे, देगा, देगी, डालेगा, डालेंगे, डालूंगा, लूंगा, लूंगी, लेंगे, लेगा, जाऊंगा, जाऊंगी, जाएगा, जायेगा, जाएगी, जाएंगे,
      होगा, होगी, करूंगा, करूंगी, करेंगे`,
    roman: 'krunga, krungi, krenge, krega, jaunga, jaugi, jauga, jaungaa, dnge, dunga, dega, lungaa, lunga',
  },
  willen: { en: 'will, going to, gonna, shall, wants to, trying to, tried to, about to, planning to, ill, theyll, hell, want to' },
  not: {
    en: `not, no, never, dont, didnt, doesnt, isnt, arent, wasnt, werent, havent, hasnt, cant, cannot, wont, without, nobody, none, nothing, aint,
      neither, nor, no one, yet to`,
    hi: 'nahi, nahin, mat, bina, bagair, नहीं, नही, न, मत, बिना, बगैर, नहि',
    roman: 'nhi, nai, nhin, ni, nehi, nahii, nahe, nhe, nhii, naahi, mt, nh, nahee, nahy',
  },
  falsehood: {
    en: 'fake news, rumour, rumor, rumours, rumors, hoax, false alarm, baseless, misleading, not true, untrue, fact check, false news, prank',
    hi: 'afwah, afwaah, jhooth, jhoothi khabar, niradhar, bhramak, khandan, अफवाह, अफवाहों, भ्रामक, निराधार, खंडन, असत्य, झूठी खबर',
  },
  might: {
    en: `can, may, might, could, cause, causes, causing, caused by, prone, risk of, chance of, chances of, waiting for, waiting to,
      waiting to happen, lead to, leads to, possibility, likely, likely to, before any, before some, before a, potential, invite, inviting, invites,
      avoid, prevent, in the event of, any time, anytime`,
    hi: `ho sakta, ho sakti, ho sakte, sakta hai, sakti hai, sakte hain, ho jaye, na ho jaye, kabhi bhi ho, intezar, hone se pehle, ka khatra,
      ki ashanka, हो सकता, हो सकती, हो सकते, सकता है, सकती है, हो जाए, न हो जाए, कभी भी, इंतजार, आशंका, का खतरा, होने से पहले`,
    roman: 'ho skta, ho skti, hosakta, kabhi bhi, ho jae',
  },
  if: {
    en: 'if, what if, suppose, imagine, hypothetically, in case, would have, could have, might have, incase, unless',
    hi: 'agar, yadi, maan lo, maan lijiye, kalpana, अगर, यदि, मान लो, मान लीजिए, कल्पना',
    roman: 'agr, aagr, man lo, ager',
  },
  mostly: {
    hi: `hota hai, hoti hai, hote hain, karte hain, karta hai, lete hain, dete hain, aate hain, jata hai, jaate hain, होता है, होती है, होते हैं,
      करते हैं, करता है, लेते हैं, देते हैं, जाता है, जाते हैं`,
    roman: 'hota h, hoti h, hote h, krte h, karte h, krte hain, dete h',
  },
  kar: {
    hi: `kar, karke, kare, karo, karte, karta, karti, kiya, kiye, karne, karna, kijiye, kariye, करें, करो, कर, करना, करने, करते, करता, करती, कीजिए,
      करिए, करके, किया`,
    roman: 'kr, kro, krke, krne, krna, krte, krta, krti, kijie, kijiyega, kia',
  },
  le: {
    hi: 'le, lekar, leke, lene, lena, leta, lete, leti, lo, lijiye, ले, लेकर, लेके, लेने, लेना, लेता, लेते, लेती, लो, लीजिए',
    roman: 'lekr, lke, lijie',
  },
  in: { en: 'in, inside, into, within, at', hi: 'mein, me, andar, bhitar, में, अंदर, भीतर', roman: 'mei, mai, me, m, mn, anadr, andr' },
  since: { en: 'since, from, for last, for the last, for the past, past', hi: 'se, say, से' },
  out: { en: 'out, outside, out of', hi: 'bahar, baahar, se bahar, बाहर', roman: 'bahr, bahir' },
  front: { en: 'in front, front, ahead, outside', hi: 'saamne, samne, aage, सामने, आगे', roman: 'smne, age' },
}

/** When. */
export const TIME: Words = {
  now: {
    en: `now, right now, currently, at this moment, at this time, as we speak, ongoing, in progress, happening, this moment, going on, presently, rn,
      continuously, immediately outside, at present, as i type, while i type, while typing`,
    hi: `abhi, abhi bhi, is samay, is waqt, is vakt, filhal, is time, ab, jari hai, jaari hai, mauke par, mauke pe, maujud, lagatar, अभी, अब, इस समय,
      इस वक्त, फिलहाल, जारी है, मौके पर, लगातार, मौजूद`,
    roman: 'abi, abhee, abhii, abhi bhi, iss time, iss waqt, iss samay, moke par, moke pe, mauke, abhie, avi, abhy',
  },
  justNow: {
    en: `just now, just happened, few minutes ago, few minutes back, few mins ago, moments ago, a minute ago, some time ago, just a while ago,
      seconds ago, half an hour ago, an hour ago, minutes back, just saw, has just, have just, they just, he just, moments back, minutes ago,
      mins ago, min ago, min back, mins back`,
    hi: `abhi abhi, thodi der pehle, kuch der pehle, thodi der pahle, kuch der pahle, abhi hua, abhi abhi hua, aadhe ghante pehle, kuch hi der pehle,
      अभी अभी, थोड़ी देर पहले, कुछ देर पहले, कुछ ही देर पहले, आधे घंटे पहले, आधा घंटा पहले`,
    roman: 'thori der pehle, kch der pehle, adha ghanta pehle, aadha ghanta, thodi der phle, kuch der phle',
  },
  today: {
    en: `today, tonight, this evening, this morning, this afternoon, this night, since morning, hours ago, hour ago, hrs ago, hours back, hour back,
      hrs back`,
    hi: `aaj, aaj raat, aaj subah, aaj shaam, aaj sham, subah se, shaam se, dopahar se, dopahar, raat se, आज, आज रात, आज सुबह, आज शाम, सुबह से,
      शाम से, दोपहर से, रात से`,
    roman: 'aj, subh se, sham se, aaj hi, aj subah, aj sham',
  },
  past: {
    en: `yesterday, last night, day before yesterday, few days ago, days ago, days back, few days back, earlier, previously, last week,
      the other day, that day, last sunday, last monday, last friday, last saturday, a day ago, the day before, two days ago, day ago, other night,
      weeks ago`,
    hi: `kal raat, beete kal, bite kal, parso, parson, pichhle hafte, beeti raat, kal shaam, kal subah, kuch din pehle, din pehle, din pahle, कल रात,
      बीते कल, परसों, पिछले हफ्ते, बीती रात, कल शाम, कल सुबह, दिन पहले, कुछ दिन पहले, दिनांक, गत, dinank`,
    roman: 'kl raat, kal rat, kl, prso, din phle, hafte pehle, pichle hafte',
  },
  kal: { hi: 'kal, कल' },
  old: {
    en: `last month, last year, months ago, month ago, weeks ago, years ago, year ago, long ago, long back, since years, since months, back in,
      months back, years back, since last year, since last month, old case, old matter, old video, throwback, anniversary, in 2012, in 2015, in 2016,
      in 2017, in 2018, in 2019, in 2020, in 2021, in 2022, in 2023, in 2024, decades, many years, many months, for months, for years, past year,
      past month, last few months`,
    hi: `pichhle mahine, pichhle saal, mahine pehle, saal pehle, saalo se, salo se, varsho se, mahino se, kaafi samay se, kafi samay se,
      purana mamla, purani ghatna, barso, mahine se, saal se, पिछले महीने, पिछले साल, महीने पहले, साल पहले, वर्षों से, सालों से, महीनों से,
      काफी समय से, महीने से, साल से, पुराना मामला, पुरानी घटना, वर्ष पूर्व, माह पूर्व, माह से, पूर्व में`,
    roman: 'pichle mahine, pichle saal, mahine phle, saal phle, mahina pehle, mahina pahle, sal pehle, mhine pehle',
  },
  habit: {
    en: `every day, everyday, daily, always, often, usually, regularly, every night, every time, repeatedly, again and again, many times, every week,
      frequently, constantly, keeps, routinely, each day, most nights, since long`,
    hi: `roz, roj, rozana, hamesha, aksar, har roz, har din, aaye din, aye din, bar bar, baar baar, kai baar, pratidin, har raat, roz roz, har baar,
      रोज, रोजाना, हमेशा, अक्सर, हर रोज, हर दिन, आए दिन, आये दिन, बार बार, कई बार, प्रतिदिन, हर रात, हर बार`,
    roman: 'rozz, hmesha, hr roz, har roj, dailee, har din, rojana',
  },
  future: { en: 'tomorrow, next week, upcoming, next month, coming sunday', hi: 'aane wale, agle, कल को, आने वाले, अगले, aagami, आगामी' },
  minutes: { en: 'minute, minutes, min, mins, seconds, sec', hi: 'minute, minat, mint, second, मिनट, सेकंड', roman: 'mnt, minut, minutes' },
  hours: { en: 'hour, hours, hr, hrs', hi: 'ghanta, ghante, ghanto, ghnte, घंटे, घंटा, घंटों', roman: 'ghnta, ghante' },
  days: { en: 'day, days, week, weeks', hi: 'din, dino, hafta, hafte, roj, दिन, दिनों, हफ्ते, हफ्ता, सप्ताह', roman: 'dinon, dn' },
  months: {
    en: 'month, months, year, years, yrs',
    hi: 'mahina, mahine, saal, varsh, mahino, salo, महीना, महीने, साल, वर्ष, माह, महीनों, सालों, वर्षों',
    roman: 'mhine, sal, mahina, maah',
  },
  ago: { en: 'ago, back, before', hi: 'pehle, pahle, purv, पहले, पूर्व, पहिले', roman: 'phle, pehley, phele' },
  night: { en: 'midnight, late night, at night', hi: 'raat, aadhi raat, der raat, रात, आधी रात, देर रात', roman: 'rat' },
}
