import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newDocket } from '../../src/domain/new-docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Severity } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { startReading } from '../../src/triage/reading.ts'
import { withHistory } from '../../src/triage/signals/doubt.ts'
import { laneOf } from '../../src/triage/threads/lane.ts'
import { SIGNALS } from '../../src/triage/triage.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { POSTS } from './fixtures/posts.ts'
import { judge } from './judge.ts'

const doubtOf = (text: string): { likelihood: number; reasons: string[] } => judge(text).doubt ?? { likelihood: -1, reasons: [] }

describe('doubt', () => {
  test.each([
    ['testing, please ignore, checking if police replies', 'says that it is a test'],
    ['ghar me aag lag gayi bachao 😂😂', 'laughs beside a cry'],
    ['mazak kar raha tha sir, prank tha', 'speaks of a joke or a prank'],
    ['bachao bachao dekhte hain kitni der me police aati hai', 'dares the police'],
    ['shahar me bachcha chor gang ghoom raha hai, sabhi group me share karo, zyada se zyada forward kare', 'worded like a chain letter'],
    ['सुना है कि शहर में बम रखा है', 'told by hearsay'],
    ['alien ne mere ghar par hamla kar diya', 'claims what cannot be'],
    ['एलियन ने हमला कर दिया', 'claims what cannot be'],
    ['सभी ग्रुप में शेयर करें, ज्यादा से ज्यादा वायरल करो', 'worded like a chain letter'],
  ])('%s', (text, reason) => {
    const doubt = doubtOf(text)
    expect(doubt.reasons).toContain(reason)
    expect(doubt.likelihood).toBeGreaterThan(0.2)
    expect(doubt.likelihood).toBeLessThan(1)
  })

  test.each(['कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, हम सब अंदर हैं, जल्दी पुलिस भेजो! गोमती नगर, लखनऊ', 'meri beti abhi tak ghar nahi aayi, phone band hai', 'he is following me, please send help'])('%s: none', (text) => {
    expect(doubtOf(text)).toEqual({ likelihood: 0, reasons: [] })
  })

  test('counts tags, new accounts and earlier false alarms, and says so', () => {
    const mentions = Array.from({ length: 11 }, (_, at) => `account${at}`)
    expect(judge('help', { mentions, author: { id: '1', handle: 'raj98765432', name: 'Raj', location: null, followers: 0 } }).doubt?.reasons)
      .toEqual(['tags many accounts', 'the handle looks newly made', 'the author has hardly a follower'])
    expect(withHistory(undefined, 0)).toEqual({ likelihood: 0, reasons: [] })
    expect(withHistory({ likelihood: 0.2, reasons: ['x'] }, 1)).toEqual({ likelihood: 0.4, reasons: ['x', 'one earlier alert of the author was a false alarm'] })
    expect(withHistory(undefined, 9).likelihood).toBe(0.6)
  })

  test('moves neither score nor place nor severity: what triage says is the same without it', () => {
    const texts = fc.oneof(fc.constantFrom(...POSTS.map(({ text }) => text)), fc.array(fc.constantFrom(...POSTS.flatMap(({ text }) => text.split(' ')), 'prank', '😂', 'testing', 'forward to all', 'alien'), { maxLength: 30 }).map((parts) => parts.join(' ')))
    const read = (text: string, without: string): unknown => {
      const reading = startReading(makePost({ id: '1', text }), DEFAULT_TRIAGE_POLICY)
      for (const signal of SIGNALS) if (signal.name !== without) signal.run(reading)
      return [reading.score, reading.reasons, reading.place, reading.followUp]
    }
    fc.assert(fc.property(texts, (text) => {
      expect(read(text, 'doubt')).toEqual(read(text, ''))
    }), { numRuns: 200 })
  })

  test('moves neither lane nor alert', () => {
    const severities = fc.constantFrom<Severity>('critical', 'high', 'normal', 'low')
    fc.assert(fc.property(severities, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9), (severity, likelihood, falseAlarms) => {
      const opened = [{ likelihood: 0, reasons: [] }, withHistory({ likelihood, reasons: ['a hoax'] }, falseAlarms)].map((doubt) => {
        const [post, verdict] = [makePost({ id: '1' }), makeVerdict(severity, { doubt })]
        const docket = newDocket({ post, verdict, receivedAt: 1, number: 'N', authorId: '1', matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now: 2, sha256: () => '' })
        return [laneOf(post, verdict), docket.alert, docket.path, docket.status, docket.nextDueAt]
      })
      expect(opened[0]).toEqual(opened[1])
    }))
  })
})
