// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/**
 * Why the data folder cannot be used, as one sentence; null when it can. Makes it where it is missing.
 * @param {string} folder
 * @returns {string | null}
 */
export function folderProblem(folder) {
  const probe = join(folder, `.writable-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    return `The data folder ${folder} cannot be written (${code}): give this user the right to write there, or set PRAHARI_DATA to another folder.`
  }
}

/**
 * Why the port cannot be opened, as one sentence; null when it can.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | null>}
 */
export function portProblem(host, port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(
      error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program: stop that program, or set PORT to another port.`
        : error.code === 'EACCES' ? `Port ${port} may not be opened by this user: set PORT to a port above 1023.`
          : `Port ${port} cannot be opened on ${host} (${error.code}): set PRAHARI_HOST and PORT to an address of this machine.`,
    ))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}
