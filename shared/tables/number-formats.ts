import { attributeOf, tagsOf } from './xml.ts'

/** How a workbook shows a number: as a day, with a percent sign, with so many decimals, or as it is. */
export type Shown = 'day' | 'time' | 'percent' | 'plain' | { readonly decimals: number }

// Numbers that every spreadsheet knows (ECMA-376 18.8.30), those of Chinese ones included.
const DAYS = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
const TIMES = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]
const PERCENTS = [9, 10]

/** For each style of a cell, how it shows numbers. */
export function shownByStyle(styles: string): readonly Shown[] {
  const codes = new Map<number, string>()
  const shown: Shown[] = []
  let isCellFormats = false
  for (const { name, kind, attributes } of tagsOf(styles)) {
    if (name === 'cellXfs') isCellFormats = kind === 'open'
    else if (kind === 'close') continue
    else if (name === 'numFmt')
      codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
    else if (name === 'xf' && isCellFormats) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      shown.push(shownAs(id, codes.get(id)))
    }
  }
  return shown
}

function shownAs(id: number, code: string | undefined): Shown {
  if (code !== undefined) return shownByCode(code)
  if (DAYS.includes(id)) return 'day'
  if (TIMES.includes(id)) return 'time'
  if (PERCENTS.includes(id)) return 'percent'
  return id === 2 || id === 4 ? { decimals: 2 } : 'plain'
}

/** What is quoted, in brackets or escaped is no part of the format. */
function shownByCode(code: string): Shown {
  const [plain = ''] = code
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
    .replace(/General|G\/通用格式/gi, '')
    .replace(/E[+-]/gi, '^')
    .split(';')
  const hasClock = /[hs]/i.test(plain)
  if (/[yd]/i.test(plain) || /a{3,4}/i.test(plain.replace(/am\/pm|a\/p/gi, '')) || /e/i.test(plain))
    return 'day'
  if (hasClock) return 'time'
  if (/m/i.test(plain)) return 'day'
  if (plain.includes('%')) return 'percent'
  const [, decimals] = /^[#0?,]*0\.(0+)$/.exec(plain.trim()) ?? []
  return decimals === undefined ? 'plain' : { decimals: decimals.length }
}
