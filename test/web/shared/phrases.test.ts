import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { inHindi } from '../../../src/web/shared/in-hindi.ts'
import { patternsHi, phrasesHi } from '../../../src/web/shared/texts/phrases.ts'

const SRC = fileURLToPath(new URL('../../../src/', import.meta.url))

/** Where the server says something that a page draws. */
const SPOKEN = [
  'triage/signals', 'triage/threads/read-follow-up.ts', 'triage/lexicon/cues', 'triage/gate', 'domain', 'actions',
  'adapters/push', 'adapters/webhook', 'adapters/email', 'adapters/pictures/redraw.ts', 'adapters/http', 'adapters/sockets/events.ts',
]
/** What only logs, metrics, gateways, other machines or checks of the store read. */
const UNSEEN = /domain\/(audit|proof|drill|media|ladder|templates|state\/.*)\.ts$|actions\/(store-checks|hold-lease|record-gap|verify-histories|anchor-histories|read-health|read-drill|receive-posts|check-walls|escalate-overdue|keep-media|look-at-posts|mail-daily|open-dockets|retime-desks|record-corrections|sweep-(?!acknowledgements).*|end-sessions|change-wall|disable-person|remove-subscription|record-receipt|record-notice|reopen-by-citizen)\.ts$/
const KEYS = new Set(['because', 'message', 'reason'])
/** Functions of which one argument is a phrase, by its number. */
const CALLS = new Map([['PrahariError', 1], ['evolveRow', 2], ['argue', 3], ['lift', 3], ['add', 3], ['whole', 2], ['spanOf', 3], ['refuse', 0], ['say', 1], ['hold', 2], ['expire', 1], ['markFailed', 1], ['markSent', 1], ['AddressRefused', 0]])
/** Tables and lists of phrases. */
const TABLES = /(^|_)SAID$/
/** Answers to acts ("by officer") and to gateways, which no page draws; and what is put together of two texts: those are among the examples. */
const NO_PHRASE = new Set(['by 7', 'what the dockets show', 'by the citizen', 'asked by an operator', '7 deliveries', 'the account was disabled before', 'somebody was faster',
  'this receipt token is not ours, or over', 'this report is not signed by our gateway', 'dockets that were opened', 'a link to our own page7', 'a link to somebody else\'s page7', 'only looks (7)', '7'])

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path).flatMap((name) => filesOf(join(path, name))).filter((file) => file.endsWith('.ts') && !UNSEEN.test(file))
}

/** The texts that an expression can be: both ways of a condition; a 7 for what is put in. */
function said(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join('')]
  if (ts.isArrowFunction(node)) return said(node.body)
  if (ts.isConditionalExpression(node)) return [...said(node.whenTrue), ...said(node.whenFalse)]
  if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [...said(node.left), ...said(node.right)]
  return []
}

/** Every text within a table, but the first word of each row of SAID, which is a key. */
function within(node: ts.Node): string[] {
  if (ts.isArrayLiteralExpression(node) && node.elements.some((one) => ts.isNumericLiteral(one))) return said(node.elements.at(-1) ?? node)
  if (ts.isPropertyAssignment(node)) return said(node.initializer)
  return node.getChildren().flatMap((child) => within(child))
}

function returned(node: ts.Node): string[] {
  if (ts.isReturnStatement(node) && node.expression) return said(node.expression)
  return node.getChildren().flatMap((child) => returned(child))
}

function phrasesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && KEYS.has(node.name.getText())) found.push(...said(node.initializer))
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'what') found.push(...said(node.initializer).filter((text) => text.includes(' ')))
    if (ts.isFunctionDeclaration(node) && /^why|Problem$/.test(node.name?.text ?? '')) found.push(...returned(node))
    if (ts.isVariableDeclaration(node) && node.initializer) {
      if (/^(because|hint|problem)$/.test(node.name.getText())) found.push(...said(node.initializer))
      if (TABLES.test(node.name.getText())) found.push(...within(node.initializer))
    }
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.arguments) {
      const at = CALLS.get(node.expression.getText())
      if (at !== undefined) found.push(...node.arguments.slice(at, at + 1).flatMap(said))
      if (node.expression.getText() === 'found.push') found.push(...node.arguments.filter(ts.isArrayLiteralExpression).flatMap(within))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found.filter((text) => /[a-z]/i.test(text) && !NO_PHRASE.has(text))
}

describe('the server’s phrases in Hindi', () => {
  const all = new Set(SPOKEN.flatMap((path) => filesOf(join(SRC, path))).flatMap(phrasesOf))

  it('knows every phrase that the sources can say to a page', () => {
    expect(all.size).toBeGreaterThan(300)
    expect([...all].filter((text) => inHindi(text) === null)).toEqual([])
  })

  it.each([
    ['SI Anita Verma has it', 'SI Anita Verma के पास है'],
    ['it has changed since: Rao took it at 14:02; it came back from Agra at 14:10', 'इस बीच बदल गई है: Rao ने 14:02 पर ज़िम्मा लिया; 14:10 पर Agra से लौटी'],
    ['shift Night; console: not connected; push: no connection (ECONNRESET)', 'पाली Night; पृष्ठ: पृष्ठ खुला नहीं; पुश: संपर्क नहीं (ECONNRESET)'],
    ['officer of this node; there is no roster', 'इस इकाई के अधिकारी; रोस्टर नहीं है'],
    ['nobody is on duty there: no officer or desk has this node', 'वहाँ ड्यूटी पर कोई नहीं: यहाँ किसी अधिकारी या डेस्क का खाता नहीं'],
    ['X: no credits left; an administrator must buy some; not sent within a day, so it needs a person', 'X: क्रेडिट समाप्त; प्रशासक ख़रीदें; एक दिन में नहीं गया, किसी व्यक्ति को देखना होगा'],
    ['the safety gate: a telephone number: it may make a protected person known', 'सुरक्षा-जाँच: फ़ोन नंबर: इससे सुरक्षित व्यक्ति पहचाना जा सकता है'],
    ['a link to somebody else\'s page: it costs 13 times as much (link)', 'किसी और के पृष्ठ का लिंक: 13 गुना महँगा'],
    ['si.rao only looks (wall)', 'si.rao केवल देख सकते हैं (वॉल)'],
    ['2 of 3 devices took it', '3 में से 2 उपकरणों ने लिया'],
    ['the roster is changing too fast, try again', 'रोस्टर: कोई और भी अभी बदल रहा है, फिर प्रयास करें'],
    ['already closed as false-alarm', 'पहले ही बंद: झूठी सूचना'],
  ])('says what has a name, a number or another phrase in it: %s', (english, hindi) => {
    expect(inHindi(english)).toBe(hindi)
  })

  it('keeps what it does not know, within a compound too', () => {
    expect(inHindi('Cannot read properties of undefined')).toBeNull()
    expect(inHindi('toString')).toBeNull()
    expect(inHindi('something strange; smoke')).toBe('something strange; धुआँ')
  })

  it('has no phrase without Hindi words', () => {
    const empty = Object.entries(phrasesHi).filter(([, hindi]) => !/\p{Script=Devanagari}/u.test(hindi))
    expect(empty).toEqual([])
  })

  it('answers at once however long and strange a text is', () => {
    expect(inHindi(`${'a '.repeat(5_000)}has it`)).toBeNull()
    for (const [pattern] of patternsHi) expect(pattern.source.startsWith('^') && pattern.source.endsWith('$'), pattern.source).toBe(true)
  })
})
