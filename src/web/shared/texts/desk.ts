import type { DOCKET_MARKS } from '../../../contract/docket-row.ts'
import type { Origin } from '../../../domain/brief.ts'
import type { ClosingAction } from '../../../domain/desk.ts'
import type { FindingCode, ReplyState } from '../../../domain/reply.ts'
import type { Language } from '../../../domain/verdict.ts'
import { grouped } from '../indian-time.ts'
import { docketEn, docketHi } from './docket.ts'

type Words<Name extends string> = Record<Name, string>
type Marks = (typeof DOCKET_MARKS)[number]

const findingEn: Words<FindingCode> = {
  phone: 'Phone number', address: 'Address', vehicle: 'Vehicle number', identity: 'Identity of a protected person', 'tells-abuser': 'Tells an abuser that help is coming', 'name-of-victim': 'Name of the victim',
  'e-mail': 'E-mail address', 'document-number': 'Number of a document', link: 'A link: costs 13 times as much', 'too-long': 'Too long for X', cashtags: 'More than one cashtag', 'not-summoned': 'X lets us answer only who mentioned or quoted us',
  'dm-closed': 'Takes no direct messages', 'over-budget': 'The budget of the month is spent', 'other-script': 'Not in the complainant\'s script', 'pasted-reply': 'The same words went to others', 'no-number': 'The docket number is missing',
  mention: 'Mentions somebody else', 'post-gone': 'The post is gone', 'placeholder-left': 'A placeholder is not filled',
}
const findingHi: Words<FindingCode> = {
  phone: 'फ़ोन नंबर', address: 'पता', vehicle: 'वाहन संख्या', identity: 'सुरक्षित व्यक्ति की पहचान', 'tells-abuser': 'हमलावर को पता चलेगा कि मदद आ रही है', 'name-of-victim': 'पीड़ित का नाम',
  'e-mail': 'ई-मेल पता', 'document-number': 'दस्तावेज़ की संख्या', link: 'लिंक: 13 गुना महँगा', 'too-long': 'X के लिए बहुत लंबा', cashtags: 'एक से अधिक कैशटैग', 'not-summoned': 'X पर हम केवल उन्हें उत्तर दे सकते हैं जिन्होंने हमें टैग या उद्धृत किया',
  'dm-closed': 'सीधे संदेश नहीं लेते', 'over-budget': 'महीने का बजट समाप्त', 'other-script': 'शिकायतकर्ता की लिपि में नहीं', 'pasted-reply': 'यही शब्द औरों को भी गए', 'no-number': 'डॉकेट संख्या नहीं है',
  mention: 'किसी और का उल्लेख', 'post-gone': 'पोस्ट हटाई जा चुकी है', 'placeholder-left': 'ख़ाली जगह भरी नहीं गई',
}
const replyStateEn: Words<ReplyState> = { waiting: 'Waits for a second officer', queued: 'To be sent', sending: 'Being sent', unsure: 'X did not answer: being looked up', posted: 'Sent', dry: 'Dry run: nothing was sent', refused: 'Refused', withdrawn: 'Withdrawn' }
const replyStateHi: Words<ReplyState> = { waiting: 'दूसरे अधिकारी की प्रतीक्षा', queued: 'भेजा जाना है', sending: 'भेजा जा रहा है', unsure: 'X ने उत्तर नहीं दिया: जाँच हो रही है', posted: 'भेजा गया', dry: 'अभ्यास: कुछ नहीं भेजा गया', refused: 'अस्वीकृत', withdrawn: 'वापस लिया गया' }

/** The desk: queue, docket, acts, answers. */
export const deskEn = {
  ...docketEn,
  title: 'Desk', queue: 'Queue', views: 'Views', ownViews: 'Own views', saveView: 'Save this view', viewName: 'Name of the view', save: 'Save', deleteView: (name: string) => `Delete the view ${name}`, viewsFailed: 'Views could not be read or saved',
  view: { open: 'All open', sos: 'SoS', unread: 'Unread', mine: 'Mine', nobody: 'Nobody has', overdue: 'Overdue', forwarded: 'Forwarded to us', 'sent-on': 'Sent on by us', 'second-officer': 'Second officer', 'moved-up': 'Came up to us', 'closed-today': 'Closed today', all: 'All' },
  origin: { x: 'X', phone: 'Phone', 'walk-in': 'Walk-in', drill: 'Drill' } as Words<Origin>,
  lang: { hi: 'Hindi', en: 'English', hinglish: 'Hinglish', mixed: 'Mixed' } as Words<Language>,
  mark: { sos: 'SoS', unread: 'Unread', overdue: 'Overdue', forwarded: 'Forwarded to us', 'sent-on': 'Sent on by us', 'second-officer': 'Waits for a second officer', 'moved-up': 'Came up to us', 'closed-today': 'Closed today', reopened: 'Was reopened', flagged: 'Looks odd', unacknowledged: 'Not taken yet', unreplied: 'Not answered yet', protected: 'Protected identity', actionable: 'Needs action', 'late-acknowledged': 'Taken late', 'late-progress': 'Progress late', 'late-replied': 'Answered late', 'late-closed': 'Closed late' } as Partial<Words<Marks>>,
  rest: { hour: 'Hour', flag: 'Looks odd:', followers: 'Followers' },
  filters: 'Filters', statusFilter: 'Status', severityFilter: 'Severity', categoryFilter: 'Category', placeFilter: 'Place', ownerFilter: 'Owner', langFilter: 'Language', datesFilter: 'Dates', moreFilter: 'More', originFilter: 'How it came',
  dropFilter: (words: string) => `Remove the filter ${words}`, from: 'Received from', to: 'until (included)', search: 'Search number, text, author, place ( / )', sort: 'Sorted by', 
  sorts: { urgency: 'Urgency', newest: 'Newest', oldest: 'Oldest', due: 'Due next', updated: 'Changed last' },
  citizenWrote: 'Citizen wrote', you: 'You', nobody: 'Nobody', nobodyHasIt: 'Nobody has it', owner: 'With', age: 'age', reopenedTimes: (n: number) => `reopened ${grouped(n)}×`, movedUp: (n: number) => `up ${grouped(n)} ${n === 1 ? 'level' : 'levels'}`, flagged: 'looks odd',
  dueIn: (time: string) => `in ${time}`, overdueBy: (time: string) => `overdue ${time}`, untilTime: (time: string) => `until ${time}`,
  choose: (number: string) => `Choose ${number}`, chooseAll: 'Choose all shown', chooseNone: 'Choose none', chosen: (n: number) => `${grouped(n)} chosen`, bulk: 'For all chosen', bulkWhy: 'You become the owner of each.', bulkDone: (done: number, all: number) => `${grouped(done)} of ${grouped(all)} done`, bulkLeft: 'Left alone, and why', dockets: (n: number) => (n === 1 ? '1 docket' : `${grouped(n)} dockets`),
  fresh: (n: number) => (n === 1 ? '1 new docket: show' : `${grouped(n)} new dockets: show`), listFailed: 'The list cannot be read now: what you see may be old', incomplete: 'The book of dockets is still being read: the list is not complete yet', noMatch: 'No docket matches', total: (n: string) => `${n} in all`, range: (from: string, to: string, all: string) => `${from}–${to} of ${all}`, previous: 'Previous', next: 'Next',
  leave: 'Back to the queue', gone: 'There is no such docket in your area', notFresh: 'It cannot be read now: what you see may be old',
  deeds: 'What can be done', deed: { accept: 'Accept', forward: 'Forward', notOurs: 'Not ours', progress: 'Progress', close: 'Close', reopen: 'Reopen', release: 'Give back', merge: 'Merge', split: 'Split', correct: 'Correct', rumour: 'Rumour' },
  barred: { role: 'Your role only looks', status: 'Not in this status', yours: 'You have it', 'not-yours': 'Nobody has it', 'one-post': 'There is only one post', elsewhere: 'It lies with another desk' },
  words: { progress: 'What was done?', reopen: 'Why is it opened again?', release: 'Why do you give it back?', rumour: 'Why is it a rumour? A second officer of district rank or above must agree, and it is reported.', notOurs: 'Why is it not ours?', split: 'Why is it another complaint?' },
  forwardTo: 'To which node?', belongsTo: 'To whom does it belong?', acceptBy: 'To be accepted by', acceptWithin: 'To be accepted within', hours: (n: number) => (n < 24 ? `${n} h` : n === 24 ? '1 day' : `${n / 24} days`), note: 'Note (optional)', dueLater: 'The time must lie ahead', forwardWhy: 'If nobody accepts it by then, it comes back to us and goes up.', notOursWhy: 'It stays with us until somebody there accepts it.',
  closedHow: 'How was it closed?', closing: { fir: 'FIR', 'gd-entry': 'GD entry', 'event-112': '112 event', visit: 'Visit', advice: 'Advice given', 'false-alarm': 'False alarm', duplicate: 'Duplicate' } as Words<ClosingAction>, reference: 'Reference', summary: 'What was done (at least 10 characters)',
  referenceLike: { fir: 'Number of the FIR, like 123/2026', 'gd-entry': 'Number of the entry, like GD 42 of 24.11.2026', 'event-112': 'Number of the event, like P24112600123', visit: 'Who went and when, like SI Yadav 24.11. 14:30', advice: 'Not needed', 'false-alarm': 'Not needed', duplicate: 'Number of the other docket' } as Words<ClosingAction>,
  closingLacks: { action: 'Say how it ended', reference: 'The reference is missing', summary: 'Say what was done, in at least 10 characters' },
  mergeInto: 'Into which docket? Its number, or the end of it', mergeWhy: 'This one closes as a duplicate; its thread is shown there.', noDocket: 'No such docket', splitWhich: 'Which post is another complaint?', conflict: 'It has changed meanwhile',
  sosOpen: 'SoS is open', since: 'Since you opened it', writes: (name: string, time: string) => `${name} is writing in this since ${time}`, takeOver: 'Take over',
  openedByCode: (time: string) => `Opened again at ${time} by whoever holds the code of our public answer: not proven to be the complainant`, codeHolder: 'Whoever holds the code',
  typeOwner: 'Name, in either script', noOwner: 'Nobody of this name in the area', ownerOptions: 'Who has it',
  sentOn: (to: string) => `Forwarded to ${to}, not accepted yet, due`, sentHere: (from: string) => `From ${from}, to be accepted`, offered: (to: string) => `Offered to ${to}`,
  forwardedTo: (from: string, to: string, by: string) => `Forwarded from ${from} to ${to} by ${by}, to be accepted`, offeredTo: (to: string, by: string) => `${by} says it is not theirs and offers it to ${to}`, acceptOffer: 'Accept it', refuseOffer: 'Refuse', refuseOfferWhy: 'Why not yours?', send: 'Send',
  rumourProposed: (by: string) => `${by} wants the complainant marked as a rumour-monger`, rumourConfirmed: (by: string) => `Marked as a rumour-monger, confirmed by ${by}`, confirmRumour: 'Agree', refuseRumour: 'Do not agree', rumourWhy: 'Why? It is reported.',
  conversation: 'What was said', onX: 'on X', summoned: 'mentioned us', notSummoned: 'did not mention us', postKind: { split: 'Has its own docket' } as Partial<Record<string, string>>, deleted: 'deleted by its author', masked: 'Identity protected: text, author and photos are hidden', unmask: 'Show for 60 seconds', unmaskWhy: 'Why must you see it? The reason goes into the audit trail.', notKept: (what: string) => `${what}: not fetched yet`, mediumOf: (type: string): string => (type.startsWith('video') ? 'Video' : 'Photo'),
  reply: 'Reply', replyFor: 'What it is for', replyText: 'Text of the reply', replyPlaceholder: 'Write to the complainant in public…', dmPlaceholder: 'Write to the complainant in private…', replyState: replyStateEn,
  templates: 'Templates', findTemplate: 'Find a template', noTemplate: 'No template', askIt: 'Ask the missing fact', kept: 'You had not finished this.', discard: 'Discard',
  checking: 'Being checked…', gateIdle: 'The safety gate reads along as you write', length: (used: string, most: string) => `${used} / ${most}`, allowedByX: 'X allows it', notAllowedByX: 'X does not allow it: they did not mention us', dmAllowed: 'X allows a direct message', dmNotAllowed: 'X does not allow a direct message', cost: (cost: string, left: string) => `costs ${cost}, ${left} left this month`, dry: 'Dry run: no write credentials, nothing will be sent',
  level: { stops: 'Stops', 'needs-second': 'Needs a second officer', note: 'Note' }, finding: findingEn, secondWhy: 'Why it should go out all the same', sendReply: 'Send in public', sendDm: 'Send privately', sendDry: 'Send (dry run)', sendForApproval: 'Send for approval', sendKey: 'Ctrl + Enter',
  secondSaid: 'Why it is to go out all the same:', approve: 'Approve and send', withdraw: 'Withdraw', retry: 'Try again', waitsForSecond: 'A second officer must approve it, not who wrote it', approvedBy: (name: string) => `approved by ${name}`, nextTry: 'next try', tries: (n: number) => `${grouped(n)} tries`,
  clocks: 'Clocks', clock: 'Step', sincePost: 'From post', sinceReceipt: 'From receipt', target: 'Target', clockName: { acknowledged: 'Taken', progress: 'Progress', replied: 'First reply', closed: 'Closed' }, clockState: { 'in-time': 'in time', late: 'late', running: 'running' },
  verdict: 'Why it is judged so', searchAll: 'Search all dockets', map: 'Open in maps', others: 'Belongs together', mergedInto: 'Merged into', mergedHere: 'Merged here:', splitFrom: 'Split from', sameEvent: 'Same event:', trackCode: 'Code for the citizen', rated: (n: number) => `Citizen's rating: ${n} of 5`, wholeHistory: (n: number) => `All ${grouped(n)} entries`, insteadOf: (name: string) => `instead of ${name}`,
  flag: { 'closed-after-forward': 'closed seconds after forwarding', 'pasted-reply': 'pasted reply', 'mass-closing': 'one of many closed at once' } as Record<string, string>,
  byHand: 'Open a docket by hand', byHandShort: 'Open by hand', howItCame: 'How did it come?', link: 'Address of the post on X', theirWords: 'What the person said, in their words', callerName: 'Name (optional)', callerPhone: 'Phone (optional)', placeIfKnown: 'Where it belongs, if known', asJudged: 'as the text says', open: 'Open docket',
  keyHint: 'J K move · Enter open · A accept · R reply · ? all keys',
  keyWords: ['Search', 'Next, previous docket', 'Open it', 'Close the form, then the docket', 'Choose it', 'Choose all shown', 'Accept', 'Reply', 'Forward', 'Not ours', 'Progress', 'Close with proof', 'Reopen', 'Merge', 'Split', 'Correct the verdict', 'Open by hand', 'This help'],
}

export const deskHi: typeof deskEn = {
  ...docketHi,
  title: 'डेस्क', queue: 'कतार', views: 'सूचियाँ', ownViews: 'अपनी सूचियाँ', saveView: 'यह सूची सहेजें', viewName: 'सूची का नाम', save: 'सहेजें', deleteView: (name) => `सूची ${name} हटाएँ`, viewsFailed: 'सूचियाँ पढ़ी या सहेजी नहीं जा सकीं',
  view: { open: 'सभी खुली', sos: 'SoS', unread: 'अपठित', mine: 'मेरे पास', nobody: 'किसी के पास नहीं', overdue: 'समय बीता', forwarded: 'हमें भेजी गईं', 'sent-on': 'हमने आगे भेजीं', 'second-officer': 'दूसरे अधिकारी की प्रतीक्षा', 'moved-up': 'ऊपर हम तक आईं', 'closed-today': 'आज बंद', all: 'सभी' },
  origin: { x: 'X', phone: 'फ़ोन', 'walk-in': 'स्वयं आए', drill: 'अभ्यास' },
  lang: { hi: 'हिन्दी', en: 'अंग्रेज़ी', hinglish: 'हिंग्लिश', mixed: 'मिश्रित' },
  mark: { sos: 'SoS', unread: 'अपठित', overdue: 'समय बीता', forwarded: 'हमें भेजी गई', 'sent-on': 'हमने आगे भेजी', 'second-officer': 'दूसरे अधिकारी की प्रतीक्षा', 'moved-up': 'ऊपर हम तक आई', 'closed-today': 'आज बंद', reopened: 'फिर खुली थी', flagged: 'संदिग्ध', unacknowledged: 'अभी किसी ने नहीं ली', unreplied: 'अभी उत्तर नहीं', protected: 'सुरक्षित पहचान', actionable: 'कार्रवाई चाहिए', 'late-acknowledged': 'देर से ली गई', 'late-progress': 'प्रगति देर से', 'late-replied': 'उत्तर देर से', 'late-closed': 'देर से बंद' },
  rest: { hour: 'घंटा', flag: 'संदिग्ध:', followers: 'फ़ॉलोअर' },
  filters: 'फ़िल्टर', statusFilter: 'स्थिति', severityFilter: 'गंभीरता', categoryFilter: 'विषय', placeFilter: 'स्थान', ownerFilter: 'किसके पास', langFilter: 'भाषा', datesFilter: 'तारीख़', moreFilter: 'और', originFilter: 'कैसे आई',
  dropFilter: (words) => `फ़िल्टर ${words} हटाएँ`, from: 'प्राप्ति, इस दिन से', to: 'इस दिन तक', search: 'संख्या, पाठ, लेखक, स्थान खोजें ( / )', sort: 'क्रम', 
  sorts: { urgency: 'गंभीरता', newest: 'नई पहले', oldest: 'पुरानी पहले', due: 'समय-सीमा', updated: 'हाल में बदली' },
  citizenWrote: 'नागरिक ने लिखा', you: 'आप', nobody: 'कोई नहीं', nobodyHasIt: 'किसी के पास नहीं', owner: 'ज़िम्मा:', age: 'आयु', reopenedTimes: (n) => `${grouped(n)} बार फिर खुली`, movedUp: (n) => `${grouped(n)} स्तर ऊपर`, flagged: 'संदिग्ध',
  dueIn: (time) => `${time} शेष`, overdueBy: (time) => `${time} की देरी`, untilTime: (time) => `${time} तक`,
  choose: (number) => `${number} चुनें`, chooseAll: 'दिख रही सभी चुनें', chooseNone: 'चयन हटाएँ', chosen: (n) => `${grouped(n)} चुनी गईं`, bulk: 'चुनी हुई सभी पर', bulkWhy: 'हर एक का ज़िम्मा आपका होगा।', bulkDone: (done, all) => `${grouped(all)} में से ${grouped(done)} हुईं`, bulkLeft: 'जो नहीं हुईं, और क्यों', dockets: (n) => `${grouped(n)} डॉकेट`,
  fresh: (n) => `${grouped(n)} नई डॉकेट: दिखाएँ`, listFailed: 'सूची अभी पढ़ी नहीं जा सकती: जो दिख रहा है वह पुराना हो सकता है', incomplete: 'डॉकेट अभी पढ़ी जा रही हैं: सूची अधूरी है', noMatch: 'कोई डॉकेट नहीं मिली', total: (n) => `कुल ${n}`, range: (from, to, all) => `${all} में से ${from}–${to}`, previous: 'पिछला', next: 'अगला',
  leave: 'कतार पर लौटें', gone: 'आपके क्षेत्र में ऐसी कोई डॉकेट नहीं', notFresh: 'अभी पढ़ी नहीं जा सकती: जो दिख रहा है वह पुराना हो सकता है',
  deeds: 'क्या किया जा सकता है', deed: { accept: 'ज़िम्मा लें', forward: 'आगे भेजें', notOurs: 'हमारी नहीं', progress: 'प्रगति', close: 'बंद करें', reopen: 'फिर खोलें', release: 'लौटाएँ', merge: 'मिलाएँ', split: 'अलग करें', correct: 'सुधारें', rumour: 'अफ़वाह' },
  barred: { role: 'आपकी भूमिका केवल देखने की है', status: 'इस स्थिति में संभव नहीं', yours: 'आपके पास है', 'not-yours': 'किसी के पास नहीं है', 'one-post': 'केवल एक पोस्ट है', elsewhere: 'दूसरी डेस्क के पास है' },
  words: { progress: 'क्या किया गया?', reopen: 'फिर क्यों खोली जा रही है?', release: 'क्यों लौटा रहे हैं?', rumour: 'अफ़वाह क्यों है? ज़िला स्तर या ऊपर के दूसरे अधिकारी की सहमति चाहिए, और इसकी सूचना दी जाती है।', notOurs: 'हमारी क्यों नहीं?', split: 'यह अलग शिकायत क्यों है?' },
  forwardTo: 'किसे भेजें?', belongsTo: 'किसकी है?', acceptBy: 'कब तक स्वीकार हो', acceptWithin: 'कितने समय में स्वीकार हो', hours: (n) => (n < 24 ? `${n} घंटे` : `${n / 24} दिन`), note: 'टिप्पणी (वैकल्पिक)', dueLater: 'समय आगे का होना चाहिए', forwardWhy: 'तब तक किसी ने न ली तो लौटकर ऊपर जाएगी।', notOursWhy: 'वहाँ किसी के लेने तक हमारे पास रहेगी।',
  closedHow: 'कैसे बंद हुई?', closing: { fir: 'एफ़आईआर', 'gd-entry': 'जीडी प्रविष्टि', 'event-112': '112 इवेंट', visit: 'मौके पर गए', advice: 'सलाह दी गई', 'false-alarm': 'झूठी सूचना', duplicate: 'दोहराव' }, reference: 'संदर्भ', summary: 'क्या किया गया (कम से कम 10 अक्षर)',
  referenceLike: { fir: 'एफ़आईआर संख्या, जैसे 123/2026', 'gd-entry': 'प्रविष्टि संख्या, जैसे GD 42, 24.11.2026', 'event-112': 'इवेंट संख्या, जैसे P24112600123', visit: 'कौन गया और कब, जैसे SI यादव 24.11. 14:30', advice: 'ज़रूरी नहीं', 'false-alarm': 'ज़रूरी नहीं', duplicate: 'दूसरी डॉकेट की संख्या' },
  closingLacks: { action: 'बताएँ कैसे समाप्त हुई', reference: 'संदर्भ नहीं दिया गया', summary: 'क्या किया गया, कम से कम 10 अक्षरों में लिखें' },
  mergeInto: 'किस डॉकेट में? संख्या, या उसका अंतिम भाग', mergeWhy: 'यह दोहराव मानकर बंद होगी; इसकी बातचीत वहाँ दिखेगी।', noDocket: 'ऐसी कोई डॉकेट नहीं', splitWhich: 'कौन-सी पोस्ट अलग शिकायत है?', conflict: 'इस बीच बदल गई है',
  sosOpen: 'SoS खुली है', since: 'आपके खोलने के बाद', writes: (name, time) => `${name} ${time} से इसमें लिख रहे हैं`, takeOver: 'मैं लिखूँगा/लिखूँगी',
  openedByCode: (time) => `${time} पर हमारे सार्वजनिक उत्तर का कोड रखने वाले किसी ने फिर खोली: शिकायतकर्ता ही है, यह सिद्ध नहीं`, codeHolder: 'कोड रखने वाला',
  typeOwner: 'नाम, किसी भी लिपि में', noOwner: 'इस क्षेत्र में इस नाम का कोई नहीं', ownerOptions: 'किसके पास है',
  sentOn: (to) => `${to} को भेजी, अभी स्वीकार नहीं, समय`, sentHere: (from) => `${from} से आई, स्वीकृति बाकी`, offered: (to) => `${to} को देने का प्रस्ताव`,
  forwardedTo: (from, to, by) => `${by} ने ${from} से ${to} को भेजी, स्वीकृति बाकी`, offeredTo: (to, by) => `${by} के अनुसार यह उनकी नहीं; ${to} को दे रहे हैं`, acceptOffer: 'स्वीकार करें', refuseOffer: 'मना करें', refuseOfferWhy: 'आपकी क्यों नहीं?', send: 'भेजें',
  rumourProposed: (by) => `${by} शिकायतकर्ता को अफ़वाह फैलाने वाला दर्ज करना चाहते हैं`, rumourConfirmed: (by) => `अफ़वाह फैलाने वाला दर्ज, पुष्टि ${by}`, confirmRumour: 'सहमत', refuseRumour: 'असहमत', rumourWhy: 'क्यों? इसकी सूचना दी जाती है।',
  conversation: 'बातचीत', onX: 'X पर', summoned: 'हमें टैग किया', notSummoned: 'हमें टैग नहीं किया', postKind: { split: 'अपनी अलग डॉकेट है' }, deleted: 'लेखक ने हटा दी', masked: 'पहचान सुरक्षित: पाठ, लेखक और फ़ोटो छिपे हैं', unmask: '60 सेकंड दिखाएँ', unmaskWhy: 'देखना क्यों ज़रूरी है? कारण अभिलेख में रहेगा।', notKept: (what) => `${what}: अभी नहीं लाई गई`, mediumOf: (type) => (type.startsWith('video') ? 'वीडियो' : 'फ़ोटो'),
  reply: 'उत्तर', replyFor: 'किसलिए', replyText: 'उत्तर का पाठ', replyPlaceholder: 'शिकायतकर्ता को सार्वजनिक उत्तर लिखें…', dmPlaceholder: 'शिकायतकर्ता को निजी संदेश लिखें…', replyState: replyStateHi,
  templates: 'नमूने', findTemplate: 'नमूना खोजें', noTemplate: 'कोई नमूना नहीं', askIt: 'छूटी बात पूछें', kept: 'आपने इसे पूरा नहीं किया था।', discard: 'हटाएँ',
  checking: 'जाँच हो रही है…', gateIdle: 'लिखते समय सुरक्षा-जाँच साथ-साथ पढ़ती है', length: (used, most) => `${used} / ${most}`, allowedByX: 'X पर संभव', notAllowedByX: 'X पर संभव नहीं: हमें टैग नहीं किया', dmAllowed: 'X पर सीधा संदेश संभव', dmNotAllowed: 'X पर सीधा संदेश संभव नहीं', cost: (cost, left) => `लागत ${cost}, इस महीने ${left} शेष`, dry: 'अभ्यास: लिखने की अनुमति नहीं, कुछ नहीं भेजा जाएगा',
  level: { stops: 'रोकता है', 'needs-second': 'दूसरे अधिकारी की सहमति चाहिए', note: 'ध्यान दें' }, finding: findingHi, secondWhy: 'फिर भी क्यों भेजा जाए', sendReply: 'सार्वजनिक भेजें', sendDm: 'निजी भेजें', sendDry: 'भेजें (अभ्यास)', sendForApproval: 'सहमति के लिए भेजें', sendKey: 'Ctrl + Enter',
  secondSaid: 'फिर भी क्यों भेजा जाए:', approve: 'सहमति दें और भेजें', withdraw: 'वापस लें', retry: 'फिर प्रयास करें', waitsForSecond: 'सहमति दूसरा अधिकारी देगा, लिखने वाला नहीं', approvedBy: (name) => `सहमति: ${name}`, nextTry: 'अगला प्रयास', tries: (n) => `${grouped(n)} प्रयास`,
  clocks: 'समय', clock: 'चरण', sincePost: 'पोस्ट से', sinceReceipt: 'प्राप्ति से', target: 'लक्ष्य', clockName: { acknowledged: 'ज़िम्मा', progress: 'प्रगति', replied: 'पहला उत्तर', closed: 'समापन' }, clockState: { 'in-time': 'समय पर', late: 'देर से', running: 'जारी' },
  verdict: 'यह निर्णय क्यों', searchAll: 'सभी डॉकेट में खोजें', map: 'नक्शे में खोलें', others: 'जुड़ी डॉकेट', mergedInto: 'इसमें मिलाई गई', mergedHere: 'यहाँ मिलाई गई:', splitFrom: 'इससे अलग हुई', sameEvent: 'वही घटना:', trackCode: 'नागरिक के लिए कोड', rated: (n) => `नागरिक का मूल्यांकन: 5 में से ${n}`, wholeHistory: (n) => `सभी ${grouped(n)} प्रविष्टियाँ`, insteadOf: (name) => `${name} की जगह`,
  flag: { 'closed-after-forward': 'भेजने के कुछ सेकंड में बंद', 'pasted-reply': 'एक ही उत्तर चिपकाया गया', 'mass-closing': 'एक साथ कई बंद' },
  byHand: 'हाथ से डॉकेट खोलें', byHandShort: 'हाथ से खोलें', howItCame: 'कैसे आई?', link: 'X पर पोस्ट का पता', theirWords: 'व्यक्ति ने क्या कहा, उन्हीं के शब्दों में', callerName: 'नाम (वैकल्पिक)', callerPhone: 'फ़ोन (वैकल्पिक)', placeIfKnown: 'किसकी है, यदि ज्ञात हो', asJudged: 'जैसा पाठ कहे', open: 'डॉकेट खोलें',
  keyHint: 'J K चलें · Enter खोलें · A ज़िम्मा · R उत्तर · ? सभी कुंजियाँ',
  keyWords: ['खोजें', 'अगली, पिछली डॉकेट', 'खोलें', 'फ़ॉर्म बंद, फिर डॉकेट बंद', 'चुनें', 'दिख रही सभी चुनें', 'ज़िम्मा लें', 'उत्तर', 'आगे भेजें', 'हमारी नहीं', 'प्रगति', 'प्रमाण सहित बंद करें', 'फिर खोलें', 'मिलाएँ', 'अलग करें', 'निर्णय सुधारें', 'हाथ से खोलें', 'यह सहायता'],
}
