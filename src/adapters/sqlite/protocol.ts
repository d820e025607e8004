/** What the store's main-thread side and its two worker threads say to each other: arrays of requests one way, of answers the other. */

export type Value = string | number | null

/** What a thread is started with. `busyLimitMs`: how long it waits for its turn on the file. */
export interface ThreadData {
  file: string
  busyLimitMs: number
}

/** One statement run once per row of parameters. Answered by the number of rows each changed (0 or 1). */
export interface WriteRequest {
  id: number
  sql: string
  rows: Value[][]
}

/** One select, answered by its rows as one flat list of values. */
export interface ReadRequest {
  id: number
  sql: string
  params: Value[]
  /** May return much: served in pieces behind every quick read. */
  isWide: boolean
}

export type ToWriter = { open: number } | { close: number } | { writes: WriteRequest[] }
/** `ack`: a piece of a wide read was taken in, so another may be sent. */
export type ToReader = { open: number } | { close: number } | { reads: ReadRequest[] } | { ack: true }

export type Answer =
  | { id: number; values: Value[]; isLast: boolean }
  | { id: number; error: { kind: 'unavailable' | 'invalid'; message: string } }

/** `isPiece`: of a wide read, to be acknowledged. `commits`: transactions this thread has committed. */
export type FromWorker = { answers: Answer[]; isPiece?: true; commits?: number }
