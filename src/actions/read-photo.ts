import { PrahariError } from '../domain/errors.ts'
import { mayReadIdentity } from '../domain/identity.ts'
import { maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { attachmentId } from './add-note.ts'
import { notInYourArea } from './change-alert.ts'
import type { Attachment } from './collections.ts'
import { findDocket } from './find-docket.ts'
import type { Store } from './ports.ts'

/** The picture of a note, for whoever may see the docket it belongs to. @throws PrahariError forbidden, not-found, unavailable. */
export async function readPhoto(store: Pick<Store, 'dockets' | 'attachments' | 'now'>, viewer: Viewer, of: { id: string; noteId: string; size: 'full' | 'small' }): Promise<Attachment> {
  if (viewer.role === 'wall') throw new PrahariError('forbidden', 'photos are not for walls')
  const docket = await findDocket(store, of.id)
  if (!docket || !maySee(viewer, docket.path)) throw notInYourArea('id')
  if (!mayReadIdentity(docket, viewer, store.now())) throw new PrahariError('forbidden', 'this identity is protected: unmask the docket first', { field: 'id' })
  const found = await store.attachments.get(attachmentId(of.noteId, of.size))
  if (!found || found.docketId !== docket.id) throw new PrahariError('not-found', 'no such photo', { field: 'noteId' })
  return found
}
