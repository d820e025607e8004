import { useEffect } from 'preact/hooks'
import { useLink } from './context.ts'
import type { Painted } from './receipts.ts'

/** Says that these alerts are shown, after the browser has painted them, and again when the page comes back into sight. */
export function useShown(alerts: readonly Painted[]): void {
  const { receipts } = useLink()
  useEffect(() => {
    let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(() => receipts.shown(alerts)) })
    const onVisible = (): void => receipts.shown(alerts)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('visibilitychange', onVisible)
    }
  })
}
