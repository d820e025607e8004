import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { mayAct } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { recall, remember } from '../shared/memory.ts'
import { cursorId, openedId, stepFrom } from './view.ts'

const MEMORY = 'prahari.keys'

/** Whether single keys act; they can be turned off (WCAG 2.1.4). */
export const areKeysOn = signal(recall(MEMORY) !== 'off')

export function turnKeys(isOn: boolean): void {
  areKeysOn.value = isOn
  remember(MEMORY, isOn ? 'on' : 'off')
}

/** J and K walk the rows and take the focus along, Enter opens, A acknowledges the row of the cursor, Escape closes. */
export function useKeys(rows: readonly AlertView[]): void {
  const { outbox, viewer } = useLink()
  // The keys act on the rows as drawn last, which is what the person saw when pressing.
  const drawn = useRef(rows)
  drawn.current = rows
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!areKeysOn.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const ids = drawn.current.map(({ id }) => id)
      switch (event.key) {
        case 'j': case 'J': cursorId.value = stepFrom(ids, cursorId.value, 1); break
        case 'k': case 'K': cursorId.value = stepFrom(ids, cursorId.value, -1); break
        case 'Enter':
          if (isPressable(event.target)) return
          openedId.value = cursorId.value
          break
        case 'Escape': openedId.value = null; break
        case 'a': case 'A': {
          const alert = drawn.current.find(({ id }) => id === cursorId.value)
          if (alert?.isOpen && alert.holder === null && viewer.value && mayAct(viewer.value.role)) void outbox.act(alert.id, 'acknowledge')
          break
        }
        default: return
      }
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [outbox, viewer])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement
}
