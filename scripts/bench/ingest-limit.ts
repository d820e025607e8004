import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { POST_FIELDS } from '../../src/adapters/x/fields.ts'
import { createEmulator } from '../x-emulator/server.ts'
import type { Run } from './layout.ts'

const TOKEN = 'emulator-token-for-bench'
const FRAMES = 2_000
const BATCH = 500

/**
 * The least that taking in a post can cost: parse the frame, write one row, in full batches, on one thread that does
 * nothing else. Posts per second.
 */
export async function measureIngestLimit(run: Run): Promise<number> {
  const frames = await realFrames()
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-'))
  const db = new DatabaseSync(join(folder, 'bare.sqlite'))
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE inbox (id TEXT PRIMARY KEY, body TEXT NOT NULL)')
    const insert = db.prepare('INSERT INTO inbox VALUES (?, ?)')
    const seconds = run.isQuick ? 1 : 3
    let posts = 0
    const began = performance.now()
    while (performance.now() - began < seconds * 1000) {
      db.exec('BEGIN IMMEDIATE')
      for (let count = 0; count < BATCH; count++) {
        const frame = frames[posts % frames.length] ?? ''
        const { data } = JSON.parse(frame) as { data: { id: string } }
        insert.run(`${data.id}-${posts++}`, frame)
      }
      db.exec('COMMIT')
    }
    return posts / ((performance.now() - began) / 1000)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Frames as the emulator writes them for the product's own request. */
async function realFrames(): Promise<string[]> {
  const emulator = await createEmulator({ token: TOKEN })
  const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }
  try {
    await fetch(`${emulator.origin}/2/tweets/search/stream/rules`, { method: 'POST', headers, body: JSON.stringify({ add: [{ value: '@PrahariUP', tag: 'bench' }] }) })
    const stream = await fetch(`${emulator.origin}/2/tweets/search/stream?${new URLSearchParams(POST_FIELDS)}`, { headers })
    if (!stream.ok || !stream.body) throw new Error(`the emulator's stream answered ${stream.status}`)
    const burst = emulator.burst({ ratePerSecond: 20_000, seconds: FRAMES / 20_000, keep: false })
    const frames: string[] = []
    let rest = ''
    for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\r\n')
      rest = lines.pop() ?? ''
      frames.push(...lines.filter(Boolean))
      if (frames.length >= FRAMES) break
    }
    await burst
    return frames
  } finally {
    await emulator.stop()
  }
}
