import { auditHi, overdueHi } from './audit.ts'
import { docketHi } from './docket.ts'
import { fieldHi } from './field.ts'
import { soundHi } from './sound.ts'
import type { Texts } from './en.ts'
import { grouped } from '../indian-time.ts'

/** Every word of the consoles in Hindi. */
export const hi: Texts = {
  audit: auditHi, overdue: overdueHi,
  field: fieldHi, desk: docketHi,
  sound: soundHi,
  code: 'hi', otherLanguageName: 'English',
  days: ['रवि', 'सोम', 'मंगल', 'बुध', 'गुरु', 'शुक्र', 'शनि'],
  months: ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'],
  severity: { critical: 'आपात', high: 'गंभीर', normal: 'सामान्य', low: 'कम', none: 'नहीं' },
  category: {
    assault: 'मारपीट', domestic_violence: 'घरेलू हिंसा', sexual_harassment: 'यौन उत्पीड़न', stalking: 'पीछा करना', kidnapping: 'अपहरण',
    missing_person: 'गुमशुदा व्यक्ति', child_at_risk: 'बच्चा ख़तरे में', suicide_risk: 'आत्महत्या की आशंका', accident: 'दुर्घटना', fire: 'आग',
    medical: 'चिकित्सा आपात', riot_mob: 'भीड़ या बलवा', robbery_theft: 'लूट या चोरी', cyber_fraud: 'साइबर ठगी', traffic: 'यातायात',
    police_misconduct: 'पुलिस का दुर्व्यवहार', land_dispute: 'ज़मीन विवाद', nuisance_noise: 'शोर या उपद्रव', lost_property: 'खोया सामान',
    missing_document_or_fir: 'एफ़आईआर या दस्तावेज़', threat_weapon: 'हथियार से धमकी', animal: 'पशु', disaster: 'आपदा', gratitude: 'धन्यवाद',
    information_query: 'प्रश्न', news_politics: 'समाचार या राजनीति', spam_other: 'अन्य',
  },
  state: {
    raised: 'किसी ने नहीं लिया', acknowledged: 'स्वीकार किया', responding: 'रास्ते में', 'on-scene': 'मौके पर', resolved: 'पूरा हुआ',
    'false-alarm': 'झूठी सूचना',
  },
  post: {
    'station-duty': 'थाना ड्यूटी', 'district-duty': 'ज़िला ड्यूटी', 'circle-officer': 'क्षेत्राधिकारी', 'district-head': 'ज़िला पुलिस प्रमुख',
    'range-control': 'रेंज कंट्रोल', 'state-control': 'राज्य कंट्रोल',
  },
  step: { responding: 'रास्ते में', 'on-scene': 'मौके पर', resolved: 'पूरा हुआ', 'false-alarm': 'झूठी सूचना' },
  trouble: {
    store: 'डेटा भंडार तक पहुँच नहीं: कार्रवाई सहेजी नहीं जा सकती', engine: 'सूचना-क्रम का इंजन रुका है', audit: 'इंजन की निगरानी बंद है', queue: 'कतार तक पहुँच नहीं: नई पोस्ट रुकी हैं',
    stream: 'X स्ट्रीम दिखाई नहीं दे रही',
  },
  and: (names) => names.join(' और '),
  returned: 'लौटाया गया',
  product: 'प्रहरी',
  pages: { wall: 'वॉल', officer: 'अधिकारी', supervisor: 'पर्यवेक्षक', signIn: 'साइन इन' },

  link: {
    connecting: 'जुड़ रहा है', live: 'लाइव', reconnecting: 'फिर जुड़ रहा है',
    stale: 'पुराना डेटा', staleSince: (time) => `${time} से पुराना`, neverHeard: 'अभी कोई डेटा नहीं',
    age: (s) => `डेटा ${grouped(s)} से॰ पुराना`,
    staleLong: (time) => `${time} से सर्वर से संपर्क नहीं है। जो दिख रहा है वह पुराना हो सकता है।`,
    neverLong: 'यह पृष्ठ अभी सर्वर तक नहीं पहुँचा है। यहाँ दिखी किसी बात पर भरोसा न करें।',
    stillTrying: 'जुड़ने का प्रयास जारी है',
    details: 'संपर्क',
  },
  trouble_since: (time) => `${time} से`,
  stream: {
    title: 'X स्ट्रीम', sees: 'सुन रहा है', blind: 'नहीं दिख रहा', lastPost: 'पिछली पोस्ट', alive: 'श्रोता सक्रिय', never: 'अभी तक नहीं',
    ago: (digits) => `${digits} पहले`,
    lastHour: 'पिछले 60 मिनट', noGaps: 'पिछले 60 मिनट में कोई अंधा समय नहीं',
    blindTime: 'अंधा समय', ongoing: 'अभी', minutesAgo: (n) => `${grouped(n)} मिनट पहले`,
    gapState: { open: 'जारी', filling: 'भरा जा रहा है', filled: 'भरा गया', unrecoverable: 'नहीं मिला' },
    recovered: (n) => `${grouped(n)} पोस्ट वापस मिलीं`,
  },
  clockName: 'IST',

  place: { unknown: 'स्थान अज्ञात', toState: '→ राज्य कंट्रोल रूम', elsewhere: (name) => `${name} की बात है` },
  time: {
    overdue: 'देरी', raised: 'सूचना', ago: (digits) => `${digits} पहले`,
    tellsIn: (who) => `फिर ${who}`, tells: (who) => `${who} को सूचना देनी है`,
    again: 'फिर से', lapses: 'में प्रगति बताएँ', lapsed: 'प्रगति की सूचना देर से', none: 'आगे कोई स्तर नहीं',
    late: 'समय बीता', at: 'समय',
  },
  who: { ofNeeded: (have, needed) => `${grouped(needed)} में से ${grouped(have)} ने स्वीकार किया`, nobody: 'किसी ने नहीं लिया', has: 'के पास', since: (digits) => `${digits} से`, you: 'आपके पास है' },
  protectedPost: 'पहचान सुरक्षित — पाठ नहीं दिखाया जाता',
  protectedHow: 'जिसके पास सूचना है, वही इसे यहाँ पढ़ता है और यह अभिलेख में रहता है। बाकी लोग कारण बताकर डेस्क पर देखें:',
  protectedShort: 'सुरक्षित पहचान',
  drill: 'अभ्यास',

  wall: {
    title: 'खुली सूचनाएँ', open: 'खुली', unanswered: 'अनुत्तरित', held: 'कार्रवाई में',
    more: (n) => `+${grouped(n)} और`, allClear: 'कोई खुली सूचना नहीं', allClearWhy: 'इस क्षेत्र की हर सूचना बंद हो चुकी है।',
    allClearBlind: 'पर X स्ट्रीम दिखाई नहीं दे रही: ऐसी पुकार हो सकती है जिसे कोई न देख रहा हो।',
    waiting: 'पहले डेटा की प्रतीक्षा', map: 'ज़िले जिन्हें उत्तर चाहिए', state: 'राज्य',
    arrived: (what, where) => `नई सूचना: ${what}, ${where}`,
  },

  officer: {
    unanswered: 'उत्तर चाहिए', mine: 'आपके पास', others: 'औरों के पास', fresh: 'अभी-अभी आई',
    none: 'कुछ भी लंबित नहीं', noneWhy: 'आपके क्षेत्र की सूचनाएँ यहाँ अपने आप आती हैं।',
    acknowledge: 'स्वीकार करें', sending: 'भेजा जा रहा है…', sendingAgain: (n) => `भेजा जा रहा है… प्रयास ${grouped(n)}`,
    waitingForLink: 'संपर्क होते ही भेजा जाएगा…',
    open: 'खोलें', back: 'वापस', what: 'क्या', where: 'कहाँ', when: 'कब', whoHas: 'किसके पास', author: 'लिखने वाला',
    posted: 'लिखी', received: 'मिली', raised: 'सूचना',
    thePost: 'पोस्ट', why: 'सूचना का कारण', told: 'किसे बताया गया', score: (n) => `गंभीरता ${n} / 100`,
    speaksFor: 'गंभीरता के पक्ष में', speaksAgainst: 'विपक्ष में',
    closeAsDone: 'पूरा मानकर बंद करें?', closeYes: 'हाँ, पूरा हुआ', cancel: 'रहने दें',
    falseAlarmWhy: 'झूठी सूचना क्यों है?', reasonNeeded: 'कारण लिखें: वह अभिलेख में रहेगा।',
    reasons: ['मौके पर कोई आपात नहीं', 'पुरानी या साझा की गई पोस्ट', 'मज़ाक या परीक्षण', 'पुलिस का विषय नहीं'],
    otherReason: 'अन्य कारण', sendFalseAlarm: 'झूठी सूचना मानकर बंद करें',
    gone: 'यह सूचना अब खुली नहीं है', closedAs: (how) => `बंद: ${how}`,
    countUnanswered: (n) => (n === 1 ? '1 सूचना को उत्तर चाहिए' : `${grouped(n)} सूचनाओं को उत्तर चाहिए`),
  },

  correct: {
    wrong: 'ग़लत है? सुधारें', title: 'क्या ग़लत है?', category: 'विषय', unchanged: (what) => `जैसा है (${what})`,
    place: 'ज़िला', typeDistrict: 'ज़िले का नाम लिखें', placeUnknown: 'स्थान पता नहीं चल सकता', undo: 'वापस लें', note: 'टिप्पणी (वैकल्पिक)',
    closes: 'सूचना झूठी मानकर बंद होगी। क्यों? कारण अभिलेख में रहेगा।', send: 'सुधारें', sendAndClose: 'सुधारें और झूठी सूचना मानकर बंद करें',
    by: 'सुधारा:', now: (what) => `अब ${what}`, machine: (what) => `मशीन ने कहा था: ${what}`,
  },

  refusal: {
    heldBy: (name) => `${name} के पास है`, closed: (how) => `पहले ही बंद: ${how}`,
    forbidden: 'आपको इसकी अनुमति नहीं है', 'not-found': 'यह सूचना आपके क्षेत्र की नहीं है', invalid: 'सर्वर ने इसे स्वीकार नहीं किया',
    conflict: 'कोई और पहले पहुँचा', unavailable: 'सर्वर अभी इसे सहेज नहीं सकता', dismiss: 'ठीक है',
  },

  supervisor: {
    alerts: 'खुली सूचनाएँ', columns: { severity: 'गंभीरता', place: 'स्थान', what: 'क्या', raised: 'कब से', next: 'अगला स्तर', in: 'शेष', who: 'किसके पास', told: 'किसे बताया', number: 'डॉकेट' },
    all: 'सभी', unanswered: 'अनुत्तरित', held: 'कार्रवाई में', closed: 'यहाँ बंद हुई', severityFilter: 'गंभीरता', stateFilter: 'स्थिति',
    rung: (n) => `स्तर ${grouped(n)}`, toldCount: (n) => `${grouped(n)} को बताया`, nobodyTold: 'अभी किसी को नहीं',
    engine: 'सूचना-क्रम', sweeping: 'चल रहा है', stopped: 'रुका है', lastSweep: 'पिछली जाँच',
    store: 'भंडार', queue: 'कतार', up: 'चालू', down: 'बंद', failed: 'विफल कार्य', quarantine: 'अलग रखी', blind: 'अंधा समय, 24 घं॰',
    answersReads: 'सहेजा जा रहा है', notReachable: 'पहुँच नहीं', takesJobs: 'काम ले रही है', seeBelow: 'नीचे सूची में', nothing: 'कोई नहीं',
    gaps: 'स्ट्रीम का अंधा समय', gapColumns: { from: 'से', to: 'तक', long: 'अवधि', why: 'कारण', state: 'स्थिति' },
    noGaps: 'कोई अंधा समय दर्ज नहीं', failedTitle: 'विफल कार्य', quarantineTitle: 'अलग रखी पोस्ट', notLoaded: 'अभी पढ़ा नहीं जा सका',
    detailEmpty: 'पोस्ट, सूचना-क्रम और इतिहास देखने के लिए कोई सूचना चुनें।', history: 'इतिहास', historyWhole: 'शृंखला अखंड', historyBroken: 'शृंखला टूटी',
    loading: 'पढ़ा जा रहा है…', close: 'बंद करें', keys: 'कुंजियाँ', keysOn: 'कुंजियाँ चालू', keysOff: 'कुंजियाँ बंद',
    keyHelp: 'J K चलें · Enter खोलें · A स्वीकारें · ? सभी कुंजियाँ', noMatch: 'इस छँटाई में कोई सूचना नहीं', none: 'इस क्षेत्र में कोई खुली सूचना नहीं',
    fresh: (n) => `${grouped(n)} नई सूचनाएँ: दिखाएँ`, beyond: (n) => `सूची से बाहर ${grouped(n)} और खुली सूचनाएँ`,
    signOut: 'साइन आउट', notOpenNow: 'बंद', toAlerts: 'सूचनाओं पर जाएँ', toBeside: 'बगल के फलक पर जाएँ', beside: 'अभी की स्थिति',
  },
  stepIn: { shelved: 'अलग रखी', shelvedUntil: (time) => `${time} तक अलग रखी`, assignedTo: (name) => `${name} को दी गई`, sending: 'भेजा जा रहा है…', close: 'बंद करें', helpTitle: 'इस पृष्ठ की कुंजियाँ', helpOff: 'अकेली कुंजियाँ ऊपर से बंद की जा सकती हैं।' },
  system: 'प्रणाली',
  threads: {
    title: 'आगे की पोस्ट', byOthers: 'किसी और ने लिखा',
    kind: {
      thanks: 'धन्यवाद', 'more-facts': 'और जानकारी', worse: 'हालत बिगड़ी', 'nobody-came': 'कोई नहीं पहुँचा', 'same-again': 'फिर वही', first: 'पहली पोस्ट', edit: 'संपादित',
    },
    news: { worse: (time) => `लिए जाने के बाद हालत बिगड़ी: ${time}`, 'nobody-came': (time) => `लिखते हैं कि कोई नहीं पहुँचा: ${time}` },
    spread: (posts, retweets) => `${grouped(posts)} बार दोहराई गई${retweets > 0 ? `, जिनमें ${grouped(retweets)} रीट्वीट` : ''}`,
    incident: (dockets, authors) => `एक ही घटना: ${grouped(dockets)} डॉकेट${authors > 1 ? `, ${grouped(authors)} लोगों ने अलग-अलग बताया` : ''}`,
    doubt: (percent) => `झूठी या मज़ाक हो सकती है: ${percent} %`, doubtWhy: 'केवल सूचना: इससे कुछ कम नहीं होता',
    ask: 'सबसे काम का सवाल',
  },

  signIn: {
    title: 'साइन इन', working: 'एक क्षण', noToken: 'आपको दिया गया साइन-इन लिंक खोलें',
    noTokenWhy: 'प्रहरी में पासवर्ड नहीं होते। एक बार का लिंक इस उपकरण पर आपका पृष्ठ खोलता है।',
    refused: 'यह लिंक अब काम नहीं करता', refusedWhy: 'एक लिंक एक ही सत्र खोलता है, फिर समाप्त हो जाता है। नया लिंक माँगें।',
    unreachable: 'सर्वर तक पहुँच नहीं', unreachableWhy: 'संपर्क जाँचें। लिंक अभी भी ठीक है।', again: 'फिर प्रयास करें',
    ended: 'आप साइन आउट हो चुके हैं', endedWhy: 'सत्र समाप्त हो गया है। आगे बढ़ने के लिए नया साइन-इन लिंक खोलें।', home: 'आरंभ पृष्ठ पर जाएँ',
  },
}
