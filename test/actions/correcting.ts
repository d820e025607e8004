import { createHash } from 'node:crypto'
import type { CorrectDeps, CorrectionTarget } from '../../src/actions/correct-verdict.ts'
import { correctVerdict } from '../../src/actions/correct-verdict.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import type { Store } from '../../src/actions/ports.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { CorrectionWish } from '../../src/domain/correction.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { overriding } from '../faults/overriding.ts'

export const SHA256 = (text: string): string => createHash('sha256').update(text).digest('hex')
export const DESK: Viewer = { personId: 'meena', name: 'Meena', role: 'desk', scopePath: '/up/' }

export function correctDeps(store: Store): CorrectDeps {
  return { store, announcer: { announce: () => undefined }, crypto: { sha256: SHA256 }, numbers: docketNumbers(store, 1), policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY }
}

/** Where a correcting process can die: right after the named write. */
export const DEATHS = ['inbox.replace', 'dockets.replace', 'dockets.insertMany', 'corrections.insertMany'] as const
export type Death = (typeof DEATHS)[number]

/** The store of a process that dies by SIGKILL right after its first such write. */
function dyingAfter(store: Store, death: Death): Store {
  const [collection, method] = death.split('.') as ['dockets', 'replace']
  const real = store[collection]
  const write = async (...args: Parameters<typeof real.replace>): Promise<unknown> => {
    const outcome = await real[method](...args)
    process.kill(process.pid, 'SIGKILL')
    return outcome
  }
  return overriding(store, { [collection]: overriding(real, { [method]: write } as Partial<typeof real>) })
}

// As a process of its own (file, death, target, wish): makes the one correction and dies on the way.
if (process.argv[1] === import.meta.filename) {
  const [, , file = '', death, target = '', wish = ''] = process.argv
  const store = dyingAfter(await openSqliteStore({ file }), death as Death)
  await correctVerdict(correctDeps(store), DESK, JSON.parse(target) as CorrectionTarget, JSON.parse(wish) as CorrectionWish)
  process.stdout.write('survived\n')
  await store.close()
}
