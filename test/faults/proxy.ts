import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A stretch of network between a console and the server that can be cut or swallow everything. */
export interface NetworkPath {
  port: number
  /** Resets every connection and refuses new ones until `mend`. */
  cut(): void
  /** Forwards nothing in either direction and says nothing about it; new connections are taken and left unanswered. */
  blackHole(): void
  /** Lets everything through again, what was held back first. */
  mend(): void
  stop(): Promise<void>
}

/** Opens a path to a port of the loopback. */
export async function openPath(targetPort: number): Promise<NetworkPath> {
  let state: 'open' | 'cut' | 'black-hole' = 'open'
  const pairs = new Set<{ inner: Socket | null; outer: Socket }>()
  const server = createServer({ noDelay: true, pauseOnConnect: true }, (outer) => {
    if (state === 'cut') {
      outer.resetAndDestroy()
      return
    }
    const pair = { inner: null, outer }
    pairs.add(pair)
    outer.on('error', () => undefined).on('close', () => end(pair))
    if (state === 'open') join(pair)
  })
  function end(pair: { inner: Socket | null; outer: Socket }): void {
    pairs.delete(pair)
    pair.inner?.destroy()
    pair.outer.destroy()
  }
  function join(pair: { inner: Socket | null; outer: Socket }): void {
    if (!pair.inner) {
      pair.inner = connect({ port: targetPort, host: '127.0.0.1', noDelay: true })
      pair.inner.on('error', () => undefined).on('close', () => end(pair))
    }
    pair.outer.pipe(pair.inner)
    pair.inner.pipe(pair.outer)
  }
  function part(pair: { inner: Socket | null; outer: Socket }): void {
    pair.outer.unpipe().pause()
    pair.inner?.unpipe().pause()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = 'cut'
      for (const pair of pairs) {
        pair.outer.resetAndDestroy()
        end(pair)
      }
    },
    blackHole() {
      state = 'black-hole'
      for (const pair of pairs) part(pair)
    },
    mend() {
      state = 'open'
      for (const pair of pairs) join(pair)
    },
    async stop() {
      for (const pair of pairs) end(pair)
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
