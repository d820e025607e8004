import type { TrackView } from '../../../contract/track.ts'
import type { ClosingAction } from '../../../domain/desk.ts'

type Words<Key extends string> = Record<Key, string>

/** The page on which citizens follow their complaint. */
export const trackEn = {
  title: 'Follow your complaint', intro: 'The number and the code stand in our answer to your post.',
  number: 'Docket number', numberHint: 'such as UPP-20261124-000042', code: 'Code', codeHint: 'eight letters and digits', look: 'Show it',
  working: 'One moment', unknown: 'There is no complaint with this number and code. Check both: each sign matters.', limited: 'Too many requests from your connection. Try again in some minutes.',
  unreachable: 'Prahari cannot be reached. Try again in a moment.', other: 'Another complaint', emergency: 'In danger now? Call 112.',
  status: { open: 'Received', 'in-process': 'Being worked on', closed: 'Closed', reopened: 'Opened again' } satisfies Words<TrackView['status']>,
  means: {
    open: 'The police have it. Nobody has begun to work on it yet.', 'in-process': 'An officer has it and works on it.', closed: 'The police have finished their work on it.',
    reopened: 'It was closed and has been opened again. It waits for an officer.',
  } satisfies Words<TrackView['status']>,
  with: 'It lies with', level: {
    state: 'the state control room', zone: 'the zone', range: 'the range', commissionerate: 'the police commissionerate', district: 'the district police', station: 'the police station',
  } satisfies Words<TrackView['ownerLevel']>,
  steps: { receivedAt: 'Received', acknowledgedAt: 'Taken by an officer', progressAt: 'First step', repliedAt: 'Answered', closedAt: 'Closed' }, notYet: 'not yet',
  closedAs: {
    fir: 'An FIR was registered', 'gd-entry': 'Entered in the general diary', 'event-112': 'Handled as a 112 event', visit: 'Officers visited', advice: 'Advice was given', 'false-alarm': 'It turned out to need nothing', duplicate: 'Goes on under another number',
  } satisfies Words<ClosingAction>,
  notDone: 'It is not done?', reopen: 'Open it again', appeal: 'Ask the next level up', what: 'What is not done?', send: 'Send', cancel: 'Cancel',
  reopened: 'It is open again. An officer will look at it.', appealed: 'It has gone one level up.',
  reopenFrom: (time: string) => `It was opened here within the last day. It can be opened here again from ${time}; a post on X to us reaches us at once.`,
  rate: 'How was it?', stars: (n: number) => `${n} of 5`, comment: 'Anything to add? (not needed)', rated: (n: number) => `You gave ${n} of 5. Thank you.`,
  tooLate: 'It can no longer be opened here. Write to us on X, or go to the police station.',
}

export const trackHi: typeof trackEn = {
  title: 'अपनी शिकायत देखें', intro: 'नंबर और कोड आपकी पोस्ट पर हमारे उत्तर में लिखे हैं।',
  number: 'डॉकेट नंबर', numberHint: 'जैसे UPP-20261124-000042', code: 'कोड', codeHint: 'आठ अक्षर और अंक', look: 'दिखाएँ',
  working: 'एक क्षण', unknown: 'इस नंबर और कोड की कोई शिकायत नहीं है। दोनों जाँचें: हर अक्षर महत्वपूर्ण है।', limited: 'आपके कनेक्शन से बहुत अधिक अनुरोध आए। कुछ मिनट बाद फिर प्रयास करें।',
  unreachable: 'प्रहरी से संपर्क नहीं हो रहा। थोड़ी देर में फिर प्रयास करें।', other: 'दूसरी शिकायत', emergency: 'अभी ख़तरे में हैं? 112 पर कॉल करें।',
  status: { open: 'प्राप्त', 'in-process': 'कार्रवाई जारी', closed: 'बंद', reopened: 'फिर खोली गई' },
  means: {
    open: 'शिकायत पुलिस के पास है। काम अभी शुरू नहीं हुआ।', 'in-process': 'एक अधिकारी के पास है, कार्रवाई चल रही है।', closed: 'पुलिस ने इस पर अपना काम पूरा कर लिया है।',
    reopened: 'बंद हो चुकी थी, फिर खोली गई है। अधिकारी की प्रतीक्षा है।',
  },
  with: 'अभी किसके पास', level: {
    state: 'राज्य नियंत्रण कक्ष', zone: 'ज़ोन', range: 'रेंज', commissionerate: 'पुलिस कमिश्नरेट', district: 'ज़िला पुलिस', station: 'थाना',
  },
  steps: { receivedAt: 'प्राप्त हुई', acknowledgedAt: 'अधिकारी ने ली', progressAt: 'पहला क़दम', repliedAt: 'उत्तर दिया गया', closedAt: 'बंद हुई' }, notYet: 'अभी नहीं',
  closedAs: {
    fir: 'एफ़आईआर दर्ज हुई', 'gd-entry': 'जनरल डायरी में दर्ज हुई', 'event-112': '112 की घटना के रूप में कार्रवाई हुई', visit: 'पुलिस मौक़े पर गई', advice: 'सलाह दी गई', 'false-alarm': 'कार्रवाई की आवश्यकता नहीं निकली', duplicate: 'दूसरे नंबर पर जारी है',
  },
  notDone: 'काम पूरा नहीं हुआ?', reopen: 'फिर खोलें', appeal: 'ऊपर के स्तर से कहें', what: 'क्या पूरा नहीं हुआ?', send: 'भेजें', cancel: 'रहने दें',
  reopened: 'शिकायत फिर खुल गई है। एक अधिकारी इसे देखेगा।', appealed: 'शिकायत एक स्तर ऊपर गई है।',
  reopenFrom: (time) => `यहाँ पिछले एक दिन में खोली जा चुकी है। ${time} से फिर खोली जा सकेगी; X पर हमें लिखें तो तुरंत पहुँचता है।`,
  rate: 'अनुभव कैसा रहा?', stars: (n) => `5 में से ${n}`, comment: 'कुछ और कहना है? (ज़रूरी नहीं)', rated: (n) => `आपने 5 में से ${n} दिए। धन्यवाद।`,
  tooLate: 'अब यहाँ से फिर नहीं खुल सकती। हमें X पर लिखें या थाने जाएँ।',
}
