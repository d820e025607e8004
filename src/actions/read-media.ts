import { maySeeDocket } from '../domain/desk-acts.ts'
import { PrahariError } from '../domain/errors.ts'
import { isUnmaskedFor } from '../domain/identity.ts'
import { mediaId } from '../domain/media.ts'
import type { Viewer } from '../domain/person.ts'
import { attachmentId } from './add-note.ts'
import { notInYourArea } from './change-alert.ts'
import type { Attachment } from './collections.ts'
import { findDocket } from './find-docket.ts'
import type { Store } from './ports.ts'

/** A picture of a docket's thread, for whoever may see it. @throws PrahariError forbidden, not-found, unavailable. */
export async function readMedia(store: Pick<Store, 'dockets' | 'attachments' | 'now'>, viewer: Viewer, of: { id: string; key: string; size: 'full' | 'small' }): Promise<Attachment> {
  if (viewer.role === 'wall') throw new PrahariError('forbidden', 'photos are not for walls')
  const docket = await findDocket(store, of.id)
  if (!docket || !maySeeDocket(viewer, docket)) throw notInYourArea('id')
  if (docket.verdict.isProtected && !isUnmaskedFor(docket, viewer.personId, store.now())) throw new PrahariError('forbidden', 'this identity is protected: unmask the docket first', { field: 'id' })
  const found = await store.attachments.get(attachmentId(mediaId(docket.id, of.key), of.size))
  if (!found || found.docketId !== docket.id) throw new PrahariError('not-found', 'no such picture', { field: 'key' })
  return found
}
