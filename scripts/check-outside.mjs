#!/usr/bin/env node
// Looks at Prahari from another machine. Needs Node 18 or newer and the HTTP port, nothing else: copy this one file there.
// It imports nothing of ours on purpose: what it judges must not be able to break it.
import { parseArgs } from 'node:util'

const HELP = `Asks a Prahari from outside whether it does its work.

  node check-outside.mjs URL [options]

  --every S        look again every S seconds, until stopped
  --times N        with --every: N looks, then end with the worst that was found
  --timeout S      limit of each request, 5 by default: who does not answer in time has failed
  --alarm-url URL  POST a JSON report there when a look gets worse or better than the one before, and every 5 minutes while it is not OK
  --only A,B       only these checks: livez, readyz, engine, audit, stream, drill, duty
  --json           one line of JSON for each look
  --help           this text

Exit codes are those of Nagios and its kin: 0 OK, 1 WARNING (somebody should be told), 2 CRITICAL (call somebody), 3 wrong use.

A dead engine is red 10 s after its last sweep, so look every 10 s to know it within 30 s. As a line of cron:

  * * * * *  node /opt/check-outside.mjs https://prahari.example --every 10 --times 6 --alarm-url https://alarm.example/hook

The proxy in front must let the address of this machine through to /livez, /readyz and /health.
`

/** What each page of the server stands for, and how bad it is when it does not answer 200 with "ok": true. */
const CHECKS = [
  { name: 'livez', path: '/livez', level: 2 },
  { name: 'readyz', path: '/readyz', level: 2 },
  { name: 'engine', path: '/health/engine', level: 2 },
  { name: 'audit', path: '/health/audit', level: 2 },
  { name: 'stream', path: '/health/stream', level: 2 },
  { name: 'drill', path: '/health/drill', level: 2 },
  { name: 'duty', path: '/health/duty', level: 1 },
]
const WORDS = ['OK', 'WARNING', 'CRITICAL']
const WRONG_USE = 3
const MAX_ANSWER = 65_536
const REMIND_MS = 300_000

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      every: { type: 'string' }, times: { type: 'string' }, timeout: { type: 'string', default: '5' }, 'alarm-url': { type: 'string' },
      only: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const origin = webAddress(positionals[0], 'the address of Prahari')
  if (positionals.length > 1) throw new Error(`one address at a time, not also ${positionals[1]}`)
  const names = values.only?.split(',') ?? CHECKS.map(({ name }) => name)
  for (const name of names) if (!CHECKS.some((one) => one.name === name)) throw new Error(`there is no check ${name}`)
  const everyMs = seconds(values.every, '--every')
  if (values.times !== undefined && everyMs === undefined) throw new Error('--times needs --every')
  return {
    origin: origin.replace(/\/+$/, ''), checks: CHECKS.filter(({ name }) => names.includes(name)), everyMs, isJson: values.json,
    times: everyMs === undefined ? 1 : values.times === undefined ? Infinity : Math.max(1, Math.round(positive(values.times, '--times'))),
    limitMs: seconds(values.timeout, '--timeout'), alarmUrl: values['alarm-url'] === undefined ? null : webAddress(values['alarm-url'], '--alarm-url'),
  }
}

function webAddress(text, what) {
  if (text === undefined || !URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Error(`${what} must be an http(s) URL`)
  return text
}

function positive(text, what) {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`${what} must be a number above 0`)
  return value
}

function seconds(text, what) {
  return text === undefined ? undefined : positive(text, what) * 1000
}

/** Asks one page. Whatever is not our own "ok": true within the limit is a finding; a login page with 200 is, too. */
async function ask(origin, { name, path, level }, limitMs) {
  const began = performance.now()
  const found = (isOk, because) => ({ name, level: isOk ? 0 : level, ms: Math.round(performance.now() - began), because })
  try {
    const response = await fetch(origin + path, { redirect: 'manual', signal: AbortSignal.timeout(limitMs), headers: { 'User-Agent': 'prahari-check-outside' } })
    const answer = readAnswer(await bounded(response))
    if (answer === null) return found(false, `answered ${response.status}, but not as Prahari does`)
    return found(response.status === 200 && answer.ok === true, typeof answer.because === 'string' ? answer.because : answer.ok ? 'ok' : `answered ${response.status}`)
  } catch (error) {
    return found(false, error?.name === 'TimeoutError' ? `no answer within ${limitMs / 1000} s` : `no connection${error?.cause?.code ? ` (${error.cause.code})` : ''}`)
  }
}

async function bounded(response) {
  const parts = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > MAX_ANSWER) break
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function readAnswer(text) {
  try {
    const answer = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && typeof answer.ok === 'boolean' ? answer : null
  } catch {
    return null
  }
}

/** One look at all pages at once: it takes as long as the slowest, at most the limit. */
async function look({ origin, checks, limitMs }) {
  const found = await Promise.all(checks.map((check) => ask(origin, check, limitMs)))
  return { at: new Date().toISOString(), url: origin, level: Math.max(...found.map(({ level }) => level)), checks: found }
}

function show(report, isJson) {
  if (isJson) return JSON.stringify({ ...report, state: WORDS[report.level] })
  return [`${WORDS[report.level]} ${report.url} ${report.at}`, ...report.checks.map(({ name, level, ms, because }) => `  ${WORDS[level].padEnd(8)} ${name.padEnd(7)} ${because} (${ms} ms)`)].join('\n')
}

/** Tells somebody; false, with a word on stderr, where that failed too. `text` is what chat hooks show. */
async function alarm(url, report, limitMs) {
  const bad = report.checks.filter(({ level }) => level > 0)
  const text = `Prahari ${WORDS[report.level]}: ${bad.map(({ name, because }) => `${name}: ${because}`).join('; ') || 'all checks pass again'}`
  try {
    const body = JSON.stringify({ text, state: WORDS[report.level], ...report })
    const response = await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(limitMs), headers: { 'Content-Type': 'application/json' } })
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return true
  } catch (error) {
    process.stderr.write(`the alarm address was not told: ${error.message}\n`)
    return false
  }
}

async function main() {
  let options
  try {
    options = readArguments()
  } catch (error) {
    process.stderr.write(`${error.message}\nnode check-outside.mjs --help says how\n`)
    return WRONG_USE
  }
  if (!options) {
    process.stdout.write(HELP)
    return 0
  }
  let [worst, told, toldAt] = [0, 0, -Infinity]
  for (let times = 1; ; times++) {
    const began = performance.now()
    const report = await look(options)
    worst = Math.max(worst, report.level)
    process.stdout.write(`${show(report, options.isJson)}\n`)
    const isNews = report.level !== told || (report.level > 0 && began - toldAt >= REMIND_MS)
    if (options.alarmUrl && isNews && await alarm(options.alarmUrl, report, options.limitMs)) [told, toldAt] = [report.level, began]
    if (times >= options.times) return worst
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, options.everyMs - (performance.now() - began))))
  }
}

process.exitCode = await main()
