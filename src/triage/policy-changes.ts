import type { TriagePolicy } from './policy.ts'

/** Some of a policy; whatever is missing stays as it is. */
export type PolicyChanges = Partially<TriagePolicy>
type Partially<Value> = { readonly [Name in keyof Value]?: (Value[Name] extends readonly unknown[] | number | string ? Value[Name] : Partially<Value[Name]>) | undefined }

/** The policy with the changes in it: objects are merged, numbers and lists replaced. */
export function withPolicyChanges(policy: TriagePolicy, changes: PolicyChanges): TriagePolicy {
  return merged(policy, changes) as TriagePolicy
}

function merged(base: unknown, change: unknown): unknown {
  if (change === undefined) return base
  if (!isPlain(base) || !isPlain(change)) return change
  // A Map in between, so that a handle called like a member of Object is a name as any other.
  const whole = new Map(Object.entries(base))
  for (const [name, value] of Object.entries(change)) whole.set(name, merged(whole.get(name), value))
  return Object.fromEntries(whole)
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What no single field shows: thresholds out of order. One line each, naming the fields; empty when all is well. */
export function policyProblems({ severityFrom }: TriagePolicy): string[] {
  const order = ['critical', 'high', 'normal', 'low'] as const
  return order.slice(1).flatMap((name, index) => {
    const above = order[index] ?? name
    return severityFrom[above] > severityFrom[name] ? [] : [`severityFrom.${above} (${severityFrom[above]}) must be above severityFrom.${name} (${severityFrom[name]})`]
  })
}
