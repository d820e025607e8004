import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideReply } from '../../src/actions/decide-reply.ts'
import { draftReply } from '../../src/actions/draft-reply.ts'
import { readBudget } from '../../src/actions/read-budget.ts'
import { deskOf } from '../../src/domain/desk.ts'
import { firstBreak } from '../../src/domain/history.ts'
import type { Docket } from '../../src/domain/docket.ts'
import type { Reply, ReplyKind } from '../../src/domain/reply.ts'
import { nodeCrypto } from '../../src/app.ts'
import { DESK, openReplying, SECOND, SETTINGS } from './replying.ts'

let site: Awaited<ReturnType<typeof openReplying>>
beforeAll(async () => { site = await openReplying() })
beforeEach(() => site.clear())
afterAll(() => site.stop())

let keys = 0
const draft = async (docket: Docket, text: string, kind: ReplyKind = 'answer', key = `test-key-${++keys}`): Promise<Reply> => (await draftReply(site.deps, DESK, docket.id, { kind, text, key, reason: null })).reply
const now = async ({ id }: Reply): Promise<Reply> => (await site.store.replies.get(id)) as Reply
const whatOf = async ({ id }: Docket): Promise<string[]> => ((await site.store.dockets.get(id)) as Docket).history.map(({ what }) => what)

describe('an answer', () => {
  it('x49: is posted in the thread once, is in the history, stops the clock and costs what X charges', async () => {
    const docket = await site.docket()
    const reply = await draft(docket, `We have it under ${docket.number}. The station will call you.`)
    expect(reply.state).toBe('queued')
    await site.sweep()
    await site.sweep()
    const after = await now(reply)
    expect(after).toMatchObject({ state: 'posted', dueAt: null, attempts: 1 })
    expect(site.emulator.replies()).toMatchObject([{ id: after.postId, inReplyToId: docket.post.id, text: reply.text }])
    expect(await whatOf(docket)).toEqual(['opened', 'reply-drafted', 'reply-posted'])
    const told = (await site.store.dockets.get(docket.id)) as Docket
    expect(deskOf(told).clocks.repliedAt).toBe(after.postedAt)
    expect(firstBreak(told.history, nodeCrypto.sha256)).toBeNull()
    expect(await readBudget(site.store, site.store.now(), 10)).toMatchObject({ spentCents: 1 })
  })

  it('asked for twice by the same key is one', async () => {
    const docket = await site.docket()
    const key = 'same-key-1'
    const first = await draft(docket, 'We have it.', 'answer', key)
    expect((await draft(docket, 'We have it.', 'answer', key)).id).toBe(first.id)
    await site.sweep()
    expect(site.emulator.replies()).toHaveLength(1)
  })

  it('that nobody sent for us runs dry without write credentials, says so, and leaves the clock of the first reply running', async () => {
    const docket = await site.docket()
    const dry = { ...site.deps, settings: { ...SETTINGS, isDry: true } }
    const { reply } = await draftReply(dry, DESK, docket.id, { kind: 'answer', text: 'We have it.', key: 'dry-key-1', reason: null })
    await site.sweep({ ...dry, writer: null })
    expect(await now(reply)).toMatchObject({ state: 'dry', because: expect.stringContaining('dry run') as string, costCents: 0 })
    expect(site.emulator.replies()).toHaveLength(0)
    expect(await whatOf(docket)).toContain('reply-posted')
    expect(deskOf((await site.store.dockets.get(docket.id)) as Docket).clocks.repliedAt).toBeNull()
  })

  it('waits for a second officer, who is another person, and goes then', async () => {
    const docket = await site.docket()
    const reply = await draft(docket, 'Come to house no 12 with the bill.')
    expect(reply).toMatchObject({ state: 'waiting' })
    await site.sweep()
    expect(site.emulator.replies()).toHaveLength(0)
    const { version } = await now(reply)
    await expect(decideReply(site.deps, DESK, reply.id, 'approve', { key: 'k-approve-1', version, reason: null })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(decideReply(site.deps, SECOND, reply.id, 'approve', { key: 'k-approve-1', version: version + 5, reason: null })).rejects.toMatchObject({ kind: 'conflict' })
    await decideReply(site.deps, SECOND, reply.id, 'approve', { key: 'k-approve-1', version, reason: 'our own office' })
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'posted', approvedName: 'Desk Two' })
    expect(await whatOf(docket)).toEqual(['opened', 'reply-drafted', 'reply-approved', 'reply-posted'])
  })

  it('is withdrawn in time, and never sent', async () => {
    const docket = await site.docket()
    const reply = await draft(docket, 'We have it.')
    await decideReply(site.deps, DESK, reply.id, 'withdraw', { key: 'k-withdraw-1', version: reply.version, reason: null })
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'withdrawn', dueAt: null })
    expect(site.emulator.replies()).toHaveLength(0)
    expect(await whatOf(docket)).toContain('reply-withdrawn')
  })

  it('that a correction made unfit is held back when it is about to go', async () => {
    const docket = await site.docket({ text: '@PrahariUP my name is Radhika and somebody follows me' })
    const reply = await draft(docket, 'Radhika, please see your messages.')
    expect(reply.state).toBe('queued')
    const known = (await site.store.dockets.get(docket.id)) as Docket
    await site.store.dockets.replace({ ...known, version: known.version + 1, verdict: { ...known.verdict, isProtected: true } }, known.version)
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'refused', because: expect.stringContaining('safety gate') as string })
    expect(site.emulator.replies()).toHaveLength(0)
  })

  it('x54: is never posted where the gate stops it', async () => {
    const docket = await site.docket()
    await expect(draft(docket, 'Call 98765 43210')).rejects.toMatchObject({ kind: 'invalid', field: 'body.text' })
    const cold = await site.docket({}, 'normal', {}, false)
    await expect(draft(cold, 'We have it.')).rejects.toThrow(/not-summoned/)
  })
})

describe('a sender that is killed', () => {
  it.each([['after X has it', 'after'], ['before anything left', 'before']])('x53: %s: one public answer comes of it', async (_, when) => {
    const docket = await site.docket()
    const reply = await draft(docket, 'We have it.')
    const child = spawn(process.execPath, [fileURLToPath(new URL('reply-child.ts', import.meta.url)), site.folder, site.emulator.origin, site.emulator.tokens.user, String(site.ahead), when, reply.id], { stdio: ['ignore', 'ignore', 'inherit'] })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    expect(await now(reply)).toMatchObject({ state: 'sending', claimedBy: 'child' })
    expect(site.emulator.replies()).toHaveLength(when === 'after' ? 1 : 0)
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'sending' })
    for (let round = 0; round < 6; round++) {
      site.advance(61_000)
      await site.sweep()
    }
    expect(await now(reply)).toMatchObject({ state: 'posted' })
    expect(site.emulator.replies()).toHaveLength(1)
    expect((await whatOf(docket)).filter((what) => what === 'reply-posted')).toHaveLength(1)
  })
})

describe('a direct message', () => {
  it('x55: goes to the author; to a closed inbox it is refused and says what to do', async () => {
    const open = await site.docket({ author: 'open_inbox', receivesDm: true })
    const shut = await site.docket({ author: 'shut_inbox', receivesDm: false })
    const [sent, refused] = [await draft(open, 'Please send a contact number here.', 'dm'), await draft(shut, 'Please send a contact number here.', 'dm')]
    await site.sweep()
    expect(await now(sent)).toMatchObject({ state: 'posted' })
    expect(site.emulator.messages()).toMatchObject([{ participantId: open.authorId }])
    expect(await now(refused)).toMatchObject({ state: 'refused', because: expect.stringContaining('takes no DM') as string })
    expect((await now(refused)).findings.map(({ code }) => code)).toContain('dm-closed')
  })

  it('whose answer was lost is found among our messages', async () => {
    const docket = await site.docket({ author: 'open_inbox', receivesDm: true })
    site.emulator.fault({ kind: 'message-lost', count: 1 })
    const reply = await draft(docket, 'Please send a contact number here.', 'dm')
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'unsure' })
    site.advance(11_000)
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'posted', postId: site.emulator.messages()[0]?.id })
    expect(site.emulator.messages()).toHaveLength(1)
  })
})

describe('when X refuses', () => {
  it.each([
    ['not-summoned', /did not mention us/], ['limited', /lets only some people answer/], ['gone', /deleted or hidden/],
  ] as const)('x49, x51: %s: for good, with what can be done; retried by hand it is in the history twice', async (verdict, because) => {
    const docket = await site.docket()
    site.emulator.fault({ kind: 'reply-verdict', verdict, count: 2 })
    const reply = await draft(docket, 'We have it.')
    await site.sweep()
    const refused = await now(reply)
    expect(refused).toMatchObject({ state: 'refused', dueAt: null })
    expect(refused.because).toMatch(because)
    site.advance(3_600_000)
    await site.sweep()
    expect((await now(reply)).attempts).toBe(1)
    await decideReply(site.deps, DESK, reply.id, 'retry', { key: 'k-retry-1', version: refused.version, reason: null })
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'refused' })
    expect((await whatOf(docket)).filter((what) => what === 'reply-refused')).toHaveLength(2)
  })

  it('x51: a post that is gone is noticed before anything is sent', async () => {
    const docket = await site.docket()
    const reply = await draft(docket, 'We have it.')
    site.emulator.remove(docket.post.id)
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'refused' })
    expect(site.emulator.requests().some(({ method, path }) => method === 'POST' && path === '/2/tweets')).toBe(false)
    await expect(draft(docket, 'Another try.')).rejects.toThrow(/post-gone/)
    const noticed = await site.docket()
    await site.store.dockets.replace({ ...noticed, version: noticed.version + 1, post: { ...noticed.post, deletedAt: site.store.now() } }, noticed.version)
    await expect(draft(noticed, 'We have it.')).rejects.toThrow(/post-gone/)
  })

  it('x52: the window of 15 minutes and the cap of 24 hours wait for different resets, and so do those behind', async () => {
    const [one, two] = [await site.docket(), await site.docket()]
    site.emulator.fault({ kind: 'reply-verdict', verdict: 'quota', count: 1 })
    const [first, second] = [await draft(one, 'We have it.'), await draft(two, 'We have it too.')]
    const began = site.store.now()
    await site.sweep()
    for (const reply of [await now(first), await now(second)]) {
      expect(reply).toMatchObject({ state: 'queued', because: expect.stringContaining('15 minutes') as string })
      expect((reply.dueAt ?? 0) - began).toBeGreaterThan(890_000)
      expect((reply.dueAt ?? 0) - began).toBeLessThan(910_000)
    }
    site.advance(905_000)
    site.emulator.fault({ kind: 'reply-verdict', verdict: 'day-cap', count: 1 })
    const again = site.store.now()
    await site.sweep()
    const capped = await now(first)
    expect(capped.because).toContain('24 hours')
    expect((capped.dueAt ?? 0) - again).toBeGreaterThan(20 * 3_600_000)
    site.restart()
    site.advance(21 * 3_600_000)
    await site.sweep()
    expect(site.emulator.replies()).toHaveLength(2)
  })

  it('without credits nothing is sent, an alarm is on, and it is probed slowly with one', async () => {
    const dockets = [await site.docket(), await site.docket(), await site.docket()]
    site.emulator.fault({ kind: 'http', on: 'write', status: 402 })
    for (const docket of dockets) await draft(docket, `We have it, ${docket.number}.`)
    await site.sweep()
    expect(site.memory).toMatchObject({ isAlarm: true, because: expect.stringContaining('no credits') as string })
    const tries = (): number => site.emulator.requests().filter(({ method, path }) => method === 'POST' && path === '/2/tweets').length
    expect(tries()).toBe(1)
    site.advance(300_000)
    await site.sweep()
    expect(tries()).toBe(1)
    site.advance(301_000)
    await site.sweep()
    expect(tries()).toBe(2)
    site.emulator.clearFaults()
    site.advance(601_000)
    await site.sweep()
    expect(site.emulator.replies()).toHaveLength(3)
    expect(site.memory.isAlarm).toBe(false)
  })

  it('x50: an unknown result is looked for, never guessed: lost answer, 5xx, duplicate', async () => {
    const [lost, broken, twin] = [await site.docket(), await site.docket(), await site.docket()]
    site.emulator.fault({ kind: 'reply-lost', count: 1 })
    const first = await draft(lost, 'We have it & look into it <now>.')
    await site.sweep()
    expect(await now(first)).toMatchObject({ state: 'unsure', unsureOf: 'lost' })
    site.emulator.fault({ kind: 'reply-verdict', verdict: 'server-error', count: 1 })
    const second = await draft(broken, 'We have that one.')
    await site.sweep()
    expect(await now(second)).toMatchObject({ state: 'unsure' })
    site.emulator.fault({ kind: 'reply-verdict', verdict: 'duplicate', count: 1 })
    const third = await draft(twin, 'We have this one.')
    await site.sweep()
    expect(await now(third)).toMatchObject({ state: 'unsure', unsureOf: 'duplicate' })
    for (let round = 0; round < 4; round++) {
      site.advance(11_000)
      await site.sweep()
    }
    expect(await now(first)).toMatchObject({ state: 'posted', because: expect.stringContaining('found') as string })
    expect(await now(second)).toMatchObject({ state: 'posted', attempts: 2 })
    expect(await now(third)).toMatchObject({ state: 'refused', because: expect.stringContaining('change the wording') as string })
    expect(site.emulator.replies().map(({ inReplyToId }) => inReplyToId)).toEqual([lost.post.id, broken.post.id])
  })

  it('what is unsure stays so while X does not let us look', async () => {
    const docket = await site.docket()
    site.emulator.fault({ kind: 'reply-lost', count: 1 })
    const reply = await draft(docket, 'We have it.')
    await site.sweep()
    site.emulator.fault({ kind: 'http', on: 'posts', status: 503 })
    for (let round = 0; round < 5; round++) {
      site.advance(400_000)
      await site.sweep()
      expect(await now(reply)).toMatchObject({ state: 'unsure' })
    }
    site.emulator.clearFaults()
    site.advance(400_000)
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'posted' })
    expect(site.emulator.replies()).toHaveLength(1)
  })

  it('that cannot be reached is tried again, later each time', async () => {
    const docket = await site.docket()
    const reply = await draft(docket, 'We have it.')
    site.emulator.fault({ kind: 'refuse' })
    await site.sweep()
    expect(await now(reply)).toMatchObject({ state: 'queued', attempts: 1, because: expect.stringContaining('cannot be reached') as string })
    site.advance(6_000)
    await site.sweep()
    const { attempts, dueAt } = await now(reply)
    expect(attempts).toBe(2)
    expect((dueAt ?? 0) - site.store.now()).toBeGreaterThan(9_000)
  })
})
