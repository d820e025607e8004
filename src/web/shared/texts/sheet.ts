import { grouped } from '../indian-time.ts'

/** One docket on paper, for a court or an auditor. */
export const sheetEn = {
  title: 'Docket for the record', intro: 'Everything that is known of one docket, with its proof. That you read it, and why, goes on record.',
  number: 'Docket number', reason: 'Why is it needed?', reasonHint: 'such as the number of the court case', make: 'Make the sheet', working: 'One moment',
  failed: { forbidden: 'Your role may not export dockets.', gone: 'There is no such docket in your area.', 'signed-out': 'Sign in first.', unreachable: 'Prahari cannot be reached.' },
  print: 'Print', save: 'Save as a file', another: 'Another docket',
  whole: 'The history is whole: no entry was changed, added or removed.', broken: 'THE HISTORY IS BROKEN: see npm run audit -- verify.',
  facts: { number: 'Number', status: 'Status', severity: 'Severity', category: 'Category', where: 'Lies with', postedAt: 'Posted', receivedAt: 'Received', openedAt: 'Opened', closing: 'Closed' },
  posts: 'Posts, as received', media: 'Photos and videos', replies: 'Our answers', notes: 'Remarks', told: 'Who was told', shown: 'On whose screen it stood', reads: 'Who unmasked or exported it', history: 'History',
  none: 'None', sentHash: 'as X sent it', keptHash: 'as kept', notKept: 'not kept', by: 'by', photo: 'a photo', seenAt: 'looked at', onDevice: 'on the device', sent: 'sent', acknowledged: 'acknowledged',
  certificate: 'Certificate under section 63(4)(c) of the Bharatiya Sakshya Adhiniyam, 2023: Part A (draft)',
  partA: (from: string, at: string) => `I produce electronic records of the docket named above, made by the computer system Prahari in the ordinary course of its use. They were taken out of the system at ${at} (IST) by ${from}.`,
  hashOf: 'Hash value (SHA-256) of the records', publicKey: 'Public key of the signature (Ed25519)', device: 'Device, make, serial number, place', person: 'Name, designation, date, signature', pages: (n: number) => `${grouped(n)} entries of history`,
  explain: 'To be completed and signed by the person in charge of the system; Part B by an expert. The file can be checked with: npm run audit -- check FILE',
}

export const sheetHi: typeof sheetEn = {
  title: 'अभिलेख के लिए डॉकेट', intro: 'एक डॉकेट के बारे में जो कुछ ज्ञात है, प्रमाण सहित। आपने इसे क्यों पढ़ा, यह भी दर्ज होता है।',
  number: 'डॉकेट नंबर', reason: 'किसलिए चाहिए?', reasonHint: 'जैसे न्यायालय का वाद संख्या', make: 'पत्रक बनाएँ', working: 'एक क्षण',
  failed: { forbidden: 'आपकी भूमिका डॉकेट निर्यात नहीं कर सकती।', gone: 'आपके क्षेत्र में ऐसी कोई डॉकेट नहीं है।', 'signed-out': 'पहले साइन इन करें।', unreachable: 'प्रहरी से संपर्क नहीं हो रहा।' },
  print: 'छापें', save: 'फ़ाइल में सहेजें', another: 'दूसरी डॉकेट',
  whole: 'इतिहास अखंड है: कोई प्रविष्टि बदली, जोड़ी या हटाई नहीं गई।', broken: 'इतिहास खंडित है: npm run audit -- verify देखें।',
  facts: { number: 'नंबर', status: 'स्थिति', severity: 'गंभीरता', category: 'विषय', where: 'किसके पास', postedAt: 'पोस्ट का समय', receivedAt: 'प्राप्त', openedAt: 'खोली गई', closing: 'बंद' },
  posts: 'पोस्ट, जैसी प्राप्त हुई', media: 'फ़ोटो और वीडियो', replies: 'हमारे उत्तर', notes: 'टिप्पणियाँ', told: 'किसे बताया गया', shown: 'किसकी स्क्रीन पर थी', reads: 'किसने पहचान खोली या निर्यात किया', history: 'इतिहास',
  none: 'कोई नहीं', sentHash: 'जैसा X ने भेजा', keptHash: 'जैसा रखा गया', notKept: 'रखा नहीं गया', by: 'द्वारा', photo: 'एक फ़ोटो', seenAt: 'देखा', onDevice: 'उपकरण पर', sent: 'भेजा', acknowledged: 'स्वीकारा',
  certificate: 'भारतीय साक्ष्य अधिनियम, 2023 की धारा 63(4)(ग) के अधीन प्रमाणपत्र: भाग क (प्रारूप)',
  partA: (from, at) => `मैं ऊपर लिखी डॉकेट के इलेक्ट्रॉनिक अभिलेख प्रस्तुत करता/करती हूँ, जो कंप्यूटर प्रणाली प्रहरी ने अपने सामान्य उपयोग में बनाए। इन्हें ${from} ने ${at} (IST) पर प्रणाली से निकाला।`,
  hashOf: 'अभिलेख का हैश मान (SHA-256)', publicKey: 'हस्ताक्षर की सार्वजनिक कुंजी (Ed25519)', device: 'उपकरण, निर्माता, क्रमांक, स्थान', person: 'नाम, पद, दिनांक, हस्ताक्षर', pages: (n) => `इतिहास की ${grouped(n)} प्रविष्टियाँ`,
  explain: 'प्रणाली के प्रभारी द्वारा पूरा और हस्ताक्षरित किया जाए; भाग ख विशेषज्ञ द्वारा। फ़ाइल की जाँच: npm run audit -- check FILE',
}
