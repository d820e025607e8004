import { describe, expect, it } from 'vitest'
import { problemOf } from '../../../src/adapters/x/problem.ts'

const NOW = 1_790_000_000_000
const kindOf = (status: number, body: unknown): string => problemOf(status, body, {}, NOW).kind

describe('what X refuses', () => {
  it('is classified by what can be done about it', () => {
    expect(kindOf(409, { title: 'ConnectionException', connection_issue: 'RuleConfigurationIssue' })).toBe('no-rules')
    expect(kindOf(429, { connection_issue: 'TooManyConnections', type: 'https://api.twitter.com/2/problems/streaming-connection' })).toBe('too-many-connections')
    expect(kindOf(429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] })).toBe('rate-limited')
    expect(kindOf(429, { type: 'https://api.x.com/2/problems/usage-capped' })).toBe('refused')
    for (const status of [400, 401, 402, 403, 404]) expect(kindOf(status, {})).toBe('refused')
    for (const body of ['<!DOCTYPE html><h1>Over capacity</h1>', '', undefined, null, 7, [], { errors: 'no' }]) expect(kindOf(503, body)).toBe('http')
  })

  it('is said in words that hold what X said', () => {
    expect(problemOf(403, { title: 'Client Forbidden', detail: 'not enrolled' }, {}, NOW)).toMatchObject({ detail: '403 Client Forbidden: not enrolled' })
    expect(problemOf(503, '<html>', {}, NOW)).toMatchObject({ detail: '503 an HTML page' })
    expect(problemOf(400, { errors: [{ message: 'bad since_id' }], title: 'Invalid Request' }, {}, NOW)).toMatchObject({ detail: '400 Invalid Request: bad since_id' })
  })

  it('x60 measures the wait for a reset on the clock of X', () => {
    const reset = String(NOW / 1000 + 60)
    const five = 5 * 60_000
    const wait = (headers: Record<string, string>, now: number): unknown => {
      const problem = problemOf(429, {}, headers, now)
      return problem.kind === 'rate-limited' ? problem.resetInMs : problem
    }
    const date = new Date(NOW).toUTCString()
    for (const skew of [-five, 0, five]) expect(wait({ 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': '0', date }, NOW + skew)).toBe(60_000)
    expect(wait({ 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': '0' }, NOW)).toBe(60_000)
    expect(wait({ 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': '48', date }, NOW)).toBeNull()
    expect(wait({}, NOW)).toBeNull()
  })
})
