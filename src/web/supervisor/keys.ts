import type { AlertView } from '../../contract/alert-view.ts'
import { mayAct, maySupervise } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { isPressable, stepFrom, useKeyPress } from '../shared/keys.ts'
import { stepIn } from './steps.ts'
import { asking, cursorId, focusWanted, isPaneWanted, openedId } from './view.ts'

/**
 * J and K walk the rows and take the focus along, Enter opens, Escape closes, ? helps. A acknowledges the row of the cursor, E escalates
 * it, R and S open it with the form to reassign or shelve it.
 */
export function useKeys(rows: readonly AlertView[]): void {
  const { outbox, viewer, take, clock } = useLink()
  const target = (): AlertView | undefined => rows.find(({ id, isOpen }) => id === cursorId.value && isOpen)
  const mayStepIn = (): boolean => viewer.value !== null && maySupervise(viewer.value.role)
  const askOf = (what: 'reassign' | 'shelve'): void => {
    const alert = target()
    if (!alert || (what === 'shelve' && (alert.holder !== null || alert.shelf !== null))) return
    openedId.value = alert.id
    asking.value = what
  }
  const walk = (step: 1 | -1): void => {
    cursorId.value = stepFrom(rows.map(({ id }) => id), cursorId.value, step)
    focusWanted.value = cursorId.value
  }
  useKeyPress((key, _withShift, on) => {
    switch (key) {
      case 'j': walk(1); break
      case 'k': walk(-1); break
      case 'Enter':
        if (isPressable(on)) return false
        isPaneWanted.value = cursorId.value !== null
        openedId.value = cursorId.value
        break
      case 'Escape':
        if (asking.value) asking.value = null
        else openedId.value = null
        break
      case 'e': if (mayStepIn() && target()) void stepIn(target()?.id ?? '', { act: 'escalateNow' }, (alert) => take({ serverNow: clock.now.value ?? 0, alerts: [alert] })); break
      case 'r': if (mayStepIn()) askOf('reassign'); break
      case 's': if (mayStepIn()) askOf('shelve'); break
      case 'a': {
        const alert = target()
        if (alert && alert.holder === null && viewer.value && mayAct(viewer.value.role)) void outbox.act(alert, 'acknowledge')
        break
      }
      default: return false
    }
    return true
  })
}
