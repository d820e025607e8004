import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { ThreadLink } from './thread-link.ts'

/** How often each process says that it still goes by the shared reading. */
const TOUCH_MS = 15_000
/** A reading that nobody has used for so long is taken anew: whoever put the machine's clock right has stopped everything before. */
const ABANDONED_MS = 60_000
/** How often one looks whether the machine slept, and what is no rounding any more. */
const SLEEP_LOOK_MS = 500
const SLEPT_MS = 1_000

/** The reading in the file stands while somebody goes by it, and its boot is this one; else ours is taken. One statement, so one wins. */
const TOUCH = `INSERT INTO store_clock VALUES (1, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
  offset_ms = iif(boot = excluded.boot AND excluded.used_ms - used_ms BETWEEN -1000 AND ${ABANDONED_MS}, offset_ms, excluded.offset_ms),
  asleep_ms = iif(boot = excluded.boot AND excluded.used_ms - used_ms BETWEEN -1000 AND ${ABANDONED_MS}, asleep_ms, excluded.asleep_ms),
  boot = excluded.boot, used_ms = excluded.used_ms`
const READ = 'SELECT boot, offset_ms, asleep_ms FROM store_clock'

type Threads = Record<'writer' | 'reader', Pick<ThreadLink, 'call'>>

/** The machine's clocks, milliseconds. */
export interface MachineClocks {
  /** What the machine holds for the time of day; anybody may set it. */
  wall(): number
  /** Runs evenly since the machine started, the same in every process, and stands still while the machine sleeps. */
  monotonic(): number
  /** Time since the machine started, sleep included; coarse. */
  uptime(): number
  /** Names the start of the machine. */
  boot: string
}

/**
 * The embedded store's clock: the machine's time of day was read once, by whoever opened the file first, and is kept in the
 * file; from then on all processes of the machine count from it by the monotonic clock they share. So neither a clock that is set
 * while Prahari runs nor a process that has the wrong time moves a deadline. The time of day is read anew after a restart of the
 * machine, or when no process has used the file for a minute.
 */
export class SharedClock {
  readonly #clocks: MachineClocks
  #offsetMs: number
  /** How much longer the machine was up than awake when the reading was taken. */
  #asleepMs: number
  #sleptMs = 0
  #lookedAt = -Infinity
  #timer: NodeJS.Timeout | undefined

  constructor(clocks: MachineClocks = machineClocks()) {
    this.#clocks = clocks
    this.#offsetMs = clocks.wall() - clocks.monotonic()
    this.#asleepMs = clocks.uptime() - clocks.monotonic()
  }

  /** Takes over the file's reading, or gives it ours, now and then again. A file that cannot be written now is no reason to stay away. */
  async start(writer: Threads['writer'], reader: Threads['reader']): Promise<void> {
    const touch = (): Promise<void> => this.#touch(writer, reader).catch(() => this.#read(reader)).catch(() => undefined)
    await touch()
    this.#timer = setInterval(() => void touch(), TOUCH_MS)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Epoch milliseconds. */
  now(): number {
    const monotonic = this.#clocks.monotonic()
    if (monotonic - this.#lookedAt > SLEEP_LOOK_MS) this.#look(monotonic)
    return Math.floor(monotonic + this.#offsetMs + this.#sleptMs)
  }

  #look(monotonic: number): void {
    this.#lookedAt = monotonic
    const sleptMs = this.#clocks.uptime() - monotonic - this.#asleepMs
    if (Math.abs(sleptMs - this.#sleptMs) > SLEPT_MS) this.#sleptMs = sleptMs
  }

  async #touch(writer: Threads['writer'], reader: Threads['reader']): Promise<void> {
    const { boot, wall, monotonic, uptime: up } = this.#clocks
    const now = monotonic()
    await writer.call({ sql: TOUCH, rows: [[boot, wall() - now, up() - now, now]] }, (values) => values)
    await this.#read(reader)
  }

  async #read(reader: Threads['reader']): Promise<void> {
    const [boot, offsetMs, asleepMs] = await reader.call({ sql: READ, params: [], isWide: false }, (values) => values)
    if (boot !== this.#clocks.boot) return
    this.#offsetMs = Number(offsetMs)
    this.#asleepMs = Number(asleepMs)
    this.#look(this.#clocks.monotonic())
  }
}

function machineClocks(): MachineClocks {
  return {
    wall: () => Date.now(),
    monotonic: () => Number(process.hrtime.bigint()) / 1e6,
    uptime: () => uptime() * 1_000,
    boot: bootId(),
  }
}

/** Linux names each start; elsewhere a monotonic clock that has gone back tells of one. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return 'unnamed'
  }
}
