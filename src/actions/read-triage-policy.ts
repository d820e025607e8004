import { policyChanges } from '../contract/triage-policy.ts'
import { DEFAULT_TRIAGE_POLICY } from '../triage/policy.ts'
import type { TriagePolicy } from '../triage/policy.ts'
import { policyProblems, withPolicyChanges } from '../triage/policy-changes.ts'

/** A policy, or every problem of what was to become one, each naming its field. */
export type PolicyReading = { policy: TriagePolicy; problems: null } | { policy: null; problems: string[] }

/** The default policy with the changes that a JSON value names. */
export function readTriagePolicy(json: unknown): PolicyReading {
  const parsed = policyChanges.safeParse(json)
  if (!parsed.success) {
    return { policy: null, problems: parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)) }
  }
  const policy = withPolicyChanges(DEFAULT_TRIAGE_POLICY, parsed.data)
  const problems = policyProblems(policy)
  return problems.length > 0 ? { policy: null, problems } : { policy, problems: null }
}
