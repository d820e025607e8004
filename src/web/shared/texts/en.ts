import { auditEn, overdueEn } from './audit.ts'
import { docketEn } from './docket.ts'
import { fieldEn } from './field.ts'
import { soundEn } from './sound.ts'
import type { AlertState, ProgressStep } from '../../../domain/alert.ts'
import type { Overdue } from '../../../domain/audit.ts'
import type { DutyPost } from '../../../domain/ladder.ts'
import type { Category, Severity } from '../../../domain/verdict.ts'
import type { Trouble } from '../freshness.ts'
import { grouped } from '../indian-time.ts'

const severity: Record<Severity, string> = { critical: 'Critical', high: 'High', normal: 'Normal', low: 'Low', none: 'None' }

const category: Record<Category, string> = {
  assault: 'Assault', domestic_violence: 'Domestic violence', sexual_harassment: 'Sexual harassment', stalking: 'Stalking',
  kidnapping: 'Kidnapping', missing_person: 'Missing person', child_at_risk: 'Child at risk', suicide_risk: 'Suicide risk',
  accident: 'Accident', fire: 'Fire', medical: 'Medical emergency', riot_mob: 'Mob or riot', robbery_theft: 'Robbery or theft',
  cyber_fraud: 'Cyber fraud', traffic: 'Traffic', police_misconduct: 'Police misconduct', land_dispute: 'Land dispute',
  nuisance_noise: 'Noise or nuisance', lost_property: 'Lost property', missing_document_or_fir: 'FIR or document',
  threat_weapon: 'Armed threat', animal: 'Animal', disaster: 'Disaster', gratitude: 'Thanks', information_query: 'Question',
  news_politics: 'News or politics', spam_other: 'Other',
}

const state: Record<AlertState, string> = {
  raised: 'Nobody has it', acknowledged: 'Acknowledged', responding: 'En route', 'on-scene': 'On scene', resolved: 'Done',
  'false-alarm': 'False alarm',
}

const post: Record<DutyPost, string> = {
  'station-duty': 'station duty', 'district-duty': 'district duty', 'circle-officer': 'circle officer',
  'district-head': 'district head', 'range-control': 'range control', 'state-control': 'state control',
}

const step: Record<ProgressStep, string> = { responding: 'En route', 'on-scene': 'On scene', resolved: 'Done', 'false-alarm': 'False alarm' }

const trouble: Record<Exclude<Trouble['kind'], keyof Overdue>, string> = {
  store: 'Store not reachable: acts cannot be saved', engine: 'Escalation engine stopped', audit: 'The audit of the engine is off', queue: 'Queue not reachable: new posts wait',
  stream: 'X stream blind',
}

/** Every word of the consoles in English. The other catalogues have its shape, so that a missing text does not compile. */
export const en = {
  audit: auditEn, overdue: overdueEn,
  field: fieldEn, desk: docketEn,
  sound: soundEn,
  code: 'en', otherLanguageName: 'हिन्दी',
  days: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  severity, category, state, post, step, trouble,
  and: (names: string[]) => names.join(' and '),
  returned: 'Given back',
  product: 'Prahari',
  pages: { wall: 'Wall', officer: 'Officer', supervisor: 'Supervisor', signIn: 'Sign in' },

  link: {
    connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting',
    stale: 'Stale', staleSince: (time: string) => `Stale since ${time}`, neverHeard: 'No data yet',
    age: (s: number) => `data ${grouped(s)} s old`,
    staleLong: (time: string) => `No contact with the server since ${time}. What you see may be out of date.`,
    neverLong: 'This page has not reached the server yet. Nothing shown here can be believed.',
    stillTrying: 'Still trying to connect',
    details: 'Connection',
  },
  trouble_since: (time: string) => `since ${time}`,
  stream: {
    title: 'X stream', sees: 'Listening', blind: 'Blind', lastPost: 'last post seen', alive: 'listener alive', never: 'none yet',
    ago: (digits: string) => `${digits} ago`,
    lastHour: 'last 60 minutes', noGaps: 'No blind time in the last 60 minutes',
    blindTime: 'Blind time', ongoing: 'now', minutesAgo: (n: number) => `${grouped(n)} min ago`,
    gapState: { open: 'open', filling: 'being filled', filled: 'filled', unrecoverable: 'lost' },
    recovered: (n: number) => (n === 1 ? '1 post recovered' : `${grouped(n)} posts recovered`),
  },
  clockName: 'IST',

  place: { unknown: 'Place unknown', toState: '→ state control room', elsewhere: (name: string) => `speaks of ${name}` },
  time: {
    overdue: 'overdue', raised: 'raised', ago: (digits: string) => `${digits} ago`,
    tellsIn: (who: string) => `then ${who}`, tells: (who: string) => `${who} to be told`,
    again: 'again', lapses: 'to report progress', lapsed: 'progress overdue', none: 'no further rung',
    late: 'past target', at: 'at',
  },
  who: { ofNeeded: (have: number, needed: number) => `${grouped(have)} of ${grouped(needed)} acknowledged`, nobody: 'Nobody has it', has: 'has it', since: (digits: string) => `for ${digits}`, you: 'You have it' },
  protectedPost: 'Identity protected — text withheld',
  protectedHow: 'Whoever has the alert reads it here, on record. Others unmask it at the desk, for a reason:',
  protectedShort: 'Protected',
  drill: 'Drill',

  wall: {
    title: 'Open alerts', open: 'open', unanswered: 'unanswered', held: 'in hand',
    more: (n: number) => `+${grouped(n)} more`, allClear: 'No open alerts', allClearWhy: 'Every alert of this area is closed.',
    allClearBlind: 'But the X stream is blind: there may be calls that nobody sees.',
    waiting: 'Waiting for the first data', map: 'Districts that need an answer', state: 'State',
    arrived: (what: string, where: string) => `New alert: ${what}, ${where}`,
  },

  officer: {
    unanswered: 'Needs an answer', mine: 'You have it', others: 'Others have it', fresh: 'Just arrived',
    none: 'Nothing is waiting', noneWhy: 'Alerts of your area appear here by themselves.',
    acknowledge: 'Acknowledge', sending: 'Sending…', sendingAgain: (n: number) => `Sending… try ${grouped(n)}`,
    waitingForLink: 'Sending as soon as there is a connection…',
    open: 'Open', back: 'Back', what: 'What', where: 'Where', when: 'When', whoHas: 'Who has it', author: 'Posted by',
    posted: 'posted', received: 'received', raised: 'raised',
    thePost: 'The post', why: 'Why it rings', told: 'Who was told', score: (n: number) => `urgency ${n} of 100`,
    speaksFor: 'speaks for urgency', speaksAgainst: 'speaks against it',
    closeAsDone: 'Close as done?', closeYes: 'Yes, it is done', cancel: 'Cancel',
    falseAlarmWhy: 'Why is it a false alarm?', reasonNeeded: 'Say why: it becomes part of the record.',
    reasons: ['No emergency at the place', 'Old or shared post', 'Joke or test', 'Not about police work'],
    otherReason: 'Other reason', sendFalseAlarm: 'Close as false alarm',
    gone: 'This alert is no longer open', closedAs: (how: string) => `Closed: ${how}`,
    countUnanswered: (n: number) => (n === 1 ? '1 alert needs an answer' : `${grouped(n)} alerts need an answer`),
  },

  correct: {
    wrong: 'Wrong? Correct it', title: 'What is wrong?', category: 'What it is about', unchanged: (what: string) => `as it is (${what})`,
    place: 'District', typeDistrict: 'Type a district', placeUnknown: 'Nobody can know the place', undo: 'Undo', note: 'Note (optional)',
    closes: 'The alert closes as a false alarm. Why? It becomes part of the record.', send: 'Correct', sendAndClose: 'Correct and close as false alarm',
    by: 'Corrected by', now: (what: string) => `now ${what}`, machine: (what: string) => `machine said ${what}`,
  },

  refusal: {
    heldBy: (name: string) => `${name} has it`, closed: (how: string) => `Already closed: ${how}`,
    forbidden: 'You may not do this', 'not-found': 'This alert is not in your area', invalid: 'The server did not accept this',
    conflict: 'Somebody was faster', unavailable: 'The server cannot save this now', dismiss: 'OK',
  },

  supervisor: {
    alerts: 'Open alerts', columns: { severity: 'Severity', place: 'Place', what: 'What', raised: 'Raised', next: 'Next rung', in: 'In', who: 'Who has it', told: 'Told so far', number: 'Docket' },
    all: 'All', unanswered: 'Unanswered', held: 'In hand', closed: 'Closed here', severityFilter: 'Severity', stateFilter: 'State',
    rung: (n: number) => `rung ${grouped(n)}`, toldCount: (n: number) => `${grouped(n)} told`, nobodyTold: 'nobody yet',
    engine: 'Ladder engine', sweeping: 'Sweeping', stopped: 'Stopped', lastSweep: 'last sweep',
    store: 'Store', queue: 'Queue', up: 'Up', down: 'Down', failed: 'Failed jobs', quarantine: 'Quarantine', blind: 'Blind, 24 h',
    answersReads: 'writes are saved', notReachable: 'not reachable', takesJobs: 'takes jobs', seeBelow: 'listed below', nothing: 'none',
    gaps: 'Blind times of the stream', gapColumns: { from: 'From', to: 'To', long: 'Long', why: 'Why', state: 'State' },
    noGaps: 'No blind time on record', failedTitle: 'Failed jobs', quarantineTitle: 'Quarantined posts', notLoaded: 'Could not be read just now',
    detailEmpty: 'Choose an alert to see its post, its ladder and its history.', history: 'History', historyWhole: 'chain whole', historyBroken: 'CHAIN BROKEN',
    loading: 'Reading…', close: 'Close', keys: 'Keys', keysOn: 'Keys on', keysOff: 'Keys off',
    keyHelp: 'J K move · Enter open · A acknowledge · ? all keys', noMatch: 'No alert matches the filter', none: 'No open alerts in this area',
    fresh: (n: number) => (n === 1 ? '1 new alert: show' : `${grouped(n)} new alerts: show`), beyond: (n: number) => `${grouped(n)} further open alerts beyond the list`,
    signOut: 'Sign out', notOpenNow: 'closed', toAlerts: 'To the alerts', toBeside: 'To the panel beside them', beside: 'How things stand',
  },
  stepIn: { shelved: 'Shelved', shelvedUntil: (time: string) => `shelved until ${time}`, assignedTo: (name: string) => `given to ${name}`, sending: 'Sending…', close: 'Close', helpTitle: 'Keys of this page', helpOff: 'Single keys can be turned off above.' },

  system: 'system',
  threads: {
    title: 'Further posts', byOthers: 'by another person',
    kind: {
      thanks: 'Thanks', 'more-facts': 'More facts', worse: 'Worse', 'nobody-came': 'Nobody came', 'same-again': 'Same again', first: 'First post', edit: 'Edited',
    },
    news: { worse: (time: string) => `It got worse since it was taken: ${time}`, 'nobody-came': (time: string) => `They write that nobody came: ${time}` },
    spread: (posts: number, retweets: number) => `Repeated ${posts === 1 ? 'once' : `${grouped(posts)} times`}${retweets > 0 ? `, ${grouped(retweets)} of them retweets` : ''}`,
    incident: (dockets: number, authors: number) => `Same event: ${grouped(dockets)} dockets${authors > 1 ? `, ${grouped(authors)} people independently` : ''}`,
    doubt: (percent: number) => `May be a hoax: ${percent} %`, doubtWhy: 'Shown only: nothing is lowered by it',
    ask: 'Best question to ask',
  },

  signIn: {
    title: 'Signing in', working: 'One moment', noToken: 'Open the sign-in link you were given',
    noTokenWhy: 'Prahari has no passwords. A one-time link opens your page on this device.',
    refused: 'This link does not work any more', refusedWhy: 'A link opens one session and then expires. Ask for a new one.',
    unreachable: 'The server cannot be reached', unreachableWhy: 'Check the connection. The link is still good.', again: 'Try again',
    ended: 'You are signed out', endedWhy: 'The session has ended. Open a new sign-in link to go on.', home: 'Go to the start page',
  },
}

export type Texts = typeof en
