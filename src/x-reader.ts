import type { PostLookup, Store } from './actions/ports.ts'
import type { Config } from './config.ts'
import type { Lifecycle } from './ops/lifecycle.ts'

/** Single posts of X by id, opened at the first use; null where no X is configured. */
export function openLookup({ config, store, lifecycle }: { config: Config; store: Pick<Store, 'now'>; lifecycle: Lifecycle }): PostLookup | null {
  const { PRAHARI_X_BASE_URL: baseUrl, PRAHARI_X_BEARER_TOKEN: token, PRAHARI_X_HANDLE: handle } = config
  if (config.PRAHARI_FEED === 'none' || token === undefined) return null
  let opened: Promise<PostLookup> | null = null
  const open = async (): Promise<PostLookup> => {
    const [{ checkAccess, createXClient }, { createLookup }] = await Promise.all([import('./adapters/x/client.ts'), import('./adapters/x/lookup.ts')])
    const client = createXClient(checkAccess(baseUrl, token))
    lifecycle.onStop('lookup', () => client.destroy())
    return createLookup(client.api, handle, () => store.now())
  }
  return { lookup: async (ids) => (await (opened ??= open())).lookup(ids) }
}
