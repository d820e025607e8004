/**
 * Fills docs/screenshots with pictures of every console.
 *
 *   npm run screenshots                      builds a stage of its own (a scene in the embedded store) and takes all pictures
 *   npm run screenshots -- --wall <sign-in link> --officer <link> --supervisor <link>
 *                                            takes pictures of a running server through one-time links
 *   --only <page>                            those of one page: wall, officer, supervisor, desk, reports, admin, sizes
 *   --out <folder>                           somewhere else than docs/screenshots
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBrowser, photograph } from './stage/camera.ts'
import type { Shot } from './stage/camera.ts'
import { CAST } from './stage/cast.ts'
import { COMPLAINTS } from './stage/complaints.ts'
import { openStage } from './stage/stage.ts'
import type { Stage } from './stage/stage.ts'

const WALL = { width: 1920, height: 1080 }
const WALL_4K = { width: 3840, height: 2160 }
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1600, height: 1000 }

/** Opens the first alert of a list, by what a person would press. */
const OPEN_FIRST = { officer: '.o-card-body', supervisor: '.row-button' } as const

/** The form in which a verdict is corrected, with a graver or lesser severity chosen. */
const CORRECT = ['.correct-open', '.correct-severities button:enabled'] as const

/** What is mine, and what I can do with it; how this phone is woken. */
const MINE = '.o-card[data-unanswered=false] .o-card-body'
const OFFICER: Omit<Shot, 'size'>[] = [
  { name: 'officer-mine', press: MINE },
  { name: 'officer-hand-over', press: [MINE, '.act-rest .act-small:nth-last-child(3)'], waitFor: '.act-people .reason-button:nth-child(3)' },
  { name: 'officer-alarms', press: 'a[href="#alarms"]', waitFor: '.sheet-list .chip' },
  { name: 'officer-push-off', press: 'a[href="#alarms"]', waitFor: '.sheet-standing', withoutPush: true },
]

/** The docket to which its complainant wrote last. */
const UNREAD_ROW = '.d-row[data-severity=normal]:has(.d-owner[data-mine=true]) .d-row-link'

/** Pages in both languages at the three sizes that people have: docs/screenshots/sizes. */
function atSizes(pages: readonly Omit<Shot, 'size' | 'language'>[]): Shot[] {
  const sizes = [['1920', WALL], ['4k', WALL_4K], ['phone', PHONE]] as const
  return (['en', 'hi'] as const).flatMap((language) => sizes.flatMap(([at, size]) => pages.map((page) => ({ ...page, name: `sizes/${page.name}-${at}-${language}`, size, language }))))
}

const shotsOf = {
  wall: [
    { name: 'wall', size: WALL }, { name: 'wall-hi', size: WALL, language: 'hi' }, { name: 'wall-4k', size: WALL_4K }, { name: 'wall-4k-hi', size: WALL_4K, language: 'hi' },
  ],
  officer: [
    { name: 'officer', size: PHONE, scale: 2 }, { name: 'officer-open', size: PHONE, scale: 2, press: OPEN_FIRST.officer },
    { name: 'officer-hi', size: PHONE, scale: 2, language: 'hi' }, { name: 'officer-open-hi', size: PHONE, scale: 2, language: 'hi', press: OPEN_FIRST.officer },
    ...(['en', 'hi'] as const).flatMap((language): Shot[] => OFFICER.map((shot) => ({ ...shot, name: language === 'hi' ? `${shot.name}-hi` : shot.name, language, size: PHONE, scale: 2 }))),
    { name: 'officer-correct', size: PHONE, scale: 2, press: [OPEN_FIRST.officer, ...CORRECT] },
  ],
  supervisor: [
    { name: 'supervisor', size: DESK }, { name: 'supervisor-open', size: DESK, press: OPEN_FIRST.supervisor }, { name: 'supervisor-hi', size: DESK, language: 'hi' },
    { name: 'supervisor-correct', size: DESK, press: [OPEN_FIRST.supervisor, ...CORRECT] },
  ],
  desk: [
    ...(['en', 'hi'] as const).flatMap((language): Shot[] => [
      { name: language === 'hi' ? 'desk-hi' : 'desk', size: WALL, language, waitFor: '.d-row:first-child' },
      { name: language === 'hi' ? 'desk-docket-hi' : 'desk-docket', size: WALL, language, press: UNREAD_ROW, waitFor: '.d-clocks' },
    ]),
    { name: 'desk-sos', size: WALL, press: '.d-row[data-severity=critical] .d-row-link', waitFor: '.d-alert' },
    { name: 'desk-reply', size: WALL, press: [UNREAD_ROW, '.d-reply-tools .filter', '.d-templates .reason-button'], waitFor: '.d-gate .digits:first-child' },
    { name: 'desk-close', size: { width: 1366, height: 768 }, press: [UNREAD_ROW, '.d-deed[aria-keyshortcuts=c]', '.d-pick .reason-button'], waitFor: '.d-form-why' },
    { name: 'desk-by-hand', size: { width: 1366, height: 768 }, press: '.s-tools [aria-keyshortcuts=h]', waitFor: '.d-dialog' },
    { name: 'desk-phone', size: PHONE, scale: 2, waitFor: '.d-row:first-child' }, { name: 'desk-phone-docket', size: PHONE, scale: 2, press: UNREAD_ROW, waitFor: '.d-clocks' },
  ],
  sizes: atSizes([
    { name: 'supervisor', path: '/supervisor', waitFor: 'tbody tr[data-severity]' }, { name: 'handover', path: '/supervisor/handover', waitFor: '.handover-figures' },
    { name: 'roster', path: '/supervisor/roster?post=district-duty&node=lucknow', waitFor: '.roster-week' }, { name: 'officer', path: '/officer', waitFor: '.o-card' }, { name: 'wall', path: '/wall', waitFor: '.card' },
    { name: 'desk', path: '/desk', press: '.d-row[data-severity=normal] .d-row-link', waitFor: '.d-clocks' }, { name: 'reports', path: '/reports', waitFor: '.r-parts' },
  ]),
  reports: [{ name: 'reports', size: WALL, waitFor: '.r-parts' }, { name: 'reports-hi', size: WALL, language: 'hi', waitFor: '.r-parts' }, { name: 'reports-phone', size: PHONE, scale: 2, waitFor: '.r-parts' }],
  admin: [
    { name: 'admin', size: WALL, press: '.a-table tbody tr:nth-child(2) .row-button', waitFor: '.a-ways' }, { name: 'admin-phone', size: PHONE, scale: 2, waitFor: '.a-table tbody tr:first-child' },
    ...(['en', 'hi'] as const).map((language): Shot => ({ name: language === 'hi' ? 'admin-policy-hi' : 'admin-policy', size: WALL, language, press: '#tab-policy', waitFor: '.a-foot' })),
    ...(['en', 'hi'] as const).map((language): Shot => ({ name: language === 'hi' ? 'admin-places-hi' : 'admin-places', size: WALL, language, press: ['#tab-places', '.a-places tr[data-kind=district] .row-button'], waitFor: '.a-places tr[data-kind=station]' })),
    ...atSizes([{ name: 'admin', path: '/admin', waitFor: '.a-table tbody tr:first-child' }]),
    { name: 'admin-templates', size: WALL, press: ['#tab-templates', '.a-table .row-button', '.a-form .quiet-button'], waitFor: '.a-preview' },
  ],
} satisfies Record<string, Shot[]>
type Page = keyof typeof shotsOf

const { values } = parseArgs({
  options: { wall: { type: 'string' }, officer: { type: 'string' }, supervisor: { type: 'string' }, out: { type: 'string' }, stage: { type: 'boolean' }, only: { type: 'string' } },
})
const out = values.out ?? join(fileURLToPath(new URL('..', import.meta.url)), 'docs/screenshots')
mkdirSync(join(out, 'sizes'), { recursive: true })

/** An auditor's home is the page of reports. */
async function reportsLink(on: Stage): Promise<string> {
  return on.linkFor('auditor', 'up', 'Auditor Vimla Sahu')
}

const isStage = !values.wall && !values.officer && !values.supervisor
const stage = isStage ? await openStage([...CAST, ...COMPLAINTS]) : null
// Somebody to hand over to.
for (const name of ['SI Deepak Ahirwar', 'SI Meena Kushwaha', 'SHO Imran Siddiqui']) await stage?.linkFor('officer', 'lucknow', name)
const links: Partial<Record<Page, string>> = stage
  ? { officer: await stage.linkFor('officer', 'lucknow', 'SI Farah Naqvi'), supervisor: await stage.linkFor('supervisor', 'up'), desk: await stage.linkFor('desk', 'up', 'HC Asha Rathore'), reports: await reportsLink(stage), sizes: await stage.linkFor('supervisor', 'up', 'Shift supervisor'), admin: await stage.linkFor('admin', 'up', 'S. K. Verma'), wall: await stage.linkFor('wall', 'up') }
  : { ...(values.wall && { wall: values.wall }), ...(values.officer && { officer: values.officer }), ...(values.supervisor && { supervisor: values.supervisor }) }
const browser = await openBrowser()
try {
  for (const page of Object.keys(links) as Page[]) {
    const link = values.only === undefined || values.only === page ? links[page] : undefined
    if (link) for (const path of await photograph(browser, link, shotsOf[page], out)) console.log(path)
  }
  if (stage && values.only === undefined) {
    const stale: Shot = { name: 'wall-stale', size: WALL, before: () => stage.hush(true), waitFor: 'html[data-link="stale"]' }
    const blind: Shot = { name: 'wall-blind', size: WALL, before: () => stage.setMood({ isStreamBlind: true }), waitFor: '.notice-bar' }
    for (const shot of [stale, blind]) {
      for (const path of await photograph(browser, await stage.linkFor('wall', 'up'), [shot], out)) console.log(path)
      stage.hush(false)
    }
    stage.setMood({})
    const [complaint] = await stage.store.dockets.find({ index: 'byNumber', order: 'asc', limit: 1 })
    const track = complaint && `/track/${complaint.number}-${stage.trackCode(complaint.number)}`
    const sheet = { name: 'sheet', path: `/sheet#${complaint?.number ?? ''}`, type: { 'input[name=reason]': 'Case 12/2026, court of Lucknow' }, press: 'button[type=submit]', waitFor: '.sheet-certificate' }
    const plain: Shot[] = [
      ...(track === undefined ? [] : [
        ...(['en', 'hi'] as const).map((language): Shot => ({ name: language === 'hi' ? 'track-hi' : 'track', size: PHONE, scale: 2, language, path: track, waitFor: '.t-steps' })),
        ...atSizes([{ name: 'track', path: track, waitFor: '.t-steps' }]),
      ]),
      { ...sheet, size: { width: 1280, height: 1800 } }, ...atSizes([sheet]),
    ]
    for (const path of await photograph(browser, await stage.linkFor('supervisor', 'up'), plain, out)) console.log(path)
    // The walls of the pictures so far are closed by now: blind, and said to be.
    const walls: Shot = { name: 'supervisor-walls', size: DESK, waitFor: '.wall-bar' }
    for (const path of await photograph(browser, await stage.linkFor('supervisor', 'up'), [walls], out)) console.log(path)
    const calling = CAST.filter((role) => !role.held)
    await stage.raise([...calling.filter(({ severity }) => severity === 'high'), ...calling, ...calling.filter(({ severity }) => severity === 'high')])
    const flood: Shot[] = [{ name: 'wall-flood', size: WALL }, { name: 'wall-flood-hi', size: WALL, language: 'hi' }]
    for (const path of await photograph(browser, await stage.linkFor('wall', 'up'), flood, out)) console.log(path)
  }
} finally {
  await browser.close()
  await stage?.close()
}
