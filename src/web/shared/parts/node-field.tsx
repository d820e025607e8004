import { useId, useState } from 'preact/hooks'
import { texts } from '../language.ts'
import { findNodes, nodeWords, useNodes } from '../nodes.ts'

const MOST_SHOWN = 8

/** Names a node of the tree: typed in either script, walked with the arrow keys, taken with Enter. Retired stations are offered to whoever looks back, as a filter does. */
export function NodeField({ chosen, choose, label, isFirst = false, isLookingBack = false }: { chosen: string | undefined; choose: (id: string | undefined) => void; label: string; isFirst?: boolean; isLookingBack?: boolean }) {
  const t = texts.value
  const all = useNodes()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const node = all?.find((one) => one.id === chosen)
  if (chosen !== undefined) {
    const words = node && all ? nodeWords(node, all, t) : { name: chosen, under: '' }
    return (
      <p class="district-chosen">
        <span>{label} <b>{words.name}</b> {words.under && <small>{words.under}</small>}</span>
        <button type="button" class="quiet-button" onClick={() => choose(undefined)}>{t.correct.undo}</button>
      </p>
    )
  }
  const found = findNodes(typed, MOST_SHOWN, isLookingBack)
  const take = (index: number): void => {
    const one = found[index]
    if (!one) return
    choose(one.id)
    setTyped('')
  }
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt(Math.min(Math.max(0, at + step), Math.max(0, found.length - 1)))
    else if (event.key === 'Enter' && found.length > 0) take(at)
    else return
    event.preventDefault()
  }
  return (
    <div class="district-field">
      <label for={id}>{label}</label>
      <input
        id={id} type="text" autocomplete="off" maxLength={60} placeholder={t.desk.typeNode} value={typed} data-first={isFirst}
        role="combobox" aria-expanded={found.length > 0} aria-controls={`${id}-list`} aria-activedescendant={found[at] ? `${id}-${at}` : undefined} aria-autocomplete="list"
        onInput={(event) => { setTyped(event.currentTarget.value); setAt(0) }} onKeyDown={press}
      />
      <div class="d-options" role="listbox" id={`${id}-list`} aria-label={label}>
        {found.map((one, index) => {
          const { name, under } = nodeWords(one, all ?? [], t)
          return (
            <div key={one.id} id={`${id}-${index}`} role="option" aria-selected={index === at} class="d-option" onMouseDown={(event) => { event.preventDefault(); take(index) }}>
              {name} <small>{[t.desk.kind[one.kind] ?? one.kind, under].filter(Boolean).join(' · ')}</small>
            </div>
          )
        })}
      </div>
      {typed !== '' && found.length === 0 && <small role="status">{all ? t.desk.noNode : t.supervisor.loading}</small>}
    </div>
  )
}
