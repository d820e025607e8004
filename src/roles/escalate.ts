import { beat } from '../actions/beat.ts'
import { checkWalls, newWallMemory } from '../actions/check-walls.ts'
import { checkRosters } from '../actions/check-rosters.ts'
import { escalateOverdue } from '../actions/escalate-overdue.ts'
import { findAudit } from '../actions/find-audit.ts'
import { briefTail, projectBriefs, reconcileBriefs } from '../actions/project-briefs.ts'
import { pushToDevices } from '../actions/push-to-devices.ts'
import { receivePosts } from '../actions/receive-posts.ts'
import { removeOldDrills, runDrill } from '../actions/run-drill.ts'
import type { DrillDeps, DrillMemory } from '../actions/run-drill.ts'
import { flagTail, sweepDeskAlarms, sweepUnopenedDesks } from '../actions/sweep-desk-alarms.ts'
import { newRetimeMemory, retimeDesks } from '../actions/retime-desks.ts'
import { sweepDesks } from '../actions/sweep-desks.ts'
import { sweepInbox } from '../actions/sweep-inbox.ts'
import { issueReceiptToken } from '../actions/issue-receipt-token.ts'
import { deliveryCounter, openDeps } from '../app.ts'
import type { World } from '../app.ts'
import { createTeller } from '../conditions.ts'
import type { Teller } from '../conditions.ts'
import { putDrillPost } from '../adapters/x/drill-post.ts'
import { CONDITION_LIMITS } from '../domain/condition.ts'
import { repeat } from '../ops/repeat.ts'
import { channelExists } from '../outside.ts'

const INBOX_SWEEP_MS = 1_000
const DESK_SWEEP_MS = 1_000
const PULSE_MS = 2_000
const SWEEP_BLOCK = 8
const ROSTER_CHECK_MS = 60_000
const WALL_CHECK_MS = 1_000
const AUDIT_CHECK_MS = 1_000
/** An audit that was not heard of for 25 s is told of at once. */
const AUDIT_TOLD = { ...CONDITION_LIMITS, tellMs: 0 }
const DESK_ALARM_MS = 3_000
/** A desk is late by the half hour. */
const UNOPENED_MS = 30_000
const BRIEFS_MS = 1_000
const BRIEFS_CHECK_MS = 60_000
const DRILL_LOOK_MS = 250
const DRILL_CLEAN_MS = 3_600_000
/** The listener connects, the consoles come back: the first drill of a process waits for them. */
const FIRST_DRILL_MS = 15_000
/** Whose devices take the push of each drill: an account of this name, if somebody made one. */
const DRILL_PERSON = 'drill'

/** Sweeps the ledger: due rungs every half second, forgotten inbox rows every second. Any number may run at once. */
export function startEscalation(world: World): void {
  const { store, queues, announcer, crypto, log, metrics, lifecycle, config, processId, policy } = world
  let lastSweepAt: number | null = null
  let lastInboxSweepAt: number | null = null

  const ladder = repeat('ladder sweep', config.PRAHARI_SWEEP_MS, async () => {
    const began = performance.now()
    const swept = await escalateOverdue({ store, announcer, crypto })
    metrics.sweepDuration.observe((performance.now() - began) / 1000)
    metrics.rungsFired.inc(swept.rungs)
    metrics.ackLapsed.inc(swept.lapsed)
    for (const lateMs of swept.lateMs) metrics.escalationLateness.observe(lateMs / 1000)
    lastSweepAt = store.now()
  }, log)
  const deps = openDeps(world, SWEEP_BLOCK)
  const inbox = repeat('inbox sweep', INBOX_SWEEP_MS, async () => {
    const swept = await sweepInbox(deps, queues.isUp())
    metrics.inboxSwept.inc(swept.opened)
    metrics.docketsOpened.inc(swept.opened)
    metrics.alertsRaised.inc(swept.raised)
    metrics.quarantined.inc(swept.quarantined)
    lastInboxSweepAt = store.now()
  }, log)
  const retimes = newRetimeMemory()
  const desks = repeat('desk sweep', DESK_SWEEP_MS, async () => {
    const { retimed } = await retimeDesks({ store, announcer, crypto, policy }, retimes)
    if (retimed > 0) log.info({ retimed, version: policy.version }, 'dockets go by new desk times')
    const { fired } = await sweepDesks({ store, announcer, crypto, policy })
    for (const [what, count] of Object.entries(fired)) metrics.deskTimers.inc({ what }, count)
  }, log)
  const pulse = repeat('pulse escalate', PULSE_MS, () => beat(store, `escalate:${processId}`, 'escalate', { lastSweepAt, lastInboxSweepAt }), log)
  let lastGaps = 0
  const rosters = repeat('roster check', ROSTER_CHECK_MS, async () => {
    const facts = await checkRosters({ store, exists: channelExists(config) })
    await beat(store, 'roster', 'roster', facts)
    if (facts.gapsNow !== lastGaps) log.info(facts, 'duty posts with nobody who can be reached')
    lastGaps = facts.gapsNow
  }, log)
  const wallDeps = { store, crypto, exists: channelExists(config), onDelivery: deliveryCounter(world), memory: newWallMemory() }
  const walls = repeat('wall check', WALL_CHECK_MS, async () => {
    const { blind, told } = await checkWalls(wallDeps)
    metrics.blindWalls.set(blind)
    if (told > 0) log.warn({ blind, told }, 'a wall is blind, its supervisor is told')
  }, log)
  watchAudit(world)
  watchDesks(world)
  startDrills(world)
  startBriefs(world)
  for (const [name, one] of Object.entries({ ladder, inbox, desks, pulse, rosters, walls })) lifecycle.onStop(`sweep ${name}`, () => one.stop())
}

/** What looks like gaming, and desks that nobody opens, until a supervisor looks into it. */
function watchDesks(world: World): void {
  const { store, crypto, config, log, lifecycle, policy } = world
  const deps = { store, crypto, policy, exists: channelExists(config), onDelivery: deliveryCounter(world) }
  const flags = flagTail(store)
  const gaming = repeat('desk alarms', DESK_ALARM_MS, async () => {
    const { raised } = await sweepDeskAlarms(deps, flags)
    if (raised > 0) log.warn({ raised }, 'dockets that a supervisor must look into')
  }, log)
  const unopened = repeat('unopened desks', UNOPENED_MS, async () => {
    const { raised, told } = await sweepUnopenedDesks(deps)
    if (raised > 0 || told > 0) log.warn({ raised, told }, 'desks that nobody opens')
  }, log)
  lifecycle.onStop('desk alarms', () => gaming.stop())
  lifecycle.onStop('unopened desks', () => unopened.stop())
}

/** The engine looks after its auditor, as the auditor after the engine: whichever lives tells of the other. */
function watchAudit(world: World): void {
  const { store, log, lifecycle } = world
  const startedAt = store.now()
  let teller: Teller | null = null
  const watch = repeat('audit check', AUDIT_CHECK_MS, async () => {
    teller ??= await createTeller(world, deliveryCounter(world), 'audit', AUDIT_TOLD)
    const finding = await findAudit(store, startedAt)
    if (finding) await teller.follow(finding)
  }, log)
  lifecycle.onStop('audit check', () => watch.stop())
}

/** Writes the brief of each docket that changes, for lists, search and reports. */
function startBriefs({ store, log, lifecycle }: World): void {
  const tail = briefTail(store)
  const follow = repeat('briefs', BRIEFS_MS, () => projectBriefs(store, tail), log)
  const compare = repeat('briefs compared', BRIEFS_CHECK_MS, () => reconcileBriefs(store), log)
  lifecycle.onStop('briefs', () => follow.stop())
  lifecycle.onStop('briefs compared', () => compare.stop())
}

/** Sends an SoS of our own through the whole chain every few minutes and sees how far it comes. */
function startDrills(world: World): void {
  const { store, announcer, queues, crypto, log, metrics, lifecycle, config, triagePolicy } = world
  if (config.PRAHARI_DRILL_EVERY_MS === 0) return
  const url = config.PRAHARI_FEED === 'demo' ? config.PRAHARI_DRILL_URL : undefined
  const receive: DrillDeps['receive'] = async (post) => {
    // Loaded when the first drill comes: where X is emulated it is judged by the listener, and never here.
    const { triage } = await import('../triage/triage.ts')
    return receivePosts({ store, queues, judge: (one) => triage(one, triagePolicy) }, [post])
  }
  const push = async (): Promise<number | null> => {
    const devices = await store.subscriptions.count({ index: 'byPerson', equals: { personId: DRILL_PERSON } })
    if (devices === 0) return null
    const { push: service, signer } = await world.outside()
    const sentAt = store.now()
    const receipt = issueReceiptToken(signer, `test-${DRILL_PERSON}`, sentAt)
    const outcomes = await pushToDevices({ store, push: service }, DRILL_PERSON, { v: 1, kind: 'test', sentAt, receipt }, { ttlS: 60, topic: 'drill' })
    return outcomes.some(({ did }) => did === 'taken') ? store.now() - sentAt : null
  }
  const memory: DrillMemory = { slot: null, pushed: new Set() }
  const startedAt = store.now()
  const deps = { store, announcer, crypto, everyMs: config.PRAHARI_DRILL_EVERY_MS, handle: config.PRAHARI_X_HANDLE, receive, push, post: url === undefined ? null : (text: string) => putDrillPost(url, text) }
  const drills = repeat('drill', DRILL_LOOK_MS, async () => {
    if (store.now() - startedAt < Math.min(FIRST_DRILL_MS, config.PRAHARI_DRILL_EVERY_MS)) return
    for (const { state, because, at } of await runDrill(deps, memory)) {
      metrics.drills.inc({ outcome: state })
      if (state === 'failed') log.warn({ because, at }, `a drill did not come through the chain: ${because}`)
    }
  }, log)
  const cleaning = repeat('old drills', DRILL_CLEAN_MS, () => removeOldDrills(store), log)
  lifecycle.onStop('drills', () => drills.stop())
  lifecycle.onStop('old drills', () => cleaning.stop())
}
