import type { Drill } from '../domain/drill.ts'
import type { Store } from './ports.ts'

const MAX_TRIES = 12

/** Takes a drill one step, on what anybody else wrote of it meanwhile. Answers it as it then stands; undefined when there is none. @throws PrahariError unavailable. */
export async function changeDrill(store: Pick<Store, 'drills'>, id: string, decide: (drill: Drill) => Drill): Promise<Drill | undefined> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const drill = await store.drills.get(id)
    if (!drill) return undefined
    const next = decide(drill)
    if (next === drill) return drill
    const written = { ...next, version: drill.version + 1 }
    if ((await store.drills.replace(written, drill.version)) === 'replaced') return written
  }
  return store.drills.get(id)
}
