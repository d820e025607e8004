import type { Announcer, Store } from '../../src/actions/ports.ts'
import { overriding } from './overriding.ts'

/** What a watched process tells its parent over IPC, after the fact: what is lost on the way was answered to nobody. */
export type News =
  /** Posts of which the inbox said that they are recorded. */
  | { accepted: string[] }
  /** Changes that consoles are told, with the last rung fired. */
  | { announced: { id: string; version: number; rung: number }[] }

export function watched({ store, announcer }: { store: Store; announcer: Announcer }, tell: (news: News) => void): { store: Store; announcer: Announcer } {
  const { inbox } = store
  return {
    store: overriding(store, {
      inbox: overriding(inbox, {
        async insertMany(rows) {
          const outcomes = await inbox.insertMany(rows)
          tell({ accepted: rows.map((row) => row.id) })
          return outcomes
        },
      }),
    }),
    announcer: {
      announce(dockets) {
        announcer.announce(dockets)
        if (dockets.length > 0) tell({ announced: dockets.map(({ id, version, alert }) => ({ id, version, rung: (alert?.nextRung ?? 0) - 1 })) })
      },
    },
  }
}
