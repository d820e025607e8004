import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTriagePolicy } from '../../src/actions/read-triage-policy.ts'
import { policyChanges } from '../../src/contract/triage-policy.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { withPolicyChanges } from '../../src/triage/policy-changes.ts'

describe('changes to the triage policy', () => {
  it('may name everything that the policy has: a field added to one belongs into the other', () => {
    expect(policyChanges.parse(DEFAULT_TRIAGE_POLICY)).toEqual(DEFAULT_TRIAGE_POLICY)
    expect(readTriagePolicy(structuredClone(DEFAULT_TRIAGE_POLICY)).policy).toEqual(DEFAULT_TRIAGE_POLICY)
  })

  it('leave alone what they do not name, replace lists and add handles', () => {
    const { policy } = readTriagePolicy({ stance: { question: 0.9 }, ownHandles: ['mypolice'], districtHandles: { some_thana: 'agra' } })
    expect(policy).toEqual({
      ...DEFAULT_TRIAGE_POLICY, stance: { ...DEFAULT_TRIAGE_POLICY.stance, question: 0.9 }, ownHandles: ['mypolice'],
      districtHandles: { ...DEFAULT_TRIAGE_POLICY.districtHandles, some_thana: 'agra' },
    })
    expect(readTriagePolicy({}).policy).toEqual(DEFAULT_TRIAGE_POLICY)
    const odd = readTriagePolicy(JSON.parse('{"districtHandles":{"__proto__":"agra","constructor":"agra"}}')).policy
    expect(Object.hasOwn(odd?.districtHandles ?? {}, 'constructor')).toBe(true)
    expect(Object.getPrototypeOf(odd?.districtHandles)).toBe(Object.prototype)
  })

  it('are refused with a line for every wrong field', () => {
    for (const [json, fields] of [[null, ['']], [[], ['']], [{ nothing: 1 }, ['nothing']], [{ severityFrom: { critical: 101 }, districtHandles: { x: 'atlantis' } }, ['severityFrom.critical', 'districtHandles.x']]] as const) {
      const { problems } = readTriagePolicy(json)
      expect(problems).toHaveLength(fields.length)
      for (const field of fields) expect(problems?.join('\n')).toContain(field)
    }
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      const { policy, problems } = readTriagePolicy(json)
      expect((policy === null) === ((problems?.length ?? 0) > 0)).toBe(true)
    }))
  })

  it('do not touch the default', () => {
    const before = structuredClone(DEFAULT_TRIAGE_POLICY)
    withPolicyChanges(DEFAULT_TRIAGE_POLICY, { points: { life: 1 } })
    expect(DEFAULT_TRIAGE_POLICY).toEqual(before)
  })
})
