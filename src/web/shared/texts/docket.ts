import type { DocketStatus } from '../../../domain/docket.ts'
import type { ReplyKind } from '../../../domain/reply.ts'

type Words<Name extends string> = Record<Name, string>

/** What several pages say of dockets; what only the desk says is in desk.ts. */
export const docketEn = {
  status: { open: 'Open', 'in-process': 'In process', closed: 'Closed', reopened: 'Reopened' } as Words<DocketStatus>,
  kind: { state: 'State', zone: 'Zone', range: 'Range', commissionerate: 'Commissionerate', district: 'District', station: 'Station' } as Partial<Record<string, string>>,
  typeNode: 'Type a district or station',
  noNode: 'No such place',
  units: { d: 'd', h: 'h', min: 'min', s: 's' },
  replyKind: { acknowledgement: 'Acknowledgement', answer: 'Answer', question: 'Question', closing: 'Closing', dm: 'Direct message' } as Words<ReplyKind>,
}

export const docketHi: typeof docketEn = {
  status: { open: 'खुली', 'in-process': 'प्रक्रिया में', closed: 'बंद', reopened: 'फिर खुली' },
  kind: { state: 'राज्य', zone: 'ज़ोन', range: 'रेंज', commissionerate: 'कमिश्नरेट', district: 'ज़िला', station: 'थाना' },
  typeNode: 'ज़िले या थाने का नाम लिखें',
  noNode: 'ऐसा कोई स्थान नहीं',
  units: { d: 'दिन', h: 'घं', min: 'मि', s: 'से' },
  replyKind: { acknowledgement: 'प्राप्ति-सूचना', answer: 'उत्तर', question: 'प्रश्न', closing: 'समापन', dm: 'सीधा संदेश' },
}

export const docketHistoryEn: Record<string, string> = {
  'opened-by-hand': 'Opened by hand', accepted: 'Accepted', released: 'Given back to the queue', progressed: 'Progress', forwarded: 'Forwarded', returned: 'Came back: not accepted in time', 'not-ours': 'Offered as not ours', 'offer-accepted': 'Offer accepted', 'offer-refused': 'Offer refused', lapsed: 'Owner silent: back in the queue', 'moved-up': 'Went up a level',
  closed: 'Closed', 'docket-reopened': 'Reopened', appealed: 'Citizen appealed', merged: 'Merged', 'merged-here': 'Another was merged here', split: 'Split', 'split-from': 'Split off from another', 'claim-taken-over': 'Took over the writing', unmasked: 'Identity shown', silence: 'Citizen silent', flagged: 'Looks odd', rated: 'Rated by the citizen', exported: 'Exported', anchored: 'History sealed',
  'reply-drafted': 'Reply written', 'reply-approved': 'Reply approved', 'reply-posted': 'Reply sent', 'reply-refused': 'Reply refused', 'reply-withdrawn': 'Reply withdrawn', 'rumour-proposed': 'Proposed as a rumour', 'rumour-confirmed': 'Marked as a rumour', 'rumour-refused': 'Not a rumour', 'rumour-withdrawn': 'Rumour mark withdrawn', 'post-deleted': 'Post deleted by its author', 'media-kept': 'Photo kept',
}

export const docketHistoryHi: Record<string, string> = {
  'opened-by-hand': 'हाथ से खोली गई', accepted: 'ज़िम्मा लिया', released: 'कतार में लौटाई', progressed: 'प्रगति', forwarded: 'आगे भेजी', returned: 'लौट आई: समय पर स्वीकार नहीं हुई', 'not-ours': 'हमारी नहीं, प्रस्तावित', 'offer-accepted': 'प्रस्ताव स्वीकार', 'offer-refused': 'प्रस्ताव अस्वीकार', lapsed: 'ज़िम्मेदार मौन: कतार में लौटी', 'moved-up': 'एक स्तर ऊपर गई',
  closed: 'बंद', 'docket-reopened': 'फिर खुली', appealed: 'नागरिक ने अपील की', merged: 'मिलाई गई', 'merged-here': 'दूसरी यहाँ मिलाई गई', split: 'अलग की गई', 'split-from': 'दूसरी से अलग हुई', 'claim-taken-over': 'लिखना अपने हाथ लिया', unmasked: 'पहचान दिखाई गई', silence: 'नागरिक मौन', flagged: 'संदिग्ध', rated: 'नागरिक ने मूल्यांकन किया', exported: 'निर्यात', anchored: 'इतिहास मुहरबंद',
  'reply-drafted': 'उत्तर लिखा', 'reply-approved': 'उत्तर पर सहमति', 'reply-posted': 'उत्तर भेजा गया', 'reply-refused': 'उत्तर अस्वीकृत', 'reply-withdrawn': 'उत्तर वापस लिया', 'rumour-proposed': 'अफ़वाह का प्रस्ताव', 'rumour-confirmed': 'अफ़वाह दर्ज', 'rumour-refused': 'अफ़वाह नहीं', 'rumour-withdrawn': 'अफ़वाह का दर्ज वापस', 'post-deleted': 'लेखक ने पोस्ट हटाई', 'media-kept': 'फ़ोटो सहेजी',
}
