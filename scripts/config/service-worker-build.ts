import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'

/** What officers never see: letters of other scripts. */
const SCRIPTS_OF_OTHERS = /-(cyrillic|greek|vietnamese)/
/** Beside what the page loads: what a phone asks for when it puts the app on the home screen. */
const PUBLIC = ['/manifest.webmanifest', '/icons/192.png', '/icons/badge.png']

/**
 * Builds the officer's service worker after the pages: one file without imports at /service-worker.js, with the list of
 * files that the officer page is made of and a version that is their hash, so that any new build is a new worker.
 */
export function serviceWorker({ entry, outDir, page }: { entry: string; outDir: string; page: string }): Plugin {
  return {
    name: 'prahari-service-worker',
    apply: 'build',
    async closeBundle() {
      const files = [...filesOf(outDir, page), ...PUBLIC]
      const hash = createHash('sha256')
      for (const file of [`/${page}.html`, ...files]) hash.update(file).update(readFileSync(join(outDir, file)))
      await build({
        configFile: false, logLevel: 'warn', publicDir: false,
        define: { __SHELL__: JSON.stringify({ version: hash.digest('hex').slice(0, 16), files }) },
        build: {
          outDir, emptyOutDir: false, target: 'es2022', copyPublicDir: false, minify: true,
          rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: 'service-worker.js', codeSplitting: false } },
        },
      })
    },
  }
}

/** The page's scripts with everything they import, its styles, and the fonts of the two languages. */
function filesOf(outDir: string, page: string): string[] {
  const names = readdirSync(join(outDir, 'assets'))
  const found = new Set<string>()
  const follow = (text: string): void => {
    for (const name of names) {
      if (found.has(name) || !text.includes(name) || SCRIPTS_OF_OTHERS.test(name)) continue
      found.add(name)
      if (/\.(js|css)$/.test(name)) follow(readFileSync(join(outDir, 'assets', name), 'utf8'))
    }
  }
  follow(readFileSync(join(outDir, `${page}.html`), 'utf8'))
  return [...found].sort().map((name) => `/assets/${name}`)
}
