import { FaultBox } from './faults.ts'
import { RuleBook } from './rule-book.ts'
import { settingsSchema, type Settings } from './settings.ts'
import { StreamHub } from './stream-hub.ts'
import { World } from './world.ts'
import { Limiter } from './limiter.ts'

const MAX_LOG = 20_000

export interface LoggedRequest {
  at: number
  method: string
  path: string
  query: Record<string, unknown>
  /** Status answered; 0 while pending or when the answer was lost. */
  status: number
}

/** A reply or post that the API accepted. */
export interface AcceptedPost {
  id: string
  at: number
  text: string
  inReplyToId: string | null
  /** Whether the answer was sent, or swallowed by `reply-lost`. */
  wasAnswered: boolean
}

export interface AcceptedMessage {
  id: string
  at: number
  participantId: string
  text: string
}

export interface Tokens {
  /** App-only bearer token. */
  app: string
  /** User-context token: OAuth2 bearer, or the access token of OAuth 1.0a. */
  user: string
}

/** Everything the endpoints share. */
export class Core {
  readonly tokens: Tokens
  readonly faults = new FaultBox()
  settings: Settings
  world: World
  rules: RuleBook
  limiter: Limiter
  readonly hub: StreamHub
  requests: LoggedRequest[] = []
  accepted: AcceptedPost[] = []
  messages: AcceptedMessage[] = []
  readonly #baseClock: () => number

  constructor(options: { tokens: Tokens; now: () => number; settings: Partial<Settings> }) {
    this.tokens = options.tokens
    this.#baseClock = options.now
    this.settings = settingsSchema.parse(options.settings)
    this.world = new World(this.clock)
    this.rules = new RuleBook()
    this.limiter = new Limiter(this.clock)
    this.hub = new StreamHub(this)
  }

  /** The emulated time, epoch milliseconds. */
  readonly clock = (): number => this.#baseClock() + this.settings.clockOffsetMs

  configure(patch: Partial<Settings>): void {
    this.settings = settingsSchema.parse({ ...this.settings, ...patch })
    this.hub.reschedule()
  }

  log(request: LoggedRequest): void {
    if (this.requests.length >= MAX_LOG) this.requests.splice(0, MAX_LOG / 2)
    this.requests.push(request)
  }

  /** How old a post must be before search finds it, milliseconds. */
  searchLag(): number {
    return this.faults.take('search-lag')?.ms ?? this.settings.searchLagMs
  }

  /** How long a change of rules takes to reach the stream, milliseconds. */
  ruleDelay(): number {
    return this.faults.take('rule-delay')?.ms ?? this.settings.ruleDelayMs
  }

  /** Forgets everything but the settings, and closes the streams. */
  reset(): void {
    this.hub.closeAll('end', 'reset by the operator')
    this.hub.forget()
    this.faults.clear()
    this.world = new World(this.clock)
    this.rules = new RuleBook()
    this.limiter = new Limiter(this.clock)
    this.requests = []
    this.accepted = []
    this.messages = []
  }
}
