import type { Role } from './scene.ts'

/** A believable evening of a state control room, all of it invented: 14 alerts in Hindi, English and Hinglish, in every state. */
export const CAST: readonly Role[] = [
  {
    severity: 'critical', category: 'kidnapping', districtId: 'lucknow', stationId: 'ps-lucknow-gomti-nagar', locality: 'Patrakarpuram', raisedAgoS: 8,
    author: ['demo_rukhsar', 'Rukhsar (demo)'],
    text: '@PrahariUP मेरी बहन को अभी-अभी सफेद कार वाले जबरदस्ती उठा ले गए, पत्रकारपुरम चौराहा गोमती नगर। गाड़ी शहीद पथ की तरफ भागी है। प्लीज़ तुरंत मदद कीजिए, फोन बंद आ रहा है!',
    evidence: [['जबरदस्ती उठा ले गए', 34, 'somebody was carried off'], ['अभी-अभी', 12, 'happening now'], ['तुरंत मदद', 10, 'called urgent'], ['फोन बंद', 3, 'one of the author’s people cannot be reached']],
  },
  {
    severity: 'critical', category: 'domestic_violence', districtId: 'kanpur-nagar', stationId: 'ps-kanpur-nagar-kalyanpur', locality: 'Awas Vikas 3', raisedAgoS: 31, isProtected: false,
    author: ['demo_shalini', 'Shalini (demo)'],
    text: '@PrahariUP pati ne darwaza band karke rod se maara hai, sar se khoon nikal raha hai. Do chhote bachche saath hain. Kalyanpur Awas Vikas 3, please jaldi aaiye wo phir se marne aa raha hai',
    evidence: [['rod se maara', 28, 'somebody is beaten'], ['khoon nikal raha hai', 14, 'somebody is bleeding'], ['phir se marne aa raha', 12, 'happening now'], ['bachche', 4, 'a child, an old or a sick person']],
  },
  {
    severity: 'critical', category: 'suicide_risk', districtId: 'gautam-buddha-nagar', stationId: 'ps-gautam-buddha-nagar-sector-58', locality: 'Sector 62', raisedAgoS: 66,
    author: ['demo_flatmate', 'A flatmate (demo)'],
    text: '@PrahariUP my flatmate has locked himself in and posted a goodbye note ten minutes ago. Sector 62 Noida, tower C, 9th floor. He is standing on the balcony railing right now. Please send someone.',
    evidence: [['goodbye note', 22, 'a farewell'], ['right now', 12, 'happening now'], ['standing on the balcony railing', 20, 'says that they will die'], ['ten minutes ago', -2, 'just happened']],
  },
  {
    severity: 'critical', category: 'sexual_harassment', districtId: 'prayagraj', stationId: 'ps-prayagraj-civil-lines', raisedAgoS: 14, isProtected: true,
    author: ['demo_protected', 'Name withheld (demo)'],
    text: '@PrahariUP बस में दो लड़के मेरे साथ जबरदस्ती कर रहे हैं, सिविल लाइन्स बस अड्डे के पास, कोई रोक नहीं रहा, मदद करो',
    evidence: [['जबरदस्ती कर रहे हैं', 32, 'an attack'], ['मदद करो', 10, 'a plea for help']],
  },
  {
    severity: 'high', category: 'threat_weapon', districtId: 'bareilly', stationId: 'ps-bareilly-izzatnagar', raisedAgoS: 41,
    author: ['demo_dukandar', 'Dukandar (demo)'],
    text: '@PrahariUP इज्जतनगर में दुकान पर चार लोग तमंचा लेकर आए, रंगदारी माँगी, शाम तक का समय देकर गए हैं। सीसीटीवी है।',
    evidence: [['तमंचा', 22, 'a weapon is shown'], ['रंगदारी माँगी', 14, 'extortion'], ['देकर गए हैं', -6, 'in the past']],
  },
  {
    severity: 'high', category: 'accident', districtId: 'lakhimpur-kheri', stationId: 'ps-lakhimpur-kheri-gola', locality: 'NH 730', raisedAgoS: 128,
    author: ['demo_driver', 'On the road (demo)'],
    text: '@PrahariUP tractor trolley palat gayi hai Gola ke paas NH 730 pe, 5-6 log neeche dabe hain, ambulance abhi tak nahi aayi. Traffic bhi ruk gaya hai.',
    evidence: [['neeche dabe hain', 20, 'people are trapped'], ['ambulance abhi tak nahi aayi', 10, 'nobody came'], ['palat gayi', 8, 'somebody is hurt']],
  },
  {
    severity: 'high', category: 'missing_person', districtId: null, raisedAgoS: 86, elsewhere: 'Bihar',
    author: ['demo_chacha', 'Chacha (demo)'],
    text: '@PrahariUP मेरी 9 साल की भतीजी स्टेशन पर भीड़ में छूट गई है, ट्रेन पटना से चली थी, किस स्टेशन पर उतरी पता नहीं। नीली फ्रॉक, नाम पूछने पर गुड़िया बताती है।',
    evidence: [['9 साल की', 14, 'a child, an old or a sick person'], ['छूट गई है', 14, 'missing']],
  },
  {
    severity: 'critical', category: 'fire', districtId: 'ghaziabad', stationId: 'ps-ghaziabad-indirapuram', locality: 'Niti Khand', raisedAgoS: 152, held: { by: 'SI Kavita Rawal', agoS: 118, step: 'responding' },
    author: ['demo_niti', 'Resident (demo)'],
    text: '@PrahariUP Fire on the 6th floor in Niti Khand 1 Indirapuram, people are stuck on the balcony, smoke everywhere. Fire brigade number not connecting!!',
    evidence: [['people are stuck', 24, 'people are trapped'], ['smoke everywhere', 10, 'something is on fire'], ['not connecting', 6, 'nobody came']],
  },
  {
    severity: 'critical', category: 'riot_mob', districtId: 'meerut', stationId: 'ps-meerut-lisari-gate', raisedAgoS: 1140, held: { by: 'CO Arvind Solanki', agoS: 1105, step: 'on-scene' },
    author: ['demo_gali', 'Gali No 4 (demo)'],
    text: '@PrahariUP लिसाड़ी गेट पर दो पक्षों में पथराव हो रहा है, महिलाएं बच्चे घरों में बंद हैं, फोर्स भेजिए',
    evidence: [['पथराव हो रहा है', 26, 'a violent crowd'], ['घरों में बंद', 8, 'people are trapped']],
  },
  {
    severity: 'critical', category: 'child_at_risk', districtId: 'gorakhpur', stationId: 'ps-gorakhpur-shahpur', raisedAgoS: 96, isProtected: true, held: { by: 'Insp. Meena Tripathi', agoS: 52 },
    author: ['demo_padosi', 'Neighbour (demo)'],
    text: '@PrahariUP पड़ोस में 6 साल की बच्ची को कमरे में बंद करके पीटते हैं, अभी चीख रही है, शाहपुर गोरखपुर',
    evidence: [['अभी चीख रही है', 22, 'happening now'], ['6 साल की बच्ची', 14, 'a child, an old or a sick person']],
  },
  {
    severity: 'high', category: 'medical', districtId: 'ballia', stationId: 'ps-ballia-bairia', raisedAgoS: 1010, held: { by: 'HC Ramesh Chauhan', agoS: 900, step: 'responding' },
    author: ['demo_ghat', 'Ghat (demo)'],
    text: '@PrahariUP nadi me naav palti hai bairia ghat par, 3 log laapata, gotakhor bhejiye',
    evidence: [['naav palti', 20, 'somebody is drowning'], ['laapata', 14, 'missing']],
  },
  {
    severity: 'high', category: 'robbery_theft', districtId: 'jhansi', stationId: 'ps-jhansi-sipri-bazar', raisedAgoS: 655, held: { by: 'SI Deepak Ahirwar', agoS: 420, step: 'on-scene' },
    author: ['demo_yatri', 'Traveller (demo)'],
    text: '@PrahariUP two men on a black bike snatched my bag with a knife near Sipri Bazar, one hit my father on the head',
    evidence: [['with a knife', 20, 'a weapon is shown'], ['hit my father on the head', 10, 'somebody is bleeding'], ['snatched', 6, 'snatched or robbed']],
  },
  {
    severity: 'high', category: 'stalking', districtId: 'lucknow', stationId: 'ps-lucknow-indira-nagar', raisedAgoS: 705, held: { by: 'SI Farah Naqvi', agoS: 160 },
    author: ['demo_student', 'Student (demo)'],
    text: '@PrahariUP ek ladka roz coaching se ghar tak peecha karta hai, aaj usne raasta roka aur acid ki dhamki di. Indira Nagar sector 14.',
    evidence: [['acid ki dhamki', 26, 'a threat'], ['raasta roka', 8, 'somebody is followed'], ['roz', -3, 'again and again']],
  },
  {
    severity: 'high', category: 'assault', districtId: 'lucknow', stationId: 'ps-lucknow-chinhat', locality: 'Matiyari', raisedAgoS: 52,
    author: ['demo_matiyari', 'Matiyari (demo)'],
    text: '@PrahariUP मटियारी चौराहे पर 5-6 लड़के एक ऑटो वाले को लाठी-डंडों से पीट रहे हैं, उसका सिर फट गया है। चिनहट थाना पास में है, जल्दी भेजें।',
    evidence: [['पीट रहे हैं', 22, 'an attack'], ['सिर फट गया', 12, 'somebody is bleeding'], ['जल्दी भेजें', 6, 'a plea for help']],
  },
]
