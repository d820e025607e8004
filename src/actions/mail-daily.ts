import { indianDay } from '../domain/docket.ts'
import { maySupervise } from '../domain/person.ts'
import type { Person } from '../domain/person.ts'
import type { Done, Mail, Store } from './ports.ts'
import { readDaily } from './read-daily.ts'
import type { ReportDeps } from './read-report.ts'

export interface MailDailyDeps extends ReportDeps {
  store: ReportDeps['store'] & Pick<Store, 'people' | 'checkpoints'>
  mail: Mail
  /** Address that browsers use. */
  publicUrl: string
}

export interface Mailed extends Done {
  mailed: number
}

const IST_MS = 19_800_000
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** From six to twelve in India; who has no mail server that answers until then reads it on the page. */
const [FROM_HOUR, TO_HOUR] = [6, 12]
const MOST_PEOPLE = 10_000

/**
 * Mails the summary of yesterday to each supervisor and administrator with an address, once a morning. A process killed between mail and
 * mark mails again, under the same Message-ID. @throws PrahariError unavailable.
 */
export async function mailDaily(deps: MailDailyDeps): Promise<Mailed> {
  const now = deps.store.now()
  const hour = Math.floor(((now + IST_MS) % DAY_MS) / HOUR_MS)
  if (hour < FROM_HOUR || hour >= TO_HOUR || !deps.book.isComplete) return { did: 'nothing', because: 'not now', mailed: 0 }
  const day = indianDay(now - DAY_MS)
  const people = (await Promise.all(['supervisor', 'admin'].map((role) => deps.store.people.find({ index: 'byRole', equals: { role }, limit: MOST_PEOPLE })))).flat()
  let mailed = 0
  for (const person of people) if (await mailOne(deps, person, day)) mailed++
  return { did: mailed > 0 ? 'mailed' : 'nothing', because: `the summary of ${day}`, mailed }
}

async function mailOne(deps: MailDailyDeps, person: Person, day: string): Promise<boolean> {
  if (person.isDisabled || person.email === undefined || !maySupervise(person.role)) return false
  const id = `daily:${person.id}`
  const known = await deps.store.checkpoints.get(id)
  if (known?.facts.day === day) return false
  const { text, node } = await readDaily(deps, { personId: person.id, name: person.name, role: person.role, scopePath: person.scopePath }, { day })
  const words = `${text.en}\n\n${text.hi}\n\n${deps.publicUrl}/reports\n`
  const { did } = await deps.mail.send({ to: person.email, subject: `Prahari ${day}: ${node.name}`, text: words, html: `<p>${escaped(words).replaceAll('\n', '<br>')}</p>` }, `daily-${day}-${person.id}`)
  if (did === 'retry') return false
  // What the mail server refused for good is not tried again before tomorrow.
  await deps.store.checkpoints.put({ id, version: (known?.version ?? 0) + 1, at: deps.store.now(), facts: { day } })
  return did === 'taken'
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
