import { argue } from '../reading.ts'
import type { Handles } from '../policy.ts'
import type { Reading } from '../reading.ts'

/** Signal: our own accounts and those of the districts report, warn and thank; they do not call themselves for help. */
export function silenceOwn(reading: Reading): void {
  const { post, policy, score } = reading
  if (score > 0 && isPolice(post.author.handle, policy)) argue(reading, 'author:police', -score, 'posted by the police')
}

/** Whether the account is ours or a district's. */
export function isPolice(handle: string, policy: Handles): boolean {
  const lower = handle.toLowerCase()
  return policy.ownHandles.includes(lower) || Object.hasOwn(policy.districtHandles, lower)
}

/** Whether the post tags one of our accounts or a district's: it speaks to the police. */
export function isSummoned({ post, policy }: Reading): boolean {
  return post.mentions.some((handle) => isPolice(handle, policy))
}
