import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'

/** A list as it is drawn: groups of ids, in order. */
export type Sections = readonly { name: string; ids: readonly string[] }[]

/** Where newcomers wait below several sections, none of which they may make longer. */
export const FRESH = 'fresh'

/**
 * The sections to draw while a hand is on the list: whatever is there stays where it is, newcomers join the end of the list,
 * and only what nobody knows any more leaves. A section by another name (another filter) starts anew.
 */
export function settle(shown: Sections, wanted: Sections, isKnown: (id: string) => boolean): Sections {
  const before = new Map(shown.filter(({ name }) => name === FRESH || wanted.some((section) => section.name === name)).map(({ name, ids }) => [name, ids]))
  const there = new Set([...before.values()].flat())
  const stay = (name: string): string[] => (before.get(name) ?? []).filter(isKnown)
  const [only, ...others] = wanted
  if (only && others.length === 0) return [{ name: only.name, ids: [...stay(only.name), ...only.ids.filter((id) => !there.has(id))] }]
  const fresh = [...stay(FRESH), ...wanted.flatMap(({ ids }) => ids).filter((id) => !there.has(id))]
  return [...wanted.map(({ name }) => ({ name, ids: stay(name) })), ...(fresh.length > 0 ? [{ name: FRESH, ids: fresh }] : [])]
}

/** Ids that the hand has kept from their place: those that came since. */
export function newcomers(before: Sections, wanted: Sections): number {
  const there = new Set(before.flatMap(({ ids }) => ids))
  const isSameList = wanted.every(({ name }) => before.some((section) => section.name === name))
  return isSameList ? wanted.flatMap(({ ids }) => ids).filter((id) => !there.has(id)).length : 0
}

/** `wanted`, held still while `isHeld`, so that nothing moves under a finger or pointer. */
export function useSettled(wanted: Sections, isHeld: boolean, isKnown: (id: string) => boolean): { sections: Sections; arrived: number } {
  const shown = useRef(wanted)
  const before = useRef(wanted)
  if (!isHeld) before.current = wanted
  shown.current = isHeld ? settle(shown.current, wanted, isKnown) : wanted
  return { sections: shown.current, arrived: newcomers(before.current, wanted) }
}

const LINGER_MS = 1_200
const RESTS_MS = 5_000
/** Long enough for the list to be drawn anew. */
const CATCH_UP_MS = 60
/** A press so soon after the list moved was meant for what was there before. */
const TOO_SOON_MS = 400
const ROW = 'tr, li'

/**
 * Whether a finger, a pointer or the keyboard is on the element or just was, and a way to let go at once. Under a pointer that
 * rests the list catches up every five seconds in one step; a press that comes too soon after it on another row is not taken.
 */
export function useHold(ref: RefObject<HTMLElement | null>): { isHeld: boolean; release: () => void } {
  const [isHeld, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const under = useRef<Element | null>(null)
  const aimedAt = useRef<{ row: Element | null; at: number } | null>(null)
  const holdFor = useCallback((ms: number) => {
    setHeld(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setHeld(false)
      if (!under.current) return
      aimedAt.current = { row: under.current.closest(ROW), at: performance.now() }
      timer.current = setTimeout(() => holdFor(RESTS_MS), CATCH_UP_MS)
    }, ms)
  }, [])
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const onPress = (): void => holdFor(under.current ? RESTS_MS : LINGER_MS)
    const onHover = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse') return
      under.current = event.target as Element
      aimedAt.current = null
      holdFor(RESTS_MS)
    }
    const onLeave = (): void => {
      under.current = null
      holdFor(300)
    }
    const onClick = (event: MouseEvent): void => {
      const aimed = aimedAt.current
      // A click without a pointer (detail 0) comes from the keyboard and means what has the focus.
      if (aimed?.row && event.detail > 0 && performance.now() - aimed.at < TOO_SOON_MS && (event.target as Element).closest(ROW) !== aimed.row) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    const onKeys = (): void => holdFor(RESTS_MS)
    const onFocus = (event: FocusEvent): void => { if ((event.target as Element).matches(':focus-visible')) holdFor(RESTS_MS) }
    const listeners: [string, (event: never) => void][] = [
      ['pointerdown', onPress], ['pointerup', onPress], ['click', onPress], ['pointermove', onHover], ['pointerleave', onLeave], ['keydown', onKeys], ['focusin', onFocus],
    ]
    for (const [name, listen] of listeners) element.addEventListener(name, listen as EventListener)
    element.addEventListener('click', onClick, { capture: true })
    return () => {
      for (const [name, listen] of listeners) element.removeEventListener(name, listen as EventListener)
      element.removeEventListener('click', onClick, { capture: true })
    }
  }, [ref, holdFor])
  const release = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(false)
  }, [])
  return { isHeld, release }
}
