import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { NodeField } from '../shared/parts/node-field.tsx'
import type { Told } from './one-time-link.tsx'
import { PERSON_ROLES } from './person-roles.ts'
import { Said, useSending } from './sending.tsx'
import { send } from './server.ts'
import { words } from './words.ts'

/** A new account, with its first link. */
export function AddPerson({ done, cancel }: { done: (told: Told) => void; cancel: () => void }) {
  const t = words.value
  const sending = useSending()
  const [fields, setFields] = useState({ id: '', name: '', role: 'officer', email: '', phone: '' })
  const [scopeId, setScope] = useState<string | undefined>()
  const first = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const put = (name: keyof typeof fields) => (event: { currentTarget: { value: string } }): void => setFields({ ...fields, [name]: event.currentTarget.value })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const { email, phone, ...rest } = fields
    sending.go(send<RouteAnswer<'addPerson'>>('/api/admin/people', { ...rest, scopeId: scopeId ?? '', ...(email && { email }), ...(phone && { phone }) }), (answer) => {
      done(answer)
      return t.saved
    })
  }
  return (
    <form class="a-panel a-form" onSubmit={submit}>
      <h2>{t.people.adding}</h2>
      <label>{t.people.name}<input required maxLength={80} value={fields.name} onInput={put('name')} ref={first} /></label>
      <label>{t.people.id}<input required minLength={2} maxLength={60} pattern="[a-z0-9][a-z0-9._\-]{1,59}" autocomplete="off" value={fields.id} onInput={put('id')} aria-describedby="id-hint" /><small id="id-hint">{t.people.idHint}</small></label>
      <label>{t.people.role}<select value={fields.role} onChange={put('role')}>{PERSON_ROLES.map((one) => <option key={one} value={one}>{t.role[one]}</option>)}</select></label>
      <NodeField label={t.people.area} chosen={scopeId} choose={setScope} />
      <label>{t.people.email}<input type="email" maxLength={200} value={fields.email} onInput={put('email')} /></label>
      <label>{t.people.phone}<input type="tel" maxLength={16} value={fields.phone} onInput={put('phone')} /></label>
      <p class="a-buttons"><button type="submit" class="act-button" data-tone="step" disabled={sending.isSending || scopeId === undefined}>{t.people.create}</button><button type="button" class="act-button" data-tone="quiet" onClick={cancel}>{t.cancel}</button></p>
      <Said sending={sending} />
    </form>
  )
}
