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
  PRAHARI_X_HANDLE: setting(z.string().regex(/^[A-Za-z0-9_]{1,15}$/, 'must be an X handle without @').default('PrahariUP'), 'Our own handle, without @: who mentions it has summoned us'),
  PRAHARI_X_RULES: setting(z.string().max(5_000).optional(), 'Stream rules, one per line as tag=rule; default: @handle and #handle'),
  PRAHARI_X_RECOVERY_DELAY_MS: setting(z.coerce.number().int().min(0).max(600_000).default(45_000), 'Wait after a reconnect before recovery by search (the newest 30 s are not searchable)'),
  PRAHARI_SWEEP_MS: setting(z.coerce.number().int().min(50).max(10_000).default(500), 'Milliseconds between sweeps for due escalations'),
  PRAHARI_ROLES: setting(z.string().optional(), 'Roles of this process, comma separated: web, listen, intake-sos, intake-routine, escalate. Default: what the entry point is named for'),
  PRAHARI_OPS_PORT: setting(port.optional(), 'Port on which a process without the web role answers /livez and /metrics; not opened by default'),
  PRAHARI_LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'), 'Log level; logs are JSON lines on stdout'),
  PRAHARI_SESSION_HOURS: setting(z.coerce.number().min(0.01).max(24 * 90).default(12), 'Absolute life of a session, hours; a wall gets 90 days'),
} as const satisfies Record<string, Setting<z.ZodType>>

const environment = z.object(Object.fromEntries(Object.entries(SETTINGS).map(([name, one]) => [name, one.schema])) as { [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name]['schema'] })
  .superRefine((env, context) => {
    const refuse = (name: keyof typeof SETTINGS, message: string): void => context.addIssue({ code: 'custom', path: [name], message })
    if (env.PRAHARI_FEED === 'x' && !env.PRAHARI_X_BEARER_TOKEN) refuse('PRAHARI_X_BEARER_TOKEN', 'is needed when PRAHARI_FEED=x')
    if (env.NODE_ENV === 'production' && env.PRAHARI_FEED === 'demo') refuse('PRAHARI_FEED', 'demo is refused in production: set x or none')
  })

export type Environment = Readonly<Record<string, string | undefined>>

export const ROLES = ['web', 'listen', 'intake-sos', 'intake-routine', 'escalate'] as const
export type ProcessRole = (typeof ROLES)[number]

export interface Config extends z.infer<typeof environment> {
  roles: ProcessRole[]
  /** Address that browsers use, without a trailing slash. */
  publicUrl: string
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
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const config = parsed.data
  return {
    ...config,
    roles,
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

function readRoles(text: string | undefined, fallback: readonly ProcessRole[], problems: string[]): ProcessRole[] {
  if (!text) return [...fallback]
  const names = text.split(',').map((name) => name.trim()).filter(Boolean)
  const known = names.filter((name): name is ProcessRole => (ROLES as readonly string[]).includes(name))
  for (const name of names) if (!known.includes(name as ProcessRole)) problems.push(`PRAHARI_ROLES names an unknown role: ${name}`)
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
