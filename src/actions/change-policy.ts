import { PrahariError } from '../domain/errors.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { ladderProblems } from '../domain/ladder-checks.ts'
import { isStateWide } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { PolicyRow } from './collections.ts'
import type { Done, Store } from './ports.ts'
import { readPolicy } from './read-policy.ts'
import { writeAudited } from './write-audited.ts'
import type { AuditedDeps } from './write-audited.ts'

export interface PolicyDeps extends AuditedDeps {
  store: AuditedDeps['store'] & Pick<Store, 'policies'>
}

export interface PolicyWish {
  ladder: Omit<LadderPolicy, 'version'>
  /** The version that was on the screen. */
  expectedVersion: number
  reason: string
}

/**
 * Sets the ladder and the times of the whole state. Every process takes it within seconds; alerts that were raised before keep
 * the version they were raised under. @throws PrahariError forbidden, invalid (field names the place), conflict, unavailable.
 */
export async function changePolicy(deps: PolicyDeps, viewer: Viewer, { ladder, expectedVersion, reason }: PolicyWish): Promise<Done & { ladder: LadderPolicy }> {
  forWholeState(viewer)
  const current = (await readPolicy(deps.store)).ladder
  const lost = new PrahariError('conflict', 'somebody changed the policy meanwhile', { field: 'expectedVersion' })
  if (current.version !== expectedVersion) throw lost
  const next = { ...ladder, version: expectedVersion + 1 }
  checkLadder(next)
  const facts = { versionWas: current.version, versionIs: next.version, reason, ...differences(current, next) }
  await setPolicy(deps, viewer, { kind: 'ladder', seq: next.version, reason, ladder: next, handles: null }, { object: 'policy:ladder', what: 'policy-changed', facts }, lost)
  return { did: 'changed', because: reason, ladder: next }
}

/** @throws PrahariError forbidden. */
export function forWholeState(viewer: Viewer): void {
  if (!isStateWide(viewer)) throw new PrahariError('forbidden', 'this is set for the whole state, by an administrator of the state', { field: 'scope' })
}

/** @throws PrahariError invalid, naming the first problem's field. */
export function checkLadder(ladder: LadderPolicy): void {
  const [problem] = ladderProblems(ladder)
  if (problem) throw new PrahariError('invalid', problem.because, { field: `body.ladder.${problem.field}` })
}

/** Stores one more version of a kind; whoever has its number first wins. */
export async function setPolicy(deps: PolicyDeps, viewer: Viewer, row: Omit<PolicyRow, 'id' | 'version' | 'at' | 'by'>, event: { object: string; what: string; facts: Record<string, string | number | boolean | null> }, lost: PrahariError): Promise<void> {
  const stored: PolicyRow = { ...row, id: `${row.kind}-${row.seq}`, version: 1, at: deps.store.now(), by: viewer.personId }
  await writeAudited(deps, { ...event, who: viewer.personId }, async () => (await deps.store.policies.insertMany([stored]))[0], lost)
}

/** What is different, one fact for each part: small, since every entry of the audit trail is. */
function differences(before: LadderPolicy, after: LadderPolicy): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const part of ['critical', 'high', 'normal', 'desk'] as const) {
    const [was, is]: Readonly<Record<string, unknown>>[] = [{ ...before[part] }, { ...after[part] }]
    for (const name of Object.keys(is ?? {})) {
      const [a, b] = [JSON.stringify(was?.[name]), JSON.stringify(is?.[name])]
      if (a !== b) facts[`${part}.${name}`] = `${a ?? 'nothing'} → ${b}`
    }
  }
  return facts
}
