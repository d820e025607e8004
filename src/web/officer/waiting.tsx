import { useLink } from '../shared/context.ts'
import { clockTime, grouped } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import type { PendingAct } from '../shared/outbox.ts'
import { refusalWords } from '../shared/words.ts'

/** What was done and is not with the server yet, of alerts that this page does not show (no connection since it was opened). */
export function Waiting() {
  const { outbox, board } = useLink()
  const t = texts.value.field
  const acts = [...outbox.pending.value.values()].filter(({ alertId }) => !board.value.open.has(alertId)).sort((a, b) => a.madeAt - b.madeAt)
  if (acts.length === 0) return null
  return (
    <section class="waiting" aria-label={t.waiting}>
      <h2 class="section-title">{t.waiting} <span class="digits">{grouped(acts.length)}</span></h2>
      <ul role="list">{acts.map((act) => <WaitingAct key={act.key} act={act} />)}</ul>
    </section>
  )
}

function WaitingAct({ act }: { act: PendingAct }) {
  const { outbox } = useLink()
  const t = texts.value
  return (
    <li class="waiting-act" data-refused={act.refusal !== null}>
      <span class="digits">{act.number}</span>
      <b>{t.field.act[act.kind]}</b>
      <span>{act.refusal ? refusalWords(act.refusal, t) : t.field.sendingSince(clockTime(act.madeAt))}</span>
      {act.refusal && <button type="button" class="quiet-button" onClick={() => outbox.dismiss(act.alertId)}>{t.refusal.dismiss}</button>}
    </li>
  )
}

/** Notes and photos of an alert on their way, or refused. */
export function Parcels({ of }: { of: string }) {
  const { parcels } = useLink()
  const t = texts.value
  const mine = parcels.waiting.value.filter(({ alertId }) => alertId === of)
  if (mine.length === 0) return null
  return (
    <ul class="parcels" role="list" aria-label={t.field.waiting}>
      {mine.map(({ key, text, madeAt, refusal }) => (
        <li key={key} class="waiting-act" data-refused={Boolean(refusal)}>
          <bdi class="parcel-what">{text ?? t.field.photoWaits}</bdi>
          <span role="status">{refusal ? t.field.refusal[refusal] ?? t.field.refused : t.field.sendingSince(clockTime(madeAt))}</span>
          {refusal && <button type="button" class="quiet-button" onClick={() => parcels.dismiss(key)}>{t.refusal.dismiss}</button>}
        </li>
      ))}
    </ul>
  )
}
