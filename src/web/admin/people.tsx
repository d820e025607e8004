import { useState } from 'preact/hooks'
import type { AccountView } from '../../contract/administering.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { calendarDay, clockTime, fieldTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { AddPerson } from './add-person.tsx'
import { EditPerson } from './edit-person.tsx'
import { OneTimeLink } from './one-time-link.tsx'
import type { Told } from './one-time-link.tsx'
import { PERSON_ROLES } from './person-roles.ts'
import { Waiting } from './sending.tsx'
import { useLoaded } from './server.ts'
import { words } from './words.ts'

/** The accounts of the area: found, added, changed, shut. */
export function People() {
  const t = words.value
  const [q, setQ] = useState('')
  const [role, setRole] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [link, setLink] = useState<Told | null>(null)
  const { answer, hasFailed, again } = useLoaded<RouteAnswer<'people'>>(`/api/admin/people?${new URLSearchParams({ ...(q && { q }), ...(role && { role }) })}`)
  const person = answer?.people.find(({ id }) => id === chosen)
  return (
    <div class="a-columns">
      <section class="a-panel" aria-label={t.tabs.people}>
        <form class="a-bar" role="search" onSubmit={(event) => event.preventDefault()}>
          <label>{t.people.find}<input type="search" maxLength={60} value={q} onInput={(event) => setQ(event.currentTarget.value)} /></label>
          <label>{t.people.role}<select value={role} onChange={(event) => setRole(event.currentTarget.value)}><option value="">{t.people.anyRole}</option>{PERSON_ROLES.map((one) => <option key={one} value={one}>{t.role[one]}</option>)}</select></label>
          <button type="button" class="quiet-button" onClick={() => setChosen('')}>{t.people.add}</button>
        </form>
        {answer ? <List people={answer.people} matched={answer.matched} chosen={chosen} choose={setChosen} /> : <Waiting hasFailed={hasFailed} again={again} />}
      </section>
      <div class="a-side">
        {link && <OneTimeLink told={link} close={() => setLink(null)} />}
        {chosen === '' ? <AddPerson done={(told) => { setLink(told); setChosen(told.id); again() }} cancel={() => setChosen(null)} />
          : person ? <EditPerson key={`${person.id} ${person.version}`} person={person} onChange={again} onLink={setLink} /> : <p class="a-hint">{t.people.choose} {t.people.wallsElsewhere}</p>}
      </div>
    </div>
  )
}

function List({ people, matched, chosen, choose }: { people: readonly AccountView[]; matched: number; chosen: string | null; choose: (id: string) => void }) {
  const t = words.value
  return (
    <>
      <p class="a-count" role="status">{people.length === 0 ? t.people.none : t.people.shown(people.length, matched)}</p>
      <table class="a-table">
        <thead><tr><th scope="col">{t.people.name}</th><th scope="col">{t.people.role}</th><th scope="col">{t.people.area}</th><th scope="col">{t.people.lastSeen}</th><th scope="col">{t.people.state}</th></tr></thead>
        <tbody>{people.map((one) => (
          <tr key={one.id} data-chosen={one.id === chosen} data-off={one.isDisabled}>
            <th scope="row"><button type="button" class="row-button" aria-pressed={one.id === chosen} onClick={() => choose(one.id)}><bdi>{one.name}</bdi></button><small>{one.id}</small></th>
            <td>{t.role[one.role]}</td>
            <td>{texts.value.code === 'hi' ? one.scopeNameHi : one.scopeName}</td>
            <td class="digits"><Seen at={one.lastSeenAt} /></td>
            <td>{one.isDisabled ? t.people.shut : t.people.open}</td>
          </tr>
        ))}</tbody>
      </table>
    </>
  )
}

function Seen({ at }: { at: number | null }) {
  if (at === null) return <>{words.value.people.never}</>
  return <time dateTime={fieldTime(at)}>{calendarDay(at, texts.value)} {clockTime(at).slice(0, 5)}</time>
}
