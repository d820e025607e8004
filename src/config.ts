import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * The one reader of the environment. Each setting carries its help text, from which `.env.example` is generated
 * (`npm run config:example`); a secret may come from a file named by `<NAME>_FILE`.
 */
interface Setting<Schema extends z.ZodType> {
  schema: Schema
  help: string
  isSecret?: boolean
}

function setting<Schema extends z.ZodType>(schema: Schema, help: string, isSecret = false): Setting<Schema> {
  return { schema, help, isSecret }
}

const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535)
const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
const secureUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' })
  .refine((text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || isLoopback(new URL(text)), 'must be https unless the host is loopback')

export const SETTINGS = {
  NODE_ENV: setting(z.enum(['development', 'production', 'test']).default('development'), 'production refuses the demo feed'),
  PORT: setting(port.default(3000), 'Port of the web server'),
  PRAHARI_HOST: setting(z.string().default('127.0.0.1'), 'Address the web server listens on; 0.0.0.0 behind a proxy'),
  PRAHARI_PUBLIC_URL: setting(secureUrl.optional(), 'Address that browsers use; default http://localhost:PORT. An https address makes the session cookie Secure'),
  PRAHARI_TRUST_PROXY: setting(z.coerce.number().int().min(0).max(5).default(0), 'Number of proxies in front whose X-Forwarded-For is believed'),
  PRAHARI_DATA: setting(z.string().min(1).default('.data'), 'Folder of the embedded store, the private Redis and run files'),
  PRAHARI_FEED: setting(z.enum(['demo', 'x', 'none']).default('demo'), 'demo: the built-in emulator of X; x: the real X API; none: no listener'),
  MONGODB_URI: setting(z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://').optional(), 'MongoDB replica set; without it the embedded SQLite store is used', true),
  REDIS_URL: setting(z.string().regex(/^(redis|rediss|unix):\/\//, 'must begin with redis://, rediss:// or unix://').optional(), 'Redis with append-only file and noeviction; without it npm start runs a private one', true),
  PRAHARI_X_BASE_URL: setting(secureUrl.default('https://api.x.com'), 'Origin of the X API; a loopback http address for an emulator'),
  PRAHARI_X_BEARER_TOKEN: setting(z.string().min(10).optional(), 'App-only bearer token of the X API; needed when PRAHARI_FEED=x', true),
  PRAHARI_X_APP_KEY: setting(z.string().min(5).optional(), 'Consumer key of our app at X, for answers in the name of our account (OAuth 1.0a). Without all four of these answers run dry: everything is done but the sending', true),
  PRAHARI_X_APP_SECRET: setting(z.string().min(5).optional(), 'Consumer secret of our app at X', true),
  PRAHARI_X_ACCESS_TOKEN: setting(z.string().min(5).optional(), 'Access token of our account at X, with the right to write and to send direct messages', true),
  PRAHARI_X_ACCESS_SECRET: setting(z.string().min(5).optional(), 'Secret of that access token', true),
  PRAHARI_X_REPLY_CENTS: setting(z.coerce.number().min(0).max(1_000).default(1), 'What X charges for an answer to somebody who called us, US cents'),
  PRAHARI_X_LINK_FACTOR: setting(z.coerce.number().min(1).max(1_000).default(13), 'How many times as much an answer with a link costs'),
  PRAHARI_X_MESSAGE_CENTS: setting(z.coerce.number().min(0).max(1_000).default(1.5), 'What X charges for a direct message, US cents'),
  PRAHARI_X_BUDGET_CENTS: setting(z.coerce.number().min(0).max(100_000_000).default(10_000), 'What answers may cost in a month of the Indian calendar, US cents; above it each needs a second officer'),
  PRAHARI_X_ANSWER_ANYONE: setting(z.stringbool().default(false), 'Enterprise access: X lets us answer people who did not mention us'),
  PRAHARI_AUTO_ACK: setting(z.string().regex(/^(?:none|(?:critical|high|normal)(?:,(?:critical|high|normal)){0,2})$/, 'must be none, or list critical, high, normal').default('critical,high,normal'), 'Severities whose complainant gets an automatic first acknowledgement with the number of the docket, comma separated; none: nobody'),
  PRAHARI_X_HANDLE: setting(z.string().regex(/^[A-Za-z0-9_]{1,15}$/, 'must be an X handle without @').default('PrahariUP'), 'Our own handle, without @: who mentions it has summoned us'),
  PRAHARI_X_RULES: setting(z.string().max(5_000).optional(), 'Stream rules, one per line as tag=rule; default: @ and # of PRAHARI_X_HANDLE and of our other accounts'),
  PRAHARI_X_RECOVERY_DELAY_MS: setting(z.coerce.number().int().min(0).max(600_000).default(45_000), 'Wait after a reconnect before recovery by search (the newest 30 s are not searchable)'),
  PRAHARI_TRIAGE_POLICY: setting(z.string().min(1).optional(), 'JSON file with changes to the default triage policy (docs/triage.md); try it out with npm run replay first'),
  PRAHARI_SWEEP_MS: setting(z.coerce.number().int().min(50).max(10_000).default(500), 'Milliseconds between sweeps for due escalations'),
  PRAHARI_X_LOOKUPS_PER_DAY: setting(z.coerce.number().int().min(0).max(1_000_000).default(1_000), 'Posts of recent dockets that are looked up at X in a day, for deletions and missed edits (X charges for each read); 0: none'),
  PRAHARI_BOOK_DAYS: setting(z.coerce.number().int().min(1).max(4_000).default(400), 'Days of dockets that lists, search and reports reach back (each web process holds them, some 600 bytes a docket); older ones are found by their number'),
  PRAHARI_DRILL_EVERY_MS: setting(z.coerce.number().int().min(0).max(86_400_000).default(300_000), 'Milliseconds between drills, SoS posts of our own through the whole chain; 0: none'),
  PRAHARI_DRILL_URL: setting(secureUrl.optional(), 'Where the emulator of X takes the posts of drills; npm start sets it for the demo. Without it a drill begins in the inbox'),
  PRAHARI_ROLES: setting(z.string().optional(), 'Roles of this process, comma separated: web, listen, intake-sos, intake-routine, escalate, deliver, reply, gather, audit (never beside escalate). Default: what the entry point is named for'),
  PRAHARI_OPS_PORT: setting(port.optional(), 'Port on which a process without the web role answers /livez and /metrics; not opened by default'),
  PRAHARI_LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'), 'Log level; logs are JSON lines on stdout'),
  PRAHARI_SESSION_HOURS: setting(z.coerce.number().min(0.01).max(24 * 90).default(12), 'Absolute life of a session, hours; a wall gets 90 days'),
  PRAHARI_VAPID_PUBLIC: setting(z.string().regex(/^[A-Za-z0-9_-]{87}$/, 'must be a VAPID public key, base64url').optional(), 'Our public key for web push; without both keys a pair is made at the first start and kept in the data folder. Set both where roles run on several machines'),
  PRAHARI_VAPID_PRIVATE: setting(z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be a VAPID private key, base64url').optional(), 'Our private key for web push; also signs receipts', true),
  PRAHARI_VAPID_SUBJECT: setting(z.string().regex(/^(mailto:.+@.+|https:\/\/.+)/, 'must be a mailto: or https: address').optional(), 'Whom a push service may write to: mailto: or https:; default PRAHARI_PUBLIC_URL where that is https'),
  PRAHARI_SEAL_KEY: setting(z.string().startsWith('-----BEGIN PRIVATE KEY-----', 'must be an Ed25519 private key, PKCS #8 PEM').optional(), 'Private key that signs exports of dockets; without it one is made at the first use and kept in the data folder', true),
  PRAHARI_PUSH_SERVICES: setting(z.string().max(2_000).optional(), 'Hosts of push services, comma separated, a leading dot takes every name below; default: those of Chrome, Firefox, Edge and Safari'),
  PRAHARI_PUSH_LOOPBACK: setting(z.stringbool().default(false), 'For tests: push endpoints on the loopback; refused in production'),
  PRAHARI_GATEWAY_URL: setting(secureUrl.optional(), 'Where messages for the SMS and voice gateway go (docs/webhook.md); without it the channel webhook does not exist'),
  PRAHARI_GATEWAY_SECRET: setting(z.string().min(32, 'must have at least 32 characters').optional(), 'Shared secret of the gateway: signs requests and reports', true),
  PRAHARI_SMTP_URL: setting(z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(), 'Mail server, smtp(s)://user:password@host:port; without it the channel email does not exist', true),
  PRAHARI_MAIL_FROM: setting(z.string().regex(/@/, 'must be a mail address').default('Prahari <prahari@localhost>'), 'Sender of mails'),
  PRAHARI_HEARTBEAT_URL: setting(secureUrl.optional(), 'Address outside that is asked (GET) every 10 s after an audit found nothing overdue; it should alarm when that stops', true),
  PRAHARI_HEARTBEAT_FAIL_URL: setting(secureUrl.optional(), 'The same for an audit that found something; without it there is only silence', true),
  PRAHARI_THROTTLE: setting(z.coerce.number().int().min(1).max(1_000).default(12), 'Messages of one channel to one person in five minutes; critical alerts are never throttled'),
} as const satisfies Record<string, Setting<z.ZodType>>

const environment = z.object(Object.fromEntries(Object.entries(SETTINGS).map(([name, one]) => [name, one.schema])) as { [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name]['schema'] })
  .superRefine((env, context) => {
    const refuse = (name: keyof typeof SETTINGS, message: string): void => context.addIssue({ code: 'custom', path: [name], message })
    if (env.PRAHARI_FEED === 'x' && !env.PRAHARI_X_BEARER_TOKEN) refuse('PRAHARI_X_BEARER_TOKEN', 'is needed when PRAHARI_FEED=x')
    const credentials = (['APP_KEY', 'APP_SECRET', 'ACCESS_TOKEN', 'ACCESS_SECRET'] as const).map((one) => `PRAHARI_X_${one}` as const)
    const missing = credentials.filter((name) => env[name] === undefined)
    if (missing.length > 0 && missing.length < credentials.length) for (const name of missing) refuse(name, 'is needed: the four credentials for answers come together')
    if (env.NODE_ENV === 'production' && env.PRAHARI_FEED === 'demo') refuse('PRAHARI_FEED', 'demo is refused in production: set x or none')
    if (env.NODE_ENV === 'production' && env.PRAHARI_PUSH_LOOPBACK) refuse('PRAHARI_PUSH_LOOPBACK', 'is for tests: refused in production')
    if ((env.PRAHARI_VAPID_PUBLIC === undefined) !== (env.PRAHARI_VAPID_PRIVATE === undefined)) refuse('PRAHARI_VAPID_PRIVATE', 'and PRAHARI_VAPID_PUBLIC come together')
    if (env.PRAHARI_HEARTBEAT_FAIL_URL !== undefined && env.PRAHARI_HEARTBEAT_URL === undefined) refuse('PRAHARI_HEARTBEAT_URL', 'is needed with PRAHARI_HEARTBEAT_FAIL_URL')
    if (env.PRAHARI_GATEWAY_URL !== undefined && env.PRAHARI_GATEWAY_SECRET === undefined) refuse('PRAHARI_GATEWAY_SECRET', 'is needed with PRAHARI_GATEWAY_URL')
  })

export type Environment = Readonly<Record<string, string | undefined>>

export const ROLES = ['web', 'listen', 'intake-sos', 'intake-routine', 'escalate', 'deliver', 'reply', 'gather', 'audit'] as const
export type ProcessRole = (typeof ROLES)[number]

export interface Config extends z.infer<typeof environment> {
  roles: ProcessRole[]
  /** Address that browsers use, without a trailing slash. */
  publicUrl: string
  /** What the file of PRAHARI_TRIAGE_POLICY holds, not yet checked against the policy; undefined without one. */
  triagePolicyChanges: unknown
  /** Absolute path of PRAHARI_DATA. */
  dataFolder: string
  /** Variables that look like ours and are not: worth a warning, since a typing error hides there. */
  unknownSettings: string[]
}

/** Every problem of the environment at once, one line each. */
export class ConfigError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map((one) => `  - ${one}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/**
 * Reads and checks the whole environment before anything opens.
 * @param defaultRoles what this entry point runs when PRAHARI_ROLES is not set.
 * @throws ConfigError listing every problem.
 */
export function readConfig(defaultRoles: readonly ProcessRole[], env: Environment = process.env): Config {
  const problems: string[] = []
  const values = withSecretFiles(env, problems)
  const parsed = environment.safeParse(values)
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const roles = readRoles(values.PRAHARI_ROLES, defaultRoles, problems)
  const triagePolicyChanges = readJsonFile('PRAHARI_TRIAGE_POLICY', values.PRAHARI_TRIAGE_POLICY, problems)
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const config = parsed.data
  return {
    ...config,
    roles,
    triagePolicyChanges,
    publicUrl: (config.PRAHARI_PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, ''),
    dataFolder: resolve(config.PRAHARI_DATA),
    unknownSettings: Object.keys(env).filter((name) => name.startsWith('PRAHARI_') && !(name.replace(/_FILE$/, '') in SETTINGS)),
  }
}

/** Empty values count as unset; `<NAME>_FILE` of a secret is read and trimmed. */
function withSecretFiles(env: Environment, problems: string[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, one] of Object.entries<Setting<z.ZodType>>(SETTINGS)) {
    const value = env[name]
    const file = one.isSecret ? env[`${name}_FILE`] : undefined
    if (value) values[name] = value
    else if (file) {
      try {
        values[name] = readFileSync(file, 'utf8').trim()
      } catch {
        problems.push(`${name}_FILE cannot be read`)
      }
    }
  }
  return values
}

function readJsonFile(name: string, file: string | undefined, problems: string[]): unknown {
  if (!file) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    problems.push(`${name} ${error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read'}`)
    return undefined
  }
}

function readRoles(text: string | undefined, fallback: readonly ProcessRole[], problems: string[]): ProcessRole[] {
  if (!text) return [...fallback]
  const names = text.split(',').map((name) => name.trim()).filter(Boolean)
  const known = names.filter((name): name is ProcessRole => (ROLES as readonly string[]).includes(name))
  for (const name of names) if (!known.includes(name as ProcessRole)) problems.push(`PRAHARI_ROLES names an unknown role: ${name}`)
  if (known.includes('audit') && known.includes('escalate')) problems.push('PRAHARI_ROLES puts audit beside escalate: an engine that hangs would take its auditor with it')
  return known
}

/** The text of `.env.example`: every setting with its help and default. */
export function envExample(): string {
  const lines = Object.entries<Setting<z.ZodType>>(SETTINGS).map(([name, one]) => {
    const fallback = one.schema.safeParse(undefined)
    const value = fallback.success && fallback.data !== undefined ? String(fallback.data) : ''
    return `# ${one.help}\n${value ? `# ${name}=${value}` : `# ${name}=`}\n`
  })
  return `# Settings of Prahari. Generated from src/config.ts by npm run config:example: do not edit by hand.\n\n${lines.join('\n')}`
}
