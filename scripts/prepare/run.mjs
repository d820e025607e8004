// @ts-check
import { spawn } from 'node:child_process'

/** @typedef {{ code: number, output: string }} Ran */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program to its end and passes signals on to it, so that stopping us stops it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, isQuiet?: boolean, hasChannel?: boolean }} [options]
 *   isQuiet keeps the output instead of showing it; hasChannel opens an IPC channel, whose end tells the child that we are gone.
 * @returns {Promise<Ran>} code 128 + n when a signal ended it; rejects when it cannot be started
 */
export function run(program, args, options = {}) {
  const { cwd, env, isQuiet = false, hasChannel = false } = options
  const child = spawn(program, args, {
    cwd, env: env ?? process.env,
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit', ...(hasChannel ? /** @type {const} */ (['ipc']) : [])],
  })
  let output = ''
  const keep = (/** @type {Buffer} */ chunk) => { output = (output + chunk.toString()).slice(-20_000) }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      for (const one of SIGNALS) process.off(one, forward)
      resolve({ code: code ?? (signal === 'SIGKILL' ? 137 : signal === 'SIGINT' ? 130 : 143), output })
    })
  })
}
