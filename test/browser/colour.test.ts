import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import { reportProgress } from '../../src/actions/report-progress.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { VISIONS, distance } from './colour-vision.ts'
import { WALL, openBrowser, openConsole } from './pages.ts'

/** Seen apart at a glance, not only side by side: several times what is just noticeable. */
const APART = 12

/** A district in which everything is in hand: a tile of its own kind. */
const inHand = CAST.filter(({ held }) => held).slice(0, 1).map(({ stationId: _, locality: __, ...role }) => ({ ...role, districtId: 'hardoi' }))

let browser: Browser
let stage: Stage
let page: Page
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage([...CAST, ...inHand], { beatMs: 400, isCalm: true })])
  // Of a zone and not of the state, so that the map has tiles that are not ours.
  page = (await openConsole(browser, await stage.linkFor('wall', 'z-lucknow', 'Colour wall'), { viewport: WALL })).page
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** What a person can tell without any colour: outline, lines, word. */
interface Look {
  name: string
  colour: string
  sign: string
}

function pairs<Item>(all: readonly Item[]): [Item, Item][] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other): [Item, Item] => [one, other]))
}

function expectTold(looks: readonly Look[]): void {
  for (const [one, other] of pairs(looks)) expect(one.sign, `${one.name} and ${other.name} need a sign besides colour`).not.toBe(other.sign)
}

describe('the measure', () => {
  it('knows what is known: red and green of one lightness fall together for a deuteranope, black and white for nobody', () => {
    const [usual, deuteranopia] = [VISIONS.usual, VISIONS.deuteranopia]
    if (!usual || !deuteranopia) throw new Error('a vision is missing')
    expect(distance('rgb(170, 80, 60)', 'rgb(110, 110, 60)', usual)).toBeGreaterThan(40)
    expect(distance('rgb(170, 80, 60)', 'rgb(110, 110, 60)', deuteranopia)).toBeLessThan(APART)
    for (const vision of Object.values(VISIONS)) expect(distance('rgb(0, 0, 0)', 'rgb(255, 255, 255)', vision)).toBeGreaterThan(99)
  })
})

describe('never colour alone', () => {
  it('severities: apart for every vision, and each with its own shape and word', async () => {
    const looks = await page.evaluate(() => ['critical', 'high'].map((severity): Look => {
      const mark = document.querySelector(`:is(.card, .tile)[data-severity=${severity}][data-unanswered=true]`)
      const field = mark?.querySelector('.card-severity, .tile-severity')
      const style = field ? getComputedStyle(field) : null
      return { name: severity, colour: (style?.backgroundColor.startsWith('rgba') ? style.color : style?.backgroundColor) ?? '', sign: `${mark?.querySelector('.mark-shape')?.getAttribute('d') ?? ''} ${mark?.querySelector('.severity-word')?.textContent ?? ''}` }
    }))
    expectTold(looks)
    const calm = await page.evaluate(() => ({ name: 'calm', colour: getComputedStyle(document.querySelector('.counter') ?? document.body).backgroundColor, sign: 'calm' }))
    for (const [vision, matrix] of Object.entries(VISIONS)) {
      for (const [one, other] of pairs([...looks, calm])) expect(distance(one.colour, other.colour, matrix), `${one.name} and ${other.name}, ${vision}`).toBeGreaterThan(APART)
    }
  })

  it('tiles of the map: critical, high and calm apart for every vision; every kind has its own outline, line or number', async () => {
    const looks = await page.evaluate(() => ['critical', 'high', 'held', 'calm', 'foreign'].map((kind): Look => {
      const tile = document.querySelector(`.map-tile[data-kind=${kind}]`)
      const path = tile?.querySelector('path')
      const style = path ? getComputedStyle(path) : null
      // The outline without its place: only which strokes follow each other. A calm tile has no number.
      return { name: kind, colour: style?.fill ?? '', sign: [path?.getAttribute('d')?.replace(/[\d\s.,-]+/g, ''), style?.strokeDasharray, tile?.querySelector('.map-count') !== null].join(' ') }
    }))
    expect(looks.map(({ colour }) => colour)).not.toContain('')
    expectTold(looks)
    for (const [vision, matrix] of Object.entries(VISIONS)) {
      for (const [one, other] of pairs(looks.filter(({ name }) => ['critical', 'high', 'calm'].includes(name)))) expect(distance(one.colour, other.colour, matrix), `${one.name} and ${other.name}, ${vision}`).toBeGreaterThan(APART)
    }
  })

  it('states: nobody has it, somebody has it, closed; each with its own sign and words', async () => {
    const officer = { personId: 'si-farah-naqvi', name: 'SI Farah Naqvi', role: 'officer' as const, scopePath: '/up/' }
    const deps = { store: stage.store, crypto, announcer: stage.announcer }
    const [closing] = await stage.raise(CAST.filter((role) => role.districtId === 'lucknow' && !role.held).slice(0, 1).map((role) => ({ ...role, raisedAgoS: 2 })))
    if (!closing) throw new Error('nothing was raised')
    await acknowledgeAlert(deps, officer, { alertId: closing.id, key: 'colour-acknowledge' })
    await reportProgress(deps, officer, { alertId: closing.id, key: 'colour-close', step: 'resolved', reason: 'seen' })
    await page.locator('[data-stand=closed]').waitFor()
    const looks = await page.evaluate(() => ['unanswered', 'held', 'closed'].map((stand) => {
      const one = document.querySelector(`[data-stand=${stand}]`)
      return { name: stand, colour: '', sign: `${one?.querySelector('.stand-sign path')?.getAttribute('d') ?? 'none'} ${one?.querySelector('.mark')?.getAttribute('class') ?? ''}` }
    }))
    expectTold(looks)
  })
})
