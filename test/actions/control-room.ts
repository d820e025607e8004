import type { Scheduler } from 'fast-check'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { callPost } from '../../src/actions/call-post.ts'
import { disablePerson } from '../../src/actions/disable-person.ts'
import { escalateAlert } from '../../src/actions/escalate-alert.ts'
import { escalateOverdue } from '../../src/actions/escalate-overdue.ts'
import { findDue } from '../../src/actions/find-due.ts'
import { giveBackAlert, handOverAlert } from '../../src/actions/hand-over-alert.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { overrideDuty } from '../../src/actions/override-duty.ts'
import type { HandOver, Store } from '../../src/actions/ports.ts'
import { reassignAlert } from '../../src/actions/reassign-alert.ts'
import { reportProgress } from '../../src/actions/report-progress.ts'
import { sendDelivery } from '../../src/actions/send-delivery.ts'
import { shelveAlert, unshelveAlert } from '../../src/actions/shelve-alert.ts'
import { newSweepMemory, sweepPlans } from '../../src/actions/sweep-plans.ts'
import type { SweepMemory } from '../../src/actions/sweep-plans.ts'
import { takeLeave } from '../../src/actions/take-leave.ts'
import { writeRoster } from '../../src/actions/write-roster.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { rosterBody } from '../../src/contract/duty.ts'
import { docketIdFor } from '../../src/domain/docket.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { LadderPolicy, SeverityPolicy } from '../../src/domain/ladder.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { openModelStore } from '../contracts/model-store.ts'
import { makeJob } from '../posts.ts'

const T0 = 1_790_000_000_000
const quick = (one: SeverityPolicy): SeverityPolicy => ({ ...one, rungs: one.rungs.map((rung, at) => ({ ...rung, afterS: at * 10 })), repeatEveryS: 30, ackExpiresS: 40, progressExpiresS: 80 })
/** The ladder in seconds instead of minutes, so that it ends within few steps. */
const QUICK_POLICY: LadderPolicy = { ...DEFAULT_LADDER_POLICY, critical: quick(DEFAULT_LADDER_POLICY.critical), high: quick(DEFAULT_LADDER_POLICY.high) }
/** The longest that a shelf of these steps holds an alert back. */
export const SHELF_MS = 120_000

export const PEOPLE = ['asha', 'bala', 'ravi', 'head', 'chief'] as const
export type PersonId = (typeof PEOPLE)[number]
const ACCOUNTS: Record<PersonId, readonly ['officer' | 'supervisor', string]> = { asha: ['officer', 'lucknow'], bala: ['officer', 'lucknow'], ravi: ['officer', 'lucknow'], head: ['supervisor', 'lucknow'], chief: ['supervisor', 'up'] }

/** What one person does to one of the two alerts. */
export interface Act {
  do: 'acknowledge' | 'responding' | 'on-scene' | 'resolved' | 'hand-over' | 'cannot-reach' | 'reassign' | 'escalate-now' | 'call' | 'shelve' | 'unshelve'
  by: PersonId
  to: PersonId | null
  alert: 0 | 1
  /** An earlier act sent once more, under its key. */
  isRepeat: boolean
}
/** What a person or a machine does: at once, or until it dies after so many looks into the ledger. */
export type Work =
  | { kind: 'act'; act: Act }
  | { kind: 'sweep' }
  | { kind: 'plan'; by: 0 | 1 }
  | { kind: 'send'; outcome: HandOver }
  | { kind: 'roster'; change: 'leave' | 'shift' | 'override' | 'disable'; who: PersonId }
export type Mortal = Work & { diesAfter: number | null }
export type Step = { kind: 'pass'; ms: number } | { kind: 'do'; works: readonly Mortal[] }

/** A police force of five with two alerts, whose processes die and race as the steps say, on a ledger in memory. */
export class ControlRoom {
  readonly store: Store
  readonly #turns: Scheduler
  readonly #plans: readonly [SweepMemory, SweepMemory]
  readonly #memories: readonly [Set<string>, Set<string>] = [new Set(), new Set()]
  readonly ids: string[] = []
  /** Who was told "you have it" by which docket version: an answer that must stay true. */
  readonly promised: { id: string; by: string; version: number }[] = []
  #now = T0
  #acts = 0
  #serial = 0

  readonly #policy: LadderPolicy

  /** @param needed how many must acknowledge a critical alert. */
  constructor(turns: Scheduler, needed: 1 | 2) {
    this.#turns = turns
    this.#policy = { ...QUICK_POLICY, critical: { ...QUICK_POLICY.critical, acknowledgementsNeeded: needed } }
    this.store = openModelStore(() => this.#now)
    this.#plans = [newSweepMemory(T0), newSweepMemory(T0)]
  }

  async open(): Promise<void> {
    for (const id of PEOPLE) await addPerson(this.store, { id, name: id, role: ACCOUNTS[id][0], scopeId: ACCOUNTS[id][1] })
    for (const severity of ['critical', 'high'] as const) {
      const job = makeJob(severity, {}, {}, this.#now)
      await openDockets({ ...this.#deps(this.store), numbers: { take: () => Promise.resolve([`UPP-20260921-${String(++this.#serial).padStart(6, '0')}`]), giveBack: () => undefined }, policy: this.#policy, handles: DEFAULT_TRIAGE_POLICY }, [job])
      this.ids.push(docketIdFor(job.post.caseId))
    }
  }

  pass(ms: number): void {
    this.#now += ms
  }

  async dockets(): Promise<Docket[]> {
    return this.store.dockets.getMany(this.ids)
  }

  /** Does all of them side by side, in an order that the scheduler chooses, each until its end or its death. */
  async run(works: readonly Mortal[]): Promise<void> {
    const isRacing = works.length > 1
    const all = Promise.all(works.map(({ diesAfter, ...work }) => {
      const life = this.#life(diesAfter, isRacing)
      return Promise.race([life.end, this.#do(work, life.store)])
    }))
    await (isRacing ? this.#turns.waitFor(all) : all)
  }

  /** The store of one process: it takes turns with others, and after its death nothing it asked comes back. */
  #life(diesAfter: number | null, isRacing: boolean): { store: Store; end: Promise<void> } {
    let left = diesAfter ?? Infinity
    const death = Promise.withResolvers<void>()
    const turn = async (): Promise<void> => {
      if (isRacing) await this.#turns.schedule(Promise.resolve())
      if (left-- > 0) return
      death.resolve()
      await new Promise(() => undefined)
    }
    const mortal = (thing: object): object => new Proxy(thing, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>
        return async (...given: unknown[]) => {
          await turn()
          return member(...given)
        }
      },
    })
    return { end: death.promise, store: new Proxy(this.store, { get: (target, name) => (name === 'now' ? () => this.#now : mortal(Reflect.get(target, name) as object)) }) }
  }

  #deps(store: Store) {
    return { store, crypto, announcer: { announce: () => undefined }, onDelivery: () => undefined }
  }

  async #do(work: Work, store: Store): Promise<void> {
    try {
      if (work.kind === 'act') await this.#act(work.act, store)
      else if (work.kind === 'sweep') await escalateOverdue(this.#deps(store))
      else if (work.kind === 'plan') await sweepPlans({ ...this.#deps(store), exists: () => true, memory: this.#memories[work.by] }, this.#plans[work.by])
      else if (work.kind === 'send') await this.#send(work.outcome, store)
      else await this.#changeRoster(work, store)
    } catch (error) {
      // Refused acts are answers; anything else is a fault of ours.
      if (!(error instanceof PrahariError) || error.kind === 'unavailable') throw error
    }
  }

  async #send(outcome: HandOver, store: Store): Promise<void> {
    const by = () => Promise.resolve(outcome)
    const deps = { ...this.#deps(store), claimant: String(++this.#serial), throttle: 5, by: { console: by, push: by, webhook: by, email: by } }
    for (const channel of ['console', 'push', 'webhook', 'email'] as const) {
      for (const row of await findDue(store, channel, 20)) await sendDelivery(deps, row)
    }
  }

  async #act({ do: what, by, to, alert, isRepeat }: Act, store: Store): Promise<void> {
    const viewer = viewerOf(by)
    const input = { alertId: this.ids[alert] ?? '', key: `key-${isRepeat ? Math.max(1, this.#acts) : ++this.#acts}` }
    const deps = this.#deps(store)
    const reason = 'because'
    switch (what) {
      case 'acknowledge': {
        const { did, docket } = await acknowledgeAlert(deps, viewer, input)
        if (did !== 'nothing') this.promised.push({ id: docket.id, by, version: docket.version })
        return
      }
      case 'hand-over': return void await handOverAlert(deps, viewer, { ...input, to, reason })
      case 'cannot-reach': return void await giveBackAlert(deps, viewer, { ...input, reason })
      case 'reassign': return void await reassignAlert(deps, viewer, { ...input, to: to ?? 'asha', reason })
      case 'escalate-now': return void await escalateAlert(deps, viewer, input)
      case 'call': return void await callPost(deps, viewer, { ...input, post: 'district-head' })
      case 'shelve': return void await shelveAlert(deps, viewer, { ...input, until: this.#now + SHELF_MS, reason })
      case 'unshelve': return void await unshelveAlert(deps, viewer, input)
      default: return void await reportProgress(deps, viewer, { ...input, step: what, reason })
    }
  }

  async #changeRoster({ change, who }: Extract<Work, { kind: 'roster' }>, store: Store): Promise<void> {
    const deps = { store, crypto }
    const chief = viewerOf('chief')
    const duty = { post: 'district-duty', nodeId: 'lucknow' } as const
    const stretch = { from: this.#now, to: this.#now + 60_000, note: '' }
    if (change === 'leave') await takeLeave(deps, chief, { personId: who, ...stretch })
    else if (change === 'override') await overrideDuty(deps, chief, { ...duty, personId: who, insteadOf: null, ...stretch })
    else if (change === 'disable') await disablePerson(store, who)
    else await writeRoster(deps, chief, rosterBody.parse({ ...duty, shifts: [{ name: 'day', days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '00:00', personIds: [who] }] }))
  }
}

function viewerOf(id: PersonId): Viewer {
  const [role, scopeId] = ACCOUNTS[id]
  return { personId: id, name: id, role, scopePath: findNode(scopeId)?.path ?? '' }
}
