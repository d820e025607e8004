import { useEffect, useState } from 'preact/hooks'
import type { AlertView } from '../../../contract/alert-view.ts'
import type { RouteAnswer } from '../../../contract/http.ts'
import { useLink } from '../context.ts'
import { texts } from '../language.ts'
import { useSending } from './act-button.tsx'

type Colleague = RouteAnswer<'colleagues'>['colleagues'][number]

/** From so many names on a field to find one is worth its room. */
const MANY = 8

/** To whom the alert shall go: back to the duty post, or to a colleague who can see it. */
export function AskHandOver({ alert, close }: { alert: AlertView; close: () => void }) {
  const { outbox } = useLink()
  const t = texts.value.field
  const found = useColleagues(alert.id)
  const [wanted, setWanted] = useState('')
  const { isAnyOnItsWay, isOnItsWay, words } = useSending(alert.id, 'hand-over')
  const offer = (to: string | null): void => void outbox.act(alert, 'hand-over', { to }).then((isTaken) => { if (isTaken) close() })
  const shown = Array.isArray(found) ? found.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase())) : []
  return (
    <div class="act-ask" role="group" aria-label={t.handOverTo}>
      <p>{t.handOverTo}</p>
      <small>{isOnItsWay ? words : t.handOverWhy}</small>
      <div class="act-reasons act-people">
        <button type="button" class="reason-button" disabled={isAnyOnItsWay} onClick={() => offer(null)}>{t.dutyPost}<small>{t.dutyPostWhy}</small></button>
        {shown.map((one) => <ColleagueButton key={one.personId} colleague={one} isDisabled={isAnyOnItsWay} choose={() => offer(one.personId)} />)}
      </div>
      {Array.isArray(found) && found.length > MANY && <label><span>{t.findPerson}</span><input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} /></label>}
      {!Array.isArray(found) && <small>{found === 'reading' ? t.loading : t.notLoaded}</small>}
      {Array.isArray(found) && found.length === 0 && <small>{t.noColleagues}</small>}
      <button type="button" class="act-button" data-tone="quiet" onClick={close}>{texts.value.officer.cancel}</button>
    </div>
  )
}

function ColleagueButton({ colleague: { name, onDuty, scopeName, scopeNameHi }, isDisabled, choose }: { colleague: Colleague; isDisabled: boolean; choose: () => void }) {
  const t = texts.value
  return (
    <button type="button" class="reason-button" disabled={isDisabled} onClick={choose}>
      <bdi>{name}</bdi><small>{t.code === 'hi' ? scopeNameHi : scopeName} · {onDuty ? t.field.onDuty : t.field.offDuty}</small>
    </button>
  )
}

function useColleagues(alertId: string): Colleague[] | 'reading' | 'failed' {
  const [found, setFound] = useState<Colleague[] | 'reading' | 'failed'>('reading')
  useEffect(() => {
    const abort = new AbortController()
    fetch(`/api/alerts/${encodeURIComponent(alertId)}/colleagues`, { headers: { accept: 'application/json' }, cache: 'no-store', signal: abort.signal })
      .then(async (response) => setFound(response.ok ? (await response.json() as RouteAnswer<'colleagues'>).colleagues : 'failed'))
      .catch(() => { if (!abort.signal.aborted) setFound('failed') })
    return () => abort.abort()
  }, [alertId])
  return found
}
