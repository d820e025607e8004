import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serviceWorker } from './service-worker-build.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What the heads of all pages have in common. */
const sharedHead: Plugin = {
  name: 'prahari-shared-head',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace('<meta charset="utf-8">\n', (charset) => charset + readFileSync(`${ROOT}/src/web/shared/head.html`, 'utf8')) },
}

/**
 * The consoles: one page per role, no inline script, style or font, so that they work under the server's strict
 * Content-Security-Policy.
 */
export default defineConfig({
  root: `${ROOT}/src/web`,
  base: '/',
  plugins: [sharedHead, serviceWorker({ entry: `${ROOT}/src/web/officer/service-worker.ts`, outDir: `${ROOT}/dist/web`, page: 'officer' })],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `${ROOT}/dist/web`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: ['index', 'sign-in', 'wall', 'officer', 'supervisor', 'desk', 'admin', 'reports', 'track', 'sheet'].map((page) => `${ROOT}/src/web/${page}.html`),
      // Domain and contract do nothing when imported: a console takes the functions it calls and leaves the stations' list out.
      treeshake: { moduleSideEffects: [{ test: /\/src\/(domain|contract)\//, sideEffects: false }] },
    },
  },
})
