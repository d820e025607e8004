import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import { SETTINGS } from '../../src/config.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  deploy: z.object({ replicas: z.number().optional(), resources: z.object({ limits: z.object({ memory: z.string() }) }) }),
})
const compose = z.object({ services: z.record(z.string(), service) }).parse(parse(read('compose.yaml'), { merge: true }))
const { mongo, redis, ...roles } = compose.services

describe('the image', () => {
  const dockerfile = read('Dockerfile')

  it('is pinned to the Node that npm brings elsewhere', () => {
    const tags = [...dockerfile.matchAll(/^FROM node:(\S+)/gm)].map((match) => match[1])
    expect(new Set(tags)).toEqual(new Set([`${packageJson.devDependencies.node}-bookworm-slim`]))
  })

  it('runs as a user without rights, by commands that get the signals themselves', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toMatch(/^CMD \["node", "src\/main\.ts"\]$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK .* CMD \["node", "scripts\/healthcheck\.mjs"\]$/m)
  })

  it('gets only what is named', () => {
    const lines = read('.dockerignore').split('\n').filter((line) => line && !line.startsWith('#'))
    expect(lines[0]).toBe('*')
    for (const line of lines.slice(1)) expect(existsSync(join(ROOT, line.replace('!', ''))), line).toBe(true)
  })
})

describe('the compose file', () => {
  it('runs every entry point there is, one listener by the lease and one standing by', () => {
    const commands = Object.values(roles).map((role) => role.command?.[1] ?? 'src/main.ts')
    expect(commands.sort()).toEqual(['src/main.ts', 'workers/audit.ts', 'workers/deliver.ts', 'workers/escalate.ts', 'workers/intake.ts', 'workers/listen.ts', 'workers/reply.ts'])
    for (const path of commands) expect(existsSync(join(ROOT, path))).toBe(true)
    expect(roles.listen?.deploy.replicas).toBe(2)
  })

  it('publishes the web port alone, bounds the memory of each, and waits for healthy stores', () => {
    expect(Object.entries(compose.services).filter(([, one]) => one.ports).map(([name]) => name)).toEqual(['web'])
    for (const [name, one] of Object.entries(roles)) {
      expect(one.depends_on, name).toEqual({ mongo: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } })
      expect(one.image).toBe(`prahari:${packageJson.version}`)
    }
    expect(mongo?.healthcheck?.test.join(' ')).toContain('rs.initiate')
    expect(redis?.command?.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/)
  })

  it('sets nothing but settings', () => {
    for (const name of Object.keys(roles.web?.environment ?? {})) expect(SETTINGS).toHaveProperty(name.replace(/_FILE$/, ''))
  })
})
