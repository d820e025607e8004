import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Output } from './child-output.ts'
import type { ChildPlan } from './keep-running.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type Environment = Readonly<Record<string, string | undefined>>

/** A process of ours: tells us through its channel when it is ready, and ends by itself when the channel does. */
export function rolePlan(output: Output, entry: string, env: Environment, args: () => readonly string[] = () => []): ChildPlan {
  return {
    output,
    spawn: () => spawn(process.execPath, [entry, ...args()], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }),
    whenReady: async (child, signal) => void await readyMessage(child, signal),
    askToStop: (child) => void child.kill('SIGTERM'),
  }
}

const emulatorReady = z.object({ ready: z.literal(true), origin: z.url(), adminOrigin: z.url() })

/** The emulator of X. Started again, it takes the ports it had, so that the roles find it where it was. */
export function emulatorPlan(output: Output, env: Environment, options: { pace: string | undefined }): { plan: ChildPlan; settings: () => Record<string, string | undefined> } {
  let found: z.infer<typeof emulatorReady> | null = null
  const portOf = (origin: string | undefined): string => (origin ? new URL(origin).port : '0')
  const plan = rolePlan(output, 'scripts/x-emulator/main.ts', env, () => [
    '--port', portOf(found?.origin), '--admin-port', portOf(found?.adminOrigin), ...(options.pace === undefined ? [] : ['--pace', options.pace]),
  ])
  return {
    plan: { ...plan, whenReady: async (child, signal) => { found = emulatorReady.parse(await readyMessage(child, signal)) } },
    settings: () => ({ PRAHARI_DRILL_URL: found ? `${found.adminOrigin}/posts` : undefined, PRAHARI_X_BASE_URL: found?.origin, PRAHARI_X_BEARER_TOKEN: env.PRAHARI_X_BEARER_TOKEN, ...emulatedAccount(env.PRAHARI_X_USER_TOKEN) }),
  }
}

/** Credentials of our account at the emulator, so that answers of the demo really go out: it looks at the access token only. */
export function emulatedAccount(userToken: string | undefined): Record<string, string | undefined> {
  return { PRAHARI_X_APP_KEY: 'emulated-app', PRAHARI_X_APP_SECRET: 'emulated-app-secret', PRAHARI_X_ACCESS_TOKEN: userToken, PRAHARI_X_ACCESS_SECRET: 'emulated-access-secret' }
}

/** The child's `{ ready: true, … }`. Rejects when it ended before. */
function readyMessage(child: ChildProcess, ended: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message && message.ready === true) resolve(message)
    })
    ended.addEventListener('abort', () => reject(new Error('it ended before it was ready')))
  })
}
