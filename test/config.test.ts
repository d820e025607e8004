import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { triagePolicyOf } from '../src/app.ts'
import { ConfigError, envExample, readConfig, SETTINGS } from '../src/config.ts'
import { DEFAULT_TRIAGE_POLICY } from '../src/triage/policy.ts'

it('lists every problem at once, by name', () => {
  const env = { PORT: 'abc', PRAHARI_FEED: 'twitter', MONGODB_URI: 'http://x', REDIS_URL: 'localhost', PRAHARI_PUBLIC_URL: 'http://prahari.example', PRAHARI_ROLES: 'web,cook' }
  try {
    readConfig(['web'], env)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    const { problems } = error as ConfigError
    for (const name of Object.keys(env)) expect(problems.filter((one) => one.startsWith(name)), name).toHaveLength(1)
  }
})

it('needs a token for the real X, and refuses the demo in production', () => {
  expect(() => readConfig(['web'], { PRAHARI_FEED: 'x' })).toThrow('PRAHARI_X_BEARER_TOKEN is needed')
  expect(() => readConfig(['web'], { NODE_ENV: 'production' })).toThrow('PRAHARI_FEED demo is refused in production')
})

it('never speaks to a host that is not https, but for loopback', () => {
  expect(() => readConfig(['web'], { PRAHARI_X_BASE_URL: 'http://api.x.com' })).toThrow('must be https')
  expect(readConfig(['web'], { PRAHARI_X_BASE_URL: 'http://127.0.0.1:9' }).PRAHARI_X_BASE_URL).toBe('http://127.0.0.1:9')
})

it('keeps the auditor out of the process of the engine, and its address outside secret', () => {
  expect(() => readConfig(['web'], { PRAHARI_ROLES: 'web,escalate,audit' })).toThrow('PRAHARI_ROLES puts audit beside escalate')
  expect(readConfig(['web'], { PRAHARI_ROLES: 'deliver,audit' }).roles).toEqual(['deliver', 'audit'])
  expect(() => readConfig(['audit'], { PRAHARI_HEARTBEAT_URL: 'http://hc.example/ping/1' })).toThrow('must be https')
  expect(() => readConfig(['audit'], { PRAHARI_HEARTBEAT_FAIL_URL: 'https://hc.example/ping/1/fail' })).toThrow('PRAHARI_HEARTBEAT_URL is needed')
  expect(SETTINGS.PRAHARI_HEARTBEAT_URL.isSecret).toBe(true)
})

it('takes a triage policy from a file, and says what is wrong with it before anything opens', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'prahari-config-')), 'policy.json')
  const read = (text: string): ReturnType<typeof triagePolicyOf> => {
    writeFileSync(file, text)
    return triagePolicyOf(readConfig(['web'], { PRAHARI_TRIAGE_POLICY: file }))
  }
  expect(triagePolicyOf(readConfig(['web'], {}))).toEqual(DEFAULT_TRIAGE_POLICY)
  const named = (env: Record<string, string>): readonly string[] => triagePolicyOf(readConfig(['web'], env)).ownHandles
  expect(named({ PRAHARI_X_HANDLE: 'SomePolice' })).toEqual(['somepolice'])
  writeFileSync(file, '{"ownHandles":["one","two"]}')
  expect(named({ PRAHARI_X_HANDLE: 'SomePolice', PRAHARI_TRIAGE_POLICY: file })).toEqual(['somepolice', 'one', 'two'])
  expect(read('{"severityFrom":{"high":55}}')).toEqual({ ...DEFAULT_TRIAGE_POLICY, severityFrom: { ...DEFAULT_TRIAGE_POLICY.severityFrom, high: 55 } })
  expect(() => read('{')).toThrow(/PRAHARI_TRIAGE_POLICY is not JSON/)
  expect(() => readConfig(['web'], { PRAHARI_TRIAGE_POLICY: '/no/such/file', PORT: 'x' })).toThrow(/2 problems:[^]*PORT[^]*PRAHARI_TRIAGE_POLICY cannot be read/)
  expect(() => read('{"placeFrom":7,"stnce":{},"points":{"life":"many"}}')).toThrow(/3 problems:[^]*placeFrom[^]*points\.life[^]*stnce/)
  expect(() => read('{"severityFrom":{"high":85,"low":40}}')).toThrow(/2 problems:[^]*severityFrom\.critical \(80\) must be above severityFrom\.high \(85\)[^]*severityFrom\.normal/)
})

it('reads a secret from the file that _FILE names', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'prahari-config-')), 'token')
  writeFileSync(file, 'a-token-from-a-file\n')
  expect(readConfig(['web'], { PRAHARI_FEED: 'x', PRAHARI_X_BEARER_TOKEN_FILE: file }).PRAHARI_X_BEARER_TOKEN).toBe('a-token-from-a-file')
  expect(() => readConfig(['web'], { PRAHARI_X_BEARER_TOKEN_FILE: '/no/such/file' })).toThrow('PRAHARI_X_BEARER_TOKEN_FILE cannot be read')
})

it('warns of variables that look like settings and are not', () => {
  expect(readConfig(['web'], { PRAHARI_PROT: '1' }).unknownSettings).toEqual(['PRAHARI_PROT'])
})

it('documents every setting in the example', () => {
  for (const name of Object.keys(SETTINGS)) expect(envExample()).toContain(`# ${name}=`)
})
