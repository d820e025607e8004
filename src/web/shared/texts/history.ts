import { docketHistoryEn, docketHistoryHi } from './docket-history.ts'

/** What the events of a history are called. */
export const historyEn: Record<string, string> = {
  ...docketHistoryEn,
  reassigned: 'Reassigned', 'assignment-lapsed': 'Not taken in time, back on its ladder', 'escalated-by-hand': 'Escalated by hand', called: 'Post called', shelved: 'Shelved', unshelved: 'Off the shelf',
  'hand-over-offered': 'Hand-over offered', 'handed-over': 'Handed over', 'cannot-reach': 'Cannot reach, given back', 'note-added': 'Note added',
  opened: 'Docket opened', 'alert-raised': 'Alert raised', escalated: 'Escalated', acknowledged: 'Acknowledged',
  'acknowledgement-lapsed': 'Acknowledgement lapsed', 'rung-unreachable': 'Nobody reachable, went on', responding: 'En route', 'on-scene': 'On scene', resolved: 'Done', 'false-alarm': 'False alarm',
  corrected: 'Verdict corrected', 'alert-regraded': 'Goes on under another policy', 'alert-moved': 'Moved to another place',
  'follow-up': 'Further post', 'post-joined': 'Post edited', 'severity-raised': 'Severity raised', 'rang-again': 'Rang again', reopened: 'Opened again',
  'holder-told': 'Whoever has it was told', 'rung-brought-forward': 'Next rung brought forward', linked: 'Linked to an incident', crowd: 'Several people report it',
}

export const historyHi: Record<string, string> = {
  ...docketHistoryHi,
  reassigned: 'दूसरे को दिया', 'assignment-lapsed': 'समय पर नहीं लिया, क्रम फिर चला', 'escalated-by-hand': 'हाथ से आगे बढ़ाया', called: 'पद को बुलाया', shelved: 'अलग रखा', unshelved: 'वापस आई',
  'hand-over-offered': 'सौंपने का प्रस्ताव', 'handed-over': 'सौंपा गया', 'cannot-reach': 'नहीं पहुँच सके, लौटाया गया', 'note-added': 'टिप्पणी जोड़ी',
  opened: 'डॉकेट खुला', 'alert-raised': 'सूचना उठी', escalated: 'अगले स्तर को बताया', acknowledged: 'स्वीकार किया',
  'acknowledgement-lapsed': 'स्वीकृति समाप्त', 'rung-unreachable': 'कोई नहीं मिला, आगे बढ़ाया गया', responding: 'रास्ते में', 'on-scene': 'मौके पर', resolved: 'पूरा हुआ', 'false-alarm': 'झूठी सूचना',
  corrected: 'निर्णय सुधारा गया', 'alert-regraded': 'दूसरे स्तर-क्रम में', 'alert-moved': 'दूसरे स्थान को भेजी गई',
  'follow-up': 'आगे की पोस्ट', 'post-joined': 'पोस्ट संपादित', 'severity-raised': 'गंभीरता बढ़ी', 'rang-again': 'फिर बजा', reopened: 'फिर खुला',
  'holder-told': 'जिनके पास है उन्हें बताया', 'rung-brought-forward': 'अगला स्तर पहले किया', linked: 'एक घटना से जुड़ा', crowd: 'कई लोगों ने बताया',
}
