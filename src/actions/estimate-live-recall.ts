import { estimateRecall } from '../domain/recall.ts'
import type { RecallEstimate } from '../domain/recall.ts'
import { isSos } from '../domain/verdict.ts'
import type { Docket } from '../domain/docket.ts'
import type { Sample } from './draw-sample.ts'
import type { Store } from './ports.ts'

const CHUNK = 500
const MOST_READINGS = 10_000

export interface LiveRecall extends RecallEstimate {
  /** Dockets that rang that day, and those of them that turned out to be none. */
  rang: number
  falseAlarms: number
  drawn: number
  read: number
}

/**
 * Recall on the live posts of a day from its sample and the readings so far. A docket that rang counts as a cry unless it
 * was closed as a false alarm or corrected below SoS.
 */
export async function estimateLiveRecall(store: Pick<Store, 'dockets' | 'sampleReadings'>, sample: Sample): Promise<LiveRecall> {
  const readings = new Map((await store.sampleReadings.find({ index: 'byDay', equals: { day: sample.day }, limit: MOST_READINGS })).map((one) => [one.postId, one]))
  const strata = sample.strata.map(({ posts, ids }) => {
    const read = ids.flatMap((id) => readings.get(id) ?? [])
    return { posts, read: read.length, missed: read.filter(({ severity }) => isSos(severity)).length }
  })
  const falseAlarms = await countFalseAlarms(store, sample.rang)
  const rang = sample.rang.length
  return {
    ...estimateRecall({ rang: rang - falseAlarms, strata }), rang, falseAlarms,
    drawn: sample.strata.reduce((sum, { ids }) => sum + ids.length, 0), read: strata.reduce((sum, { read }) => sum + read, 0),
  }
}

async function countFalseAlarms(store: Pick<Store, 'dockets'>, ids: readonly string[]): Promise<number> {
  let count = 0
  for (let from = 0; from < ids.length; from += CHUNK) {
    const dockets = await store.dockets.getMany(ids.slice(from, from + CHUNK))
    count += dockets.filter(isFalseAlarm).length
  }
  return count
}

function isFalseAlarm({ alert, verdict }: Docket): boolean {
  return alert?.state === 'false-alarm' || !isSos(verdict.severity)
}
