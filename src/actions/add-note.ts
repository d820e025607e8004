import { evolve } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { MAX_NOTE, MAX_NOTES, MAX_PHOTO_SENT, MAX_PHOTOS, photoKindOf } from '../domain/note.ts'
import type { Note } from '../domain/note.ts'
import { mayAct, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { notInYourArea, saidAt } from './change-alert.ts'
import type { ActDeps } from './change-alert.ts'
import { evolveDocket } from './evolve-docket.ts'
import { findDocket } from './find-docket.ts'
import type { Done, Pictures, Store } from './ports.ts'

export interface RemarkDeps extends ActDeps {
  store: ActDeps['store'] & Pick<Store, 'notes'>
}

export interface NoteDeps extends RemarkDeps {
  store: RemarkDeps['store'] & Pick<Store, 'attachments'>
  pictures: Pictures
}

/** Which docket (id or number), the key of the act, and when the person acted where it had to wait. */
export interface NoteAct {
  id: string
  key: string
  madeAt?: number | undefined
}

export interface Noted extends Done {
  note: Note
}

/** A remark on a docket. Adding it again by its key is no second one. @throws PrahariError forbidden, not-found, invalid, unavailable. */
export async function addNote(deps: RemarkDeps, viewer: Viewer, act: NoteAct & { text: string }): Promise<Noted> {
  const text = act.text.trim()
  if (text === '' || text.length > MAX_NOTE) throw new PrahariError('invalid', `a note has 1 to ${MAX_NOTE} characters`, { field: 'text' })
  const { docketId, id, known } = await begin(deps, viewer, act)
  const note = known ?? newNote(deps, viewer, act, { id, docketId, text, photo: null })
  return settle(deps, viewer, note, deps.crypto.sha256(text))
}

/**
 * A photo for a docket, by what its bytes are and not by what they are called. What is kept is drawn anew: smaller, and
 * without anything but its pixels. The picture is stored before the note that names it, and the docket last.
 * @throws PrahariError forbidden, not-found, invalid, unavailable.
 */
export async function addPhoto(deps: NoteDeps, viewer: Viewer, act: NoteAct & { bytes: Uint8Array }): Promise<Noted> {
  if (act.bytes.length > MAX_PHOTO_SENT) throw new PrahariError('invalid', 'the photo is too large', { field: 'photo' })
  if (photoKindOf(act.bytes) === null) throw new PrahariError('invalid', 'only JPEG, PNG and WebP photos', { field: 'photo' })
  const { docketId, id, known, photos } = await begin(deps, viewer, act)
  if (!known && photos >= MAX_PHOTOS) throw new PrahariError('invalid', `a docket has ${MAX_PHOTOS} photos at most`, { field: 'photo' })
  const { full, small } = await deps.pictures.redraw(act.bytes)
  const row = (size: 'full' | 'small', data: string) => ({ id: attachmentId(id, size), version: 1, docketId, type: 'image/jpeg' as const, data, at: deps.store.now() })
  await deps.store.attachments.insertMany([row('full', full.base64), row('small', small.base64)])
  const { width, height, bytes } = full
  const note = known ?? newNote(deps, viewer, act, { id, docketId, text: null, photo: { width, height, bytes } })
  return settle(deps, viewer, note, deps.crypto.sha256(full.base64))
}

export function attachmentId(noteId: string, size: 'full' | 'small'): string {
  return `${noteId}.${size}`
}

async function begin(deps: RemarkDeps, viewer: Viewer, { id, key }: NoteAct): Promise<{ docketId: string; id: string; known: Note | undefined; photos: number }> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  const docket = await findDocket(deps.store, id)
  if (!docket || !maySee(viewer, docket.path)) throw notInYourArea('id')
  const notes = await deps.store.notes.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: MAX_NOTES + 1 })
  const noteId = deps.crypto.sha256(`note ${docket.id} ${viewer.personId} ${key}`)
  const known = notes.find((note) => note.id === noteId)
  if (!known && notes.length >= MAX_NOTES) throw new PrahariError('invalid', `a docket has ${MAX_NOTES} notes at most`, { field: 'id' })
  return { docketId: docket.id, id: noteId, known, photos: notes.filter(({ photo }) => photo !== null).length }
}

function newNote({ store }: RemarkDeps, viewer: Viewer, { madeAt }: NoteAct, what: Pick<Note, 'id' | 'docketId' | 'text' | 'photo'>): Note {
  const at = store.now()
  return { ...what, version: 1, personId: viewer.personId, name: viewer.name, at, madeAt: saidAt(madeAt, at) }
}

/** Writes the note, then its line in the docket's history with the hash of what was added, and tells the consoles. */
async function settle(deps: RemarkDeps, viewer: Viewer, note: Note, sha256: string): Promise<Noted> {
  const [outcome] = await deps.store.notes.insertMany([note])
  const stored = outcome === 'inserted' ? note : ((await deps.store.notes.get(note.id)) ?? note)
  const { before, docket } = await evolveDocket(deps, note.docketId, (docket) => {
    if (!maySee(viewer, docket.path)) throw notInYourArea('id')
    if (docket.history.some(({ what, facts }) => what === 'note-added' && facts.note === note.id)) return docket
    const event = { what: 'note-added', facts: { note: note.id, is: note.photo ? 'photo' : 'text', sha256, ...(note.madeAt === null ? {} : { madeAt: note.madeAt }) } }
    // A remark of the owner is work: their time begins anew.
    const desk = docket.desk?.owner?.personId === viewer.personId ? { desk: { ...docket.desk, touchedAt: deps.store.now() } } : {}
    return evolve(docket, { notes: (docket.notes ?? 0) + 1, ...desk }, [event], { who: viewer.personId, now: deps.store.now(), sha256: deps.crypto.sha256 })
  })
  return { ...(docket === before ? { did: 'nothing', because: 'this was done before' } : { did: 'noted', because: `by ${viewer.role}` }), note: stored }
}
