// @ts-check
/** Oldest Node that can run npm start and npm test; they fetch Node 24 from npm for everything else. */
export const OLDEST_NODE = '20.19.0'

/**
 * What is wrong with this version of Node, as one sentence; null when nothing is.
 * @param {string} version such as `20.19.4`
 * @returns {string | null}
 */
export function versionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number)
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null
  return `Prahari needs Node ${oldestMajor}.${oldestMinor} or newer, and this is Node ${version}: install a newer Node from nodejs.org or your package manager.`
}
