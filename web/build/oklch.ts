import type { CssColor } from 'lightningcss'

const gamma = (light: number): number =>
  light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055

const byte = (light: number): number => Math.round(255 * Math.min(1, Math.max(0, gamma(light))))

/** OKLCH as sRGB (B. Ottosson, "A perceptual color space"), for browsers that know neither OKLCH nor Lab. */
export function oklchToRgb(color: CssColor): CssColor | void {
  if (typeof color !== 'object' || color.type !== 'oklch') return
  const angle = (color.h * Math.PI) / 180
  const a = color.c * Math.cos(angle)
  const b = color.c * Math.sin(angle)
  const l = (color.l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (color.l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (color.l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return {
    type: 'rgb',
    r: byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    g: byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    b: byte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
    alpha: color.alpha,
  }
}
