import { beat } from '../actions/beat.ts'
import { holdLease, releaseLease } from '../actions/hold-lease.ts'
import type { XWriter } from '../actions/ports.ts'
import type { SendReplyDeps } from '../actions/send-reply.ts'
import { newAcknowledgeMemory, sweepAcknowledgements } from '../actions/sweep-acknowledgements.ts'
import { newReplyMemory, sweepReplies } from '../actions/sweep-replies.ts'
import { trackCode } from '../actions/track-code.ts'
import type { World } from '../app.ts'
import { SEVERITIES } from '../domain/verdict.ts'
import type { Severity } from '../domain/verdict.ts'
import type { ReplyTimes } from '../domain/reply-life.ts'
import { repeat } from '../ops/repeat.ts'
import { openWriter, replyDeps } from '../replies.ts'

const SWEEP_MS = 500
const PULSE_MS = 2_000
const LEASE_MS = 15_000
const RENEW_MS = 5_000

/**
 * Acknowledges, and sends answers to X. Any number may run: one sends by the lease, because X counts per account; the others
 * stand by. Without write credentials everything runs dry.
 */
export async function startReplies(world: World, { wrap = (writer) => writer, times }: { wrap?: (writer: XWriter) => XWriter; times?: ReplyTimes } = {}): Promise<void> {
  const { store, config, log, metrics, lifecycle, processId } = world
  const writer = await openWriter(config, () => store.now())
  if (!writer) log.info('no write credentials for X: answers run dry')
  const { signer } = await world.outside()
  const deps = replyDeps(config, world)
  const send: SendReplyDeps = { ...deps, writer: writer && wrap(writer), claimant: processId, ...(times ? { times } : {}) }
  const acknowledge = { ...deps, trackCode: (number: string) => trackCode(signer, number), severities: severitiesOf(config.PRAHARI_AUTO_ACK) }
  const lease = { id: 'x-writer', holder: processId, ttlMs: LEASE_MS }
  const seen = newAcknowledgeMemory(store.now())
  let memory = newReplyMemory()
  let heldUntil = 0
  let lastSweepAt: number | null = null

  const isOurs = (): boolean => store.now() <= heldUntil && !lifecycle.isStopping

  const renewal = repeat('lease of replies', RENEW_MS, async () => {
    const { isHeld, expiresAt, did } = await holdLease(store, lease)
    if (did === 'claimed') memory = newReplyMemory()
    heldUntil = isHeld ? expiresAt : 0
  }, log)
  const sweep = repeat('replies', SWEEP_MS, async () => {
    if (!isOurs()) return
    await sweepAcknowledgements(acknowledge, seen)
    const wasAlarm = memory.isAlarm
    const { sent, refused, unsure } = await sweepReplies(send, memory, isOurs)
    metrics.replies.inc({ outcome: 'sent' }, sent)
    metrics.replies.inc({ outcome: 'refused' }, refused)
    metrics.replies.inc({ outcome: 'unsure' }, unsure)
    if (memory.isAlarm !== wasAlarm) log[memory.isAlarm ? 'error' : 'info']({ because: memory.because }, memory.isAlarm ? 'X takes no answers from us' : 'X takes answers again')
    lastSweepAt = store.now()
  }, log)
  const pulse = repeat('pulse reply', PULSE_MS, () => beat(store, `reply:${processId}`, 'reply', { lastSweepAt, isSender: isOurs(), isDry: writer === null, isAlarm: memory.isAlarm, because: memory.because }), log)
  lifecycle.onStop('pulse reply', () => pulse.stop())
  lifecycle.onStop('replies', async () => {
    // A request that hangs would outlive the stop: cut, its answer is unsure, and looked for at the next start.
    writer?.close()
    await Promise.all([sweep.stop(), renewal.stop()])
    await releaseLease(store, lease)
  })
}

function severitiesOf(setting: string): ReadonlySet<Severity> {
  const names = setting.split(',')
  return new Set(SEVERITIES.filter((one) => names.includes(one)))
}
