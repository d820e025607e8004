import { actOnDocket } from '../../actions/act-on-docket.ts'
import { actOnMany } from '../../actions/act-on-many.ts'
import type { Acted } from '../../actions/change-alert.ts'
import { keepView, readViews, removeView } from '../../actions/keep-view.ts'
import { lookIntoAlarm } from '../../actions/look-into-alarm.ts'
import { openByHand } from '../../actions/open-by-hand.ts'
import type { OpenByHandDeps } from '../../actions/open-by-hand.ts'
import type { Crypto } from '../../actions/ports.ts'
import { readDeskAlarms } from '../../actions/read-desk-alarms.ts'
import { readDocketView, viewOf } from '../../actions/read-docket-view.ts'
import { unmaskDocket } from '../../actions/unmask-docket.ts'
import type { DESK_ALARM_ROUTES } from '../../contract/desk-alarms.ts'
import type { DESK_ROUTES } from '../../contract/desk-routes.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { allNodes } from '../../domain/jurisdiction.ts'
import { DEFAULT_DESK } from '../../domain/ladder.ts'
import type { Viewer } from '../../domain/person.ts'
import type { DeliveringDeps } from './delivering.ts'
import type { Handlers } from './handlers.ts'
import type { LearningDeps } from './learning.ts'
import type { NotingDeps } from './noting.ts'

export interface DeskHttpDeps extends Pick<LearningDeps, 'store' | 'correct'>, Pick<NotingDeps, 'act'>, Pick<DeliveringDeps, 'outside'> {
  crypto: Crypto
  /** What a docket opened by hand needs besides: judgement and X. */
  byHand: Pick<OpenByHandDeps, 'judge' | 'lookup'>
}

/** The life of a docket at the desk. */
export function deskHandlers({ store, act, crypto, outside, correct, byHand }: DeskHttpDeps): Pick<Handlers, keyof typeof DESK_ROUTES | keyof typeof DESK_ALARM_ROUTES> {
  const { announcer } = act
  const deps = { store, announcer, crypto, signer: outside.signer, numbers: correct.numbers, policy: correct.policy, handles: correct.handles, ...byHand }
  const acted = async ({ did, because, docket }: Acted, viewer: Viewer): Promise<RouteAnswer<'actOnDocket'>> => ({ did, because, docket: await viewOf(deps, viewer, docket) })
  return {
    docket: ({ params }, viewer) => readDocketView(deps, viewer, params.id),
    actOnDocket: async ({ params, body }, viewer) => acted(await actOnDocket(deps, viewer, params.id, body), viewer),
    actOnMany: ({ body }, viewer) => actOnMany(deps, viewer, body),
    openByHand: async ({ body }, viewer) => acted(await openByHand(deps, viewer, body), viewer),
    unmask: ({ params, body }, viewer) => unmaskDocket(deps, viewer, params.id, body.reason),
    nodes: () => ({ acceptWithinMs: (correct.policy.desk ?? DEFAULT_DESK).acceptS * 1_000, nodes: [...allNodes()].map(({ id, kind, name, nameHi, path, isRetired }) => ({ id, kind, name, nameHi, path, isRetired })) }),
    deskAlarms: (_, viewer) => readDeskAlarms(store, viewer),
    lookIntoAlarm: async ({ params, body }, viewer) => {
      await lookIntoAlarm({ store, crypto }, viewer, { id: params.id, ...body })
      return { did: 'looked-into' }
    },
    views: async (_, viewer) => ({ views: (await readViews(store, viewer.personId)).map(({ id, name, query }) => ({ id, name, query })) }),
    async saveView({ body }, viewer) {
      const { id, name, query } = await keepView({ store, crypto }, viewer.personId, body)
      return { id, name, query }
    },
    async removeView({ params }, viewer) {
      await removeView(store, viewer.personId, params.id)
      return { did: 'removed' }
    },
  }
}
