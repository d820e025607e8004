import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRedis } from '../../test/redis.ts'
import { openHall } from './hall.ts'
import type { Hall } from './hall.ts'
import type { Run } from './layout.ts'
import { atMost, ratioAtMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { median } from './statistics.ts'

const KINDS = ['prahari', 'ws', 'socket.io'] as const
const CONSOLES = 1_000
const PAUSE_MS = 60

/** One alert to a thousand consoles, against the same bytes over bare WebSockets and bare Socket.IO. The three take turns. */
export async function benchBroadcast(run: Run): Promise<Row[]> {
  const rounds = run.isQuick ? 7 : 21
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-'))
  const redis = await startRedis()
  const halls: Hall[] = []
  try {
    for (const kind of KINDS) halls.push(await openHall(run, kind, { folder, redisUrl: redis.url, count: CONSOLES }))
    const played = await play(halls, rounds)
    const [ours, bare, socketIo] = played
    if (!ours || !bare || !socketIo) throw new Error('three servers were to be compared')
    const of = { bench: 'broadcast' }
    return [
      row({
        ...of, name: `to the last of ${write(CONSOLES)} consoles`, value: median(ours.took), unit: 'ms', limit: { name: 'bare ws, same bytes', value: median(bare.took) },
        aim: ratioAtMost(1.15, 'bare ws'), note: `median of ${rounds}, ${ours.frame.length} characters. Bare Socket.IO ${write(median(socketIo.took))} ms`,
      }),
      row({
        ...of, name: 'memory per console', value: ours.bytesEach / 1024, unit: 'KiB', limit: { name: 'bare Socket.IO', value: socketIo.bytesEach / 1024 },
        aim: ratioAtMost(1.5, 'bare Socket.IO'), note: `bare ws ${write(bare.bytesEach / 1024)} KiB`,
      }),
      row({
        ...of, name: 'longest block of the loop by a broadcast', value: median(ours.blocks), unit: 'ms', limit: { name: 'bare ws', value: median(bare.blocks) },
        aim: atMost(10, 'ms'), note: `median of ${rounds}`,
      }),
    ]
  } finally {
    await Promise.all(halls.flatMap(({ server, clients }) => [clients.stop(), server.stop()]))
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a hall showed in all rounds: until its last console had each alert, and how long its loop stood still, milliseconds. */
interface Played {
  bytesEach: number
  took: number[]
  blocks: number[]
  frame: string
}

/** Each round goes through every hall; the product's alert comes first, the others send the same bytes. */
async function play(halls: readonly Hall[], rounds: number): Promise<Played[]> {
  const played = halls.map(({ bytesEach }): Played => ({ bytesEach, took: [], blocks: [], frame: '' }))
  let frame = ''
  for (let round = 0; round < rounds; round++) {
    const marker = `case-${8_000_000_000_000_000_000n + BigInt(round)}`
    for (const [at, hall] of halls.entries()) {
      const { took, blockMs, frame: sent } = await hall.announce(marker, frame)
      frame = sent
      const mine = played[at]
      mine?.took.push(Math.max(...took))
      mine?.blocks.push(blockMs)
      if (mine) mine.frame = sent
      await sleep(PAUSE_MS)
    }
  }
  return played
}
