import { texts } from './words.ts'
import { useFlood } from './flood-signal.ts'

/** Says that there is a flood, and how many alerts came in ten minutes. */
export function FloodBadge() {
  const { isFlood, count } = useFlood()
  const t = texts.value.walls
  if (!isFlood) return null
  return <p class="flood-badge"><strong>{t.flood}</strong> <span class="digits">{t.floodCount(count)}</span></p>
}
