import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { grouped } from '../../../src/web/shared/indian-time.ts'
import { adminEn, adminHi } from '../../../src/web/shared/texts/admin.ts'
import { controlRoomEn, controlRoomHi } from '../../../src/web/shared/texts/control-room.ts'
import { deskEn, deskHi } from '../../../src/web/shared/texts/desk.ts'
import { en } from '../../../src/web/shared/texts/en.ts'
import { gapReason, gapReasonsEn, gapReasonsHi } from '../../../src/web/shared/texts/gap-reasons.ts'
import { hi } from '../../../src/web/shared/texts/hi.ts'
import { reportsEn, reportsHi } from '../../../src/web/shared/texts/reports.ts'
import { rosterEn, rosterHi } from '../../../src/web/shared/texts/roster.ts'
import { sheetEn, sheetHi } from '../../../src/web/shared/texts/sheet.ts'
import { trackEn, trackHi } from '../../../src/web/shared/texts/track.ts'

const WEB = fileURLToPath(new URL('../../../src/web/', import.meta.url))
const TEXTS = join(WEB, 'shared/texts')

type Text = string | ((...args: never[]) => string)
/** Every text of a catalogue by its path, `wall.more`; the entries of a list by their number. */
function leaves(catalogue: object, path = ''): Map<string, Text> {
  return new Map(Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const at = path ? `${path}.${key}` : key
    return typeof value === 'object' && value !== null ? [...leaves(value, at)] : [[at, value as Text] as const]
  }))
}
/** Together with what only one page carries. */
const english = leaves({ ...en, ...controlRoomEn, admin: adminEn, desk: deskEn, reports: reportsEn, roster: rosterEn, sheet: sheetEn, track: trackEn })
const hindi = leaves({ ...hi, ...controlRoomHi, admin: adminHi, desk: deskHi, reports: reportsHi, roster: rosterHi, sheet: sheetHi, track: trackHi })

/** The types of the parameters of each text that has some, by its name and their number: `more/1` takes a number. */
const PARAMETERS = new Map<string, string[]>()
for (const file of readdirSync(TEXTS)) collect(ts.createSourceFile(file, readFileSync(join(TEXTS, file), 'utf8'), ts.ScriptTarget.Latest))
function collect(node: ts.Node, source = node as ts.SourceFile): void {
  if (ts.isPropertyAssignment(node) && ts.isArrowFunction(node.initializer)) {
    const types = node.initializer.parameters.map(({ type }) => type?.getText(source) ?? '')
    const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : ''
    if (types.every(Boolean)) PARAMETERS.set(`${name}/${types.length}`, types)
  }
  ts.forEachChild(node, (child) => collect(child, source))
}

/** Out of five or a hundred: no counts. */
const NO_COUNT = new Set(['officer.score', 'threads.doubt', 'walls.enlarged', 'desk.rated', 'track.rated', 'track.stars', 'reports.times', 'drillTile.seconds'])
const MANY = 1_234_567

/** What a text says of arguments that nobody could have written into it: 1234567 for numbers, «0», «1» for the rest. */
function said(path: string, text: Text): string {
  if (typeof text === 'string') return text
  const types = PARAMETERS.get(`${path.split('.').at(-1)}/${text.length}`) ?? []
  const args = Array.from({ length: text.length }, (_, at) => (types[at] === 'number' ? MANY + at : types[at] === 'string[]' ? ['«0»', '«1»'] : `«${at}»`))
  return (text as (...args: unknown[]) => string)(...args)
}
/** The arguments that a text mentions, in whatever order and form. */
const mentioned = (path: string, text: Text): string[] => [...new Set(said(path, text).match(/«\d»|12,34,56\d|123456\d/g) ?? [])].sort()

describe('the catalogue of texts', () => {
  it('has the same texts in both languages, none empty', () => {
    expect([...hindi.keys()]).toEqual(expect.arrayContaining([...english.keys()]))
    expect([...english.keys()].sort()).toEqual([...hindi.keys()].sort())
    for (const [path, text] of [...english, ...hindi]) expect(said(path, text).trim(), path).not.toBe('')
  })

  it('says in Hindi what it says in English: every name, number and time that is passed in', () => {
    for (const [path, text] of english) expect(mentioned(path, hindi.get(path) ?? ''), path).toEqual(mentioned(path, text))
  })

  it('groups every count the Indian way', () => {
    expect([grouped(999), grouped(1_000), grouped(123_456), grouped(12_345_678)]).toEqual(['999', '1,000', '1,23,456', '1,23,45,678'])
    const ungrouped = [...english, ...hindi].filter(([path, text]) => !NO_COUNT.has(path) && /123456\d/.test(said(path, text)))
    expect(ungrouped.map(([path, text]) => `${path}: ${said(path, text)}`)).toEqual([])
  })

  it('leaves nothing in Hindi in English', () => {
    // Names of products, keys and units; what a person types or reads on a device as it stands there.
    const names = /\b(X|SoS|Prahari|Ctrl|Enter|Esc|J|K|A|E|R|S|M|SHA-256|https?|iPhone|Safari|Chrome|Edge|Firefox|Add to Home Screen|English|GD|FIR|SI|IST|UPP|CSV|Ed25519|FILE|npm run audit -- (?:verify|check))\b|«\d»/g
    const left = [...hindi].filter(([path, text]) => /[A-Za-z]{2,}/.test(said(path, text).replaceAll(names, '')))
    expect(left.map(([path, text]) => `${path}: ${said(path, text)}`).filter((one) => !one.startsWith('code:'))).toEqual([])
  })

  it('has no text that no page uses', () => {
    const pages = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('shared/texts'))
    const sources = pages.map((file) => readFileSync(join(WEB, file), 'utf8')).join('\n')
    // A text is used by its name (t.wall.more), or a table of texts by the name of the table (t.state[alert.state]).
    const isUsed = (path: string): boolean => path.split('.').some((_, depth, parts) => {
      const name = parts[depth] ?? ''
      const isTable = depth < parts.length - 1 && new RegExp(`[.{,\\s]${name}\\s*(\\[|\\)|,|\\.map|\\}|;|\\?\\.\\[| as )`).test(sources)
      return isTable || (depth === parts.length - 1 && new RegExp(`\\.${name.replaceAll('-', '\\-')}\\b|\\b${name}\\b[^=\\n]{0,200}\\} = `).test(sources))
    })
    expect([...english.keys()].filter((path) => !isUsed(path))).toEqual([])
  })

  it('has words for why the stream was cut, in both languages', () => {
    expect([gapReason('silence', gapReasonsEn), gapReason('silence', gapReasonsHi)]).toEqual(['silence', 'मौन'])
    expect([gapReason('http-503', gapReasonsEn), gapReason('http-503', gapReasonsHi)]).toEqual(['X: error 503', 'X: त्रुटि 503'])
    expect(gapReason('network-ECONNRESET', gapReasonsHi)).toBe('संपर्क नहीं (ECONNRESET)')
    expect(gapReason('something new', gapReasonsEn)).toBe('something new')
    // What docs/x.md lists, each has a word of its own.
    for (const known of ['closed-by-x', 'reset', 'silence', 'store-too-slow', 'listener-started', 'listener-stopped', 'lease-lost', 'UpstreamOperationalDisconnect']) expect(gapReason(known, gapReasonsHi), known).not.toBe(known)
  })
})
