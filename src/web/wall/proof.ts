import { useEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { afterPaint } from '../shared/after-paint.ts'
import { useLink } from '../shared/context.ts'
import type { Link } from '../shared/link.ts'

type Painted = Pick<AlertView, 'id' | 'version' | 'rung'>

/** What a wall has to say of an alert: that its card is on the screen, or that it is one of the "+12 more". */
export interface Claim {
  alertId: string
  version: number
  rung: number
  what: 'shown' | 'counted'
}

/** What the server took so far, by alert. */
export type Said = ReadonlyMap<string, Pick<Claim, 'rung' | 'what'>>

/** What is still to be said: of each alert once, again when its rung has risen, and when a card takes the place of a number. */
export function claimsOf(shown: readonly Painted[], counted: readonly Painted[], said: Said): Claim[] {
  const claim = (what: Claim['what']) => ({ id, version, rung }: Painted): Claim[] => {
    const before = said.get(id)
    const isNews = !before || before.rung < rung || (what === 'shown' && before.what === 'counted')
    return isNews ? [{ alertId: id, version, rung, what }] : []
  }
  return [...shown.flatMap(claim('shown')), ...counted.flatMap(claim('counted'))]
}

/**
 * Whether an element is really to be seen: in the document, drawn, whole within its frame and the window, and with nothing
 * lying over its middle.
 */
export function isOnScreen(element: Element, frame: DOMRect): boolean {
  if (!element.isConnected || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
  const isWithin = top >= frame.top - 1 && left >= frame.left - 1 && bottom <= Math.min(frame.bottom, innerHeight) + 1 && right <= Math.min(frame.right, innerWidth) + 1
  if (width === 0 || height === 0 || !isWithin) return false
  const over = document.elementFromPoint(left + width / 2, top + height / 2)
  return over !== null && (element.contains(over) || over.contains(element))
}

/** Receipts that are on their way at once, at most: a wall that comes back may have hundreds to say. */
const MAX_ON_THE_WAY = 16

/**
 * Proves to the server what this wall paints: after each drawing, and again at each heartbeat for what the server did not take.
 * Elements name their alert by `data-alert`; what is only counted is believed when the element `data-counts` is on the screen.
 */
export function useProof(frame: { readonly current: HTMLElement | null }, alerts: readonly Painted[], counted: readonly Painted[]): void {
  const link = useLink()
  const prover = useRef<ReturnType<typeof createProver> | null>(null)
  prover.current ??= createProver(link)
  const { prove } = prover.current
  const beat = link.heartbeat.value?.serverNow
  useEffect(() => afterPaint(() => {
    const section = frame.current
    if (!section || document.visibilityState !== 'visible') return
    const rect = section.getBoundingClientRect()
    const onScreen = new Set([...section.querySelectorAll<HTMLElement>('[data-alert]')].filter((one) => isOnScreen(one, rect)).map((one) => one.dataset.alert))
    const counters = [...section.querySelectorAll('[data-counts]')]
    const areCounted = counters.length > 0 && counters.every((one) => isOnScreen(one, rect))
    prove(alerts.filter(({ id }) => onScreen.has(id)), areCounted ? counted : [])
  }), [alerts, counted, beat, frame, prove])
}

function createProver(link: Pick<Link, 'say'>): { prove(shown: readonly Painted[], counted: readonly Painted[]): void } {
  const said = new Map<string, Pick<Claim, 'rung' | 'what'>>()
  const onTheWay = new Set<string>()
  const send = async ({ alertId, version, rung, what }: Claim): Promise<void> => {
    onTheWay.add(alertId)
    const answer = await link.say('alert:receipt', { alertId, version, what })
    onTheWay.delete(alertId)
    // Not there any more: nothing is owed. Anything else is said again at the next heartbeat.
    if (answer?.ok || answer?.error.kind === 'not-found') said.set(alertId, { rung, what })
  }
  return {
    prove(shown, counted) {
      const claims = claimsOf(shown, counted, said).filter(({ alertId }) => !onTheWay.has(alertId))
      for (const claim of claims.slice(0, Math.max(0, MAX_ON_THE_WAY - onTheWay.size))) void send(claim)
    },
  }
}

/** Says after each heartbeat that this page still paints: a frozen page, a hung display driver and a hidden tab fall silent. */
export function useSight(isAwake: () => boolean): void {
  const link = useLink()
  const beat = link.heartbeat.value?.serverNow
  useEffect(() => (beat === undefined ? undefined : afterPaint(() => { void link.say('wall:sight', { isAwake: isAwake() }) })), [beat, link, isAwake])
}
