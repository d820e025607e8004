import { createServer } from 'node:http'
import { createWorld } from './app.ts'
import type { Rewire, World } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import type { ProcessRole } from './config.ts'
import { STOP_LIMIT_MS } from './ops/lifecycle.ts'

/** Each role is loaded only where it runs: a sweep needs no web server, a wall no gazetteer. */
const START: Record<ProcessRole, (world: World) => Promise<void> | void> = {
  web: async (world) => (await import('./roles/web.ts')).startWeb(world),
  'intake-sos': async (world) => (await import('./roles/intake.ts')).startSosIntake(world),
  'intake-routine': async (world) => (await import('./roles/intake.ts')).startRoutineIntake(world),
  escalate: async (world) => (await import('./roles/escalate.ts')).startEscalation(world),
  deliver: async (world) => (await import('./roles/deliver.ts')).startDelivery(world),
  reply: async (world) => (await import('./roles/reply.ts')).startReplies(world),
  audit: async (world) => (await import('./roles/audit.ts')).startAudit(world),
  gather: async (world) => (await import('./roles/gather.ts')).startGathering(world),
  listen: async (world) => (await import('./roles/listen.ts')).startListening(world),
}

/** Starts one role in a world. Resolves when it is at work. */
export async function startRole(world: World, role: ProcessRole): Promise<void> {
  await START[role](world)
}

/**
 * Runs this process: configuration, world, roles, until a signal. Exit codes: 0 stopped cleanly, 1 could not start or
 * could not stop everything in time.
 */
export async function run(defaultRoles: readonly ProcessRole[], rewire?: Rewire): Promise<void> {
  try {
    const config = readConfig(defaultRoles)
    const world = await createWorld(config, rewire)
    stopOnSignals(world)
    for (const role of config.roles) await startRole(world, role)
    if (!config.roles.includes('web') && config.PRAHARI_OPS_PORT !== undefined) await serveOps(world, config.PRAHARI_OPS_PORT)
    world.log.info({ version: world.version }, 'ready')
    process.send?.({ ready: true })
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

function stopOnSignals(world: World): void {
  const stop = (because: string): void => {
    setTimeout(() => process.exit(1), STOP_LIMIT_MS + 500).unref()
    void world.lifecycle.stop(because).then((failed) => process.exit(failed.length > 0 ? 1 : 0))
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  // The process that started us is gone: nothing may run on without it.
  process.on('disconnect', () => stop('parent is gone'))
  process.on('unhandledRejection', (error) => world.log.error({ err: error }, 'unhandled rejection'))
}

/** Liveness and metrics of a process that has no web server of its own. */
async function serveOps(world: World, port: number): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url === '/livez') response.end('{"ok":true}')
    else if (request.url === '/metrics') {
      void world.metrics.registry.metrics().then((text) => response.setHeader('Content-Type', world.metrics.registry.contentType).end(text))
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, world.config.PRAHARI_HOST, resolve)
  })
  world.lifecycle.onStop('ops server', () => server.close())
}
