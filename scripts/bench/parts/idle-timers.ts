import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '../processes.ts'

/** Plain timers in a process that does nothing else: as punctual as Node gets. */
const LEAD_MS = 500

serve({
  async run({ offsets }) {
    const start = performance.now() + LEAD_MS
    const late = await Promise.all((offsets as number[]).map(async (offset) => {
      const due = start + offset
      await sleep(due - performance.now())
      return performance.now() - due
    }))
    return { late }
  },
})
