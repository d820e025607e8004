import type { ReplyCheck } from '../../contract/replying.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'

/** Length as X counts it, whether it may go out, what it costs, and that nothing is sent where there are no credentials. */
export function GateLine({ check, isChecking, isDm }: { check: ReplyCheck | null; isChecking: boolean; isDm: boolean }) {
  const t = texts.value.desk
  if (!check) return <p class="d-gate" id="gate-line">{isChecking ? t.checking : t.gateIdle}</p>
  const { length, maxLength, costCents, budget } = check
  return (
    <p class="d-gate" id="gate-line" aria-busy={isChecking}>
      <span class="digits" data-bad={length > maxLength}>{t.length(grouped(length), grouped(maxLength))}</span>
      <span data-bad={!check.isAllowedByX}>{check.isAllowedByX ? (isDm ? t.dmAllowed : t.allowedByX) : isDm ? t.dmNotAllowed : t.notAllowedByX}</span>
      <span class="digits">{t.cost(cents(costCents), cents(budget.limitCents - budget.spentCents))}</span>
      {check.isDry && <b>{t.dry}</b>}
    </p>
  )
}

/** US cents as dollars. */
function cents(amount: number): string {
  return `$${(amount / 100).toFixed(2)}`
}

/** What the gate found, worst first, with the piece of the text. */
export function Findings({ check, text }: { check: ReplyCheck | null; text: string }) {
  const t = texts.value.desk
  const found = [...check?.findings ?? []].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
  return (
    <ul class="d-findings" id="gate-findings" aria-live="polite">
      {found.map(({ code, level, start, end }, index) => (
        <li key={index} data-level={level}><b>{t.level[level]}</b> {t.finding[code]}{start !== null && end !== null && <> <q><bdi>{text.slice(start, end)}</bdi></q></>}</li>
      ))}
    </ul>
  )
}

const LEVELS = ['stops', 'needs-second', 'note']
