import type { Channel } from '../../../domain/delivery.ts'
import type { Role } from '../../../domain/person.ts'
import type { SlaStep } from '../../../domain/sla.ts'
import { grouped } from '../indian-time.ts'

const roleEn: Record<Role, string> = { wall: 'Wall', officer: 'Officer', desk: 'Desk', supervisor: 'Supervisor', admin: 'Administrator', auditor: 'Auditor' }
const roleHi: Record<Role, string> = { wall: 'वॉल', officer: 'अधिकारी', desk: 'डेस्क', supervisor: 'पर्यवेक्षक', admin: 'प्रशासक', auditor: 'लेखा परीक्षक' }
const channelEn: Record<Channel, string> = { console: 'Open page', push: 'Push', webhook: 'SMS or call', email: 'E-mail' }
const channelHi: Record<Channel, string> = { console: 'खुला पृष्ठ', push: 'पुश', webhook: 'एसएमएस या कॉल', email: 'ई-मेल' }
const stepEn: Record<SlaStep, string> = { acknowledge: 'Acknowledgement', progress: 'Progress', reply: 'First reply', close: 'Closing' }
const stepHi: Record<SlaStep, string> = { acknowledge: 'स्वीकृति', progress: 'प्रगति', reply: 'पहला उत्तर', close: 'समापन' }

/** The page of the administration. */
export const adminEn = {
  title: 'Administration', tabs: { people: 'People', policy: 'Ladder and times', handles: 'Handles', templates: 'Templates', places: 'Places', audit: 'Audit trail' }, parts: 'Parts of the administration', supervisor: 'Alerts', desk: 'Desk', signOut: 'Sign out',
  loading: 'Reading…', failed: 'Could not be read', again: 'Try again', save: 'Save', cancel: 'Cancel', sending: 'Sending…', saved: 'Saved', why: 'Why (kept in the audit trail)', onlyState: 'Only an administrator of the whole state can change this.', noAnswer: 'The server cannot be reached: nothing was changed',
  refused: { invalid: 'Not taken', forbidden: 'This is not allowed', 'not-found': 'It is not there any more', conflict: 'Somebody changed it meanwhile: read it again', unavailable: 'The server cannot save this now: try again' },
  role: roleEn, channel: channelEn, step: stepEn,
  people: {
    find: 'Find by name or id', anyRole: 'Every role', role: 'Role', name: 'Name', id: 'Id (it never changes)', idHint: 'Small letters, digits, dot, dash', area: 'Area', lastSeen: 'Last seen', never: 'never', state: 'Account', open: 'open', shut: 'shut', add: 'Add a person', adding: 'A new account', create: 'Make the account', none: 'Nobody matches',
    shown: (n: number, all: number) => (n === all ? `${grouped(all)} accounts` : `${grouped(n)} of ${grouped(all)} accounts: type a name to find others`), email: 'E-mail', phone: 'Phone, with +91', ways: 'Told by', usual: 'the usual ways', ownWays: 'In an order of their own', earlier: 'Earlier', signedIn: (n: number) => (n === 0 ? 'not signed in' : n === 1 ? 'signed in once' : `signed in ${grouped(n)} times`),
    link: 'New sign-in link', linkOnce: (name: string) => `The sign-in link of ${name}. It is shown only now, works once and for 24 hours.`, copy: 'Copy', copied: 'Copied', end: 'Sign out everywhere', ended: (n: number) => `${grouped(n)} sessions ended`, disable: 'Shut the account', enable: 'Open the account again', sure: 'Really?', close: 'Close', self: 'This is your own account: another administrator changes it.', choose: 'Choose somebody to change their account.', wallsElsewhere: 'Walls are kept on the supervisor\'s page.',
  },
  policy: {
    version: (n: number) => `Version ${grouped(n)}`, critical: 'Critical', high: 'High', normal: 'What does not ring', rungs: 'Rungs', after: 'After, seconds', tells: 'Tells', addRung: 'Add a rung', removeRung: 'Remove', rung: (n: number) => `Rung ${grouped(n)}`, repeat: 'The last rung again every', needed: 'People who must acknowledge', ackExpires: 'An acknowledgement without progress lapses after', progressExpires: 'The same after progress', target: 'Acknowledged', within: 'within', share: 'per cent', reply: 'First reply within', close: 'Closed within', acknowledge: 'Acknowledged within', progress: 'Progress within', deskTimes: 'The desk', accept: 'A forwarding is to be accepted within, if nobody says otherwise', untouched: 'An owner who does nothing loses the docket after; unowned, it goes a level up each time as long again', silence: 'An SoS whose complainant falls silent gets graver after', claim: 'Who is writing keeps others out for', forwarding: 'A forwarding may be given at most',
    seconds: 'seconds', try: 'Try on the last seven days', set: 'Set for the whole state', reset: 'Discard changes', keeps: 'Open alerts keep the version they were raised under; the times of the desk count at once for every docket. Every process takes a new version within ten seconds.', versions: 'Versions before', noVersions: 'Nobody has changed what comes with Prahari.',
    preview: (alerts: number) => `Of ${grouped(alerts)} alerts of the last seven days`, further: (n: number) => `${grouped(n)} would have rung further`, lessFar: (n: number) => `${grouped(n)} would have rung less far`, same: 'No alert would have rung differently', late: 'Dockets late', now: 'as it is', then: 'then', incomplete: 'Not every docket is read yet: the counts may be too small.',
  },
  handles: {
    find: 'Find a handle or district', handle: 'Handle', is: 'Whose it is', own: 'Our own account', nobody: 'Nobody\'s: it means nothing', comes: 'As it comes', change: 'Change', changed: 'changed', add: 'Add or change a handle', district: 'A district\'s', which: 'Which district', default: 'As it comes with Prahari', count: (n: number) => `${grouped(n)} handles`, why: 'A tag of a district\'s account is a hint of the place. What our own accounts post asks for nothing.', at: 'Handle without @',
  },
  templates: {
    find: 'Find a text', any: 'Every purpose', kind: 'Purpose', category: 'Category', every: 'every category', language: 'Language', languages: { hi: 'Hindi', en: 'English', hinglish: 'Hinglish' } as Partial<Record<string, string>>, text: 'Text', placeholders: 'Placeholders', try: 'Try it', sample: 'As it will read', findings: 'What the safety gate says', clean: 'The gate has nothing against it', off: 'switched off', offHint: 'An empty text switches the template off.', asItComes: 'Put back what comes with Prahari', changed: (n: number) => `version ${grouped(n)}`, choose: 'Choose a template to change its text.', used: (n: number, most: number) => `${grouped(n)} of ${grouped(most)}`,
  },
  places: {
    built: 'The tree of the state comes with Prahari. Police stations are added, renamed and retired here; ranges, zones and commissionerates are renamed; districts stay as they are. Every change is in the audit trail and in force everywhere within ten seconds. A retired station keeps its dockets, and nothing more is sent there.',
    find: 'Find a place or police station', stations: (n: number) => (n === 1 ? '1 station' : `${grouped(n)} stations`), people: 'Accounts here', none: 'nobody', place: 'Place', kind: 'Kind', below: 'Below it', places: (n: number) => `${grouped(n)} places`, retired: 'retired', hint: 'Choose a district to see its stations.',
    add: 'Add a police station', district: 'In which district', name: 'Name in English', nameHi: 'Name in Hindi', plain: 'Without "Police Station" and "थाना"', addIt: 'Add it', rename: 'Change the names', renameIt: 'Change the names', retire: 'Retire it', restore: 'Bring it back', sure: 'Really retire it?', fixed: 'The state and its districts keep the names of the Local Government Directory.', back: 'Add a station instead',
    added: (name: string) => `${name} was added`, renamed: 'The names were changed', retiredNow: (open: number) => (open === 0 ? 'Retired. No open docket lies there.' : open === 1 ? 'Retired. 1 open docket still lies there: forward it.' : `Retired. ${grouped(open)} open dockets still lie there: forward them.`), restored: 'It is in use again',
    changes: 'Last changes', noChanges: 'Nobody has changed the tree that comes with Prahari.', did: { added: 'added', renamed: 'renamed', retired: 'retired', restored: 'brought back' },
  },
  audit: {
    object: 'What', who: 'Who (account id)', any: 'everything', when: 'When', did: 'What happened', facts: 'Facts', more: 'Older entries', whole: 'The chain of what is shown is whole', broken: (seq: number) => `CHAIN BROKEN at entry ${grouped(seq)}`, none: 'No entry', fact: { role: 'role', scope: 'area', disabled: 'shut', channels: 'ways', name: 'name', email: 'e-mail', phone: 'phone', hours: 'hours', version: 'version', reason: 'why', text: 'text', handle: 'handle', meaning: 'whose', because: 'because', number: 'number', nameHi: 'name in Hindi', under: 'in' } as Partial<Record<string, string>>, yes: 'yes', no: 'no', filter: 'Show', all: 'Show everything', seq: 'No.',
    objects: { person: 'Account', policy: 'Policy', handle: 'Handle', template: 'Template', place: 'Place', docket: 'Docket', anchor: 'Anchor' } as Partial<Record<string, string>>,
    what: {
      'account-added': 'Account made', 'account-changed': 'Account changed', 'link-issued': 'Sign-in link made', 'sessions-ended': 'Signed out everywhere', 'policy-changed': 'Ladder and times set', 'handle-changed': 'Handle changed', 'template-changed': 'Template changed', 'place-added': 'Police station added', 'place-renamed': 'Place renamed', 'place-retired': 'Police station retired', 'place-restored': 'Police station brought back', 'not-done': 'Came to nothing',
      unmasked: 'Identity shown', 'read-protected': 'Protected text read', 'looked-into': 'Alarm looked into', exported: 'Exported', anchored: 'Histories anchored',
    } as Partial<Record<string, string>>,
  },
}

export const adminHi: typeof adminEn = {
  title: 'प्रशासन', tabs: { people: 'लोग', policy: 'सीढ़ी और समय', handles: 'हैंडल', templates: 'उत्तर-प्रारूप', places: 'स्थान', audit: 'बदलावों का लेखा' }, parts: 'प्रशासन के भाग', supervisor: 'सूचनाएँ', desk: 'डेस्क', signOut: 'साइन आउट',
  loading: 'पढ़ा जा रहा है…', failed: 'पढ़ा नहीं जा सका', again: 'फिर प्रयास करें', save: 'सहेजें', cancel: 'रद्द करें', sending: 'भेजा जा रहा है…', saved: 'सहेजा गया', why: 'क्यों (बदलावों के लेखे में दर्ज होगा)', onlyState: 'इसे केवल पूरे राज्य का प्रशासक बदल सकता है।', noAnswer: 'सर्वर तक पहुँच नहीं: कुछ नहीं बदला',
  refused: { invalid: 'स्वीकार नहीं हुआ', forbidden: 'इसकी अनुमति नहीं है', 'not-found': 'यह अब नहीं है', conflict: 'इस बीच किसी ने इसे बदल दिया: फिर पढ़ें', unavailable: 'सर्वर अभी सहेज नहीं सकता: फिर प्रयास करें' },
  role: roleHi, channel: channelHi, step: stepHi,
  people: {
    find: 'नाम या आईडी से खोजें', anyRole: 'हर भूमिका', role: 'भूमिका', name: 'नाम', id: 'आईडी (यह कभी नहीं बदलती)', idHint: 'छोटे अंग्रेज़ी अक्षर, अंक, बिंदु, डैश', area: 'क्षेत्र', lastSeen: 'आख़िरी बार दिखे', never: 'कभी नहीं', state: 'खाता', open: 'खुला', shut: 'बंद', add: 'व्यक्ति जोड़ें', adding: 'नया खाता', create: 'खाता बनाएँ', none: 'कोई नहीं मिला',
    shown: (n, all) => (n === all ? `${grouped(all)} खाते` : `${grouped(all)} में से ${grouped(n)} खाते: दूसरों के लिए नाम लिखें`), email: 'ई-मेल', phone: 'फ़ोन, +91 के साथ', ways: 'सूचना के साधन', usual: 'सामान्य साधन', ownWays: 'अपने क्रम में', earlier: 'पहले', signedIn: (n) => (n === 0 ? 'साइन इन नहीं' : n === 1 ? 'एक जगह साइन इन' : `${grouped(n)} जगह साइन इन`),
    link: 'नया साइन-इन लिंक', linkOnce: (name) => `${name} का साइन-इन लिंक। यह केवल अभी दिखता है, एक बार और 24 घंटे तक चलता है।`, copy: 'कॉपी करें', copied: 'कॉपी हुआ', end: 'हर जगह से साइन आउट', ended: (n) => `${grouped(n)} सत्र समाप्त`, disable: 'खाता बंद करें', enable: 'खाता फिर खोलें', sure: 'सचमुच?', close: 'बंद करें', self: 'यह आपका अपना खाता है: इसे कोई दूसरा प्रशासक बदलता है।', choose: 'खाता बदलने के लिए किसी को चुनें।', wallsElsewhere: 'वॉल पर्यवेक्षक के पृष्ठ पर रखी जाती हैं।',
  },
  policy: {
    version: (n) => `संस्करण ${grouped(n)}`, critical: 'आपात', high: 'गंभीर', normal: 'जो घंटी नहीं बजाता', rungs: 'पायदान', after: 'इतने सेकंड बाद', tells: 'किसे बताए', addRung: 'पायदान जोड़ें', removeRung: 'हटाएँ', rung: (n) => `पायदान ${grouped(n)}`, repeat: 'आख़िरी पायदान फिर, हर', needed: 'कितने लोग स्वीकारें', ackExpires: 'बिना प्रगति की स्वीकृति समाप्त, इतने बाद', progressExpires: 'प्रगति के बाद वही', target: 'स्वीकृत', within: 'इतने में', share: 'प्रतिशत', reply: 'पहला उत्तर, इतने में', close: 'समापन, इतने में', acknowledge: 'स्वीकृति, इतने में', progress: 'प्रगति, इतने में', deskTimes: 'डेस्क', accept: 'आगे भेजी गई शिकायत इतने में स्वीकार हो, यदि कुछ और न कहा जाए', untouched: 'ज़िम्मेदार कुछ न करे तो शिकायत वापस, इतने बाद; किसी के पास न हो तो हर बार उतने ही समय बाद एक स्तर ऊपर', silence: 'SoS में पीड़ित चुप हो जाए तो और गंभीर, इतने बाद', claim: 'लिखने वाला औरों को इतना रोकता है', forwarding: 'आगे भेजने पर अधिक से अधिक इतना समय',
    seconds: 'सेकंड', try: 'पिछले सात दिनों पर आज़माएँ', set: 'पूरे राज्य के लिए लागू करें', reset: 'बदलाव छोड़ें', keeps: 'खुली सूचनाएँ उसी संस्करण पर चलती हैं जिसमें वे उठीं; डेस्क के समय हर शिकायत पर तुरंत लागू होते हैं। नया संस्करण हर प्रक्रिया दस सेकंड में अपनाती है।', versions: 'पिछले संस्करण', noVersions: 'Prahari के साथ आई सीढ़ी किसी ने नहीं बदली।',
    preview: (alerts) => `पिछले सात दिनों की ${grouped(alerts)} सूचनाओं में`, further: (n) => `${grouped(n)} और आगे तक बजतीं`, lessFar: (n) => `${grouped(n)} कम दूर तक बजतीं`, same: 'कोई सूचना अलग तरह से नहीं बजती', late: 'देर वाली शिकायतें', now: 'अभी', then: 'तब', incomplete: 'सभी शिकायतें अभी पढ़ी नहीं गईं: गिनतियाँ कम हो सकती हैं।',
  },
  handles: {
    find: 'हैंडल या ज़िला खोजें', handle: 'हैंडल', is: 'किसका है', own: 'हमारा अपना खाता', nobody: 'किसी का नहीं: इसका कोई अर्थ नहीं', comes: 'मूल रूप में', change: 'बदलें', changed: 'बदला हुआ', add: 'हैंडल जोड़ें या बदलें', district: 'किसी ज़िले का', which: 'कौन सा ज़िला', default: 'जैसा Prahari के साथ आया', count: (n) => `${grouped(n)} हैंडल`, why: 'किसी ज़िले के खाते का टैग स्थान का संकेत है। हमारे अपने खाते जो लिखें, वह शिकायत नहीं।', at: '@ के बिना हैंडल',
  },
  templates: {
    find: 'पाठ खोजें', any: 'हर प्रयोजन', kind: 'प्रयोजन', category: 'श्रेणी', every: 'हर श्रेणी', language: 'भाषा', languages: { hi: 'हिन्दी', en: 'अंग्रेज़ी', hinglish: 'हिंग्लिश' }, text: 'पाठ', placeholders: 'स्थान-चिह्न', try: 'आज़माएँ', sample: 'ऐसा पढ़ा जाएगा', findings: 'सुरक्षा जाँच क्या कहती है', clean: 'जाँच को कोई आपत्ति नहीं', off: 'बंद', offHint: 'ख़ाली पाठ से प्रारूप बंद हो जाता है।', asItComes: 'Prahari के साथ आया पाठ वापस रखें', changed: (n) => `संस्करण ${grouped(n)}`, choose: 'पाठ बदलने के लिए कोई प्रारूप चुनें।', used: (n, most) => `${grouped(most)} में से ${grouped(n)}`,
  },
  places: {
    built: 'राज्य का पूरा ढाँचा Prahari के साथ आता है। थाने यहाँ जोड़े, बदले और हटाए जाते हैं; रेंज, ज़ोन और कमिश्नरेट के नाम बदले जा सकते हैं; ज़िले वैसे ही रहते हैं। हर बदलाव लेखे में दर्ज होता है और दस सेकंड में हर जगह लागू हो जाता है। हटाए गए थाने की शिकायतें बनी रहती हैं, पर वहाँ आगे कुछ नहीं भेजा जाता।',
    find: 'स्थान या थाना खोजें', stations: (n) => `${grouped(n)} थाने`, people: 'यहाँ के खाते', none: 'कोई नहीं', place: 'स्थान', kind: 'प्रकार', below: 'इसके नीचे', places: (n) => `${grouped(n)} स्थान`, retired: 'हटाया गया', hint: 'थाने देखने के लिए ज़िला चुनें।',
    add: 'थाना जोड़ें', district: 'किस ज़िले में', name: 'अंग्रेज़ी नाम', nameHi: 'हिंदी नाम', plain: 'केवल जगह का नाम, "थाना" शब्द के बिना', addIt: 'जोड़ें', rename: 'नाम बदलें', renameIt: 'नाम बदलें', retire: 'थाना हटाएँ', restore: 'वापस लाएँ', sure: 'सचमुच हटाएँ?', fixed: 'राज्य और ज़िलों के नाम लोकल गवर्नमेंट डायरेक्टरी के ही रहते हैं।', back: 'इसके बजाय थाना जोड़ें',
    added: (name) => `${name} जोड़ा गया`, renamed: 'नाम बदल गए', retiredNow: (open) => (open === 0 ? 'हटाया गया। वहाँ कोई खुली शिकायत नहीं है।' : `हटाया गया। वहाँ अब भी ${grouped(open)} खुली शिकायतें हैं: इन्हें आगे भेजें।`), restored: 'यह फिर चालू है',
    changes: 'पिछले बदलाव', noChanges: 'Prahari के साथ आए ढाँचे में किसी ने कुछ नहीं बदला है।', did: { added: 'जोड़ा', renamed: 'नाम बदला', retired: 'हटाया', restored: 'वापस लाया' },
  },
  audit: {
    object: 'किस पर', who: 'किसने (खाता आईडी)', any: 'सब कुछ', when: 'कब', did: 'क्या हुआ', facts: 'तथ्य', more: 'पुरानी प्रविष्टियाँ', whole: 'दिख रही कड़ी अटूट है', broken: (seq) => `प्रविष्टि ${grouped(seq)} पर कड़ी टूटी है`, none: 'कोई प्रविष्टि नहीं', fact: { role: 'भूमिका', scope: 'क्षेत्र', disabled: 'बंद', channels: 'साधन', name: 'नाम', email: 'ई-मेल', phone: 'फ़ोन', hours: 'घंटे', version: 'संस्करण', reason: 'क्यों', text: 'पाठ', handle: 'हैंडल', meaning: 'किसका', because: 'क्योंकि', number: 'संख्या', nameHi: 'हिंदी नाम', under: 'कहाँ' }, yes: 'हाँ', no: 'नहीं', filter: 'दिखाएँ', all: 'सब दिखाएँ', seq: 'क्र.',
    objects: { person: 'खाता', policy: 'नीति', handle: 'हैंडल', template: 'प्रारूप', place: 'स्थान', docket: 'शिकायत', anchor: 'मुहर' },
    what: {
      'account-added': 'खाता बना', 'account-changed': 'खाता बदला', 'link-issued': 'साइन-इन लिंक बना', 'sessions-ended': 'हर जगह से साइन आउट', 'policy-changed': 'सीढ़ी और समय लागू', 'handle-changed': 'हैंडल बदला', 'template-changed': 'प्रारूप बदला', 'place-added': 'थाना जोड़ा', 'place-renamed': 'स्थान का नाम बदला', 'place-retired': 'थाना हटाया', 'place-restored': 'थाना वापस लाया', 'not-done': 'पूरा नहीं हुआ',
      unmasked: 'पहचान देखी गई', 'read-protected': 'सुरक्षित पाठ पढ़ा गया', 'looked-into': 'अलार्म की जाँच हुई', exported: 'निर्यात हुआ', anchored: 'इतिहास पर मुहर',
    },
  },
}
