import type { AlertState, ProgressStep } from '../../../domain/alert.ts'
import type { DutyPost } from '../../../domain/ladder.ts'
import type { Category, Severity } from '../../../domain/verdict.ts'
import type { Trouble } from '../freshness.ts'

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

const trouble: Record<Trouble['kind'], string> = {
  store: 'Store not reachable: acts cannot be saved', engine: 'Escalation engine stopped', queue: 'Queue not reachable: new posts wait',
  stream: 'X stream blind',
}

/** Every word of the consoles in English. The other catalogues have its shape, so that a missing text does not compile. */
export const en = {
  code: 'en', languageName: 'English', otherLanguageName: 'हिन्दी',
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
    age: (s: number) => `data ${s} s old`,
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
    blindTime: 'Blind time', ongoing: 'now', minutesAgo: (n: number) => `${n} min ago`,
    gapState: { open: 'open', filling: 'being filled', filled: 'filled', unrecoverable: 'lost' },
    recovered: (n: number) => (n === 1 ? '1 post recovered' : `${n} posts recovered`),
  },
  clockName: 'IST',

  place: { unknown: 'Place unknown', toState: '→ state control room', elsewhere: (name: string) => `speaks of ${name}` },
  time: {
    overdue: 'overdue', raised: 'raised', ago: (digits: string) => `${digits} ago`,
    tellsIn: (who: string) => `then ${who}`, tells: (who: string) => `${who} to be told`,
    again: 'again', lapses: 'to report progress', lapsed: 'progress overdue', none: 'no further rung',
    late: 'past target', at: 'at',
  },
  who: { nobody: 'Nobody has it', has: 'has it', since: (digits: string) => `for ${digits}`, you: 'You have it' },
  protectedPost: 'Identity protected — text withheld on walls',
  protectedShort: 'Protected',
  drill: 'Drill',

  wall: {
    title: 'Open alerts', open: 'open', unanswered: 'unanswered', held: 'in hand',
    more: (n: number) => `+${n} more`, allClear: 'No open alerts', allClearWhy: 'Every alert of this area is closed.',
    allClearBlind: 'But the X stream is blind: there may be calls that nobody sees.',
    waiting: 'Waiting for the first data', map: 'Districts that need an answer', state: 'State',
    soundOff: 'Sound off', soundOn: 'Sound on', soundArm: 'press any key', soundTest: 'Turn the sound on',
    arrived: (what: string, where: string) => `New alert: ${what}, ${where}`,
  },

  officer: {
    unanswered: 'Needs an answer', mine: 'You have it', others: 'Others have it',
    none: 'Nothing is waiting', noneWhy: 'Alerts of your area appear here by themselves.',
    acknowledge: 'Acknowledge', sending: 'Sending…', sendingAgain: (n: number) => `Sending… try ${n}`,
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
    countUnanswered: (n: number) => (n === 1 ? '1 alert needs an answer' : `${n} alerts need an answer`),
  },

  refusal: {
    heldBy: (name: string) => `${name} has it`, closed: (how: string) => `Already closed: ${how}`,
    forbidden: 'You may not do this', 'not-found': 'This alert is not in your area', invalid: 'The server did not accept this',
    conflict: 'Somebody was faster', unavailable: 'The server cannot save this now', dismiss: 'OK',
  },

  supervisor: {
    alerts: 'Open alerts', columns: { severity: 'Severity', place: 'Place', what: 'What', raised: 'Raised', next: 'Next rung', in: 'In', who: 'Who has it', told: 'Told so far', number: 'Docket' },
    all: 'All', unanswered: 'Unanswered', held: 'In hand', closed: 'Closed here', severityFilter: 'Severity', stateFilter: 'State',
    rung: (n: number) => `rung ${n}`, toldCount: (n: number) => `${n} told`, nobodyTold: 'nobody yet',
    engine: 'Ladder engine', sweeping: 'Sweeping', stopped: 'Stopped', lastSweep: 'last sweep',
    store: 'Store', queue: 'Queue', up: 'Up', down: 'Down', failed: 'Failed jobs', quarantine: 'Quarantine', blind: 'Blind, 24 h',
    answersReads: 'writes are saved', notReachable: 'not reachable', takesJobs: 'takes jobs', seeBelow: 'listed below', nothing: 'none',
    gaps: 'Blind times of the stream', gapColumns: { from: 'From', to: 'To', long: 'Long', why: 'Why', state: 'State' },
    noGaps: 'No blind time on record', failedTitle: 'Failed jobs', quarantineTitle: 'Quarantined posts', notLoaded: 'Could not be read just now',
    detailEmpty: 'Choose an alert to see its post, its ladder and its history.', history: 'History', historyWhole: 'chain whole', historyBroken: 'CHAIN BROKEN',
    loading: 'Reading…', close: 'Close', keys: 'Keys', keysOn: 'Keys on', keysOff: 'Keys off',
    keyHelp: 'J K move · Enter open · A acknowledge · Esc close', noMatch: 'No alert matches the filter', none: 'No open alerts in this area',
    fresh: (n: number) => (n === 1 ? '1 new alert: show' : `${n} new alerts: show`), beyond: (n: number) => `${n} further open alerts beyond the list`,
    signOut: 'Sign out', notOpenNow: 'closed',
  },
  historyOf: {
    opened: 'Docket opened', 'alert-raised': 'Alert raised', escalated: 'Escalated', acknowledged: 'Acknowledged',
    'acknowledgement-lapsed': 'Acknowledgement lapsed', responding: 'En route', 'on-scene': 'On scene', resolved: 'Done', 'false-alarm': 'False alarm',
  } as Record<string, string>,
  system: 'system',

  signIn: {
    title: 'Signing in', working: 'One moment', noToken: 'Open the sign-in link you were given',
    noTokenWhy: 'Prahari has no passwords. A one-time link opens your page on this device.',
    refused: 'This link does not work any more', refusedWhy: 'A link opens one session and then expires. Ask for a new one.',
    unreachable: 'The server cannot be reached', unreachableWhy: 'Check the connection. The link is still good.', again: 'Try again',
    ended: 'You are signed out', endedWhy: 'The session has ended. Open a new sign-in link to go on.', home: 'Go to the start page',
  },
}

export type Texts = typeof en
