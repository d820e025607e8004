/** The page on which rosters are written. */
export const rosterEn = {
  title: 'Duty rosters', link: 'Rosters', edit: 'Edit the roster', back: 'To the alerts', choose: 'Duty post', other: 'Another district', open: 'Show it', postOf: (post: string, node: string) => `${node}: ${post}`,
  reading: 'Reading…', failed: 'The roster could not be read', none: 'There is no roster: everybody of this post with an account is on duty.', nobodyKnown: 'Nobody of this post has an account',
  week: 'On duty, the next seven days', day: 'Day', who: 'Who', clock: 'Time', wholeDay: 'All day', nobody: 'Nobody', today: 'today',
  pattern: 'Shifts and turns', shift: 'Shift', shifts: 'Shifts', addShift: 'Add a shift', rotation: 'Turns', rotations: 'Turns', addRotation: 'Add turns', remove: 'Remove', name: 'Name', days: 'Begins on', from: 'From', to: 'To', people: 'People', inTurn: 'In this order',
  addPerson: 'Add somebody', earlier: 'Earlier', later: 'Later', startsAt: 'First hand-over', turnDays: 'Days of a turn', save: 'Save the roster', saving: 'Saving…', saved: 'Saved', discard: 'Discard changes', unsaved: 'Not saved yet',
  overnight: 'ends on the next day', aroundTheClock: 'round the clock',
  overrides: 'Overrides', noOverrides: 'None', override: 'Add an override', person: 'Person', insteadOf: 'Instead of', inAddition: 'nobody: in addition', note: 'Note', take: 'Take back', insteadWords: (who: string, whom: string) => `${who} instead of ${whom}`, additionWords: (who: string) => `${who} in addition`,
  swaps: 'Swaps', noSwaps: 'None', swap: 'Ask for a swap', first: 'First', second: 'Second', swapWords: (a: string, b: string) => `${a} and ${b}`, accept: 'Accept', refuse: 'Refuse', swapState: { requested: 'asked for', accepted: 'accepted', refused: 'refused' },
  leaves: 'Leave', noLeaves: 'None', leave: 'Give leave', end: 'End the leave', add: 'Add', history: 'Who changed what', by: (who: string) => `by ${who}`, optional: 'optional',
  refused: { invalid: 'Not taken', forbidden: 'You may not do this', 'not-found': 'It is no longer there', conflict: 'Somebody changed it meanwhile', unavailable: 'The server cannot save this now: try again' },
  readAgain: 'Read again',
}

export const rosterHi: typeof rosterEn = {
  title: 'ड्यूटी रोस्टर', link: 'रोस्टर', edit: 'रोस्टर बदलें', back: 'सूचनाओं पर लौटें', choose: 'ड्यूटी पद', other: 'दूसरा ज़िला', open: 'दिखाएँ', postOf: (post, node) => `${node}: ${post}`,
  reading: 'पढ़ा जा रहा है…', failed: 'रोस्टर पढ़ा नहीं जा सका', none: 'कोई रोस्टर नहीं है: इस पद के सभी खाताधारी ड्यूटी पर माने जाते हैं।', nobodyKnown: 'इस पद पर किसी का खाता नहीं है',
  week: 'अगले सात दिन ड्यूटी पर', day: 'दिन', who: 'कौन', clock: 'समय', wholeDay: 'पूरा दिन', nobody: 'कोई नहीं', today: 'आज',
  pattern: 'पालियाँ और बारियाँ', shift: 'पाली', shifts: 'पालियाँ', addShift: 'पाली जोड़ें', rotation: 'बारी', rotations: 'बारियाँ', addRotation: 'बारी जोड़ें', remove: 'हटाएँ', name: 'नाम', days: 'किन दिनों शुरू', from: 'से', to: 'तक', people: 'लोग', inTurn: 'इसी क्रम में',
  addPerson: 'किसी को जोड़ें', earlier: 'पहले', later: 'बाद में', startsAt: 'पहली अदला-बदली', turnDays: 'एक बारी के दिन', save: 'रोस्टर सहेजें', saving: 'सहेजा जा रहा है…', saved: 'सहेजा गया', discard: 'बदलाव छोड़ें', unsaved: 'अभी सहेजा नहीं गया',
  overnight: 'अगले दिन समाप्त', aroundTheClock: 'चौबीसों घंटे',
  overrides: 'बदलाव', noOverrides: 'कोई नहीं', override: 'बदलाव जोड़ें', person: 'व्यक्ति', insteadOf: 'किसके स्थान पर', inAddition: 'किसी के नहीं: अतिरिक्त', note: 'टिप्पणी', take: 'वापस लें', insteadWords: (who, whom) => `${whom} के स्थान पर ${who}`, additionWords: (who) => `${who} अतिरिक्त`,
  swaps: 'अदला-बदली', noSwaps: 'कोई नहीं', swap: 'अदला-बदली माँगें', first: 'पहला', second: 'दूसरा', swapWords: (a, b) => `${a} और ${b}`, accept: 'स्वीकार करें', refuse: 'अस्वीकार करें', swapState: { requested: 'माँगी गई', accepted: 'स्वीकृत', refused: 'अस्वीकृत' },
  leaves: 'छुट्टी', noLeaves: 'कोई नहीं', leave: 'छुट्टी दें', end: 'छुट्टी समाप्त करें', add: 'जोड़ें', history: 'किसने क्या बदला', by: (who) => `${who} द्वारा`, optional: 'ऐच्छिक',
  refused: { invalid: 'स्वीकार नहीं हुआ', forbidden: 'आपको इसकी अनुमति नहीं है', 'not-found': 'यह अब नहीं है', conflict: 'इस बीच किसी ने इसे बदल दिया', unavailable: 'सर्वर अभी सहेज नहीं सकता: फिर प्रयास करें' },
  readAgain: 'फिर पढ़ें',
}
