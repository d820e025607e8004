import { setTimeout as sleep } from 'node:timers/promises'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { WALL } from './pages.ts'
import { openRawTab } from './raw-tab.ts'
import type { RawTab } from './raw-tab.ts'

/** What a tab showed that nobody looked at for a while. */
export interface HiddenTab {
  /** What the page itself said while it was behind another tab. */
  visibility: string
  /** How often a timer of a fifth of a second came in the last second before the tab was frozen. */
  ticksAS: number
  /** Milliseconds from the moment at which the tab is in front again until every countdown and the clock are right. */
  rightAfterMs: number
  countdowns: number
  /** How wrong the worst of them was at the first look, seconds. */
  firstErrorS: number
}

const LOOK_MS = 50
const GIVES_UP_MS = 15_000

/**
 * Opens a wall in a real tab, puts another tab before it, freezes it as Chromium does, and looks at it again.
 * @param hiddenMs how long it really is hidden; @param aheadMs how far the server's clock goes on meanwhile besides.
 */
export async function hideTab({ hiddenMs, aheadMs }: { hiddenMs: number; aheadMs: number }): Promise<HiddenTab> {
  const stage = await openStage(CAST, { isCalm: true })
  const tab = await openRawTab(await stage.linkFor('wall', 'up', 'Hidden wall'), WALL)
  try {
    // From the sign-in to the wall there is a moment without a page to ask.
    await until('the wall shows a countdown', () => tab.evaluate<boolean>('document.querySelector(".countdown .digits") !== null').catch(() => false))
    await tab.hide()
    const visibility = await tab.evaluate<string>('document.visibilityState')
    const ticksAS = await tab.evaluate<number>('new Promise((done) => { let n = 0; const timer = setInterval(() => n++, 200); setTimeout(() => { clearInterval(timer); done(n) }, 3000) }).then((n) => n / 3)')
    await tab.freeze()
    await sleep(hiddenMs)
    stage.advance(aheadMs)
    // What fell due meanwhile fires while nobody looks: a wall cannot be right about a ladder that is still climbing.
    await until('the ladder has caught up', async () => await stage.store.dockets.count({ index: 'byDue', range: { lte: stage.store.now() } }) === 0)
    await tab.show()
    const shownAt = performance.now()
    let firstErrorS: number | null = null
    for (;;) {
      const { errorS, countdowns } = await look(tab, stage)
      firstErrorS ??= errorS
      const afterMs = performance.now() - shownAt
      if (errorS <= 1 && countdowns > 0) return { visibility, ticksAS, rightAfterMs: Math.round(afterMs), countdowns, firstErrorS }
      if (afterMs > GIVES_UP_MS) throw new Error(`still ${errorS} s wrong after ${Math.round(afterMs)} ms`)
      await sleep(LOOK_MS)
    }
  } finally {
    await tab.close()
    await stage.close()
  }
}

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  for (let ms = 0; ms < GIVES_UP_MS; ms += LOOK_MS) {
    if (await isTrue()) return
    await sleep(LOOK_MS)
  }
  throw new Error(`it never came to pass that ${what}`)
}

/** `12:05` or `1:02:03` as seconds. */
function seconds(digits: string): number {
  return digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** How far the clock and the countdowns are from what the store says, the worst of them, in whole seconds: by the store's time before the look or after it, since a busy machine takes its time between. */
async function look(tab: RawTab, stage: Stage): Promise<{ errorS: number; countdowns: number }> {
  const before = stage.store.now()
  const { clock, shown } = await tab.evaluate<{ clock: string; shown: [id: string, digits: string, isOverdue: boolean][] }>(`({
    clock: document.querySelector('.clock-time')?.textContent ?? '',
    shown: [...document.querySelectorAll('[data-alert^=case-]')].flatMap((one) => { const timer = one.querySelector('.countdown'); return timer ? [[one.dataset.alert, timer.querySelector('.digits').textContent, timer.dataset.overdue === 'true']] : [] }),
  })`)
  const after = stage.store.now()
  const atBest = (error: (now: number) => number): number => Math.min(error(before), error(after))
  const errors = [atBest((now) => Math.abs(seconds(clock) - Math.floor((now + 19_800_000) / 1000) % 86_400))]
  for (const [id, digits, isOverdue] of shown) {
    const dueAt = (await stage.store.dockets.get(id))?.alert?.nextDueAt
    if (dueAt === null || dueAt === undefined) continue
    const leftS = (now: number): number => (dueAt > now ? Math.ceil((dueAt - now) / 1000) : -Math.floor((now - dueAt) / 1000))
    errors.push(atBest((now) => Math.abs((isOverdue ? -seconds(digits) : seconds(digits)) - leftS(now))))
  }
  return { errorS: Math.max(...errors), countdowns: errors.length - 1 }
}
