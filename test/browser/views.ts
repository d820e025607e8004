import type { Page } from 'playwright-core'
import { CAST } from '../../scripts/stage/cast.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { DESK, PHONE, WALL } from './pages.ts'

export const ME = 'SI Farah Naqvi'

/** One page in one state, as somebody sees it. Checked in both languages by accessible.test.ts, and at phone size by touch.test.ts. */
export interface View {
  name: string
  /** Who looks; nobody is signed out. */
  who: 'nobody' | 'wall' | 'officer' | 'supervisor' | 'desk' | 'admin'
  path: string
  size: { width: number; height: number }
  /** What is done to the page before it is opened. */
  before?: (page: Page) => Promise<unknown>
  /** What is to be waited for before anything is done: the page has drawn what it is for. */
  ready: string
  /** What a person does to get to this state. */
  reach?: (page: Page, stage: Stage) => Promise<unknown>
  /** What undoes it on the stage, for the views after it. */
  leave?: (stage: Stage) => void
}

const press = (...selectors: string[]) => async (page: Page): Promise<void> => {
  for (const one of selectors) await page.locator(one).first().click()
}
const CALLING = CAST.filter((role) => !role.held)

const nobody = { who: 'nobody', size: PHONE, ready: '.words-page h1' } as const
const wall = { who: 'wall', path: '/wall', size: WALL, ready: '.card' } as const
const officer = { who: 'officer', path: '/officer', size: PHONE, ready: '.o-card' } as const
const supervisor = { who: 'supervisor', path: '/supervisor', size: DESK, ready: 'tbody tr[data-severity]' } as const

const roster = { who: 'supervisor', path: '/supervisor/roster?post=district-duty&node=lucknow', size: DESK, ready: '.roster-week' } as const
async function unfoldRoster(page: Page): Promise<void> {
  await page.locator('.roster-pattern > .roster-buttons .quiet-button').first().click()
  await page.locator('.roster-pattern > .roster-buttons .quiet-button').nth(1).click()
  await page.locator('.roster-row select').selectOption({ index: 1 })
  for (let left = await page.locator('.roster-part > .quiet-button').count(); left > 0; left--) await page.locator('.roster-part > .quiet-button').first().click()
  await page.locator('.roster-chooser > .quiet-button').click()
}

const desk = { who: 'desk', path: '/desk', size: WALL, ready: '.d-row' } as const
const PLAIN_ROW = '.d-row[data-severity=normal] .d-row-link'
const openPlain = async (page: Page): Promise<void> => { await press(PLAIN_ROW)(page); await page.locator('.d-clocks').waitFor() }

const admin = { who: 'admin', size: DESK, ready: '.a-panel' } as const

const UNHELD = '.o-card[data-unanswered=true] .o-card-body'
const MINE = '.o-card[data-unanswered=false] .o-card-body'
const OPEN_ROW = 'tr[data-severity=high] .row-button'

/** Every page and state. A new page is one line here. Those that change the stage for good stand last. */
export const VIEWS: readonly View[] = [
  { ...nobody, name: 'home', path: '/' },
  { ...nobody, name: 'sign-in without a link', path: '/sign-in' },
  { ...nobody, name: 'sign-in with a used link', path: `/sign-in#${'x'.repeat(43)}` },

  { ...nobody, name: 'track, the form', path: '/track', ready: '.t-form' },
  { ...nobody, name: 'track, a complaint', path: '/track', ready: '.t-form', reach: async (page, stage) => {
    const [one] = await stage.store.dockets.find({ index: 'byNumber', limit: 1 })
    await page.locator('input[name=number]').fill(one?.number ?? '')
    await page.locator('input[name=code]').fill(stage.trackCode(one?.number ?? ''))
    await page.locator('button[type=submit]').click()
    await page.locator('.t-steps').waitFor()
  } },
  { who: 'supervisor', name: 'sheet, the question', path: '/sheet', size: DESK, ready: '.sheet-ask' },
  { who: 'supervisor', name: 'sheet, a docket', path: '/sheet', size: DESK, ready: '.sheet-ask', reach: async (page, stage) => {
    const [one] = await stage.store.dockets.find({ index: 'byNumber', limit: 1 })
    await page.locator('input[name=number]').fill(one?.number ?? '')
    await page.locator('input[name=reason]').fill('Case 12/2026')
    await page.locator('button[type=submit]').click()
    await page.locator('.sheet-certificate').waitFor()
  } },
  { who: 'supervisor', name: 'reports', path: '/reports', size: WALL, ready: '.r-parts' },

  { ...wall, name: 'wall with alerts' },
  { ...wall, name: 'wall, its room', reach: press('.wall-buttons button') },
  { ...wall, name: 'wall that cannot see the stream', reach: async (page, stage) => { stage.setMood({ isStreamBlind: true, isQueueDown: true }); await page.locator('.notice-bar').waitFor() }, leave: (stage) => stage.setMood({}) },

  { ...officer, name: 'officer, list' },
  { ...officer, name: 'officer, an alert nobody has', reach: press(UNHELD) },
  { ...officer, name: 'officer, own alert', reach: press(MINE) },
  { ...officer, name: 'officer, false alarm', reach: press(MINE, '.act-rest .act-small:last-child') },
  { ...officer, name: 'officer, hand over', reach: async (page) => { await press(MINE, '.act-rest .act-small:nth-last-child(3)')(page); await page.locator('.act-people .reason-button').nth(1).waitFor() } },
  { ...officer, name: 'officer, correct', reach: async (page) => { await press(UNHELD, '.correct-open', '.correct-severities button:last-child')(page); await page.locator('.district-field').evaluate((field) => field.scrollIntoView({ block: 'center' })) } },
  { ...officer, name: 'officer, alarms on this phone', reach: async (page) => { await press('a[href="#alarms"]')(page); await page.locator('.sheet h2').waitFor() } },
  {
    ...officer, name: 'officer without a network',
    reach: async (page) => {
      await page.context().setOffline(true)
      await page.locator('.o-card .act-button').first().click()
      await page.locator('.waiting-act, .act-button[data-sending=true]').first().waitFor()
    },
  },

  { ...supervisor, name: 'supervisor, list' },
  { ...supervisor, name: 'supervisor, an alert', reach: async (page) => { await press(OPEN_ROW)(page); await page.locator('.history li').first().waitFor() } },
  { ...supervisor, name: 'supervisor, every message', reach: press(OPEN_ROW, '.told-rungs .quiet-button') },
  { ...supervisor, name: 'supervisor, reassign', reach: async (page) => { await press(OPEN_ROW, '.step-buttons button:nth-child(2)')(page); await page.locator('.act-people .reason-button').first().waitFor() } },
  { ...supervisor, name: 'supervisor, call a post', reach: press(OPEN_ROW, '.step-buttons button:nth-child(3)') },
  { ...supervisor, name: 'supervisor, shelve', reach: press('tr[data-severity=high][data-unanswered=true] .row-button', '.step-buttons button:nth-child(4)', '.step-ask .reason-button') },
  { ...supervisor, name: 'supervisor, correct', reach: press(OPEN_ROW, '.correct-open', '.correct-severities button:last-child') },
  { ...supervisor, name: 'supervisor, bulk', reach: press('.bulk-button') },
  { ...supervisor, name: 'supervisor, keys', reach: async (page) => { await page.locator('body').press('?') } },
  { ...supervisor, name: 'supervisor, register a wall', reach: press('.walls > .quiet-button') },
  { ...supervisor, name: 'supervisor, second reader', reach: async (page) => { await press('.reader .quiet-button')(page) } },
  { ...supervisor, name: 'supervisor on a phone', size: PHONE },
  { ...supervisor, name: 'supervisor on a phone, an alert', size: PHONE, reach: press(OPEN_ROW) },
  { ...roster, name: 'roster of a post without one' },
  { ...roster, name: 'roster, everything unfolded', reach: unfoldRoster },
  { ...roster, name: 'roster on a phone', size: PHONE, reach: unfoldRoster },
  { ...supervisor, name: 'handover', path: '/supervisor/handover', ready: '.handover-figures' },
  { ...supervisor, name: 'handover on a phone', path: '/supervisor/handover', ready: '.handover-figures', size: PHONE },

  { ...desk, name: 'desk, queue' },
  { ...desk, name: 'desk, a filter open', reach: press('.d-menu .filter') },
  { ...desk, name: 'desk, chosen rows and bulk', reach: press('.d-choose input', '.d-bulk .act-small:nth-of-type(4)') },
  { ...desk, name: 'desk, a docket', reach: openPlain },
  { ...desk, name: 'desk, a docket that rings', reach: async (page) => { await press('.d-row[data-severity=critical] .d-row-link')(page); await page.locator('.d-alert').waitFor() } },
  { ...desk, name: 'desk, forward', reach: async (page) => { await openPlain(page); await press('[aria-keyshortcuts=f]')(page); await page.locator('.d-form input').first().fill('agra'); await page.locator('.d-option').first().waitFor() } },
  { ...desk, name: 'desk, close', reach: async (page) => { await openPlain(page); await press('.d-deed[aria-keyshortcuts=c]', '.d-pick .reason-button')(page) } },
  { ...desk, name: 'desk, reply that the gate stops', reach: async (page) => { await openPlain(page); await page.locator('.d-reply-box textarea').fill('Call 9876543210'); await page.locator('.d-findings li').first().waitFor() } },
  { ...desk, name: 'desk, templates', reach: async (page) => { await openPlain(page); await press('.d-reply-tools .filter')(page); await page.locator('.d-templates li').first().waitFor() } },
  { ...desk, name: 'desk, by hand', reach: press('.s-tools [aria-keyshortcuts=h]') },
  { ...desk, name: 'desk, keys', reach: async (page) => { await page.locator('body').press('?') } },
  { ...desk, name: 'desk on a phone', size: PHONE },
  { ...desk, name: 'desk on a phone, a docket', size: PHONE, reach: openPlain },

  { ...admin, name: 'administration, an account and its link', path: '/admin', ready: '.a-table tbody tr', reach: async (page) => { await press('.a-table tbody tr:nth-child(2) .row-button')(page); await press('.a-apart .quiet-button')(page); await page.locator('.a-link').waitFor() } },
  { ...admin, name: 'administration, a new account on a phone', path: '/admin', size: PHONE, ready: '.a-table tbody tr', reach: press('.a-bar .quiet-button') },
  { ...admin, name: 'administration, ladder', path: '/admin#policy' },
  { ...admin, name: 'administration, ladder on a phone', path: '/admin#policy', size: PHONE },
  { ...admin, name: 'administration, handles', path: '/admin#handles', ready: '.a-table tbody tr', reach: press('.a-table .row-button') },
  { ...admin, name: 'administration, a template tried', path: '/admin#templates', ready: '.a-table tbody tr', reach: async (page) => { await press('.a-table .row-button')(page); await press('.a-form .quiet-button')(page); await page.locator('.a-preview').waitFor() } },
  { ...admin, name: 'administration, places', path: '/admin#places', ready: '.a-table tbody tr' },
  { ...admin, name: 'administration, audit trail', path: '/admin#audit', ready: '.a-table tbody tr' },
  { ...admin, name: 'administration, audit trail on a phone', path: '/admin#audit', size: PHONE, ready: '.a-table tbody tr' },

  { ...wall, name: 'wall in a flood', reach: async (page, stage) => { await stage.raise([...CALLING, ...CALLING.filter(({ severity }) => severity === 'high')]); await page.locator('.flood-badge').waitFor() } },
  { ...wall, name: 'wall that hears nothing', before: (page) => page.clock.install(), reach: async (page, stage) => { stage.hush(true); await page.clock.fastForward(12_000); await page.locator('html[data-link=stale]').waitFor() }, leave: (stage) => stage.hush(false) },
  { ...wall, name: 'wall after its session', reach: async (page) => { await page.request.delete('/api/session', { headers: { origin: new URL(page.url()).origin } }); await page.locator('.words-page').waitFor() } },
]
