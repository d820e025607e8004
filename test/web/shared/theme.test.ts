import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync(new URL('../../../src/web/shared/theme.css', import.meta.url), 'utf8')
const colour = (name: string): string => new RegExp(`--${name}: #([0-9a-f]{6});`).exec(css)?.[1] ?? ''

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

it.each([
  ['text', 'surface', 7], ['text', 'raised', 7], ['text', 'critical-ground', 7], ['text', 'high-ground', 7],
  ['text-2', 'surface', 7], ['text-2', 'critical-ground', 7], ['text-2', 'high-ground', 7],
  ['text-3', 'surface', 4.5], ['text-3', 'raised', 4.5], ['text-3', 'ground', 4.5], ['text-3', 'high-ground', 4.5], ['text-3', 'critical-ground', 4.5],
  ['critical', 'surface', 4.5], ['critical', 'critical-ground', 4.5], ['high', 'surface', 7], ['done', 'surface', 4.5], ['done', 'raised', 4.5], ['critical', 'raised', 4.5], ['high', 'raised', 4.5], ['high', 'high-ground', 7],
  ['on-signal', 'critical', 4.5], ['on-signal', 'high', 7], ['ground', 'text', 7], ['focus', 'surface', 3],
])('%s on %s has a contrast of at least %d', (front, back, least) => {
  expect(contrast(front, back)).toBeGreaterThanOrEqual(least)
})
