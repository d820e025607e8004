/**
 * How a colour looks to those who see colours otherwise. Protanopia, deuteranopia and tritanopia by the matrices of severity 1.0 of
 * Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009,
 * on linear RGB; greyscale by the luminance of ITU-R BT.709.
 */
export type Rgb = readonly [red: number, green: number, blue: number]
type Matrix = readonly [Rgb, Rgb, Rgb]

const GREY: Rgb = [0.2126, 0.7152, 0.0722]
export const VISIONS: Readonly<Record<string, Matrix>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  greyscale: [GREY, GREY, GREY],
}

/** The colour of a computed style, `rgb(255, 91, 80)`, as shares of one. @throws Error for anything else, also for what is transparent. */
export function rgbOf(css: string): Rgb {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(css)
  if (!parts) throw new Error(`no opaque colour: ${css}`)
  return [Number(parts[1]) / 255, Number(parts[2]) / 255, Number(parts[3]) / 255]
}

/** sRGB to linear light (IEC 61966-2-1). */
function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function times(matrix: Matrix, [a, b, c]: Rgb): Rgb {
  const row = ([x, y, z]: Rgb): number => x * a + y * b + z * c
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** Linear RGB to CIE XYZ, relative to the white of D65. */
const XYZ: Matrix = [[0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047], [0.2126729, 0.7151522, 0.072175], [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883]]

function labOf(light: Rgb): Rgb {
  const root = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29)
  const [x, y, z] = times(XYZ, light)
  return [116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))]
}

/** How far apart two colours look to a vision: CIE 1976 ΔE*ab; some 2.3 is just noticeable side by side. */
export function distance(one: string, other: string, vision: Matrix): number {
  const seen = (css: string): Rgb => {
    const [r, g, b] = times(vision, rgbOf(css).map(linear) as unknown as Rgb)
    const clip = (value: number): number => Math.min(1, Math.max(0, value))
    return labOf([clip(r), clip(g), clip(b)])
  }
  const [a, b] = [seen(one), seen(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
