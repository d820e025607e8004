import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** A chip that opens a small panel under it; Escape and leaving it close it. @param isSet whether something is chosen in it. */
export function Menu({ name, isSet, children }: { name: ComponentChildren; isSet: boolean; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event): void => { if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false) }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    frame.current?.querySelector<HTMLElement>('.d-menu-panel :is(input, select, button)')?.focus()
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return
    event.preventDefault()
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div class="d-menu" ref={frame} onKeyDown={onKey}>
      <button ref={button} type="button" class="filter" data-set={isSet} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{name} <span aria-hidden="true">▾</span></button>
      {isOpen && <div class="d-menu-panel">{children}</div>}
    </div>
  )
}

/** Values of which any number may be chosen. */
export function Choices<Value extends string>({ label, values, chosen, words, toggle }: {
  label: string; values: readonly Value[]; chosen: readonly Value[] | undefined; words: (value: Value) => ComponentChildren; toggle: (value: Value) => void
}) {
  return (
    <fieldset class="d-choices">
      <legend class="for-ears">{label}</legend>
      {values.map((value) => (
        <label key={value}><input type="checkbox" checked={chosen?.includes(value) ?? false} onChange={() => toggle(value)} /> <span>{words(value)}</span></label>
      ))}
    </fieldset>
  )
}
