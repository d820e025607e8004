import { useId } from 'preact/hooks'
import type { LadderBody } from '../../contract/administering.ts'
import { DUTY_POSTS } from '../../domain/ladder.ts'
import { texts } from '../shared/language.ts'
import { words } from './words.ts'

type Severe = LadderBody['critical']
type Rung = Severe['rungs'][number]

const MOST_RUNGS = 8
const STEP_S = 60

/** The ladder of one severity: who is told after how many seconds, and how long each step may take. */
export function Rungs({ title, policy, change }: { title: string; policy: Severe; change: (policy: Severe) => void }) {
  const t = words.value
  const { rungs, ackTargets } = policy
  const put = (at: number, rung: Rung): void => change({ ...policy, rungs: rungs.with(at, rung) })
  const add = (): void => change({ ...policy, rungs: [...rungs, { afterS: (rungs.at(-1)?.afterS ?? 0) + STEP_S, tell: ['state-control'] }] })
  return (
    <section class="a-panel a-times" aria-label={title}>
      <h2>{title}</h2>
      {rungs.map((rung, at) => <OneRung key={at} at={at} rung={rung} put={(next) => put(at, next)} remove={rungs.length > 1 && at > 0 ? () => change({ ...policy, rungs: rungs.toSpliced(at, 1) }) : null} />)}
      <button type="button" class="quiet-button a-add" disabled={rungs.length >= MOST_RUNGS} onClick={add}>{t.policy.addRung}</button>
      <Seconds label={t.policy.repeat} value={policy.repeatEveryS} set={(repeatEveryS) => change({ ...policy, repeatEveryS })} />
      <Amount label={t.policy.needed} value={policy.acknowledgementsNeeded ?? 1} least={1} most={5} unit="" set={(acknowledgementsNeeded) => change({ ...policy, acknowledgementsNeeded })} />
      <Seconds label={t.policy.ackExpires} value={policy.ackExpiresS} set={(ackExpiresS) => change({ ...policy, ackExpiresS })} />
      <Seconds label={t.policy.progressExpires} value={policy.progressExpiresS} set={(progressExpiresS) => change({ ...policy, progressExpiresS })} />
      {ackTargets.map((target, at) => <Seconds key={at} label={`${t.policy.target} (${Math.round(target.share * 100)} ${t.policy.share}) ${t.policy.within}`} value={target.withinS} set={(withinS) => change({ ...policy, ackTargets: ackTargets.with(at, { ...target, withinS }) })} />)}
      <Seconds label={t.policy.reply} value={policy.firstReplyS} set={(firstReplyS) => change({ ...policy, firstReplyS })} />
      <Seconds label={t.policy.close} value={policy.closeS} set={(closeS) => change({ ...policy, closeS })} />
    </section>
  )
}

function OneRung({ at, rung, put, remove }: { at: number; rung: Rung; put: (rung: Rung) => void; remove: (() => void) | null }) {
  const t = words.value
  const tell = (post: Rung['tell'][number], isTold: boolean): void => put({ ...rung, tell: DUTY_POSTS.filter((one) => (one === post ? isTold : rung.tell.includes(one))) })
  return (
    <fieldset class="a-rung">
      <legend>{t.policy.rung(at + 1)}</legend>
      <div class="a-rung-head">
        <Amount label={t.policy.after} value={rung.afterS} least={0} most={7_200} unit="" isFixed={at === 0} set={(afterS) => put({ ...rung, afterS })} />
        {remove && <button type="button" class="quiet-button" aria-label={`${t.policy.removeRung}: ${t.policy.rung(at + 1)}`} onClick={remove}>{t.policy.removeRung}</button>}
      </div>
      <div class="a-posts" role="group" aria-label={t.policy.tells}>{DUTY_POSTS.map((post) => <label key={post}><input type="checkbox" checked={rung.tell.includes(post)} onChange={(event) => tell(post, event.currentTarget.checked)} /> {texts.value.post[post]}</label>)}</div>
    </fieldset>
  )
}

/** So many seconds, with the same in the largest unit that says it whole. */
export function Seconds({ label, value, set }: { label: string; value: number; set: (value: number) => void }) {
  const { units } = texts.value.desk
  const said = value < 120 ? '' : value % 86_400 === 0 ? `= ${value / 86_400} ${units.d}` : value % 3_600 === 0 ? `= ${value / 3_600} ${units.h}` : value % 60 === 0 ? `= ${value / 60} ${units.min}` : `≈ ${Math.round(value / 60)} ${units.min}`
  return <Amount label={label} value={value} least={5} most={31_536_000} unit={words.value.policy.seconds} said={said} set={set} />
}

function Amount({ label, value, least, most, unit, said = '', isFixed = false, set }: { label: string; value: number; least: number; most: number; unit: string; said?: string; isFixed?: boolean; set: (value: number) => void }) {
  const id = useId()
  return (
    <p class="a-amount">
      <label for={id}>{label}</label>
      <input id={id} type="number" required step={1} min={least} max={most} value={value} readOnly={isFixed} onInput={(event) => { if (event.currentTarget.value !== '') set(Math.round(event.currentTarget.valueAsNumber)) }} />
      <small class="digits"><span class="a-unit">{unit}</span> {said}</small>
    </p>
  )
}
