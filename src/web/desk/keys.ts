import type { DocketRow } from '../../contract/docket-row.ts'
import { isPressable, stepFrom, useKeyPress } from '../shared/keys.ts'
import { closeDocket, cursorId, focusWanted, openDocket, openedId } from './address.ts'
import { asking, pressedDeed, wantReply } from './asking.ts'
import { isByHandOpen } from './by-hand.tsx'
import { DEED_OF_KEY } from './deeds.ts'
import { chooseAll } from './queue.tsx'
import { toggleChosen } from './row.tsx'

/** In the order of the words in the catalogue. */
export const KEYS = ['/', 'J K', 'Enter', 'Esc', 'X', '⇧ X', 'A', 'R', 'F', 'N', 'P', 'C', 'O', 'M', 'S', 'G', 'H', '?'] as const

/** The keys of the desk. What acts on a docket acts on the opened one; with none open it opens the one of the cursor first. */
export function useDeskKeys(drawn: readonly DocketRow[]): void {
  useKeyPress((key, withShift, on) => {
    const walk = (step: 1 | -1): void => {
      cursorId.value = stepFrom(drawn.map(({ id }) => id), cursorId.value, step)
      focusWanted.value = cursorId.value
      // With a docket open the next one is opened in its place: a queue is read without a hand leaving its keys.
      const row = drawn.find(({ id }) => id === cursorId.value)
      if (openedId.value !== null && row) openDocket(row.number)
    }
    const opened = openedId.value !== null
    switch (key) {
      case '/': document.querySelector<HTMLInputElement>('#desk-search')?.focus(); return true
      case 'j': walk(1); return true
      case 'k': walk(-1); return true
      case 'x':
        if (withShift) chooseAll(drawn)
        else if (cursorId.value !== null) toggleChosen(cursorId.value)
        return true
      case 'h': isByHandOpen.value = true; return true
      case 'Enter':
        if (isPressable(on) || cursorId.value === null) return false
        openRow(drawn)
        return true
      case 'Escape': return escape(on)
      case 'r':
        if (!opened) openRow(drawn)
        wantReply()
        return true
      default: {
        const deed = DEED_OF_KEY.get(key)
        if (!deed) return false
        if (!opened) openRow(drawn)
        pressedDeed.value = { deed, at: (pressedDeed.value?.at ?? 0) + 1 }
        return true
      }
    }
  })
}

function openRow(drawn: readonly DocketRow[]): void {
  const row = drawn.find(({ id }) => id === cursorId.value)
  if (row) openDocket(row.number)
}

/** Out of the field, then out of the form, then out of the docket, back to its row. */
function escape(on: EventTarget | null): boolean {
  if (asking.value !== null) asking.value = null
  else if (on instanceof HTMLTextAreaElement || on instanceof HTMLInputElement) on.blur()
  else {
    closeDocket()
    focusWanted.value = cursorId.value
  }
  return true
}
