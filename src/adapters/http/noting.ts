import { acknowledgeAlert } from '../../actions/acknowledge-alert.ts'
import { addNote, addPhoto } from '../../actions/add-note.ts'
import type { NoteDeps, Noted } from '../../actions/add-note.ts'
import { notInYourArea } from '../../actions/change-alert.ts'
import type { Acted } from '../../actions/change-alert.ts'
import { callPost } from '../../actions/call-post.ts'
import type { CallDeps } from '../../actions/call-post.ts'
import type { DutyBook } from '../../actions/duty-book.ts'
import { escalateAlert } from '../../actions/escalate-alert.ts'
import { findColleagues } from '../../actions/find-colleagues.ts'
import { findDocket } from '../../actions/find-docket.ts'
import { giveBackAlert, handOverAlert } from '../../actions/hand-over-alert.ts'
import type { HandOverDeps } from '../../actions/hand-over-alert.ts'
import type { Store } from '../../actions/ports.ts'
import { readAlert } from '../../actions/read-alert.ts'
import { readLoad } from '../../actions/read-load.ts'
import type { LoadMemory } from '../../actions/read-load.ts'
import { readPhoto } from '../../actions/read-photo.ts'
import { reassignAlert } from '../../actions/reassign-alert.ts'
import { reportProgress } from '../../actions/report-progress.ts'
import { shelveAlert, unshelveAlert } from '../../actions/shelve-alert.ts'
import { acknowledgeMany } from '../../actions/acknowledge-many.ts'
import { toAlertView } from '../../contract/alert-view.ts'
import { shownFacts } from '../../contract/desk-view.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { firstBreak } from '../../domain/history.ts'
import { MAX_NOTES } from '../../domain/note.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Handlers } from './handlers.ts'
import { sendPicture } from './picture.ts'

export interface NotingDeps {
  store: Store
  act: HandOverDeps & CallDeps
  pictures: NoteDeps['pictures']
  duty: Pick<DutyBook, 'of' | 'refresh'>
}

type Names = 'alert' | 'actOnAlert' | 'acknowledgeMany' | 'load' | 'colleagues' | 'addNote' | 'addPhoto' | 'photo'

/** One alert with everything about it, what a person does to it without a socket, and remarks and photos. */
export function noteHandlers({ store, act, pictures, duty }: NotingDeps): Pick<Handlers, Names> {
  const load: LoadMemory = { last: null }
  const noting: NoteDeps = { store, pictures, announcer: act.announcer, crypto: act.crypto }
  return {
    async alert({ params }, viewer) {
      const { docket, isCleared } = await readAlert({ store, crypto: act.crypto }, viewer, params.id)
      const alert = toAlertView(docket, isCleared ? 'cleared' : 'full')
      if (!alert) throw notInYourArea('id')
      const notes = await store.notes.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: MAX_NOTES })
      return {
        serverNow: store.now(), alert, history: isCleared ? docket.history : docket.history.map((entry) => ({ ...entry, facts: shownFacts(entry.facts, true) })), isHistoryWhole: firstBreak(docket.history, act.crypto.sha256) === null,
        notes: notes.map(({ id, at, madeAt, personId, name, text, photo }) => ({ id, at, madeAt, personId, name, text: isCleared ? text : null, photo: isCleared ? photo : null })),
      }
    },
    async actOnAlert({ params, body }, viewer) {
      // A push names the docket by its number.
      const alertId = (await findDocket(store, params.id))?.id ?? params.id
      const { did, because, docket } = await perform(act, viewer, alertId, body)
      const alert = toAlertView(docket, 'full')
      if (!alert) throw notInYourArea('id')
      return { did, because, alert }
    },
    acknowledgeMany: ({ body }, viewer) => acknowledgeMany(act, viewer, body),
    load: (_, viewer) => readLoad(store, viewer.scopePath, load),
    colleagues: async ({ params }, viewer) => ({ serverNow: store.now(), colleagues: await findColleagues({ store, duty }, viewer, params.id) }),
    addNote: async ({ params, body }, viewer) => noted(await addNote(noting, viewer, { ...body, id: params.id })),
    addPhoto: async ({ params, query, bytes }, viewer) => noted(await addPhoto(noting, viewer, { ...query, id: params.id, bytes })),
    async photo({ params, response }, viewer) {
      sendPicture(response, params.noteId.slice(0, 12), await readPhoto(store, viewer, params))
    },
  }
}

type ActBody = Parameters<Handlers['actOnAlert']>[0]['body']

function perform(deps: HandOverDeps & CallDeps, viewer: Viewer, alertId: string, body: ActBody): Promise<Acted> {
  switch (body.act) {
    case 'acknowledge': return acknowledgeAlert(deps, viewer, { ...body, alertId })
    case 'progress': return reportProgress(deps, viewer, { ...body, alertId })
    case 'handOver': return handOverAlert(deps, viewer, { ...body, alertId })
    case 'cannotReach': return giveBackAlert(deps, viewer, { ...body, alertId })
    case 'reassign': return reassignAlert(deps, viewer, { ...body, alertId })
    case 'escalateNow': return escalateAlert(deps, viewer, { ...body, alertId })
    case 'callPost': return callPost(deps, viewer, { ...body, alertId })
    case 'shelve': return shelveAlert(deps, viewer, { ...body, alertId })
    case 'unshelve': return unshelveAlert(deps, viewer, { ...body, alertId })
  }
}

function noted({ did, because, note: { id, at, madeAt, personId, name, text, photo } }: Noted): RouteAnswer<'addNote'> {
  return { did, because, note: { id, at, madeAt, personId, name, text, photo } }
}
