import { useState } from 'preact/hooks'
import type { AccountView } from '../../contract/administering.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { CHANNELS } from '../../domain/delivery.ts'
import type { Channel } from '../../domain/delivery.ts'
import { useLink } from '../shared/context.ts'
import { NodeField } from '../shared/parts/node-field.tsx'
import type { Told } from './one-time-link.tsx'
import { PERSON_ROLES } from './person-roles.ts'
import { Said, useSending } from './sending.tsx'
import { send } from './server.ts'
import { words } from './words.ts'

/** One account: what it is, how its person is told, links and sessions, shutting it. */
export function EditPerson({ person, onChange, onLink }: { person: AccountView; onChange: () => void; onLink: (told: Told) => void }) {
  const t = words.value
  const sending = useSending()
  const [fields, setFields] = useState<Record<'name' | 'role' | 'email' | 'phone', string>>({ name: person.name, role: person.role, email: person.email ?? '', phone: person.phone ?? '' })
  const [scopeId, setScope] = useState<string | undefined>(person.scopeId)
  const [channels, setChannels] = useState(person.channels)
  const put = (name: keyof typeof fields) => (event: { currentTarget: { value: string } }): void => setFields({ ...fields, [name]: event.currentTarget.value })
  const path = `/api/admin/people/${encodeURIComponent(person.id)}`
  const change = (body: object): void => sending.go(send<RouteAnswer<'changePerson'>>(path, { expectedVersion: person.version, ...body }), () => { onChange(); return t.saved })
  const isSelf = useLink().viewer.value?.personId === person.id
  if (isSelf) return <section class="a-panel a-form"><h2><bdi>{person.name}</bdi></h2><p>{t.people.self}</p></section>
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    change({ name: fields.name, role: fields.role, scopeId, email: fields.email || null, phone: fields.phone || null, ...(channels && channels.length > 0 ? { channels } : {}) })
  }
  return (
    <form class="a-panel a-form" onSubmit={submit}>
      <h2><bdi>{person.name}</bdi> <small>{person.id} · {t.people.signedIn(person.sessions)}</small></h2>
      <label>{t.people.name}<input required maxLength={80} value={fields.name} onInput={put('name')} /></label>
      <label>{t.people.role}<select value={fields.role} onChange={put('role')}>{PERSON_ROLES.map((one) => <option key={one} value={one}>{t.role[one]}</option>)}</select></label>
      <NodeField label={t.people.area} chosen={scopeId} choose={setScope} />
      <label>{t.people.email}<input type="email" maxLength={200} value={fields.email} onInput={put('email')} /></label>
      <label>{t.people.phone}<input type="tel" maxLength={16} value={fields.phone} onInput={put('phone')} /></label>
      <Ways channels={channels} set={setChannels} />
      <p class="a-buttons"><button type="submit" class="act-button" data-tone="step" disabled={sending.isSending || scopeId === undefined}>{t.save}</button></p>
      <Said sending={sending} />
      <p class="a-buttons a-apart">
        <button type="button" class="quiet-button" disabled={person.isDisabled} onClick={() => sending.go(send<RouteAnswer<'linkPerson'>>(`${path}/link`, {}), (told) => { onLink(told); return '' })}>{t.people.link}</button>
        <Sure label={t.people.end} act={() => sending.go(send<RouteAnswer<'endSessions'>>(`${path}/sessions`, null, 'DELETE'), ({ ended }) => { onChange(); return t.people.ended(ended) })} />
        {person.isDisabled ? <button type="button" class="quiet-button" onClick={() => change({ isDisabled: false })}>{t.people.enable}</button> : <Sure label={t.people.disable} act={() => change({ isDisabled: true })} />}
      </p>
    </form>
  )
}

/** Asks once more before something that somebody would notice. */
function Sure({ label, act }: { label: string; act: () => void }) {
  const [isAsked, setAsked] = useState(false)
  return <button type="button" class="quiet-button" data-sure={isAsked} onBlur={() => setAsked(false)} onClick={() => { if (isAsked) act(); setAsked(!isAsked) }}>{isAsked ? `${label}: ${words.value.people.sure}` : label}</button>
}

/** By which ways somebody is told, in order; what was never ordered has none of its own. */
function Ways({ channels, set }: { channels: Channel[] | null; set: (channels: Channel[]) => void }) {
  const t = words.value
  const order = channels ?? []
  const rows = [...order, ...CHANNELS.filter((one) => !order.includes(one))]
  return (
    <fieldset class="a-ways">
      <legend>{t.people.ways}: {channels === null ? t.people.usual : t.people.ownWays}</legend>
      {rows.map((one, at) => (
        <p key={one}>
          <label><input type="checkbox" checked={order.includes(one)} onChange={(event) => set(event.currentTarget.checked ? [...order, one] : order.filter((other) => other !== one))} /> {t.channel[one]}</label>
          {at > 0 && at < order.length && <button type="button" class="quiet-button" aria-label={`${t.people.earlier}: ${t.channel[one]}`} onClick={() => set(order.toSpliced(at, 1).toSpliced(at - 1, 0, one))}>↑</button>}
        </p>
      ))}
    </fieldset>
  )
}
