import { useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { mayReview } from '../../domain/person.ts'
import { isSos, SEVERITIES } from '../../domain/verdict.ts'
import type { Severity } from '../../domain/verdict.ts'
import { useLink } from '../shared/context.ts'
import { langOf } from '../shared/highlight.ts'
import { texts } from './words.ts'
import { newKey } from '../shared/new-key.ts'
import { getJson, postJson } from '../shared/requests.ts'

type Sample = RouteAnswer<'sample'>
type Recall = RouteAnswer<'recall'>

const POSTS = 100
const RECALL_EVERY = 5
const DAY_MS = 86_400_000
const IST_OFFSET_MS = 19_800_000

/** The day before `now` in India, as `20261123`. */
function dayBefore(now: number): string {
  return new Date(now - DAY_MS + IST_OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '')
}

/** Yesterday's sample below the line, read one post at a time without the machine's verdict, and the recall that follows. */
export function SecondReader() {
  const { viewer, clock } = useLink()
  const t = texts.value.reader
  const [sample, setSample] = useState<Sample | null>(null)
  const [recall, setRecall] = useState<Recall | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  if (!viewer.value || !mayReview(viewer.value.role)) return null
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailed(await work().then(() => false, () => true))
    setBusy(false)
  }
  const query = (day: string): string => `day=${day}&n=${POSTS}`
  const draw = (): Promise<void> => run(async () => {
    const day = dayBefore(clock.now.value ?? 0)
    setSample(await getJson<Sample>(`/api/sample?${query(day)}`))
    setRecall(await getJson<Recall>(`/api/sample/recall?${query(day)}`))
  })
  const read = (postId: string, severity: Severity): Promise<void> => run(async () => {
    if (!sample) return
    await postJson('/api/sample/readings', { day: sample.day, postId, severity })
    const reading = { severity, category: null, by: viewer.value?.name ?? '', at: clock.now.value ?? 0 }
    const posts = sample.posts.map((post) => (post.postId === postId ? { ...post, reading } : post))
    setSample({ ...sample, posts })
    // The server reads the whole day for it: not after every post, and never in the reader's way.
    const left = posts.filter((post) => post.reading === null).length
    if (left % RECALL_EVERY === 0) void getJson<Recall>(`/api/sample/recall?${query(sample.day)}`).then(setRecall, () => setFailed(true))
  })
  const next = sample?.posts.find(({ reading }) => reading === null)
  const missed = sample?.posts.filter(({ reading }) => reading !== null && isSos(reading.severity)) ?? []
  return (
    <section class="ledger reader">
      <h2>{t.title}</h2>
      <p class="ledger-empty">{t.why}</p>
      {hasFailed && <p class="ledger-failed" role="alert">{texts.value.supervisor.notLoaded}</p>}
      {!sample && <button type="button" class="quiet-button" disabled={isBusy} onClick={() => void draw()}>{isBusy ? texts.value.supervisor.loading : t.draw}</button>}
      {sample && <p class="reader-count digits" aria-live="polite">{t.progress(sample.posts.filter(({ reading }) => reading !== null).length, sample.posts.length)}</p>}
      {next && <ReadOne key={next.postId} text={next.text} isBusy={isBusy} read={(severity) => void read(next.postId, severity)} />}
      {recall && <RecallWords recall={recall} />}
      {missed.map((post) => <Missed key={post.postId} post={post} />)}
    </section>
  )
}

function ReadOne({ text, isBusy, read }: { text: string; isBusy: boolean; read: (severity: Severity) => void }) {
  const t = texts.value
  return (
    <>
      <blockquote class="post-whole reader-post" lang={langOf(text)} dir="auto">{text}</blockquote>
      <div class="correct-severities" role="group" aria-label={t.reader.question}>
        {SEVERITIES.map((one) => <button key={one} type="button" class="reason-button" disabled={isBusy} onClick={() => read(one)}>{t.severity[one]}</button>)}
      </div>
    </>
  )
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function RecallWords({ recall: { recall, unread } }: { recall: Recall }) {
  const t = texts.value.reader
  if (!recall) return <p class="ledger-empty">{unread > 0 ? t.notYet : t.noCries}</p>
  return <p class="reader-recall">{t.recall(percent(recall.value), percent(recall.low), percent(recall.high))}</p>
}

/** A cry that did not ring: it can be made to ring now. */
function Missed({ post }: { post: Sample['posts'][number] }) {
  const t = texts.value.reader
  const [state, setState] = useState<'silent' | 'sending' | 'rings' | 'failed'>('silent')
  const [key] = useState(newKey)
  const ring = async (): Promise<void> => {
    setState('sending')
    // The same key on every try: it rings once.
    setState(await postJson('/api/corrections', { postId: post.postId, key, severity: post.reading?.severity }).then(() => 'rings' as const, () => 'failed' as const))
  }
  return (
    <div class="reader-missed">
      <p lang={langOf(post.text)} dir="auto">{post.text.slice(0, 200)}</p>
      {state === 'rings' ? <b>{t.rings}</b> : <button type="button" class="quiet-button" disabled={state === 'sending'} onClick={() => void ring()}>{state === 'sending' ? texts.value.officer.sending : state === 'failed' ? t.again : t.ring}</button>}
    </div>
  )
}
