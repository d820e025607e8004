import type { RosterDeps } from '../../src/actions/write-roster.ts'

type RosterStore = RosterDeps['store']

/** The store as it would be after what is written to rosters and leaves, of which nothing is: to check a file as a whole. */
export function dryStore(store: RosterStore): RosterStore {
  return { people: store.people, rosters: dry(store.rosters), leaves: dry(store.leaves), now: () => store.now() }
}

function dry<Row extends { id: string; version: number }, Rows extends { get(id: string): Promise<Row | undefined> }>(rows: Rows & { get(id: string): Promise<Row | undefined> }): Rows {
  const written = new Map<string, Row>()
  const changes = {
    get: async (id: string) => written.get(id) ?? await rows.get(id),
    insertMany: (documents: readonly Row[]) => Promise.resolve(documents.map((one) => {
      written.set(one.id, one)
      return 'inserted' as const
    })),
    replace: (document: Row) => {
      written.set(document.id, document)
      return Promise.resolve('replaced' as const)
    },
  }
  return new Proxy(rows, { get: (target, name) => Reflect.get(name in changes ? changes : target, name) as unknown })
}
