import { Router } from 'express'
import type { Core } from './core.ts'
import { gate } from './gate.ts'

/** `/2/connections`: what is or was connected, and freeing the slots. */
export function connectionsRouter(core: Core): Router {
  const router = Router()
  router.get('/2/connections', gate(core, { name: 'connections', group: 'connections', limits: { app: 25 } }), (request, response) => {
    const status = request.query['status'] ?? 'active'
    const streams = core.hub.history.map(({ id, connectedAt, disconnectedAt, disconnectReason, isOpen }) => ({ id, connectedAt, disconnectedAt, disconnectReason, isActive: isOpen }))
    const phantoms = core.hub.phantoms().map(({ id, since }) => ({ id, connectedAt: since, disconnectedAt: undefined, disconnectReason: undefined, isActive: true }))
    const phantomIds = new Set(phantoms.map(({ id }) => id))
    const rows = [...streams.filter(({ id }) => !phantomIds.has(id)), ...phantoms]
      .filter(({ isActive }) => (status === 'all' ? true : isActive === (status === 'active')))
      .map(row => ({
        id: row.id,
        endpoint_name: 'filtered_stream',
        connected_at: new Date(row.connectedAt).toISOString(),
        ...(row.disconnectedAt === undefined ? {} : { disconnected_at: new Date(row.disconnectedAt).toISOString(), disconnect_reason: row.disconnectReason }),
        client_ip: '127.0.0.1',
      }))
    response.json({ ...(rows.length > 0 ? { data: rows } : {}), meta: { result_count: rows.length } })
  })
  const kill = gate(core, { name: 'connections/all', group: 'connections', limits: { app: 25, user: 25 } })
  router.delete('/2/connections/:which', kill, (request, response) => {
    const which = String(request.params['which'])
    const ids = which === 'all' || which === 'filtered_stream' ? core.hub.kill() : core.hub.kill(id => id === which)
    response.json({
      data: { successful_kills: ids.length, failed_kills: 0, results: ids.map(uuid => ({ uuid, success: true })) },
    })
  })
  return router
}
