import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RULES = 'scripts/config/dependency-rules.cjs'
const rules = createRequire(import.meta.url)(join(ROOT, RULES)) as { forbidden: { name: string; comment: string }[] }

/** One file per rule that breaks it: [rule, path, code]. */
const PLANTS: readonly (readonly [rule: string, path: string, code: string])[] = [
  ['no-cycles', 'src/domain/planted-a.ts', "import './planted-b.ts'"],
  ['no-cycles-in-scripts', 'scripts/planted/a.ts', "import './b.ts'"],
  ['no-orphans', 'src/domain/planted-orphan.ts', 'export const alone = 1'],
  ['everything-resolves', 'src/ops/planted-nowhere.ts', "import './nothing-here.ts'"],
  ['domain-imports-nothing', 'src/domain/planted-node.ts', "import 'node:fs'"],
  ['triage-knows-domain-only', 'src/triage/planted.ts', "import type {} from '../contract/digest.ts'"],
  ['the-model-reads-its-weights', 'src/triage/model/packed.ts', "import 'node:http'"],
  ['contract-knows-domain-and-zod', 'src/contract/planted.ts', "import '../actions/ports.ts'"],
  ['actions-know-no-world', 'src/actions/planted-world.ts', "import '../ops/log.ts'"],
  ['actions-use-no-packages', 'src/actions/planted-package.ts', "import 'node:crypto'"],
  ['adapters-look-inward', 'src/adapters/http/planted-log.ts', "import '../../ops/log.ts'"],
  ['adapters-are-strangers', 'src/adapters/http/planted-stranger.ts', "import '../redis/connection.ts'"],
  ['ops-knows-domain-only', 'src/ops/planted.ts', "import '../actions/ports.ts'"],
  ['config-knows-nothing', 'src/config.ts', "import './domain/errors.ts'"],
  ['web-sees-contract-and-domain', 'src/web/shared/planted-action.ts', "import '../../actions/beat.ts'"],
  ['web-uses-few-packages', 'src/web/shared/planted-package.ts', "import 'node:path'"],
  ['web-carries-no-schemas', 'src/web/shared/planted-schema.ts', "import { errorBody } from '../../contract/http.ts'\nerrorBody.parse(0)"],
  ['screens-are-strangers', 'src/web/wall/planted.ts', "import '../officer/planted.ts'"],
  ['shared-knows-no-screen', 'src/web/shared/planted-screen.ts', "import '../officer/planted.ts'"],
  ['only-app-builds', 'src/ops/planted-app.ts', "import '../app.ts'"],
  ['only-run-starts-roles', 'src/adapters/http/planted-role.ts', "import '../../roles/web.ts'"],
  ['only-entries-run', 'src/roles/planted-run.ts', "import '../run.ts'"],
  ['nobody-imports-entries', 'scripts/planted-entry.ts', "import '../src/main.ts'"],
  ['workers-are-thin', 'workers/planted.ts', "import '../src/domain/errors.ts'"],
  ['product-knows-no-tools', 'src/roles/planted-tool.ts', "import '../../scripts/planted/a.ts'"],
  ['production-packages-only', 'src/roles/planted-dev.ts', "import 'fast-check'"],
  ...['bullmq', 'ioredis', 'mongoose', 'natural', 'twitter-api-v2', 'express', 'express-rate-limit', 'helmet', 'cookie', 'socket.io', 'pino', 'prom-client', 'web-push', 'nodemailer', 'sharp', 'preact', '@preact/signals', 'socket.io-client'].map((name) => {
    const slug = name.replace('@', '').replaceAll(/[/.]/g, '-')
    return [`${slug}-has-an-owner`, `src/roles/planted-${slug}.ts`, `import '${name}'`] as const
  }),
  ['sqlite-has-an-owner', 'src/roles/planted-sqlite.ts', "import 'node:sqlite'"],
]
const COMPANIONS: Record<string, string> = {
  'src/domain/planted-b.ts': "import './planted-a.ts'",
  'scripts/planted/b.ts': "import './a.ts'",
  'src/web/officer/planted.ts': "import '../../domain/errors.ts'",
}

interface Violation {
  from: string
  rule: { name: string }
}

describe('the arrows between the folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-arrows-'))
  let violations: Violation[] = []

  beforeAll(() => {
    for (const one of ['src', 'workers', 'scripts', 'test', 'package.json', 'tsconfig.json']) cpSync(join(ROOT, one), join(folder, one), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, code] of [...Object.entries(COMPANIONS), ...PLANTS.map(([, path, code]) => [path, code] as const)]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), `${code}\n`)
    }
    violations = cruise(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(PLANTS)('%s fires on %s', (rule, path) => {
    expect(violations.filter(({ from }) => from === path).map((one) => one.rule.name)).toContain(rule)
  })

  it('every rule is broken here, and tells the offender what to do', () => {
    expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(PLANTS.map(([rule]) => rule).sort())
    for (const { name, comment } of rules.forbidden) expect(comment.length, name).toBeGreaterThan(40)
  })

  it('nothing but what was planted breaks a rule', () => {
    const planted = new Set([...PLANTS.map(([, path]) => path), ...Object.keys(COMPANIONS)])
    expect(violations.filter(({ from }) => !planted.has(from)).map((one) => `${one.rule.name}: ${one.from}`)).toEqual([])
  })
})

/** The violations of a tree, as dependency-cruiser reports them with our rules. */
function cruise(folder: string): Violation[] {
  const program = join(ROOT, 'node_modules/.bin/depcruise')
  const options = ['--config', RULES, '--output-type', 'json', 'src', 'workers', 'scripts']
  try {
    return readViolations(execFileSync(process.execPath, [program, ...options], { cwd: folder, maxBuffer: 64 << 20 }))
  } catch (error) {
    // A non-zero exit only says that there are errors: the report is on stdout all the same.
    return readViolations((error as { stdout: Buffer }).stdout)
  }
}

function readViolations(report: Buffer): Violation[] {
  return (JSON.parse(report.toString('utf8')) as { summary: { violations: Violation[] } }).summary.violations
}

describe('the lint rules that keep the core pure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-lint-'))
  const messages = new Map<string, string[]>()
  const CASES: Record<string, readonly [rule: string, code: string]> = {
    'src/domain/clock.ts': ['no-restricted-syntax', 'export const now = (): number => Date.now()'],
    'src/triage/date.ts': ['no-restricted-syntax', 'export const now = (): string => new Date().toISOString()'],
    'src/actions/chance.ts': ['no-restricted-syntax', 'export const chance = (): number => Math.random()'],
    'src/actions/env.ts': ['no-restricted-syntax', 'export const home = process.env.HOME'],
    'src/adapters/env.ts': ['no-restricted-syntax', "import { env } from 'node:process'\nexport const home = env.HOME"],
    'src/adapters/floating.ts': ['@typescript-eslint/no-floating-promises', 'async function work(): Promise<void> { await Promise.resolve() }\nwork()'],
    'src/adapters/any.ts': ['@typescript-eslint/no-explicit-any', 'export const loose = (value: any): number => Number(value)'],
    'src/adapters/switch.ts': ['@typescript-eslint/switch-exhaustiveness-check', "export function f(kind: 'a' | 'b'): number {\n  switch (kind) { case 'a': return 1 }\n  return 2\n}"],
    'src/adapters/disable.ts': ['reasons/disable-says-why', '// eslint-disable-next-line no-var\nvar one = 1\nexport { one }'],
    'src/adapters/print.ts': ['no-console', "console.log('here')"],
  }

  beforeAll(async () => {
    for (const one of ['scripts/config/eslint.config.js', 'tsconfig.json', 'package.json']) {
      mkdirSync(join(folder, dirname(one)), { recursive: true })
      cpSync(join(ROOT, one), join(folder, one))
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, [, code]] of Object.entries(CASES)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), `${code}\n`)
    }
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: join(folder, 'scripts/config/eslint.config.js') })
    for (const result of await eslint.lintFiles(Object.keys(CASES))) {
      messages.set(result.filePath.slice(folder.length + 1), result.messages.map((message) => message.ruleId ?? message.message))
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Object.entries(CASES))('%s breaks its rule and no other', (path, [rule]) => {
    expect(messages.get(path)).toEqual([rule])
  })
})

describe('habits', () => {
  const files = (folder: string, end: RegExp = /\.tsx?$/): string[] =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => end.test(name)).map((name) => join(folder, name))
  const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
  const ours = [...files('src'), ...files('workers'), ...files('scripts', /\.(ts|tsx|mjs|js|cjs)$/)]

  it('a worker is an entry point of 40 lines at most', () => {
    for (const path of files('workers')) expect(read(path).split('\n').length, path).toBeLessThanOrEqual(41)
  })

  it('the first function of an action is named like its file', () => {
    // Not verbs: the ports and what is stored behind them; the life of a gap, which is one story in five steps.
    for (const path of files('src/actions').filter((one) => !/\/(ports|collections|store-checks|record-gap)\.ts$/.test(one))) {
      const name = basename(path, '.ts').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      const functions = [...read(path).matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1])
      expect(functions[0], path).toBe(name)
    }
  })

  it('only the sockets and the consoles\' shared wire emit', () => {
    const emitters = files('src').filter((path) => read(path).includes('.emit('))
    expect(emitters.filter((path) => !/^src\/(adapters\/sockets|web\/shared)\//.test(path))).toEqual([])
  })

  it('one place turns errors into statuses, one decides that a job is not tried again', () => {
    expect(files('src').filter((path) => /status\([45]\d\d\)/.test(read(path)))).toEqual([])
    expect(files('src').filter((path) => read(path).includes('new UnrecoverableError(')).length).toBe(1)
  })

  it('names say something', () => {
    expect(ours.filter((path) => /(^|\/)(types?|utils?|helpers?|common|misc|lib|constants)(\.[a-z]+$|\/)/.test(path))).toEqual([])
  })

  it('code fits the head: files under 300 lines, but for tables of facts', () => {
    const isTable = /^src\/(domain\/state|triage\/(lexicon|place))\/|\/demo\/|\/texts\//
    expect(ours.filter((path) => !isTable.test(path) && read(path).split('\n').length > 301)).toEqual([])
  })

  it('no test is skipped, none runs alone', () => {
    const call = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b/
    expect(files('test').filter((path) => call.test(read(path)))).toEqual([])
  })
})
