import type { DeskAlarmsView } from '../contract/desk-alarms.ts'
import type { DeskAlarm } from '../domain/desk-alarm.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import type { Viewer } from '../domain/person.ts'
import type { Store } from './ports.ts'

const MOST_SHOWN = 200
const MOST_DOCKETS = 8
const LOOKED_MS = 86_400_000

/** The alarms of an area beside its alerts: those that stand, the newest first, and those somebody looked into within a day. @throws PrahariError unavailable. */
export async function readDeskAlarms(store: Pick<Store, 'deskAlarms' | 'now'>, { scopePath }: Pick<Viewer, 'scopePath'>): Promise<DeskAlarmsView> {
  const now = store.now()
  const of = (open: 0 | 1): Promise<DeskAlarm[]> => store.deskAlarms.find({ index: 'byOpen', equals: { open }, range: { gte: scopePath, lt: `${scopePath}\uffff` }, limit: MOST_SHOWN })
  const [open, quiet] = await Promise.all([of(1), of(0)])
  return {
    serverNow: now,
    alarms: open.sort((a, b) => b.lastAt - a.lastAt).map(viewOf),
    looked: quiet.filter(({ lookedInto }) => lookedInto !== null && now - lookedInto.at < LOOKED_MS).sort((a, b) => (b.lookedInto?.at ?? 0) - (a.lookedInto?.at ?? 0)).map(viewOf),
  }
}

function viewOf({ id, version, kind, subject, name, path, since, lastAt, times, reasons, lookedInto, told }: DeskAlarm): DeskAlarmsView['alarms'][number] {
  const node = nodeAt(path)
  return {
    id, version, kind, subject, name: kind === 'unopened-desk' ? node.name : name, nameHi: kind === 'unopened-desk' ? node.nameHi : name, place: node.name, placeHi: node.nameHi, nodeId: node.id, since, lastAt, times, told,
    dockets: reasons.slice(-MOST_DOCKETS).map(({ docketId, number }) => ({ id: docketId, number })), lookedInto: lookedInto && { by: lookedInto.name, at: lookedInto.at, reason: lookedInto.reason },
  }
}
