import { reach } from '../domain/drill.ts'
import type { Drill, DrillStep } from '../domain/drill.ts'
import { evolveRow } from './evolve-row.ts'
import type { Store } from './ports.ts'

/** Takes a drill one step, on what anybody else wrote of it meanwhile. Answers it as it then stands; undefined when there is none. @throws PrahariError unavailable. */
export async function changeDrill(store: Pick<Store, 'drills'>, id: string, decide: (drill: Drill) => Drill): Promise<Drill | undefined> {
  const { row } = await evolveRow(store.drills, id, 'the drill', (drill?: Drill) => {
    const next = drill && decide(drill)
    return next === drill ? drill : next && { ...next, version: next.version + 1 }
  })
  return row
}

/**
 * Writes steps down one after the other, each with the time at which it happened: a write that waits for the store, or loses a race and
 * comes again, must not make its step look later than the next one.
 */
export function drillSteps(store: Pick<Store, 'drills' | 'now'>): (id: string, step: DrillStep, found?: Pick<Drill, 'paintedBy'>) => Promise<unknown> {
  let before: Promise<unknown> = Promise.resolve()
  return (id, step, found) => {
    const at = store.now()
    const written = before.then(() => changeDrill(store, id, (drill) => reach(drill, step, at, found)))
    before = written.catch(() => undefined)
    return written
  }
}
