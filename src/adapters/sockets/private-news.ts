import type { DutyBook } from '../../actions/duty-book.ts'
import { isDrill, markOf } from '../../domain/drill.ts'
import type { Docket } from '../../domain/docket.ts'
import type { ConsoleSocket } from './events.ts'

/** How many drills are remembered as told. */
const MAX_DRILLS = 50

/** Tells each console whose person came on or went off duty, when that changes. */
export function createDutyTeller(duty: DutyBook, now: () => number): { of(socket: ConsoleSocket): ReturnType<DutyBook['of']>; tell(sockets: Iterable<ConsoleSocket>): Promise<void> } {
  const of = (socket: ConsoleSocket): ReturnType<DutyBook['of']> => {
    const { data } = socket
    const known = data.duty
    if (known && known.edition === duty.edition && (known.dutyUntil === null || now() < known.dutyUntil)) return known
    data.duty = { ...duty.of(data.viewer), edition: duty.edition }
    return data.duty
  }
  return {
    of: (socket) => {
      const { onDuty, dutyUntil } = of(socket)
      return { onDuty, dutyUntil }
    },
    async tell(sockets) {
      await duty.refresh()
      for (const socket of sockets) {
        const before = socket.data.duty
        const { onDuty, dutyUntil } = of(socket)
        if (before && (before.onDuty !== onDuty || before.dutyUntil !== dutyUntil)) socket.emit('duty', { serverNow: now(), onDuty, dutyUntil })
      }
    },
  }
}

/** Tells every console of a drill's docket, once, and hands on who painted it first: walls and others apart. */
export function createDrillTeller(emit: (id: string) => void, on: (id: string, step: 'emitted' | 'painted', by: string) => void): { tell(dockets: readonly Docket[]): void; painted(id: string, role: string): void } {
  const told = new Map<string, Set<string>>()
  return {
    tell(dockets) {
      for (const { post, alertOpen } of dockets) {
        const id = isDrill(post) && alertOpen === 1 ? markOf(post.text)?.id : undefined
        if (id === undefined || told.has(id)) continue
        told.set(id, new Set())
        for (const old of [...told.keys()].slice(0, -MAX_DRILLS)) told.delete(old)
        emit(id)
        on(id, 'emitted', 'server')
      }
    },
    painted(id, role) {
      const by = told.get(id)
      if (!by || by.has(role)) return
      by.add(role)
      on(id, 'painted', role)
    },
  }
}
