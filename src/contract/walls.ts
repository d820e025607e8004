import { z } from 'zod'
import { BLIND_REASONS } from '../domain/wall.ts'

const room = {
  distanceM: z.number().min(0.5).max(30).describe('Metres from the farthest seat to the panel'),
  panelInches: z.number().min(7).max(300).describe('Diagonal of the panel'),
}
export const wallBody = z.strictObject({ name: z.string().trim().min(1).max(60), nodeId: z.string().min(1).max(80), ...room })
export const roomBody = z.strictObject(room)
export const wallKey = z.strictObject({ id: z.string().min(2).max(60) })

const link = z.string().describe('Path and fragment of the one-time link; open it in the browser that hangs on the wall')
export const wallLink = z.object({ id: z.string(), link })

/** What a wall knows of itself. */
export const ownWall = z.object({ id: z.string(), name: z.string(), ...room })

export const wallsView = z.object({
  serverNow: z.number(),
  walls: z.array(z.object({
    id: z.string(), name: z.string(), nodeId: z.string(), place: z.string(), placeHi: z.string(), ...room,
    boundAt: z.number().nullable().describe('When a browser was bound to it last'),
    state: z.enum(['sees', 'blind', 'unbound']).describe('unbound: no browser was ever bound to it, so nobody misses it'),
    why: z.enum(BLIND_REASONS).nullable().describe('not-connected; asleep: gone, and nothing kept its screen awake; hidden: another window or tab; silent: connected, but it paints no more; unconfirmed: an SoS was not confirmed in time'),
    since: z.number().nullable(), told: z.int().describe('How often somebody was told of it'),
    lastSeenAt: z.number().nullable().describe('When it last proved that it paints'),
  })).describe('The blind ones first'),
})
export type WallsView = z.infer<typeof wallsView>

/** Walls that did not see in a shift. */
export const blindWalls = z.array(z.object({
  id: z.string(), name: z.string(), place: z.string(), placeHi: z.string(), blindMs: z.int(), times: z.int(), isBlind: z.boolean().describe('Still, when the sheet was made'), whys: z.array(z.enum(BLIND_REASONS)),
}))
