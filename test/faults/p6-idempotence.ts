import type { Answer } from '../../src/contract/sockets.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { openSite } from './site.ts'
import type { PersonalScreen, Site } from './site.ts'
import { until } from './until.ts'

/** Consoles may send 120 events a minute: two dozen go to one key, the rest to the rounds. */
const SENDS_OF_ONE_KEY = 50
const LIMIT_MS = 45_000

interface Case {
  site: Site
  report: Report
  asha: PersonalScreen
  /** A second console of the same person. */
  ashaToo: PersonalScreen
  ravi: PersonalScreen
}

/** Acknowledging twice, together, too late, and with the answer lost on the way. */
export const P6: FaultRun = {
  promise: 'P6', title: 'acknowledging is idempotent, the first wins, nothing reopens', sabotages: ['version-guard', 'remembered-keys'],
  async run(options) {
    const report = blankReport('P6', `web process killed between commit and answer; one key ${SENDS_OF_ONE_KEY} times; two officers at once; after the end`, options)
    const site = await openSite()
    try {
      const sabotage = options.sabotage ? { sabotage: options.sabotage } : {}
      const web = await site.startWeb('web', 'web', { orders: (life) => (life === 0 ? { ...sabotage, kill: 'K10@1' } : sabotage) })
      const [asha, ravi] = [await site.person('officer', 'lucknow'), await site.person('officer', 'lucknow')]
      const open = (person: typeof asha): Promise<PersonalScreen> => site.screen(person, { web: web.port })
      const one: Case = { site, report, asha: await open(asha), ashaToo: await open(asha), ravi: await open(ravi) }
      await lostAnswer(one)
      await oneKey(one)
      for (let round = 0; round < (options.isQuick ? 10 : 80); round++) await twoOfficers(one, round)
      await afterTheEnd(one)
      report.facts['kills'] = web.process.kills
      if (web.process.kills !== 1) report.breaches.push(`kill point K10 was reached ${web.process.kills} times, not once`)
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
    }
  },
}

async function send({ report }: Case, screen: PersonalScreen, alertId: string, key: string): Promise<Answer<'alert:acknowledge'> | null> {
  report.attempts++
  const answer = await screen.send('alert:acknowledge', { alertId, key }, LIMIT_MS).catch(() => null)
  if (answer === null) report.indeterminate++
  else if (answer.ok) report.ok++
  else report.failed++
  return answer
}

async function raiseOne({ site }: Case): Promise<string> {
  const [id] = await site.raise({ count: 1 })
  if (!id) throw new Error('no alert was raised')
  return id
}

/** Exactly one acknowledgement is on record, by this person. */
async function expectOneRecord({ site, report }: Case, alertId: string, by: string, when: string): Promise<Docket | undefined> {
  const docket = await site.store.dockets.get(alertId)
  const records = docket?.history.filter((entry) => entry.what === 'acknowledged') ?? []
  if (records.length === 0) report.lost++
  if (records.length > 1) report.duplicated++
  if (records.length !== 1) report.breaches.push(`${when}: ${records.length} acknowledgements on record`)
  if (records[0]?.who !== by) report.breaches.push(`${when}: ${records[0]?.who ?? 'nobody'} is on record, ${by} was told ok`)
  return docket
}

async function lostAnswer(one: Case): Promise<void> {
  const alertId = await raiseOne(one)
  const { asha } = one
  if (await send(one, asha, alertId, 'lost-answer') !== null) one.report.breaches.push('lost answer: the process answered although it was to die')
  for (const screen of [asha, one.ashaToo, one.ravi]) await until('the consoles are back', () => screen.socket.connected, { withinMs: LIMIT_MS })
  const retried = await send(one, asha, alertId, 'lost-answer')
  if (!retried?.ok) one.report.breaches.push('lost answer: the retry with the same key was refused')
  await expectOneRecord(one, alertId, asha.person.id, 'lost answer')
}

async function oneKey(one: Case): Promise<void> {
  const alertId = await raiseOne(one)
  const answers = await Promise.all(Array.from({ length: SENDS_OF_ONE_KEY }, (_, at) => send(one, at % 2 ? one.asha : one.ashaToo, alertId, 'one-and-the-same')))
  const told = new Set(answers.map((answer) => (answer?.ok ? JSON.stringify([answer.alert.version, answer.alert.holder]) : 'no')))
  if (told.size !== 1) one.report.breaches.push(`one key: ${told.size} different answers`)
  await expectOneRecord(one, alertId, one.asha.person.id, 'one key')
}

async function twoOfficers(one: Case, round: number): Promise<void> {
  const alertId = await raiseOne(one)
  const screens = [one.asha, one.ravi]
  const answers = await Promise.all(screens.map((screen, at) => send(one, screen, alertId, `round-${round}-${at}-`)))
  const winners = screens.filter((_, at) => answers[at]?.ok)
  if (winners.length !== 1) one.report.breaches.push(`two officers: ${winners.length} of them were told that they have it`)
  const winner = winners[0]?.person.id ?? ''
  const docket = await expectOneRecord(one, alertId, winner, 'two officers')
  for (const answer of answers) {
    if (answer && !answer.ok && answer.alert?.holder?.personId !== docket?.alert?.holder?.personId) one.report.breaches.push('two officers: the second was not told who has it')
  }
}

async function afterTheEnd(one: Case): Promise<void> {
  const alertId = await raiseOne(one)
  const first = await send(one, one.asha, alertId, 'before-the-end')
  await one.asha.send('alert:progress', { alertId, key: 'the-end-itself', step: 'resolved', reason: null })
  const closed = await one.site.store.dockets.get(alertId)
  const repeated = await send(one, one.asha, alertId, 'before-the-end')
  if (!first?.ok || !repeated?.ok) one.report.breaches.push('after the end: a repeat of an answered key was refused')
  const late = await send(one, one.ravi, alertId, 'after-the-end-')
  if (late?.ok !== false || late.error.kind !== 'conflict') one.report.breaches.push('after the end: an acknowledgement was taken')
  const after = await expectOneRecord(one, alertId, one.asha.person.id, 'after the end')
  if (after?.version !== closed?.version || after?.alert?.state !== 'resolved' || after.alertOpen !== 0) one.report.breaches.push('after the end: the docket changed')
}
