import type { Config } from '../../src/config.ts'
import { fail, ok, reasonOf, warn } from './finding.ts'
import type { Finding } from './finding.ts'

const LIMIT_MS = 4_000
const FAR_MS = 5_000
/** Bearer tokens of the X API have some 100 characters. */
const SHORT = 60

/** The credentials by their form alone (they are never shown or sent), and whether X can be reached with a clock like ours. */
export async function checkX(config: Config): Promise<Finding[]> {
  if (config.PRAHARI_FEED !== 'x') return [ok('feed', config.PRAHARI_FEED === 'demo' ? 'the demo: posts come from the emulator' : 'none: nothing is listened to')]
  return [checkToken(config.PRAHARI_X_BEARER_TOKEN ?? '', config.PRAHARI_X_BASE_URL), ...checkRules(config.PRAHARI_X_RULES), await checkReach(config.PRAHARI_X_BASE_URL)]
}

export function checkToken(token: string, baseUrl: string): Finding {
  const again = 'copy the app-only bearer token anew from the developer portal, without quotes and without the word Bearer'
  if (/^bearer\s/i.test(token)) return fail('x token', 'begins with the word Bearer', again)
  if (/[\s"'`]/.test(token)) return fail('x token', 'holds a space or a quote', again)
  if (!/^[\w%+/=.~-]+$/.test(token)) return fail('x token', 'holds characters that no bearer token has', again)
  const isReal = new URL(baseUrl).hostname.endsWith('x.com')
  if (isReal && token.length < SHORT) return warn('x token', `is only ${token.length} characters long: it may be an API key or a secret`, again)
  return ok('x token', `has the form of a bearer token (${token.length} characters)`)
}

export function checkRules(text: string | undefined): Finding[] {
  if (!text) return []
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  const wrong = lines.filter((line) => !/^[\w-]+=\S/.test(line))
  if (wrong.length > 0) return [fail('x rules', `${wrong.length} of ${lines.length} lines are not tag=rule`, 'correct PRAHARI_X_RULES')]
  return [ok('x rules', `${lines.length}`)]
}

async function checkReach(baseUrl: string): Promise<Finding> {
  try {
    const began = Date.now()
    const response = await fetch(baseUrl, { method: 'HEAD', signal: AbortSignal.timeout(LIMIT_MS), redirect: 'manual' })
    const theirs = Date.parse(response.headers.get('date') ?? '')
    const offset = Math.round((began + Date.now()) / 2 - theirs)
    if (Math.abs(offset) > FAR_MS) return warn('x api', `reached, but this machine's clock is ${Math.round(offset / 1000)} s away from its`, 'run a time service (chrony, systemd-timesyncd)')
    return ok('x api', `${baseUrl} is reached`)
  } catch (error) {
    return fail('x api', `${baseUrl} cannot be reached: ${reasonOf(error)}`, 'look at the network, the proxy and the firewall')
  }
}
