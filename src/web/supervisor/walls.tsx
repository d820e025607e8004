import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { afterPaint } from '../shared/after-paint.ts'
import { useLink } from '../shared/context.ts'
import { findDistricts } from '../shared/find-districts.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { Elapsed } from '../shared/parts/timers.tsx'
import { polled } from '../shared/poll.ts'
import { letterHeights } from '../shared/room.ts'
import { deleteJson, postJson } from '../shared/requests.ts'

const EVERY_MS = 3_000

const useWalls = polled<RouteAnswer<'walls'>>('/api/walls', EVERY_MS)
type WallView = RouteAnswer<'walls'>['walls'][number]

/** Says in red which walls do not see, and tells the server that somebody is shown this. Nothing while all see. */
export function WallBar() {
  const { say } = useLink()
  const t = texts.value.walls
  const blind = (useWalls().value.answer?.walls ?? []).filter(({ state }) => state === 'blind')
  const key = blind.map(({ id, since, told }) => `${id} ${since} ${told}`).join()
  useEffect(() => (blind.length === 0 ? undefined : afterPaint(() => {
    for (const { id, since } of blind) if (since !== null) void say('wall:noticed', { wallId: id, since })
  })), [key, say])
  if (blind.length === 0) return null
  return (
    <div class="wall-bar" role="alert">
      <strong>{t.blindCount(blind.length)}</strong>
      {blind.slice(0, 4).map(({ id, name, why, since }) => (
        <span key={id}><bdi>{name}</bdi>: {why && t.why[why]} {since !== null && <span aria-hidden="true"><Elapsed at={since} say={t.since} /></span>}</span>
      ))}
    </div>
  )
}

/** Every wall of the area: whether it sees, since when not and why; registering one, a new link, shutting one. */
export function WallPanel() {
  const { answer, hasFailed } = useWalls().value
  const role = useLink().viewer.value?.role
  const [link, setLink] = useState<string | null>(null)
  const t = texts.value.walls
  const mayKeep = role === 'supervisor' || role === 'admin'
  return (
    <section class="ledger walls" aria-label={t.title}>
      <h2>{t.title}</h2>
      {hasFailed && <p class="ledger-failed">{texts.value.supervisor.notLoaded}</p>}
      {answer?.walls.length === 0 && <p class="ledger-empty">{t.none}</p>}
      <ul>{answer?.walls.map((wall) => <WallLine key={wall.id} wall={wall} mayKeep={mayKeep} onLink={setLink} />)}</ul>
      {link !== null && <div class="wall-link"><p>{t.linkOnce}</p><code>{link}</code><button type="button" class="quiet-button" onClick={() => setLink(null)}>{t.close}</button></div>}
      {mayKeep && <Register onLink={setLink} />}
    </section>
  )
}

function WallLine({ wall, mayKeep, onLink }: { wall: WallView; mayKeep: boolean; onLink: (link: string) => void }) {
  const t = texts.value
  const w = t.walls
  const [isSure, setSure] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const tooSmall = letterHeights(wall).filter(({ isEnough }) => !isEnough).map(({ name }) => w.lines[name])
  const fresh = (): void => { void postJson<RouteAnswer<'linkWall'>>(`/api/walls/${wall.id}/link`, {}).then(({ link }) => onLink(absolute(link)), () => onLink(w.failed)) }
  const revoke = (): void => { if (isSure) void deleteJson(`/api/walls/${wall.id}`).catch(() => onLink(w.failed)); else setSure(true) }
  return (
    <li class="wall-line" data-state={wall.state}>
      <b><bdi>{wall.name}</bdi></b>
      <span class="wall-state">{w[wall.state]}{wall.since !== null && <> <Elapsed at={wall.since} say={w.since} /></>}</span>
      <small>
        {t.code === 'hi' ? wall.placeHi : wall.place} · <span class="digits">{wall.distanceM} m · {wall.panelInches}″</span>
        {wall.why && <> · {w.why[wall.why]}</>}
        {wall.state === 'blind' && wall.lastSeenAt !== null && <> · {w.lastSeen} <span class="digits">{clockTime(wall.lastSeenAt)}</span></>}
        {wall.told > 0 && <> · {w.told(wall.told)}</>}
      </small>
      {tooSmall.length > 0 && <small class="wall-warn">{w.tooFar(tooSmall.join(', '))}</small>}
      {mayKeep && <span class="wall-acts"><button type="button" class="quiet-button" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>{w.room}</button><button type="button" class="quiet-button" onClick={fresh}>{w.link}</button><button type="button" class="quiet-button" onClick={revoke}>{isSure ? w.revokeSure : w.revoke}</button></span>}
      {isEditing && <EditRoom wall={wall} onDone={() => setEditing(false)} onFail={() => onLink(w.failed)} />}
    </li>
  )
}

function EditRoom({ wall, onDone, onFail }: { wall: WallView; onDone: () => void; onFail: () => void }) {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    void postJson(`/api/walls/${wall.id}`, roomOf(form)).then(onDone, onFail)
  }
  return <form class="wall-form" onSubmit={submit}><RoomFields distanceM={wall.distanceM} panelInches={wall.panelInches} /><button type="submit" class="quiet-button">{texts.value.walls.save}</button></form>
}

function RoomFields({ distanceM, panelInches }: Pick<WallView, 'distanceM' | 'panelInches'>) {
  const t = texts.value.walls
  return (
    <>
      <label>{t.distance}<input name="distance" type="number" required min="0.5" max="30" step="0.5" defaultValue={String(distanceM)} /></label>
      <label>{t.panel}<input name="panel" type="number" required min="7" max="300" defaultValue={String(panelInches)} /></label>
    </>
  )
}

function roomOf(form: FormData): Pick<WallView, 'distanceM' | 'panelInches'> {
  return { distanceM: Number(form.get('distance')), panelInches: Number(form.get('panel')) }
}

function Register({ onLink }: { onLink: (link: string) => void }) {
  const viewer = useLink().viewer.value
  const t = texts.value.walls
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) return <button type="button" class="quiet-button" onClick={() => setOpen(true)}>{t.add}</button>
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const field = (name: string): string => { const value = form.get(name); return typeof value === 'string' ? value.trim() : '' }
    const typed = field('node')
    const own = viewer?.scopePath.split('/').filter(Boolean).at(-1) ?? ''
    const nodeId = typed === '' ? own : findDistricts(typed, 1)[0]?.id ?? typed
    void postJson<RouteAnswer<'registerWall'>>('/api/walls', { name: field('name'), nodeId, ...roomOf(form) })
      .then(({ link }) => { onLink(absolute(link)); setOpen(false) }, () => onLink(t.failed))
  }
  return (
    <form class="wall-form" onSubmit={submit}>
      <label>{t.name}<input name="name" required maxLength={60} /></label>
      <label>{t.node}<input name="node" maxLength={60} /></label>
      <RoomFields distanceM={5} panelInches={55} />
      <button type="submit" class="quiet-button">{t.register}</button>
    </form>
  )
}

function absolute(link: string): string {
  return new URL(link, location.origin).href
}
