import { parentPort, workerData } from 'node:worker_threads'
import { Connection, failure, isStatementFault, whenFree } from './connection.ts'
import type { Answer, FromWorker, ThreadData, ToWriter, WriteRequest } from './protocol.ts'
import { migrate } from './schema.ts'

/**
 * The one writer of this process. Whatever waits when it is free goes into one transaction, so one fsync serves many; each
 * is answered after the commit. Main threads never wait for a disk.
 */

/** Statements in one transaction, at most: bounds how long the file is kept from other processes. */
const MAX_BATCH_ROWS = 2_000

const { file, busyLimitMs } = workerData as ThreadData
const connection = new Connection(file, { readOnly: false, busyLimitMs })
let waiting: WriteRequest[] = []
let isScheduled = false
let commits = 0

parentPort?.on('message', (message: ToWriter) => {
  if ('open' in message) answer([attempt(message.open, () => connection.open(migrate))])
  else if ('close' in message) close(message.close)
  else {
    waiting.push(...message.writes)
    schedule()
  }
})

/** After the port's queue: requests of many ticks that piled up during the last commit share the next one. */
function schedule(): void {
  if (isScheduled) return
  isScheduled = true
  setImmediate(() => {
    isScheduled = false
    const batch = takeBatch()
    if (batch.length > 0) answer(commit(batch))
    if (waiting.length > 0) schedule()
  })
}

function takeBatch(): WriteRequest[] {
  let rows = 0
  const end = waiting.findIndex((request) => (rows += request.rows.length) > MAX_BATCH_ROWS)
  const count = end === -1 ? waiting.length : Math.max(end, 1)
  const batch = waiting.slice(0, count)
  waiting = waiting.slice(count)
  return batch
}

/** All in one transaction. When a value of one cannot be written, each is tried by itself, so that only that one fails. */
function commit(batch: readonly WriteRequest[]): Answer[] {
  try {
    const db = connection.open(migrate)
    whenFree(busyLimitMs, () => db.exec('BEGIN IMMEDIATE'))
    const answers = batch.map(({ id, sql, rows }) => {
      const statement = connection.statement(sql)
      return { id, values: rows.map((row) => Number(statement.run(...row).changes)), isLast: true }
    })
    db.exec('COMMIT')
    commits++
    return answers
  } catch (error) {
    connection.drop() // Rolls back; whatever was wrong with the file, the next batch opens it afresh.
    return isStatementFault(error) && batch.length > 1 ? batch.flatMap((one) => commit([one])) : batch.map(({ id }) => failure(id, error))
  }
}

function attempt(id: number, step: () => unknown): Answer {
  try {
    step()
    return { id, values: [], isLast: true }
  } catch (error) {
    connection.drop()
    return failure(id, error)
  }
}

function close(id: number): void {
  while (waiting.length > 0) answer(commit(takeBatch()))
  connection.drop()
  answer([{ id, values: [], isLast: true }])
  parentPort?.close()
}

function answer(answers: Answer[]): void {
  parentPort?.postMessage({ answers, commits } satisfies FromWorker)
}
