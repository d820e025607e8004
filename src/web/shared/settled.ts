import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'

/** A list as it is drawn: groups of ids, in order. */
export type Sections = readonly { name: string; ids: readonly string[] }[]

/**
 * The sections to draw while a hand is on the list: whatever is there stays where it is, newcomers join the end of their
 * section, and only what nobody knows any more leaves. A section by another name (another filter) starts anew.
 */
export function settle(shown: Sections, wanted: Sections, isKnown: (id: string) => boolean): Sections {
  const before = new Map(shown.filter(({ name }) => wanted.some((section) => section.name === name)).map(({ name, ids }) => [name, ids]))
  const there = new Set([...before.values()].flat())
  return wanted.map(({ name, ids }) => ({
    name,
    ids: [
      ...(before.get(name) ?? []).filter(isKnown),
      ...ids.filter((id) => !there.has(id)),
    ],
  }))
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
const HOVER_RESTS_MS = 5_000

/** Whether a finger or a moving pointer is on the element or just was, and a way to let go at once. */
export function useHold(ref: RefObject<HTMLElement | null>): { isHeld: boolean; release: () => void } {
  const [isHeld, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const holdFor = useCallback((ms: number) => {
    setHeld(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setHeld(false), ms)
  }, [])
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const onPress = (): void => holdFor(LINGER_MS)
    const onHover = (event: PointerEvent): void => { if (event.pointerType === 'mouse') holdFor(HOVER_RESTS_MS) }
    const onLeave = (): void => holdFor(300)
    const listeners: [string, (event: never) => void][] = [
      ['pointerdown', onPress], ['pointerup', onPress], ['click', onPress], ['pointermove', onHover], ['pointerleave', onLeave],
    ]
    for (const [name, listen] of listeners) element.addEventListener(name, listen as EventListener)
    return () => { for (const [name, listen] of listeners) element.removeEventListener(name, listen as EventListener) }
  }, [ref, holdFor])
  const release = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(false)
  }, [])
  return { isHeld, release }
}
