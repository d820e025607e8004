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
