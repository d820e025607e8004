import { grouped } from '../indian-time.ts'
import { drillEn, drillHi } from './drill.ts'
import { en } from './en.ts'
import { gapReasonsEn, gapReasonsHi } from './gap-reasons.ts'
import { hi } from './hi.ts'
import { wallsEn, wallsHi } from './walls.ts'

/** What only the supervisor's pages say. */
export const controlRoomEn = {
  gapReasons: gapReasonsEn, drillTile: drillEn, walls: wallsEn,
  stepIn: {
    ...en.stepIn,
    title: 'Step in', escalate: 'Escalate now', reassign: 'Reassign', call: 'Call a post', shelve: 'Shelve', unshelve: 'Take off the shelf',
    shelvedBy: (name: string) => `by ${name}`, shelvedTitle: 'Shelved alerts', noShelved: 'Nothing is shelved',
    assignedBy: (name: string) => `by ${name}`, called: (post: string, time: string) => `${post} called ${time}`,
    rings: (who: string) => `rings ${who} in`, lapses: (name: string) => `${name} loses it in`, waits: (name: string) => `${name} is to take it within`, toTake: 'to take it', returns: 'returns in', repeats: 'again',
    nobodyNext: 'Nobody is there: it will be passed over',
    reassignTo: 'To whom? Whoever has it now loses it; the ladder rests until they should have acknowledged.', find: 'Find a person', nobodyElse: 'Nobody else may act here',
    callWhom: 'Which post? It is told now, besides the ladder.', shelveWhy: 'Why, and until when? It returns by itself and rings its next rung.', never: 'A critical alert is never shelved.',
    reasons: ['Known event, watched already', 'Same event as another docket', 'Waiting for the citizen to answer'], other: 'Another reason', forHow: 'For how long',
    minutes: (n: number) => (n < 60 ? `${grouped(n)} min` : `${n / 60} h`), send: 'Shelve it', again: 'Not taken yet, trying again…', cancel: 'Cancel', loading: 'Reading…', notLoaded: 'Could not be read',
    onDuty: 'on duty', offDuty: 'off duty',
    refused: {
      'a critical alert is never shelved': 'A critical alert is never shelved', 'an alert is shelved for one minute to eight hours': 'From one minute to eight hours', 'it is not shelved': 'It is not shelved any more',
      'nobody of that name can take this alert': 'This person cannot take the alert', 'the path of this alert has no such post': 'There is no such post for this place',
    } as Record<string, string>,
    nobodyThere: 'Nobody is on duty there', hasIt: (name: string) => `${name} has it`, dismiss: 'OK',
    bulk: 'Acknowledge all shown…', bulkTitle: (n: number) => (n === 1 ? 'Acknowledge this alert?' : `Acknowledge these ${grouped(n)} alerts?`),
    bulkWhy: 'You take them as listed here. What changes or arrives from now on stays unacknowledged.', bulkSend: (n: number) => `Acknowledge ${grouped(n)}`, bulkDone: (n: number) => `${grouped(n)} acknowledged`,
    bulkChanged: 'changed since', bulkLeft: 'Not acknowledged', bulkArrived: 'arrived since', bulkOthers: 'could not be had', bulkMost: (n: number) => `The ${grouped(n)} most urgent; the rest can follow`,
    deliveries: 'Told, and what became of it', rows: 'Every message', noRows: 'No message on record', counts: { told: 'told', sent: 'sent', onDevice: 'on device', seen: 'seen', acknowledged: 'acknowledged', failed: 'failed', held: 'held', expired: 'not needed' },
    deliveryState: { queued: 'queued', held: 'held', sent: 'sent', failed: 'failed', 'on-device': 'on device', seen: 'seen', acknowledged: 'acknowledged', expired: 'not needed' },
    because: 'because', tries: (n: number) => `${grouped(n)} tries`,
    load: 'Load per position', loadWhy: 'Alarms in the last ten minutes and, per ten minutes, over the last hour', loadArea: 'Whole area', noLoad: 'Nobody was told of anything in the last hour', loadMore: (n: number) => `and ${grouped(n)} more`,
    band: { fine: 'fine', manageable: 'manageable', over: 'too much', flood: 'flood' }, perHour: (n: string) => `mean ${n}`, peak: (n: number) => `peak ${grouped(n)}`,
    help: 'Keys', helpWords: ['Next, previous alert', 'Open it', 'Acknowledge', 'Escalate now', 'Reassign', 'Shelve', 'Close', 'This help'],
  },
  reader: {
    title: 'Second reader: what was missed yesterday', why: 'Posts of yesterday that did not ring, drawn at random. Say how urgent each is; nobody tells you what the machine said.',
    draw: 'Draw yesterday\'s sample', progress: (read: number, all: number) => `${grouped(read)} of ${grouped(all)} read`, question: 'How urgent is it?',
    recall: (value: string, low: string, high: string) => `Of yesterday's cries ${value} rang (between ${low} and ${high})`,
    notYet: 'How many cries rang is known when some posts of every kind are read.', noCries: 'No cry is known of yesterday.',
    ring: 'It did not ring: let it ring now', rings: 'It rings now', again: 'Not taken: try again',
  },
  duty: {
    title: 'On duty now', until: (time: string) => `until ${time}`, untilDay: (day: string, time: string) => `until ${day} ${time}`, always: 'no roster',
    unreachable: 'cannot be reached', nobody: 'Nobody', gap: (from: string, to: string) => `nobody ${from}–${to}`,
    unmanned: (n: number) => (n === 1 ? '1 district has no account: its alerts go up the ladder' : `${grouped(n)} districts have no account: their alerts go up the ladder`),
    channels: { console: 'page open', push: 'push', webhook: 'SMS or call', email: 'e-mail' }, gapsAhead: 'Gaps in the next 12 hours', offDuty: 'You are off duty', none: 'No duty posts in this area',
    reasons: {
      'nobody on duty has a working channel': 'nobody on duty has a working channel',
      'nobody: all on leave': 'all on leave',
      'nobody: no shift or rotation covers this time': 'no shift or rotation covers this time',
      'every account of the node is disabled': 'every account is disabled',
      'nobody: the accounts on the roster are disabled or do not see this node': 'the accounts on the roster are disabled or do not see this area',
      'no officer has this node': 'no officer has an account here',
      'no officer or desk has this node': 'no officer or desk has an account here',
      'no supervisor has this node': 'no supervisor has an account here',
      'no supervisor or desk has this node': 'no supervisor or desk has an account here',
    } as Record<string, string>,
  },
  handover: {
    title: 'Shift handover', shelved: 'Shelved', shelvedUntil: (time: string) => `shelved until ${time}`, link: 'Handover', print: 'Print', back: 'Back', shift: 'Shift', made: 'Made', open: 'Open alerts', overdue: 'Overdue: nobody has them', unreachable: 'On duty, but cannot be reached',
    rosterGaps: 'Roster gaps, next 12 hours', blind: 'Blind minutes of the stream', drills: 'Drills', failedDrills: (failed: number, run: number) => `${grouped(failed)} of ${grouped(run)} failed`, load: 'Load of the shift',
    raised: 'alerts raised', average: 'per position and 10 min', peak: 'at the peak', flood: 'of the time in flood', positions: 'positions', none: 'None', more: (n: number) => `and ${grouped(n)} more`,
    columns: { number: 'Docket', severity: 'Severity', what: 'What', place: 'Place', raised: 'Raised', who: 'Who has it' }, hash: 'SHA-256 of this sheet', loading: 'Reading…', failed: 'The sheet could not be read',
    took: 'Handed over by', given: 'Taken over by',
  },
}

export const controlRoomHi: typeof controlRoomEn = {
  gapReasons: gapReasonsHi, drillTile: drillHi, walls: wallsHi,
  stepIn: {
    ...hi.stepIn,
    title: 'हस्तक्षेप', escalate: 'अभी आगे बढ़ाएँ', reassign: 'दूसरे को दें', call: 'किसी पद को बुलाएँ', shelve: 'अलग रखें', unshelve: 'वापस लाएँ',
    shelvedBy: (name) => `${name} ने`, shelvedTitle: 'अलग रखी सूचनाएँ', noShelved: 'कुछ भी अलग नहीं रखा',
    assignedBy: (name) => `${name} ने`, called: (post, time) => `${post} को ${time} पर बुलाया`,
    rings: (who) => `${who} को बताएगा, शेष`, lapses: (name) => `${name} से वापस, शेष`, waits: (name) => `${name} को लेना है, शेष`, toTake: 'लेने के लिए', returns: 'लौटेगी, शेष', repeats: 'फिर से',
    nobodyNext: 'वहाँ कोई नहीं: यह स्तर छोड़ा जाएगा',
    reassignTo: 'किसे? जिसके पास अभी है उससे वापस होगी; स्वीकार करने के समय तक सूचना-क्रम रुका रहेगा।', find: 'व्यक्ति खोजें', nobodyElse: 'यहाँ कोई और कार्रवाई नहीं कर सकता',
    callWhom: 'किस पद को? क्रम के अलावा अभी बताया जाएगा।', shelveWhy: 'क्यों, और कब तक? यह अपने आप लौटेगी और अगले स्तर को बताएगी।', never: 'अति गंभीर सूचना कभी अलग नहीं रखी जाती।',
    reasons: ['ज्ञात घटना, पहले से निगरानी में', 'दूसरे डॉकेट वाली ही घटना', 'नागरिक के उत्तर की प्रतीक्षा'], other: 'अन्य कारण', forHow: 'कितने समय के लिए',
    minutes: (n) => (n < 60 ? `${grouped(n)} मिनट` : `${n / 60} घं॰`), send: 'अलग रखें', again: 'अभी नहीं पहुँचा, फिर प्रयास…', cancel: 'रद्द करें', loading: 'पढ़ा जा रहा है…', notLoaded: 'पढ़ा नहीं जा सका',
    onDuty: 'ड्यूटी पर', offDuty: 'ड्यूटी पर नहीं',
    refused: {
      'a critical alert is never shelved': 'अति गंभीर सूचना कभी अलग नहीं रखी जाती', 'an alert is shelved for one minute to eight hours': 'एक मिनट से आठ घंटे तक', 'it is not shelved': 'यह अब अलग नहीं रखी है',
      'nobody of that name can take this alert': 'यह व्यक्ति सूचना नहीं ले सकता', 'the path of this alert has no such post': 'इस स्थान के लिए ऐसा कोई पद नहीं',
    },
    nobodyThere: 'वहाँ कोई ड्यूटी पर नहीं', hasIt: (name) => `${name} के पास है`, dismiss: 'ठीक है',
    bulk: 'दिख रही सभी स्वीकारें…', bulkTitle: (n) => `ये ${grouped(n)} सूचनाएँ स्वीकारें?`,
    bulkWhy: 'आप इन्हें इसी रूप में लेते हैं। अब से जो बदलेगी या आएगी, वह अस्वीकृत रहेगी।', bulkSend: (n) => `${grouped(n)} स्वीकारें`, bulkDone: (n) => `${grouped(n)} स्वीकार हुईं`,
    bulkChanged: 'इस बीच बदली', bulkLeft: 'स्वीकार नहीं हुईं', bulkArrived: 'इस बीच आई', bulkOthers: 'नहीं मिल सकी', bulkMost: (n) => `सबसे ज़रूरी ${grouped(n)}; बाक़ी बाद में`,
    deliveries: 'किसे बताया, और क्या हुआ', rows: 'हर संदेश', noRows: 'कोई संदेश दर्ज नहीं', counts: { told: 'को बताया', sent: 'भेजा', onDevice: 'उपकरण पर', seen: 'देखा', acknowledged: 'स्वीकारा', failed: 'विफल', held: 'रोका', expired: 'ज़रूरत नहीं' },
    deliveryState: { queued: 'क़तार में', held: 'रोका', sent: 'भेजा', failed: 'विफल', 'on-device': 'उपकरण पर', seen: 'देखा', acknowledged: 'स्वीकारा', expired: 'ज़रूरत नहीं' },
    because: 'कारण', tries: (n) => `${grouped(n)} प्रयास`,
    load: 'प्रति व्यक्ति भार', loadWhy: 'पिछले दस मिनट की सूचनाएँ, और पिछले घंटे में प्रति दस मिनट', loadArea: 'पूरा क्षेत्र', noLoad: 'पिछले घंटे किसी को कुछ नहीं बताया गया', loadMore: (n) => `और ${grouped(n)}`,
    band: { fine: 'ठीक', manageable: 'संभालने योग्य', over: 'बहुत अधिक', flood: 'बाढ़' }, perHour: (n) => `औसत ${n}`, peak: (n) => `अधिकतम ${grouped(n)}`,
    help: 'कुंजियाँ', helpWords: ['अगली, पिछली सूचना', 'खोलें', 'स्वीकारें', 'अभी आगे बढ़ाएँ', 'दूसरे को दें', 'अलग रखें', 'बंद', 'यह सहायता'],
  },
  reader: {
    title: 'दूसरा पाठक: कल क्या छूटा', why: 'कल की वे पोस्ट जिन पर सूचना नहीं उठी, संयोग से चुनी गईं। बताइए हर एक कितनी गंभीर है; मशीन का निर्णय नहीं दिखाया जाता।',
    draw: 'कल का नमूना निकालें', progress: (read, all) => `${grouped(all)} में से ${grouped(read)} पढ़ीं`, question: 'यह कितनी गंभीर है?',
    recall: (value, low, high) => `कल की ${value} पुकारों पर सूचना उठी (${low} से ${high} के बीच)`,
    notYet: 'हर प्रकार की कुछ पोस्ट पढ़ने पर पता चलेगा कि कितनी पुकारों पर सूचना उठी।', noCries: 'कल की कोई पुकार ज्ञात नहीं।',
    ring: 'सूचना नहीं उठी थी: अब उठाएँ', rings: 'अब सूचना उठ गई', again: 'नहीं लिया गया: फिर प्रयास करें',
  },
  duty: {
    title: 'अभी ड्यूटी पर', until: (time) => `${time} तक`, untilDay: (day, time) => `${day} ${time} तक`, always: 'रोस्टर नहीं',
    unreachable: 'संपर्क नहीं हो सकता', nobody: 'कोई नहीं', gap: (from, to) => `${from}–${to} कोई नहीं`,
    unmanned: (n) => `${grouped(n)} ज़िलों में कोई खाता नहीं: उनकी सूचनाएँ ऊपर के स्तर को जाती हैं`,
    channels: { console: 'पृष्ठ खुला', push: 'पुश', webhook: 'एसएमएस या कॉल', email: 'ई-मेल' }, gapsAhead: 'अगले 12 घंटों में ख़ाली समय', offDuty: 'आप ड्यूटी पर नहीं हैं', none: 'इस क्षेत्र में कोई ड्यूटी पद नहीं',
    reasons: {
      'nobody on duty has a working channel': 'ड्यूटी पर किसी से संपर्क नहीं हो सकता', 'nobody: all on leave': 'सभी छुट्टी पर', 'nobody: no shift or rotation covers this time': 'इस समय कोई पाली नहीं',
      'every account of the node is disabled': 'सभी खाते बंद हैं', 'nobody: the accounts on the roster are disabled or do not see this node': 'रोस्टर के खाते बंद हैं या इस क्षेत्र को नहीं देखते',
      'no officer has this node': 'यहाँ किसी अधिकारी का खाता नहीं', 'no officer or desk has this node': 'यहाँ किसी अधिकारी या डेस्क का खाता नहीं',
      'no supervisor has this node': 'यहाँ किसी पर्यवेक्षक का खाता नहीं', 'no supervisor or desk has this node': 'यहाँ किसी पर्यवेक्षक या डेस्क का खाता नहीं',
    },
  },
  handover: {
    title: 'पाली हस्तांतरण', shelved: 'टाली गई', shelvedUntil: (time) => `${time} तक टाली गई`, link: 'हस्तांतरण', print: 'छापें', back: 'वापस', shift: 'पाली', made: 'बनाया गया', open: 'खुली सूचनाएँ', overdue: 'देर: किसी ने नहीं लीं', unreachable: 'ड्यूटी पर, पर संपर्क नहीं',
    rosterGaps: 'रोस्टर में ख़ाली समय, अगले 12 घंटे', blind: 'स्ट्रीम का अंधा समय', drills: 'अभ्यास', failedDrills: (failed, run) => `${grouped(run)} में से ${grouped(failed)} विफल`, load: 'पाली का भार',
    raised: 'सूचनाएँ उठीं', average: 'प्रति पद, 10 मिनट में', peak: 'सबसे अधिक', flood: 'समय बाढ़ में', positions: 'पद', none: 'कोई नहीं', more: (n) => `और ${grouped(n)}`,
    columns: { number: 'डॉकेट', severity: 'गंभीरता', what: 'क्या', place: 'स्थान', raised: 'कब से', who: 'किसके पास' }, hash: 'इस पत्र का SHA-256', loading: 'पढ़ा जा रहा है…', failed: 'पत्र पढ़ा नहीं जा सका',
    took: 'सौंपने वाला', given: 'लेने वाला',
  },
}
