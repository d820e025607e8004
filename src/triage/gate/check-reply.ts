import { isPublic } from '../../domain/reply.ts'
import type { Finding, ReplyKind } from '../../domain/reply.ts'
import { replyCost } from '../../domain/reply-cost.ts'
import type { ReplyPrices } from '../../domain/reply-cost.ts'
import type { Category, Language } from '../../domain/verdict.ts'
import { linksIn, MAX_MESSAGE, MAX_WEIGHT, weightedLength } from '../../domain/weighted-length.ts'
import { DEFAULT_TRIAGE_POLICY } from '../policy.ts'
import type { Handles } from '../policy.ts'
import { startReading } from '../reading.ts'
import type { Word } from '../reading.ts'
import { CLASS, classOf } from '../script/characters.ts'
import { isPolice } from '../signals/own.ts'
import { readWords } from '../signals/words.ts'
import { findNumbers } from './digits.ts'
import { findIdentity } from './identity.ts'
import { findMarks } from './marks.ts'
import { findSmallPlaces } from './small-places.ts'
import { findTelling } from './tells-abuser.ts'

/** What the gate must know besides the text. */
export interface GateContext {
  kind: ReplyKind
  category: Category
  language: Language
  isProtected: boolean
  /** Names of the signals that spoke for the verdict. */
  signals: readonly string[]
  /** Texts of the docket, newest last; author of the post. */
  posts: readonly string[]
  author: { handle: string; name: string }
  number: string
  /** Our own handle, lower case, and the host that our own links name. */
  ownHandle: string
  ownHost: string
  /** Accounts of the police in force; those of them that the author called, of which X lets only themselves answer. */
  handles: Handles
  called: readonly string[]
  /** X allows an answer: the author mentioned or quoted us (or our tier may answer anybody), and the post still exists. */
  isAllowedByX: boolean
  isPostGone: boolean
  isInboxClosed: boolean
  /** Other dockets that got the same text today. */
  sameText: number
  spentCents: number
  prices: ReplyPrices
}

export interface Checked {
  findings: Finding[]
  length: number
  maxLength: number
  verdict: 'goes' | 'needs-second' | 'stops'
  costCents: number
}

/** From so many dockets a day on a text counts as pasted. */
export const PASTED = 3
/** Texts of a docket that are looked at for names. */
const MOST_POSTS = 12
const NUMBER_OF_OURS = /\b[A-Z]{2,5}-\d{8}-\d{6,}(?:-[A-Z0-9]{1,12})?\b/gu
const DATE = /(?<!\p{N})\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2}(?!\p{N})/gu
const CASHTAG = /(?<![\p{L}\p{N}_$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![\p{L}\p{N}])/gu
const MENTION = /(?<![\p{L}\p{N}_])[@\uff20]([A-Za-z0-9_]{1,30})/gu
const PLACEHOLDER = /\{[^{}\n]{0,40}\}/gu
const MOST_FINDINGS = 60

/**
 * What may be wrong with an answer before anybody can read it: things that may never be public stop it, risky ones need a
 * second officer, the rest is said and no more. Pure, and linear in the length of the text: it is asked at every key press.
 */
export function checkReply(text: string, context: GateContext): Checked {
  const isOpen = isPublic(context)
  // What is ours to say is taken out first: the docket's own number is neither a date nor an Aadhaar number.
  const plain = text.replace(NUMBER_OF_OURS, blank).replace(DATE, blank)
  const links = linksIn(plain)
  const bare = withoutLinks(plain, links)
  const words = wordsOf(bare)
  const personal = [...findNumbers(plain), ...findMarks(plain), ...findSmallPlaces(words)]
  const findings = [
    ...distinct(personal).map((one) => graded(one, context)),
    ...(context.isProtected ? findIdentity(words, personOf(context)).map((one) => softened(one, isOpen)) : []),
    ...findTelling(words, context.category, context.signals, !isOpen),
    ...linkFindings(text, links, context),
    ...mentionFindings(bare, context),
    ...shapeFindings(text, context, words),
    ...permitFindings(text, context),
  ].slice(0, MOST_FINDINGS)
  const length = isOpen ? weightedLength(text) : [...text].length
  const maxLength = isOpen ? MAX_WEIGHT : MAX_MESSAGE
  if (length > maxLength) findings.unshift(whole('too-long', 'stops', `X takes ${maxLength} at most, this is ${length}`))
  const verdict = findings.some(({ level }) => level === 'stops') ? 'stops' : findings.some(({ level }) => level === 'needs-second') ? 'needs-second' : 'goes'
  return { findings, length, maxLength, verdict, costCents: replyCost(text, context.kind, context.prices) }
}

function withoutLinks(text: string, links: readonly { start: number; end: number }[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of links) {
    pieces.push(text.slice(from, start), ' '.repeat(end - start))
    from = end
  }
  return pieces.join('') + text.slice(from)
}

const blank = (found: string): string => ' '.repeat(found.length)

function whole(code: Finding['code'], level: Finding['level'], message: string): Finding {
  return { code, level, message, start: null, end: null }
}

function wordsOf(text: string): Word[] {
  const reading = startReading({ text, mentions: [], hashtags: [], place: null, author: { id: '', handle: '', name: '', location: null, followers: null }, kind: 'post' }, DEFAULT_TRIAGE_POLICY)
  readWords(reading)
  return reading.words
}

function personOf({ posts, author }: GateContext): Parameters<typeof findIdentity>[1] {
  return { posts: posts.slice(-MOST_POSTS).map(wordsOf), handle: wordsOf(author.handle.replaceAll(/[_\d]+/gu, ' ')), name: wordsOf(author.name) }
}

/** One finding for one stretch: what says more of it stays. */
function distinct(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const one of findings.slice(0, MOST_FINDINGS * 4).sort((a, b) => rank(b) - rank(a) || length(b) - length(a))) {
    if (!kept.some((other) => (one.start ?? 0) < (other.end ?? 0) && (other.start ?? 0) < (one.end ?? 0))) kept.push(one)
  }
  return kept.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
}

const rank = ({ level }: Finding): number => (level === 'stops' ? 2 : level === 'needs-second' ? 1 : 0)
const length = ({ start, end }: Finding): number => (end ?? 0) - (start ?? 0)

/** In a message only one person reads it; for a protected identity what leads to a home or a vehicle stops. */
function graded(finding: Finding, { kind, isProtected }: GateContext): Finding {
  if (!isPublic({ kind })) return { ...finding, level: 'note' }
  const leadsHome = isProtected && finding.level === 'needs-second' && finding.message !== 'a telephone number of an officer'
  return leadsHome ? { ...finding, level: 'stops', message: `${finding.message}: it may make a protected person known` } : finding
}

function softened(finding: Finding, isOpen: boolean): Finding {
  return isOpen ? finding : { ...finding, level: 'note' }
}

function linkFindings(text: string, links: readonly { start: number; end: number }[], { kind, prices, ownHost }: GateContext): Finding[] {
  return links.map(({ start, end }) => {
    const isOurs = hostOf(text.slice(start, end)) === ownHost
    const cost = isPublic({ kind }) ? `: it costs ${prices.linkFactor} times as much` : ''
    return { code: 'link', level: isOurs || !isPublic({ kind }) ? 'note' : 'needs-second', message: isOurs ? `a link to our own page${cost}` : `a link to somebody else's page${cost}`, start, end }
  })
}

function hostOf(link: string): string {
  return /^(?:https?:\/\/)?([^/?#:\s]{1,253})/iu.exec(link)?.[1]?.toLowerCase() ?? ''
}

function mentionFindings(text: string, { kind, author, ownHandle, handles, isProtected }: GateContext): Finding[] {
  if (!isPublic({ kind })) return []
  return [...text.matchAll(MENTION)].flatMap((match): Finding[] => {
    const handle = (match[1] ?? '').toLowerCase()
    const [start, end] = [match.index, match.index + match[0].length]
    if (handle === author.handle.toLowerCase()) return isProtected ? [{ code: 'identity', level: 'stops', message: 'names the account of a protected person', start, end }] : []
    if (handle === ownHandle) return []
    return isPolice(handle, handles) ? [{ code: 'mention', level: 'note', message: 'calls an account of the police', start, end }] : [{ code: 'mention', level: 'needs-second', message: 'calls somebody else', start, end }]
  })
}

/** What is about the text as a whole. */
function shapeFindings(text: string, { kind, language, number, sameText }: GateContext, words: readonly Word[]): Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(PLACEHOLDER)) found.push({ code: 'placeholder-left', level: 'stops', message: 'a placeholder was left', start: match.index, end: match.index + match[0].length })
  if (isPublic({ kind }) && (text.match(CASHTAG)?.length ?? 0) > 1) found.push(whole('cashtags', 'stops', 'X takes one $ tag at most'))
  if (kind === 'acknowledgement' && !text.includes(number)) found.push(whole('no-number', 'note', 'the number of the docket is missing'))
  if (isOtherScript(text, language, words.length)) found.push(whole('other-script', 'note', 'the complainant wrote in another script'))
  if (sameText + 1 >= PASTED) found.push(whole('pasted-reply', 'note', `${sameText} other dockets got the same text today`))
  return found
}

/** What X and the budget allow. */
function permitFindings(text: string, context: GateContext): Finding[] {
  const { kind, called, isAllowedByX, isPostGone, isInboxClosed, spentCents, prices } = context
  const found: Finding[] = []
  if (isPublic({ kind })) {
    if (isPostGone) found.push(whole('post-gone', 'stops', 'the post was deleted or hidden'))
    else if (!isAllowedByX) found.push(whole('not-summoned', 'stops', called.length > 0 ? `X lets only @${called.join(', @')} answer: the author called them, not us` : 'X allows an answer only where the author mentioned or quoted us'))
  } else if (isInboxClosed) found.push(whole('dm-closed', 'note', 'this person took no direct message before'))
  if (spentCents + replyCost(text, kind, prices) > prices.limitCents) found.push(whole('over-budget', 'needs-second', `the month's budget is used up: ${spentCents.toFixed(1)} of ${prices.limitCents} cents`))
  return found
}

/** Most letters are of another script than the complainant's. */
function isOtherScript(text: string, language: Language, words: number): boolean {
  if (language === 'mixed' || words < 3) return false
  let latin = 0
  let devanagari = 0
  for (let at = 0; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === CLASS.latin) latin++
    else if (kind === CLASS.devanagari) devanagari++
  }
  return language === 'hi' ? devanagari < latin : latin < devanagari
}
