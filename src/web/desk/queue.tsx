import { useRef } from 'preact/hooks'
import type { DocketRow } from '../../contract/docket-row.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { useHold, useSettled } from '../shared/settled.ts'
import { chosen, filter, show } from './address.ts'
import { EVERYTHING, PAGE_ROWS, isSameQuestion, writeFilter } from './filter.ts'
import { hasFailed, list, rows } from './queue-state.ts'
import { Row } from './row.tsx'

/** The rows as they are drawn: held still while a hand is on them. */
export function useDrawnRows(): { ref: { current: HTMLElement | null }; drawn: DocketRow[]; arrived: number; release: () => void } {
  const ref = useRef<HTMLElement>(null)
  const { isHeld, release } = useHold(ref)
  const wanted = list.value ? [{ name: list.value.query, ids: list.value.ids }] : []
  const { sections, arrived } = useSettled(wanted, isHeld, (id) => rows.value.has(id))
  return { ref, arrived, release, drawn: (sections[0]?.ids ?? []).flatMap((id) => rows.value.get(id) ?? []) }
}

/** The dockets that pass the filter, a page of them. */
export function Queue({ drawn, arrived, release }: { drawn: readonly DocketRow[]; arrived: number; release: () => void }) {
  const t = texts.value.desk
  const known = list.value
  const isOld = known !== null && known.query !== writeFilter(filter.value)
  return (
    <>
      {arrived > 0 && <button type="button" class="fresh-button" onClick={release}>{t.fresh(arrived)}</button>}
      {hasFailed.value && <p class="d-failed" role="status">{t.listFailed}</p>}
      {known && !known.isComplete && <p class="d-failed" role="status">{t.incomplete}</p>}
      <div class="d-list" tabIndex={-1} aria-busy={isOld}>
        <ol class="d-rows" start={filter.value.offset + 1}>
          {drawn.map((row) => <Row key={row.id} row={row} />)}
        </ol>
        {known && drawn.length === 0 && !isOld && <Nothing />}
        {!known && !hasFailed.value && <p class="d-empty">{texts.value.supervisor.loading}</p>}
      </div>
      {known && <Pages total={known.total} shown={known.ids.length} />}
    </>
  )
}

/** Nothing was found; who searched within a view is offered everything. */
function Nothing() {
  const t = texts.value.desk
  const { q } = filter.value
  const everything = q === undefined ? null : { ...EVERYTHING, q }
  return (
    <div class="d-empty">
      <p role="status">{t.noMatch}</p>
      {everything && !isSameQuestion(everything, filter.value) && <button type="button" class="quiet-button" onClick={() => show(everything)}>{t.searchAll}</button>}
    </div>
  )
}

function Pages({ total, shown }: { total: number; shown: number }) {
  const t = texts.value.desk
  const { offset } = filter.value
  const go = (to: number): void => show({ ...filter.value, offset: Math.max(0, to) })
  return (
    <p class="d-pages">
      <span class="digits" role="status">{shown === 0 ? t.total(grouped(total)) : t.range(grouped(offset + 1), grouped(offset + shown), grouped(total))}</span>
      <button type="button" class="quiet-button" disabled={offset === 0} onClick={() => go(offset - PAGE_ROWS)}>{t.previous}</button>
      <button type="button" class="quiet-button" disabled={offset + shown >= total} onClick={() => go(offset + PAGE_ROWS)}>{t.next}</button>
    </p>
  )
}

/** Chooses every row that is shown, or none where all are. */
export function chooseAll(drawn: readonly DocketRow[]): void {
  const areAll = drawn.length > 0 && drawn.every(({ id }) => chosen.value.has(id))
  chosen.value = areAll ? new Set() : new Set(drawn.map(({ id }) => id))
}
