import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { recall, remember } from './memory.ts'

const MEMORY = 'prahari.keys'

/** Whether single keys act; they can be turned off (WCAG 2.1.4). */
export const areKeysOn = signal(recall(MEMORY) !== 'off')

export function turnKeys(isOn: boolean): void {
  areKeysOn.value = isOn
  remember(MEMORY, isOn ? 'on' : 'off')
}

/** Whether the help of the keys is open. */
export const isHelpOpen = signal(false)

/**
 * Calls `press` with each single key that is meant for the page: not while a dialog is open, while keys are off, with a modifier, or
 * while somebody types, where only Escape counts. Letters come in lower case; `withShift` says how. What `press` answers true to is done.
 */
export function useKeyPress(press: (key: string, withShift: boolean, target: EventTarget | null) => boolean): void {
  // The keys act on the page as drawn last, which is what the person saw when pressing.
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]') || event.defaultPrevented) return
      if (!areKeysOn.value || event.ctrlKey || event.metaKey || event.altKey || (isTyping(event.target) && event.key !== 'Escape')) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      if (key === '?') isHelpOpen.value = true
      else if (!latest.current(key, event.shiftKey, event.target)) return
      event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Whether Enter on it is its own. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement
}

/** The id one step before or after `current` in the list; from nowhere, the first. */
export function stepFrom(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
  const at = current === null ? -1 : ids.indexOf(current)
  if (at < 0) return ids[0] ?? null
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null
}
