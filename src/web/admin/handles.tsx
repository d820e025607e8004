import { useState } from 'preact/hooks'
import type { HandleRow } from '../../contract/administering.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { texts } from '../shared/language.ts'
import { NodeField } from '../shared/parts/node-field.tsx'
import { Said, useSending, Waiting } from './sending.tsx'
import { send, useLoaded } from './server.ts'
import { words } from './words.ts'

type HandlesView = RouteAnswer<'handles'>

/** Whose account on X a handle is. */
export function Handles() {
  const t = words.value
  const { answer, hasFailed, again } = useLoaded<HandlesView>('/api/admin/handles')
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<HandleRow | null>(null)
  if (!answer) return <Waiting hasFailed={hasFailed} again={again} />
  const wanted = q.trim().toLowerCase().replace(/^@/, '')
  const found = answer.handles.filter(({ handle, name, nameHi }) => handle.includes(wanted) || (name ?? '').toLowerCase().includes(wanted) || (nameHi ?? '').includes(wanted))
  return (
    <div class="a-columns">
      <section class="a-panel" aria-label={t.tabs.handles}>
        <form class="a-bar" role="search" onSubmit={(event) => event.preventDefault()}><label>{t.handles.find}<input type="search" maxLength={60} value={q} onInput={(event) => setQ(event.currentTarget.value)} /></label><p class="a-count" role="status">{t.handles.count(found.length)}</p></form>
        <table class="a-table">
          <thead><tr><th scope="col">{t.handles.handle}</th><th scope="col">{t.handles.is}</th><th scope="col">{t.handles.comes}</th></tr></thead>
          <tbody>{found.map((one) => (
            <tr key={one.handle} data-chosen={chosen?.handle === one.handle}>
              <th scope="row"><button type="button" class="row-button" aria-pressed={chosen?.handle === one.handle} onClick={() => setChosen(one)}>@{one.handle}</button></th>
              <td>{meaning(one.is, one)}</td>
              <td>{one.comesAs !== one.is && <><span class="chip">{t.handles.changed}</span> {meaning(one.comesAs, null)}</>}</td>
            </tr>
          ))}</tbody>
        </table>
      </section>
      <div class="a-side">{answer.mayChange ? <Change key={chosen?.handle ?? ''} row={chosen} seq={answer.seq} again={again} /> : <p class="a-hint">{t.onlyState}</p>}<p class="a-hint">{t.handles.why}</p></div>
    </div>
  )
}

function meaning(is: string, row: HandleRow | null): string {
  const t = words.value.handles
  return is === 'own' ? t.own : is === 'nobody' ? t.nobody : (row && (texts.value.code === 'hi' ? row.nameHi : row.name)) ?? is
}

function Change({ row, seq, again }: { row: HandleRow | null; seq: number; again: () => void }) {
  const t = words.value
  const sending = useSending()
  const [handle, setHandle] = useState(row?.handle ?? '')
  const [is, setIs] = useState(row && (row.is === 'own' || row.is === 'nobody') ? row.is : 'district')
  const [districtId, setDistrict] = useState<string | undefined>(row && row.name !== null ? row.is : undefined)
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const body = { handle: handle.trim().toLowerCase().replace(/^@/, ''), is, ...(is === 'district' ? { districtId: districtId ?? '' } : {}), expectedSeq: seq, reason }
    sending.go(send<RouteAnswer<'changeHandle'>>('/api/admin/handles', body), () => { again(); return t.saved })
  }
  return (
    <form class="a-panel a-form" onSubmit={submit}>
      <h2>{t.handles.add}</h2>
      <label>{t.handles.at}<input required maxLength={16} pattern="@?[A-Za-z0-9_]{1,15}" autocomplete="off" value={handle} onInput={(event) => setHandle(event.currentTarget.value)} /></label>
      <label>{t.handles.is}<select value={is} onChange={(event) => setIs(event.currentTarget.value)}><option value="district">{t.handles.district}</option><option value="own">{t.handles.own}</option><option value="nobody">{t.handles.nobody}</option><option value="default">{t.handles.default}</option></select></label>
      {is === 'district' && <NodeField label={t.handles.which} chosen={districtId} choose={setDistrict} />}
      <label>{t.why}<input required minLength={3} maxLength={300} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <p class="a-buttons"><button type="submit" class="act-button" data-tone="step" disabled={sending.isSending || (is === 'district' && districtId === undefined)}>{t.save}</button></p>
      <Said sending={sending} />
    </form>
  )
}
