import { parseArgs } from 'node:util'
import { z } from 'zod'
import { playDemo } from './demo/feed.ts'
import { createEmulator } from './server.ts'
import { settingsSchema } from './settings.ts'
import { removeState, writeState } from './state-file.ts'

const HELP = `X API v2 emulator with a demo evening.

  node scripts/x-emulator/main.ts [flags]

  --port 0          port of the API (0: any free one)
  --admin-port 0    port of the injection and fault controls
  --data .data      folder for x-emulator.json; default PRAHARI_DATA or .data
  --token …         app-only bearer token; default PRAHARI_X_BEARER_TOKEN or a fixed one
  --user-token …    user-context token; default PRAHARI_X_USER_TOKEN, or the app token with -user
  --pace 1          speed of the demo feed; 0 for none
  --once            play the evening once instead of over and over
  --settings {…}    JSON of settings, e.g. {"heartbeatMs":5000}
`
const flags = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  'admin-port': z.coerce.number().int().min(0).max(65_535).default(0),
  data: z.string().min(1).default(process.env['PRAHARI_DATA'] ?? '.data'),
  token: z.string().min(10).default(process.env['PRAHARI_X_BEARER_TOKEN'] ?? 'emulator-app-token'),
  'user-token': z.string().min(10).optional(),
  pace: z.coerce.number().min(0).max(10_000).default(1),
  once: z.boolean().default(false),
  help: z.boolean().default(false),
  settings: z.string().transform(text => settingsSchema.parse(JSON.parse(text))).optional(),
})

async function main(): Promise<void> {
  const options = readFlags()
  if (options.help) {
    process.stdout.write(HELP)
    return
  }
  const userToken = options['user-token'] ?? process.env['PRAHARI_X_USER_TOKEN']
  const emulator = await createEmulator({
    port: options.port,
    adminPort: options['admin-port'],
    token: options.token,
    ...(userToken === undefined ? {} : { userToken }),
    ...(options.settings === undefined ? {} : { settings: options.settings }),
  })
  const feed = options.pace > 0 ? playDemo(emulator, { pace: options.pace, shouldLoop: !options.once }) : undefined
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    feed?.stop()
    removeState(options.data, process.pid)
    void emulator.stop().finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  const state = { origin: emulator.origin, adminOrigin: emulator.adminOrigin, pid: process.pid }
  writeState(options.data, state)
  const ready = { ready: true, ...state }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
  process.send?.(ready)
}

function readFlags(): z.output<typeof flags> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      port: text, 'admin-port': text, data: text, token: text, 'user-token': text, pace: text, settings: text,
      once: { type: 'boolean' }, help: { type: 'boolean' },
    },
  })
  return flags.parse(values)
}

main().catch((error: unknown) => {
  const reason = error instanceof z.ZodError ? error.issues.map(issue => `--${issue.path.join('.')}: ${issue.message}`).join('; ') : error instanceof Error ? error.message : String(error)
  process.stderr.write(`The emulator cannot start: ${reason}\n`)
  process.exit(1)
})
