/**
 * The proof that a tab nobody looks at tells the time when somebody does, at full length: a wall in a real browser tab, hidden and frozen.
 *
 *   node scripts/hidden-tab.ts                ten real minutes
 *   node scripts/hidden-tab.ts --minutes 1
 */
import { parseArgs } from 'node:util'
import { hideTab } from '../test/browser/hidden-tab.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 120)) throw new Error('--minutes takes a number up to 120')
const { visibility, rightAfterMs, countdowns, firstErrorS } = await hideTab({ hiddenMs: minutes * 60_000, aheadMs: 0 })
process.stdout.write(`${visibility} for ${minutes} min: at the first look ${firstErrorS} s off, clock and ${countdowns} countdowns right ${rightAfterMs} ms after the tab came to the front\n`)
if (visibility !== 'hidden' || rightAfterMs > 1_000) process.exitCode = 1
