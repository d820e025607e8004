import type { Finding } from '../../domain/reply.ts'

/** Codes of the states in registration numbers. */
const STATES = 'AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR|TS|TG|UA|UK|UP|WB'
const GAP = '[ .\\-]{0,2}'
const BEGIN = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'
/** A letter as it is said in Hindi: एबी, बीटी. Bounded, so that no match takes long. */
const SAID_LETTERS = '[\\u0900-\\u0963]{1,10}'

interface Rule {
  pattern: RegExp
  finding: Pick<Finding, 'code' | 'level' | 'message'>
}

/** Every pattern is bounded: none can take more than a short look from each place of the text. Digits may be Devanagari. */
const RULES: readonly Rule[] = [
  { pattern: new RegExp(`${BEGIN}(?:${STATES})${GAP}\\p{Nd}{1,2}[A-Z]?${GAP}[A-Z]{0,3}${GAP}\\p{Nd}{4}${END}`, 'giu'), finding: { code: 'vehicle', level: 'needs-second', message: 'the number of a vehicle' } },
  { pattern: new RegExp(`${BEGIN}\\p{Nd}{2}${GAP}BH${GAP}\\p{Nd}{4}${GAP}[A-Z]{1,2}${END}`, 'giu'), finding: { code: 'vehicle', level: 'needs-second', message: 'the number of a vehicle' } },
  { pattern: new RegExp(`${BEGIN}(?:यू ?पी|यूपी|डी ?एल|एच ?आर|बी ?आर|एम ?पी)${GAP}\\p{Nd}{1,2}${GAP}${SAID_LETTERS}${GAP}\\p{Nd}{4}${END}`, 'giu'), finding: { code: 'vehicle', level: 'needs-second', message: 'the number of a vehicle' } },
  { pattern: new RegExp(`${BEGIN}[A-Z]{5}${GAP}\\p{Nd}{4}${GAP}[A-Z]${END}`, 'giu'), finding: { code: 'document-number', level: 'stops', message: 'a PAN' } },
  { pattern: new RegExp(`${BEGIN}[A-Z]{3}\\p{Nd}{7}${END}`, 'giu'), finding: { code: 'document-number', level: 'stops', message: 'a voter card number' } },
  { pattern: new RegExp(`${BEGIN}[A-PR-WY]${GAP}\\p{Nd}{7}${END}`, 'giu'), finding: { code: 'document-number', level: 'stops', message: 'a passport number' } },
  { pattern: new RegExp(`${BEGIN}(?:${STATES})${GAP}\\p{Nd}{2}${GAP}(?:19|20)\\p{Nd}{2}${GAP}\\p{Nd}{7}${END}`, 'giu'), finding: { code: 'document-number', level: 'stops', message: 'a driving licence number' } },
  { pattern: /[a-z0-9._%+-]{1,64}(?:@|\s?[([{]\s?(?:at|@)\s?[)\]}]\s?)(?:[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}|[a-z]{3,20})/giu, finding: { code: 'e-mail', level: 'needs-second', message: 'a mail or payment address' } },
  { pattern: new RegExp(`${BEGIN}\\p{Nd}{3} ?\\p{Nd}{3}${END}`, 'gu'), finding: { code: 'address', level: 'needs-second', message: 'a PIN code' } },
  {
    pattern: new RegExp(`${BEGIN}(?:house|flat|plot|quarter|qr|h|makan|makaan|room|gali|street|lane|block|floor|ward|मकान|फ्लैट|प्लॉट|प्लाट|क्वार्टर|गली|कमरा|वार्ड|ब्लॉक)${GAP}(?:no|num|number|nambar|nomber|sankhya|न|नं|नंबर|नम्बर|संख्या|सं)?${GAP}[.:#]?${GAP}(?:[A-Z]${GAP}/?${GAP})?\\p{Nd}{1,5}(?:[/-]\\p{Nd}{1,4}){0,2}[A-Z]?${END}`, 'giu'),
    finding: { code: 'address', level: 'needs-second', message: 'a house, flat or lane number' },
  },
]

const OFFICIAL_MAIL = /@(?:[a-z0-9-]+\.){0,4}(?:gov|nic)\.in$/iu

/** Vehicles, documents, mail addresses, house numbers: what is known by its shape. */
export function findMarks(text: string): Finding[] {
  return RULES.flatMap(({ pattern, finding }) => [...text.matchAll(pattern)]
    .filter((match) => finding.code !== 'e-mail' || !OFFICIAL_MAIL.test(match[0]))
    .map((match) => ({ ...finding, start: match.index, end: match.index + match[0].length })))
}
