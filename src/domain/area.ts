/** Areas as paths from the state down. Apart from the tree of names (jurisdiction.ts), which no console need carry. */
export const STATE_ID = 'up'
export const STATE_PATH = `/${STATE_ID}/`

/** Whether the node at `path` is the scope or lies under it. */
export function isWithin(scopePath: string, path: string): boolean {
  return path.startsWith(scopePath)
}
