import type { ViewerDeps } from './resolve-viewer.ts'

/** Ends the session. Its sockets notice at the next heartbeat. */
export async function signOut(deps: ViewerDeps, token: string): Promise<void> {
  await deps.store.sessions.remove([deps.crypto.sha256(token)])
}
