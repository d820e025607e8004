import type { Finding } from '../../domain/reply.ts'
import type { Category } from '../../domain/verdict.ts'
import type { Word } from '../reading.ts'
import { findSequence, sequencesOf } from './sequence.ts'

/** Where whoever does the harm may read along: in the same home, beside a hostage, over the shoulder of somebody on a ledge. */
export const WATCHED: ReadonlySet<Category> = new Set(['domestic_violence', 'stalking', 'kidnapping', 'suicide_risk', 'child_at_risk', 'sexual_harassment'])

/** In a docket of another category: somebody is held. Signals of triage. */
const HELD = /captiv|hostage|held|locked|confine/u

export function isWatched(category: Category, signals: readonly string[]): boolean {
  return WATCHED.has(category) || signals.some((signal) => HELD.test(signal))
}

const GROUPS: Readonly<Record<string, string>> = {
  help: 'police pulis polis team teams patrol prv pcr force officer officers constable sho unit units squad rescue help madad van gadi gaadi sipahi daroga thana we hum log 112 rescuers counsellor पुलिस टीम पीआरवी फोर्स दस्ता मदद गाड़ी दरोगा सिपाही हम अधिकारी',
  come: `coming come arriving arrive reaching reach reached enroute dispatched despatched sending send sent rushed rushing deployed directed leaving left
    aa ayegi aayegi aayenge aaenge ayenge aa jayegi pahunch pahunchegi pahunchenge pahuch pahunchne bhej bheji bheja bhejenge bhejte bhejwa ravana rawana nikal nikli chal padi
    आ आएगी आएंगे आयेगी आयेंगे पहुंच पहुँच पहुंचेगी पहुंचने भेज भेजी भेजा भेजेंगे भेजते रवाना निकल निकली`,
  where: 'location address home house door gate place room building number phone mobile live ghar pata makan lokesan darwaze इलाके घर पता पते मकान लोकेशन दरवाजे ठिकाने',
  your: 'your ur aapke aapka aapki apke apka apki tumhare आपके आपका आपकी तुम्हारे',
}

const PATTERNS = sequencesOf(`
  {help} {come}; {come} {help}; {help} on way; {help} minutes away; {help} near you; on way to you|your|{where}; help on way; {help} raste|raaste|rasta; {help} रास्ते|रास्ता
  {your} {where}; {your} exact; traced|tracing|tracking|trace|track {your}; {your} traced|tracked; location mil|mili|trace|track|received|found; लोकेशन मिल|मिली|ट्रेस
  stay inside|quiet|there|put|hidden; keep quiet; hide in|inside|yourself; do not open; dont open|tell; lock yourself|door; chhup|chup jao|jaiye|rahiye|raho|jayen; छिप|छुप|छिपे|छुपे जाओ|जाइए|रहिए|रहें
  darwaza|darwaja mat|na khol|kholna|kholiye; दरवाजा मत|न|ना खोलें|खोलिए|खोलना; use|unko|usko|pati|husband mat|na bata|batana|batao; उसे|उनको|उसको|पति मत|न|ना बताएं|बताना
  {help} aas|paas; hum|ham aa; हम आ; we will|are reach|reaching|come|coming|there; arrest|raid him|them|the|accused; use|unhe|usko giraftar|pakad; उसे|उन्हें|आरोपी गिरफ्तार|पकड़
`, GROUPS)
const GAP = 3

/** Wording that tells whoever reads along that help is coming, or that somebody asked for it from where they are. */
export function findTelling(words: readonly Word[], category: Category, signals: readonly string[], isPrivate: boolean): Finding[] {
  if (!isWatched(category, signals)) return []
  for (const sequence of PATTERNS) {
    const hit = findSequence(words, sequence, GAP)
    if (!hit) continue
    const message = isPrivate ? 'says that help is coming: her phone may be in other hands' : 'may tell whoever does the harm that help is coming'
    return [{ code: 'tells-abuser', level: isPrivate ? 'note' : 'needs-second', message, start: words[hit.first]?.token.start ?? null, end: words[hit.last]?.token.end ?? null }]
  }
  return []
}
