import { auditEn, overdueEn } from './audit.ts'
import { docketEn, docketHistoryEn } from './docket.ts'
import { fieldEn } from './field.ts'
import { gapReasonsEn } from './gap-reasons.ts'
import { soundEn, wallsEn } from './walls.ts'
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
  field: fieldEn, desk: docketEn, gapReasons: gapReasonsEn,
  sound: soundEn,
  walls: wallsEn,
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
  protectedPost: 'Identity protected — text withheld on walls',
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

  reader: {
    title: 'Second reader: what was missed yesterday', why: 'Posts of yesterday that did not ring, drawn at random. Say how urgent each is; nobody tells you what the machine said.',
    draw: 'Draw yesterday\'s sample', progress: (read: number, all: number) => `${grouped(read)} of ${grouped(all)} read`, question: 'How urgent is it?',
    recall: (value: string, low: string, high: string) => `Of yesterday's cries ${value} rang (between ${low} and ${high})`,
    notYet: 'How many cries rang is known when some posts of every kind are read.', noCries: 'No cry is known of yesterday.',
    ring: 'It did not ring: let it ring now', rings: 'It rings now', again: 'Not taken: try again',
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
  stepIn: {
    title: 'Step in', escalate: 'Escalate now', reassign: 'Reassign', call: 'Call a post', shelve: 'Shelve', unshelve: 'Take off the shelf',
    shelved: 'Shelved', shelvedUntil: (time: string) => `shelved until ${time}`, shelvedBy: (name: string) => `by ${name}`, shelvedTitle: 'Shelved alerts', noShelved: 'Nothing is shelved',
    assignedTo: (name: string) => `given to ${name}`, assignedBy: (name: string) => `by ${name}`, called: (post: string, time: string) => `${post} called ${time}`,
    rings: (who: string) => `rings ${who} in`, lapses: (name: string) => `${name} loses it in`, waits: (name: string) => `${name} is to take it within`, toTake: 'to take it', returns: 'returns in', repeats: 'again',
    nobodyNext: 'Nobody is there: it will be passed over',
    reassignTo: 'To whom? Whoever has it now loses it; the ladder rests until they should have acknowledged.', find: 'Find a person', nobodyElse: 'Nobody else may act here',
    callWhom: 'Which post? It is told now, besides the ladder.', shelveWhy: 'Why, and until when? It returns by itself and rings its next rung.', never: 'A critical alert is never shelved.',
    reasons: ['Known event, watched already', 'Same event as another docket', 'Waiting for the citizen to answer'], other: 'Another reason', forHow: 'For how long',
    minutes: (n: number) => (n < 60 ? `${grouped(n)} min` : `${n / 60} h`), send: 'Shelve it', sending: 'Sending…', again: 'Not taken yet, trying again…', cancel: 'Cancel', loading: 'Reading…', notLoaded: 'Could not be read',
    onDuty: 'on duty', offDuty: 'off duty',
    refused: {
      'a critical alert is never shelved': 'A critical alert is never shelved', 'an alert is shelved for one minute to eight hours': 'From one minute to eight hours', 'it is not shelved': 'It is not shelved any more',
      'nobody of that name can take this alert': 'This person cannot take the alert', 'the path of this alert has no such post': 'There is no such post for this place',
    } as Record<string, string>,
    nobodyThere: 'Nobody is on duty there', hasIt: (name: string) => `${name} has it`, dismiss: 'OK',
    bulk: 'Acknowledge all shown…', bulkTitle: (n: number) => (n === 1 ? 'Acknowledge this alert?' : `Acknowledge these ${grouped(n)} alerts?`),
    bulkWhy: 'You take them as listed here. What changes or arrives from now on stays unacknowledged.', bulkSend: (n: number) => `Acknowledge ${grouped(n)}`, bulkDone: (n: number) => `${grouped(n)} acknowledged`,
    bulkChanged: 'changed since', bulkLeft: 'Not acknowledged', bulkArrived: 'arrived since', bulkOthers: 'could not be had', close: 'Close', bulkMost: (n: number) => `The ${grouped(n)} most urgent; the rest can follow`,
    deliveries: 'Told, and what became of it', rows: 'Every message', noRows: 'No message on record', counts: { told: 'told', sent: 'sent', onDevice: 'on device', seen: 'seen', acknowledged: 'acknowledged', failed: 'failed', held: 'held', expired: 'not needed' },
    deliveryState: { queued: 'queued', held: 'held', sent: 'sent', failed: 'failed', 'on-device': 'on device', seen: 'seen', acknowledged: 'acknowledged', expired: 'not needed' },
    because: 'because', tries: (n: number) => `${grouped(n)} tries`,
    load: 'Load per position', loadWhy: 'Alarms in the last ten minutes and, per ten minutes, over the last hour', loadArea: 'Whole area', noLoad: 'Nobody was told of anything in the last hour', loadMore: (n: number) => `and ${grouped(n)} more`,
    band: { fine: 'fine', manageable: 'manageable', over: 'too much', flood: 'flood' }, perHour: (n: string) => `mean ${n}`, peak: (n: number) => `peak ${grouped(n)}`,
    help: 'Keys', helpTitle: 'Keys of this page', helpWords: ['Next, previous alert', 'Open it', 'Acknowledge', 'Escalate now', 'Reassign', 'Shelve', 'Close', 'This help'], helpOff: 'Single keys can be turned off above.',
  },
  historyOf: {
    ...docketHistoryEn,
    reassigned: 'Reassigned', 'assignment-lapsed': 'Not taken in time, back on its ladder', 'escalated-by-hand': 'Escalated by hand', called: 'Post called', shelved: 'Shelved', unshelved: 'Off the shelf',
    'hand-over-offered': 'Hand-over offered', 'handed-over': 'Handed over', 'cannot-reach': 'Cannot reach, given back', 'note-added': 'Note added',
    opened: 'Docket opened', 'alert-raised': 'Alert raised', escalated: 'Escalated', acknowledged: 'Acknowledged',
    'acknowledgement-lapsed': 'Acknowledgement lapsed', 'rung-unreachable': 'Nobody reachable, went on', responding: 'En route', 'on-scene': 'On scene', resolved: 'Done', 'false-alarm': 'False alarm',
    corrected: 'Verdict corrected', 'alert-regraded': 'Goes on under another policy', 'alert-moved': 'Moved to another place',
    'follow-up': 'Further post', 'post-joined': 'Post edited', 'severity-raised': 'Severity raised', 'rang-again': 'Rang again', reopened: 'Opened again',
    'holder-told': 'Whoever has it was told', 'rung-brought-forward': 'Next rung brought forward', linked: 'Linked to an incident', crowd: 'Several people report it',
  } as Record<string, string>,
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

  drillTile: {
    title: 'Drill', passed: 'whole chain', failed: 'Drill failed', none: 'none yet', seconds: (s: string) => `${s} s`,
    reasons: {
      'the drill was not put on its way': 'the drill was not put on its way',
      'posted, but not received': 'posted, but not received',
      'posted, received too late': 'posted, received too late',
      'received, but not recorded': 'received, but not recorded',
      'received, recorded too late': 'received, recorded too late',
      'recorded, but no alert was raised': 'recorded, but no alert was raised',
      'recorded, its alert raised too late': 'recorded, its alert raised too late',
      'raised, but not sent to the screens': 'raised, but not sent to the screens',
      'raised, sent to the screens too late': 'raised, sent to the screens too late',
      'sent, but no screen painted it': 'sent, but no screen painted it',
      'sent, painted too late': 'sent, painted too late',
      'no drill has run since': 'no drill has run since',
    } as Record<string, string>,
  },
  duty: {
    title: 'On duty now', until: (time: string) => `until ${time}`, untilDay: (day: string, time: string) => `until ${day} ${time}`, always: 'no roster',
    unreachable: 'cannot be reached', nobody: 'Nobody', gap: (from: string, to: string) => `nobody ${from}–${to}`,
    unmanned: (n: number) => (n === 1 ? '1 district has no account: its alerts go up the ladder' : `${grouped(n)} districts have no account: their alerts go up the ladder`),
    channels: { console: 'page open', push: 'push', webhook: 'SMS or call', email: 'e-mail' }, gapsAhead: 'Gaps in the next 12 hours', offDuty: 'You are off duty', none: 'No duty posts in this area',
    reasons: {
      'nobody on duty has a working channel': 'nobody on duty has a working channel',
      'nobody: all on leave': 'all on leave',
      'nobody: no shift or rotation covers this time': 'no shift or rotation covers this time',
      'every account of the node is disabled': 'every account is disabled',
      'nobody: the accounts on the roster are disabled or do not see this node': 'the accounts on the roster are disabled or do not see this area',
      'no officer has this node': 'no officer has an account here',
      'no officer or desk has this node': 'no officer or desk has an account here',
      'no supervisor has this node': 'no supervisor has an account here',
      'no supervisor or desk has this node': 'no supervisor or desk has an account here',
    } as Record<string, string>,
  },
  handover: {
    title: 'Shift handover', shelved: 'Shelved', shelvedUntil: (time: string) => `shelved until ${time}`, link: 'Handover', print: 'Print', back: 'Back', shift: 'Shift', made: 'Made', open: 'Open alerts', overdue: 'Overdue: nobody has them', unreachable: 'On duty, but cannot be reached',
    rosterGaps: 'Roster gaps, next 12 hours', blind: 'Blind minutes of the stream', drills: 'Drills', failedDrills: (failed: number, run: number) => `${grouped(failed)} of ${grouped(run)} failed`, load: 'Load of the shift',
    raised: 'alerts raised', average: 'per position and 10 min', peak: 'at the peak', flood: 'of the time in flood', positions: 'positions', none: 'None', more: (n: number) => `and ${grouped(n)} more`,
    columns: { number: 'Docket', severity: 'Severity', what: 'What', place: 'Place', raised: 'Raised', who: 'Who has it' }, hash: 'SHA-256 of this sheet', loading: 'Reading…', failed: 'The sheet could not be read',
    took: 'Handed over by', given: 'Taken over by',
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
