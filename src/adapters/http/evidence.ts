import { exportDocket } from '../../actions/export-docket.ts'
import type { Crypto, Seal, Store } from '../../actions/ports.ts'
import { readMedia } from '../../actions/read-media.ts'
import type { EVIDENCE_ROUTES } from '../../contract/evidence-routes.ts'
import type { Handlers } from './handlers.ts'
import type { NotingDeps } from './noting.ts'
import { sendPicture } from './picture.ts'

export interface EvidenceDeps {
  store: Store
  crypto: Crypto
  act: NotingDeps['act']
  /** Opened where it is first used. */
  seal: () => Seal
}

export function evidenceHandlers({ store, crypto, act, seal }: EvidenceDeps): Pick<Handlers, keyof typeof EVIDENCE_ROUTES> {
  return {
    exportDocket: ({ params, body }, viewer) => exportDocket({ store, crypto, announcer: act.announcer, seal: seal() }, viewer, { id: params.id, reason: body.reason }),
    async media({ params, response }, viewer) {
      sendPicture(response, params.key, await readMedia(store, viewer, params))
    },
  }
}
