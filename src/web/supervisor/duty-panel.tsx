import type { RouteAnswer } from '../../contract/http.ts'
import { mayRoster } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { shortTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { polled } from '../shared/poll.ts'
import { rosterAddress } from './roster/roster-state.ts'
import { rosterTexts } from './roster/roster-texts.ts'

const EVERY_MS = 15_000
const DAY_MS = 86_400_000
const MAX_AHEAD = 12

const useDuty = polled<RouteAnswer<'duty'>>('/api/duty', EVERY_MS)
type Duty = RouteAnswer<'duty'>
type Post = Duty['posts'][number]
type Gap = Duty['rosterGaps'][number]

/** Who is on duty now at each post of the area, by which way they can be reached, and where nobody can. */
export function DutyPanel() {
  const { answer, hasFailed } = useDuty().value
  const t = texts.value.duty
  if (!answer) return <section class="ledger"><h2>{t.title}</h2>{hasFailed && <p class="ledger-failed">{texts.value.supervisor.notLoaded}</p>}</section>
  const now = answer.serverNow
  const gapOf = ({ post, path }: Post): Gap | undefined => answer.rosterGaps.find((gap) => gap.post === post && gap.path === path && gap.from <= now)
  const ahead = answer.rosterGaps.filter(({ from }) => from > now)
  return (
    <section class="ledger duty" aria-label={t.title}>
      <h2>{t.title}</h2>
      {hasFailed && <p class="ledger-failed">{texts.value.supervisor.notLoaded}</p>}
      {answer.posts.length === 0 && <p class="ledger-empty">{t.none}</p>}
      <ul>{answer.posts.map((post) => <PostLine key={`${post.post} ${post.path}`} post={post} gap={gapOf(post)} now={now} />)}</ul>
      {ahead.length > 0 && (
        <>
          <h3>{t.gapsAhead}</h3>
          <ul>{ahead.slice(0, MAX_AHEAD).map((gap) => (
            <li key={`${gap.post} ${gap.path} ${gap.from}`} class="duty-line" data-gap="true">
              <PostName of={gap} />
              <span><b class="digits">{t.gap(shortTime(gap.from), shortTime(gap.to))}</b> <small>{reason(gap.because)}</small></span>
            </li>
          ))}</ul>
        </>
      )}
      {answer.unmanned > 0 && <p class="duty-unmanned">{t.unmanned(answer.unmanned)}</p>}
    </section>
  )
}

function PostLine({ post, gap, now }: { post: Post; gap: Gap | undefined; now: number }) {
  const t = texts.value.duty
  return (
    <li class="duty-line" data-gap={gap !== undefined}>
      <PostName of={post} />
      <div>
        {post.persons.map(({ personId, name, until, channels }) => (
          <p key={personId} class="duty-person" data-unreachable={channels.length === 0}>
            <bdi>{name}</bdi>
            <small class="digits">{until === null ? t.always : untilWords(until, now)}</small>
            <small>{channels.length === 0 ? t.unreachable : channels.map((channel) => t.channels[channel]).join(', ')}</small>
          </p>
        ))}
        {post.persons.length === 0 && <p class="duty-person" data-unreachable="true"><b>{t.nobody}</b> <small>{reason(post.because)}</small></p>}
      </div>
    </li>
  )
}

function PostName({ of: { post, nodeId, name, nameHi } }: { of: Pick<Post, 'post' | 'nodeId' | 'name' | 'nameHi'> }) {
  const role = useLink().viewer.value?.role
  const t = texts.value
  const words = t.code === 'hi' ? nameHi : name
  const mayWrite = role !== undefined && mayRoster(role)
  return <span class="duty-post"><b>{mayWrite ? <a href={rosterAddress({ post, nodeId })} title={rosterTexts.value.edit}>{words}</a> : words}</b><small>{t.post[post]}</small></span>
}

function untilWords(until: number, now: number): string {
  const t = texts.value
  const day = new Date(until + 19_800_000).getUTCDay()
  return until - now < DAY_MS ? t.duty.until(shortTime(until)) : t.duty.untilDay(t.days[day] ?? '', shortTime(until))
}

export function reason(because: string): string {
  return texts.value.duty.reasons[because] ?? because
}

/** Says to somebody off duty that this page is quiet for them. */
export function OffDuty() {
  const viewer = useLink().viewer.value
  return viewer?.onDuty === false ? <span class="chip off-duty">{texts.value.duty.offDuty}</span> : null
}
