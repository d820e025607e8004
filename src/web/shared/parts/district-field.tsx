import { useId, useState } from 'preact/hooks'
import { DISTRICTS } from '../../../domain/state/districts.ts'
import type { District } from '../../../domain/state/districts.ts'
import { findDistricts } from '../find-districts.ts'
import { texts } from '../language.ts'

const MOST_SHOWN = 5

/** Names a district: typed in either script, chosen from what it may mean; or "nobody knows". */
export function DistrictField({ chosen, choose }: { chosen: string | undefined; choose: (place: string | undefined) => void }) {
  const t = texts.value
  const [typed, setTyped] = useState('')
  const id = useId()
  const found = findDistricts(typed, MOST_SHOWN)
  const nameOf = (district: District): string => (t.code === 'hi' ? `${district.nameHi} · ${district.name}` : `${district.name} · ${district.nameHi}`)
  const district = DISTRICTS.find((one) => one.id === chosen)
  const take = (place: string): void => {
    choose(place)
    setTyped('')
  }
  if (chosen !== undefined) {
    return (
      <div class="district-chosen">
        <span>{t.correct.place} <b>{district ? nameOf(district) : t.place.unknown}</b></span>
        <button type="button" class="quiet-button" onClick={() => choose(undefined)}>{t.correct.undo}</button>
      </div>
    )
  }
  return (
    <div class="district-field">
      <label for={id}>{t.correct.place}</label>
      <input
        id={id} type="text" autocomplete="off" maxLength={40} placeholder={t.correct.typeDistrict} value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !found[0]) return
          event.preventDefault()
          take(found[0].id)
        }}
      />
      <div class="district-found" aria-live="polite">
        {found.map((one) => <button key={one.id} type="button" class="reason-button" onClick={() => take(one.id)}>{nameOf(one)}</button>)}
        {typed === '' && <button type="button" class="reason-button" onClick={() => take('unknown')}>{t.correct.placeUnknown}</button>}
      </div>
    </div>
  )
}
