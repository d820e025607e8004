import { parentPort, workerData } from 'node:worker_threads'
import { Connection, failure } from './connection.ts'
import type { Answer, FromWorker, ReadRequest, ThreadData, ToReader, Value } from './protocol.ts'

/**
 * Reads on two read-only connections: quick ones are answered at once; wide ones (a report, a snapshot) in pieces between
 * which the quick ones overtake, so that a report never holds up an alert. Each statement sees everything committed
 * before it began.
 */

/** A piece of a wide read ends at so many values or so much text; so many pieces may be under way unacknowledged. */
const PIECE_VALUES = 4_000
const PIECE_TEXT = 64_000
const PIECES_UNDER_WAY = 2

const { file, busyLimitMs } = workerData as ThreadData
const quick = new Connection(file, { readOnly: true, busyLimitMs })
const wide = new Connection(file, { readOnly: true, busyLimitMs })
const wideQueue: ReadRequest[] = []
let current: { id: number; rows: NodeJS.Iterator<unknown> } | undefined
let credit = PIECES_UNDER_WAY
/** Id of the request to close, answered when the last wide read is done. */
let closing: number | undefined
let isScheduled = false

parentPort?.on('message', (message: ToReader) => {
  if ('open' in message) answer([attempt(message.open, quick, () => (quick.open(), []))])
  else if ('close' in message) {
    closing = message.close
    schedule()
  } else if ('ack' in message) {
    credit++
    schedule()
  } else {
    const asked = message.reads.filter((read) => !read.isWide)
    if (asked.length > 0) answer(asked.map((read) => attempt(read.id, quick, () => quick.statement(read.sql).all(...read.params))))
    wideQueue.push(...message.reads.filter((read) => read.isWide))
    schedule()
  }
})

/** One piece per turn of the loop: messages that came meanwhile are served first. */
function schedule(): void {
  const isIdle = !current && wideQueue.length === 0
  if (isIdle && closing !== undefined) return close(closing)
  if (isScheduled || isIdle || credit === 0) return
  isScheduled = true
  setImmediate(() => {
    isScheduled = false
    credit--
    parentPort?.postMessage({ answers: [nextPiece()], isPiece: true } satisfies FromWorker)
    schedule()
  })
}

function nextPiece(): Answer {
  const next = current ?? wideQueue[0]
  const id = next?.id ?? 0
  try {
    current ??= begin(wideQueue.shift())
    const values: Value[] = []
    let text = 0
    while (current && values.length < PIECE_VALUES && text < PIECE_TEXT) {
      const { done, value } = current.rows.next()
      if (done) {
        current = undefined
        return { id, values, isLast: true }
      }
      for (const one of value as Value[]) {
        values.push(one)
        if (typeof one === 'string') text += one.length
      }
    }
    return { id, values, isLast: false }
  } catch (error) {
    current = undefined
    wide.drop()
    return failure(id, error)
  }
}

function begin(read: ReadRequest | undefined): typeof current {
  return read && { id: read.id, rows: wide.statement(read.sql).iterate(...read.params) }
}

function attempt(id: number, connection: Connection, step: () => unknown[]): Answer {
  try {
    return { id, values: step().flat() as Value[], isLast: true }
  } catch (error) {
    connection.drop()
    return failure(id, error)
  }
}

function close(id: number): void {
  quick.drop()
  wide.drop()
  answer([{ id, values: [], isLast: true }])
  parentPort?.close()
}

function answer(answers: Answer[]): void {
  parentPort?.postMessage({ answers } satisfies FromWorker)
}
