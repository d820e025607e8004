import type { Role } from './scene.ts'

const HOUR = 3_600
const ASHA = 'HC Asha Rathore'
const IQBAL = 'SI Iqbal Ansari'

/** A believable day of a complaint desk, all of it invented: in every status, language and stage of its life. */
export const COMPLAINTS: readonly Role[] = [
  {
    severity: 'normal', category: 'cyber_fraud', districtId: 'lucknow', stationId: 'ps-lucknow-gomti-nagar', raisedAgoS: 25 * 60, lang: 'hi', author: ['demo_verma', 'R. Verma (demo)'],
    text: '@PrahariUP मेरे खाते से UPI के ज़रिए 48 हज़ार रुपये निकल गए, बैंक ने शिकायत दर्ज कर ली है पर साइबर थाना रिपोर्ट नहीं लिख रहा। कृपया मदद करें।',
    evidence: [['UPI के ज़रिए', 14, 'money lost to a fraud'], ['रिपोर्ट नहीं लिख रहा', 8, 'a report is not registered']],
  },
  {
    severity: 'normal', category: 'nuisance_noise', districtId: 'varanasi', raisedAgoS: 42 * 60, lang: 'hinglish', author: ['demo_sigra', 'Sigra resident (demo)'],
    text: '@PrahariUP Sigra chauraha ke paas DJ raat 12 baje tak bajta hai, bachon ke exam chal rahe hain. Kai baar bola, koi sunta nahi. Please band karwaiye.',
    evidence: [['raat 12 baje tak', 6, 'no time given'], ['koi sunta nahi', 4, 'again and again']],
  },
  {
    severity: 'normal', category: 'missing_document_or_fir', districtId: 'kanpur-nagar', stationId: 'ps-kanpur-nagar-kalyanpur', raisedAgoS: 5 * HOUR, lang: 'hinglish', author: ['demo_kalyan', 'Kalyanpur (demo)'],
    text: '@PrahariUP meri bike 3 din pehle chori hui, Kalyanpur thana FIR nahi likh raha, roz ghuma rahe hain.',
    evidence: [['FIR nahi likh raha', 12, 'a report is not registered'], ['3 din pehle', -4, 'in the past']],
    desk: [{ agoS: 4 * HOUR, by: ASHA, act: { act: 'accept' } }, { agoS: 3 * HOUR, by: ASHA, act: { act: 'progress', text: 'Spoke to the SHO: the report will be written today' } }],
    says: [{ agoS: 11 * 60, text: 'Abhi tak koi nahi aaya aur FIR bhi nahi likhi. Kab tak wait karu?', kind: 'nobody-came' }],
  },
  {
    severity: 'normal', category: 'traffic', districtId: 'agra', raisedAgoS: 3 * HOUR, lang: 'en', author: ['demo_taj', 'A. Khan (demo)'],
    text: '@PrahariUP Fatehabad Road is blocked every evening by parked buses near the hotels, ambulances cannot pass. Kindly send traffic police.',
    evidence: [['ambulances cannot pass', 6, 'an ambulance is needed or held up']],
  },
  {
    severity: 'normal', category: 'land_dispute', districtId: 'gorakhpur', raisedAgoS: 28 * HOUR, lang: 'hi', author: ['demo_kisan', 'किसान (demo)'],
    text: '@PrahariUP गाँव में मेरी ज़मीन पर पड़ोसी ज़बरन दीवार बना रहे हैं, लेखपाल की रिपोर्ट मेरे पक्ष में है फिर भी पुलिस नहीं आई।',
    evidence: [['ज़बरन', 8, 'somebody was carried off']],
    desk: [{ agoS: 26 * HOUR, by: IQBAL, act: { act: 'accept' } }],
  },
  {
    severity: 'normal', category: 'stalking', districtId: 'prayagraj', raisedAgoS: 9 * HOUR, isProtected: true, lang: 'hi', author: ['demo_protected2', 'Name withheld (demo)'],
    text: '@PrahariUP एक लड़का रोज़ स्कूल से घर तक पीछा करता है, गंदे इशारे करता है। मैं नाबालिग हूँ, घर वाले डरे हुए हैं।',
    evidence: [['पीछा करता है', 12, 'somebody is followed']],
  },
  {
    severity: 'normal', category: 'lost_property', districtId: 'jhansi', raisedAgoS: 31 * HOUR, lang: 'en', author: ['demo_train', 'Traveller (demo)'],
    text: '@PrahariUP I left a blue backpack with my certificates at Jhansi bus stand yesterday at 6 pm. Please help me find it.',
    desk: [
      { agoS: 30 * HOUR, by: ASHA, act: { act: 'accept' } }, { agoS: 20 * HOUR, by: ASHA, act: { act: 'progress', text: 'Bus stand asked; bag was handed in' } },
      { agoS: 8 * HOUR, by: ASHA, act: { act: 'close', action: 'gd-entry', reference: 'GD 42 of today', summary: 'The bag was returned to its owner against a receipt' } },
    ],
    says: [{ agoS: 7 * HOUR, text: 'Thank you so much, got it back with everything inside!', kind: 'thanks' }],
  },
  {
    severity: 'low', category: 'information_query', districtId: 'meerut', raisedAgoS: 6 * HOUR, lang: 'hi', author: ['demo_prashn', 'प्रश्न (demo)'],
    text: '@PrahariUP चरित्र प्रमाण पत्र के लिए ऑनलाइन आवेदन की स्थिति कहाँ देखें?',
    desk: [{ agoS: 5 * HOUR, by: IQBAL, act: { act: 'accept' } }, { agoS: 5 * HOUR - 60, by: IQBAL, act: { act: 'close', action: 'advice', reference: null, summary: 'Told where the status of an application is shown' } }],
  },
]
