/** Draws the icons of the installable app into src/web/public/icons: run again after a change of the mark. `node scripts/icons.ts` */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const OUT = join(fileURLToPath(new URL('..', import.meta.url)), 'src/web/public/icons')
const OCTAGON = 'M7.1 1h9.8L23 7.1v9.8L16.9 23H7.1L1 16.9V7.1z'

/** The octagon of critical alerts with its sign, on the app's ground; `share` of the side, in any colour. */
function icon({ share, ground, fill, sign, radius = 0 }: { share: number; ground: string; fill: string; sign: string; radius?: number }): string {
  const scale = (share * 96) / 24
  const at = (96 - 24 * scale) / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" rx="${radius}" fill="${ground}"/>`
    + `<g transform="translate(${at} ${at}) scale(${scale})"><path d="${OCTAGON}" fill="${fill}"/><path d="M12 5.6v8M12 16.8v2" fill="none" stroke="${sign}" stroke-width="2.8" stroke-linecap="round"/></g></svg>\n`
}

const plain = icon({ share: 0.72, ground: '#12161c', fill: '#ff5b50', sign: '#12161c', radius: 20 })
const square = icon({ share: 0.72, ground: '#12161c', fill: '#ff5b50', sign: '#12161c' })
// A launcher may cut a maskable icon to a circle of 80 %.
const maskable = icon({ share: 0.56, ground: '#12161c', fill: '#ff5b50', sign: '#12161c' })
// Android draws the badge of the status bar from its transparency alone.
const badge = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 26 26"><path fill="#fff" fill-rule="evenodd" d="${OCTAGON}M10.6 5.6v8.6h2.8V5.6zM10.6 16.2v2.8h2.8v-2.8z"/></svg>`

writeFileSync(join(OUT, 'icon.svg'), plain)
const png = (svg: string, size: number, name: string): Promise<unknown> => sharp(Buffer.from(svg), { density: 1_200 }).resize(size, size).png({ compressionLevel: 9 }).toFile(join(OUT, name))
await Promise.all([png(plain, 192, '192.png'), png(plain, 512, '512.png'), png(maskable, 512, 'maskable.png'), png(square, 180, 'apple-touch.png'), png(badge, 96, 'badge.png')])
