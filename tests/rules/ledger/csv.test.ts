import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText, type Cell } from '../../../shared/kernel/text/csv.ts'

/** Reads quoted cells letter by letter, as RFC 4180 has them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++]
    row.push(cell)
    if (text[at] === ',') at++
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}

describe('a table for a spreadsheet', () => {
  test('begins with a mark that makes Chinese readable, and ends every row alike', () => {
    expect(
      csvText([
        ['序号', '问题'],
        [1, '路灯'],
        [2, null],
      ]),
    ).toBe('\ufeff序号,问题\r\n1,路灯\r\n2,\r\n')
  })

  test.each([
    '=1+1',
    '+8613800000000',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '－2',
    '＋1',
    '＠a',
  ])('%j is not carried out', (text) => expect(readCsv(csvText([[text]]))).toEqual([[`'${text}`]]))

  test('a number stays a number, also below zero', () => {
    expect(csvText([[-3, 0.5]])).toBe('\ufeff-3,0.5\r\n')
  })

  test('a hyphen or an equals sign inside a text is left alone', () => {
    expect(csvText([['2026-12-10', 'a=b', '东头 3 号 - 李家']])).toBe(
      '\ufeff2026-12-10,a=b,东头 3 号 - 李家\r\n',
    )
  })

  test('quotes, commas, line ends and blanks at the edge come back as they were', () => {
    const row = ['他说"行"', '灯,线', '一\r\n二', ' 前后 ']
    expect(csvText([row])).toContain('"他说""行"""')
    expect(readCsv(csvText([row]))).toEqual([row])
  })

  test('any table comes back, but for the mark before what looks like a formula', () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('"', ',', '\r', '\n', '\t', '=', '-', '灯', ' ', 'a'),
        maxLength: 8,
      }),
      fc.string(),
    )
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(table, (rows: Cell[][]) => {
        const back = readCsv(csvText(rows)).map((row) =>
          row.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
        )
        expect(back).toEqual(
          rows.map((row) => row.map((text) => String(text).replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
        )
      }),
    )
  })
})
