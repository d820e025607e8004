import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newAcknowledgeMemory, sweepAcknowledgements } from '../../src/actions/sweep-acknowledgements.ts'
import type { AcknowledgeDeps } from '../../src/actions/sweep-acknowledgements.ts'
import { writeTemplate } from '../../src/actions/write-template.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { openReplying } from './replying.ts'

let site: Awaited<ReturnType<typeof openReplying>>
beforeAll(async () => { site = await openReplying() })
beforeEach(() => site.clear())
afterAll(() => site.stop())

const deps = (severities: AcknowledgeDeps['severities'] extends ReadonlySet<infer One> ? One[] : never = ['critical', 'high', 'normal']): AcknowledgeDeps => ({ ...site.deps, trackCode: () => 'K7M2Q9AB', severities: new Set(severities) })
const sweep = (of = deps()) => sweepAcknowledgements(of, newAcknowledgeMemory(site.store.now()))
const repliesOf = ({ id }: Docket) => site.store.replies.find({ index: 'byDocket', equals: { docketId: id }, limit: 10 })

describe('the first acknowledgement', () => {
  it.each([['hi', /शिकायत मिल गई/], ['en', /We have your complaint/], ['hinglish', /shikayat mil gayi/], ['mixed', /शिकायत मिल गई/]] as const)('is in the script of the complainant: %s', async (language, words) => {
    const docket = await site.docket({}, 'normal', { language })
    await sweep()
    const [reply] = await repliesOf(docket)
    expect(reply).toMatchObject({ kind: 'acknowledgement', state: 'queued', by: 'system', inReplyToId: docket.post.id })
    expect(reply?.text).toMatch(words)
    expect(reply?.text).toContain(docket.number)
  })

  it('is one, however many sweep and however often', async () => {
    const docket = await site.docket()
    await Promise.all([sweep(), sweep(), sweep()])
    await sweep()
    expect(await repliesOf(docket)).toHaveLength(1)
    await site.sweep()
    await site.sweep()
    expect(site.emulator.replies().filter(({ inReplyToId }) => inReplyToId === docket.post.id)).toHaveLength(1)
  })

  it('is not for severities that are switched off, nor for who did not call us, nor for old posts', async () => {
    const [normal, cold] = [await site.docket(), await site.docket({}, 'normal', {}, false)]
    const old = await site.docket()
    await site.store.dockets.replace({ ...old, version: old.version + 1, postedAt: site.store.now() - 25 * 3_600_000 }, old.version)
    await sweep(deps(['critical']))
    expect(await repliesOf(normal)).toHaveLength(0)
    await sweep()
    expect([(await repliesOf(normal)).length, (await repliesOf(cold)).length, (await repliesOf(old)).length]).toEqual([1, 0, 0])
  })

  it('of a protected person is a message that says nothing of what it was; never a public word by itself', async () => {
    const docket = await site.docket({ author: 'protected_demo', receivesDm: false }, 'normal', { category: 'land_dispute', isProtected: true, language: 'en' })
    await sweep()
    const [reply] = await repliesOf(docket)
    expect(reply).toMatchObject({ kind: 'dm', inReplyToId: null, recipientId: docket.authorId })
    expect(reply?.text).not.toMatch(/police|complaint|help|\b112\b/i)
    await site.sweep()
    await sweep()
    await site.sweep()
    expect((await repliesOf(docket)).map(({ kind, state }) => [kind, state]).sort()).toEqual([['acknowledgement', 'waiting'], ['dm', 'refused']])
    expect(site.emulator.replies()).toHaveLength(0)
  })

  it('uses the templates that an administrator wrote; what the gate stops is left to a person', async () => {
    const base = { id: 'acknowledgement.en', kind: 'acknowledgement', category: null, lang: 'en', name: 'general' } as const
    await expect(writeTemplate(site.store, { ...base, text: 'hello {nobody}' }, 0)).rejects.toMatchObject({ field: 'text' })
    const { template } = await writeTemplate(site.store, { ...base, text: 'Noted as {number}.' }, 0)
    await expect(writeTemplate(site.store, { ...base, text: 'other' }, 0)).rejects.toMatchObject({ kind: 'conflict' })
    const first = await site.docket()
    await sweep()
    expect(await repliesOf(first)).toMatchObject([{ text: `Noted as ${first.number}.` }])
    await writeTemplate(site.store, { ...base, text: 'Call 98765 43210.' }, template.version)
    const second = await site.docket()
    await sweep()
    expect(await repliesOf(second)).toHaveLength(0)
  })
})
