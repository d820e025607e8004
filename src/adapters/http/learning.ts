import { readHandleChanges } from '../../actions/change-handle.ts'
import { correctVerdict } from '../../actions/correct-verdict.ts'
import type { CorrectDeps } from '../../actions/correct-verdict.ts'
import { drawSample } from '../../actions/draw-sample.ts'
import { estimateLiveRecall } from '../../actions/estimate-live-recall.ts'
import type { Store } from '../../actions/ports.ts'
import { readSample } from '../../actions/read-sample.ts'
import { readTriagePolicy } from '../../actions/read-triage-policy.ts'
import { replayInbox } from '../../actions/replay-inbox.ts'
import type { Judge } from '../../actions/replay-posts.ts'
import { toAlertView } from '../../contract/alert-view.ts'
import { targetOf } from '../../contract/correction.ts'
import { PrahariError } from '../../domain/errors.ts'
import { mixed } from '../../domain/sample.ts'
import { withHandles } from '../../triage/handle-changes.ts'
import type { TriagePolicy } from '../../triage/policy.ts'
import type { Handlers } from './handlers.ts'

export interface LearningDeps {
  store: Store
  correct: CorrectDeps
  /** Loads the judgement when it is first needed (a third of a second): a web process seldom judges. */
  loadJudge: () => Promise<(policy: TriagePolicy) => Judge>
}

/** Lets whatever waits have its turn. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Corrections, replay of a changed policy, and the second reader. */
export function learningHandlers({ store, correct, loadJudge }: LearningDeps): Pick<Handlers, 'correct' | 'replay' | 'sample' | 'readSample' | 'recall'> {
  const alone = oneAtATime()
  return {
    async correct({ body }, viewer) {
      const { did, because, docket, isStillSeen } = await correctVerdict(correct, viewer, targetOf(body), body)
      return { did, because, docketId: docket?.id ?? null, alert: docket && isStillSeen ? toAlertView(docket, 'full') : null }
    },
    replay: ({ body }, viewer) => alone(async () => {
      const { policy, problems } = readTriagePolicy(body.policy)
      if (!policy) throw new PrahariError('invalid', problems.join('; '), { field: 'body.policy' })
      return replayInbox({ store, judge: (await loadJudge())({ ...policy, ...withHandles(policy, (await readHandleChanges(store)).changes) }), pause }, viewer, { from: 0, to: store.now() + 1, most: body.most, show: body.show })
    }),
    sample: ({ query }, viewer) => alone(async () => {
      const sample = await drawSample({ store, pause }, viewer, query.day, query.n)
      const ids = mixed(sample.strata)
      const rows = new Map((await store.inbox.getMany(ids)).map((row) => [row.id, row]))
      const readings = new Map((await store.sampleReadings.getMany(ids.map((id) => `${query.day}.${id}`))).map((one) => [one.postId, one]))
      const posts = ids.flatMap((id) => {
        const [row, reading] = [rows.get(id), readings.get(id)]
        if (!row) return []
        const known = reading ? { severity: reading.severity, category: reading.category, by: reading.name, at: reading.at } : null
        return [{ postId: id, text: row.post.text, createdAt: row.post.createdAt, reading: known }]
      })
      return { day: query.day, posts, strata: sample.strata.map(({ stratum, posts: size, ids: drawn }) => ({ stratum, posts: size, drawn: drawn.length })) }
    }),
    readSample: ({ body }, viewer) => readSample(store, viewer, body),
    recall: ({ query }, viewer) => alone(async () => estimateLiveRecall(store, await drawSample({ store, pause }, viewer, query.day, query.n))),
  }
}

/** These read a day or more of posts: one after the other, and no long queue of them. */
function oneAtATime(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const MOST_WAITING = 4
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    if (waiting >= MOST_WAITING) return Promise.reject(new PrahariError('unavailable', 'others are reading the stored posts, try again in a moment'))
    waiting++
    const mine = last.then(work).finally(() => { waiting-- })
    last = mine.catch(() => undefined)
    return mine
  }
}
