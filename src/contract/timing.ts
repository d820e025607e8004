/** How often the server's heartbeat comes, and after how long without one a screen must say that it is blind. */
export const HEARTBEAT_MS = 2_000
export const STALE_AFTER_MS = 10_000
