import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { mayAct, maySupervise } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { recall, remember } from '../shared/memory.ts'
import { isHelpOpen } from './key-help.tsx'
import { stepIn } from './steps.ts'
import { asking, cursorId, focusWanted, openedId, stepFrom } from './view.ts'

const MEMORY = 'prahari.keys'

/** Whether single keys act; they can be turned off (WCAG 2.1.4). */
export const areKeysOn = signal(recall(MEMORY) !== 'off')

export function turnKeys(isOn: boolean): void {
  areKeysOn.value = isOn
  remember(MEMORY, isOn ? 'on' : 'off')
}

/**
 * J and K walk the rows and take the focus along, Enter opens, Escape closes, ? helps. A acknowledges the row of the cursor, E escalates
 * it, R and S open it with the form to reassign or shelve it. Nothing while a dialog is open.
 */
export function useKeys(rows: readonly AlertView[]): void {
  const { outbox, viewer, take, clock } = useLink()
  // The keys act on the rows as drawn last, which is what the person saw when pressing.
  const drawn = useRef(rows)
  drawn.current = rows
  useEffect(() => {
    const target = (): AlertView | undefined => drawn.current.find(({ id, isOpen }) => id === cursorId.value && isOpen)
    const mayStepIn = (): boolean => viewer.value !== null && maySupervise(viewer.value.role)
    const askOf = (what: 'reassign' | 'shelve'): void => {
      const alert = target()
      if (!alert || (what === 'shelve' && (alert.holder !== null || alert.shelf !== null))) return
      openedId.value = alert.id
      asking.value = what
    }
    const walk = (ids: readonly string[], step: 1 | -1): void => {
      cursorId.value = stepFrom(ids, cursorId.value, step)
      focusWanted.value = cursorId.value
    }
    const press = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]')) return
      if (!areKeysOn.value || event.ctrlKey || event.metaKey || event.altKey || (isTyping(event.target) && event.key !== 'Escape')) return
      const ids = drawn.current.map(({ id }) => id)
      switch (event.key) {
        case 'j': case 'J': walk(ids, 1); break
        case 'k': case 'K': walk(ids, -1); break
        case 'Enter':
          if (isPressable(event.target)) return
          openedId.value = cursorId.value
          break
        case 'Escape':
          if (asking.value) asking.value = null
          else openedId.value = null
          break
        case '?': isHelpOpen.value = true; break
        case 'e': case 'E': if (mayStepIn() && target()) void stepIn(target()?.id ?? '', { act: 'escalateNow' }, (alert) => take({ serverNow: clock.now.value ?? 0, alerts: [alert] })); break
        case 'r': case 'R': if (mayStepIn()) askOf('reassign'); break
        case 's': case 'S': if (mayStepIn()) askOf('shelve'); break
        case 'a': case 'A': {
          const alert = target()
          if (alert && alert.holder === null && viewer.value && mayAct(viewer.value.role)) void outbox.act(alert, 'acknowledge')
          break
        }
        default: return
      }
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [outbox, viewer, take, clock])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement
}
