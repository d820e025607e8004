import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../../contract/http.ts'
import { needsAnswer } from '../../../contract/urgency.ts'
import { KINDS_OF_POST, DUTY_POSTS } from '../../../domain/ladder.ts'
import type { DutyPost } from '../../../domain/ladder.ts'
import { DISTRICTS } from '../../../domain/state/districts.ts'
import { useLink } from '../../shared/context.ts'
import { clockTime } from '../../shared/indian-time.ts'
import { texts } from '../words.ts'
import { DistrictField } from '../../shared/parts/district-field.tsx'
import { LanguageSwitch } from '../../shared/parts/language-switch.tsx'
import { LinkBadge, NoticeBar } from '../../shared/parts/link-badge.tsx'
import { Phrase } from '../../shared/parts/phrase.tsx'
import { SoundBadge } from '../../shared/parts/sound-badge.tsx'
import { getJson } from '../../shared/requests.ts'
import { postWords } from '../../shared/words.ts'
import { Leaves, Overrides, Swaps } from './changes.tsx'
import { Pattern } from './pattern.tsx'
import { rosterAddress, rosterInAddress, useRoster } from './roster-state.ts'
import { rosterTexts } from './roster-texts.ts'
import type { RosterKey } from './roster-state.ts'
import { Week } from './week.tsx'

type Post = RouteAnswer<'duty'>['posts'][number]

/** Who is on duty when at one post, and everything that changes it. The alerts stay in sight: how many wait, and the way back. */
export function RosterPage() {
  const [chosen, choose] = useState<RosterKey | null>(rosterInAddress)
  const [posts, setPosts] = useState<Post[] | null>(null)
  const t = texts.value
  useEffect(() => { document.title = `${t.product} · ${rosterTexts.value.title}` }, [t])
  useEffect(() => { void getJson<RouteAnswer<'duty'>>('/api/duty').then((answer) => setPosts(answer.posts), () => setPosts([])) }, [])
  useEffect(() => { if (chosen) history.replaceState(null, '', rosterAddress(chosen)) }, [chosen])
  const shown = chosen ?? posts?.[0] ?? null
  return (
    <div class="roster-page">
      <header class="s-header">
        <p class="wordmark">{t.product}</p>
        <h1>{rosterTexts.value.title}</h1>
        <LinkBadge />
        <div class="s-tools"><SoundBadge /><Waiting /><a class="quiet-button" href="/supervisor">{rosterTexts.value.back}</a><LanguageSwitch /></div>
      </header>
      <NoticeBar />
      <main class="roster-main">
        <Chooser posts={posts ?? []} shown={shown} choose={choose} />
        {shown ? <Roster key={`${shown.post} ${shown.nodeId}`} post={shown.post} nodeId={shown.nodeId} /> : <p>{rosterTexts.value.reading}</p>}
      </main>
    </div>
  )
}

/** Whoever writes rosters still sees that somebody calls. */
function Waiting() {
  const waiting = useLink().alerts.value.filter(needsAnswer).length
  return waiting > 0 ? <strong class="roster-waiting">{texts.value.officer.countUnanswered(waiting)}</strong> : null
}

function nameOfNode(nodeId: string, posts: readonly Post[]): string {
  const isHindi = texts.value.code === 'hi'
  const known = posts.find((one) => one.nodeId === nodeId) ?? DISTRICTS.find(({ id }) => id === nodeId)
  return known ? (isHindi ? known.nameHi : known.name) : nodeId
}

function Chooser({ posts, shown, choose }: { posts: readonly Post[]; shown: RosterKey | null; choose: (key: RosterKey) => void }) {
  const t = texts.value
  const [district, setDistrict] = useState<string | undefined>(undefined)
  const [isOther, setOther] = useState(false)
  const options: RosterKey[] = posts.map(({ post, nodeId }) => ({ post, nodeId }))
  const value = (key: RosterKey): string => `${key.post}@${key.nodeId}`
  const isKnown = shown !== null && options.some((one) => value(one) === value(shown))
  const all = shown && !isKnown ? [...options, shown] : options
  return (
    <section class="roster-chooser" aria-label={rosterTexts.value.choose}>
      <label>
        <span>{rosterTexts.value.choose}</span>
        <select value={shown ? value(shown) : ''} onChange={(event) => { const key = all.find((one) => value(one) === event.currentTarget.value); if (key) choose(key) }}>
          {all.map((one) => <option key={value(one)} value={value(one)}>{rosterTexts.value.postOf(postWords([one.post], t), nameOfNode(one.nodeId, posts))}</option>)}
        </select>
      </label>
      <button type="button" class="quiet-button" aria-expanded={isOther} onClick={() => setOther(!isOther)}>{rosterTexts.value.other}</button>
      {isOther && (
        <div class="roster-other">
          <DistrictField chosen={district} choose={setDistrict} />
          {district !== undefined && <p class="roster-buttons">{DUTY_POSTS.filter((post: DutyPost) => KINDS_OF_POST[post].includes('district')).map((post) => (
            <button key={post} type="button" class="quiet-button" onClick={() => { choose({ post, nodeId: district }); setOther(false); setDistrict(undefined) }}>{postWords([post], t)}</button>
          ))}</p>}
        </div>
      )}
    </section>
  )
}

function Roster(rosterKey: RosterKey) {
  const { view, read, send } = useRoster(rosterKey)
  const t = rosterTexts.value
  if (view === 'reading') return <p role="status">{t.reading}</p>
  if (view === 'failed') return <p class="ledger-failed" role="alert">{t.failed} <button type="button" class="quiet-button" onClick={() => void read()}>{t.readAgain}</button></p>
  const key = { post: rosterKey.post, nodeId: rosterKey.nodeId }
  return (
    <div class="roster-columns">
      <div>
        <Week view={view} />
        <section class="roster-part">
          <h2>{t.history}</h2>
          <ol class="roster-lines">{view.history.slice(0, 12).map(({ at, by, what }) => <li key={`${at} ${what}`}><span><bdi>{view.names[by] ?? by}</bdi> <small><Phrase text={what} /></small></span><time class="digits">{clockTime(at)}</time></li>)}</ol>
        </section>
      </div>
      <div>
        <Pattern view={view} send={send} read={read} rosterKey={key} />
        <Overrides view={view} rosterKey={key} send={send} />
        <Swaps view={view} rosterKey={key} send={send} />
        <Leaves view={view} send={send} />
      </div>
    </div>
  )
}
