import { expect, test } from 'vitest'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import { sheetsIn } from '../../../shared/tables/file.ts'
import { bookIn, sheetIn } from '../../support/files/workbook.ts'
import { xlsx } from '../../support/files/xlsx.ts'

const cellsOf = async (bytes: Uint8Array) => (await sheetIn(bytes)).map(({ cells }) => cells)

test('what a merged cell says counts for each row that it covers', async () => {
  const bytes = xlsx(
    [
      ['台账', null, null],
      ['问题', '责任人', '完成情况'],
      ['路灯不亮', '王建国', '已办结'],
      ['水渠堵了', null, null],
    ],
    { merged: ['A1:C1', 'B3:B4', 'C3:C4', 'A9:A12'] },
  )
  expect(await cellsOf(bytes)).toEqual([
    ['台账', '台账', '台账'],
    ['问题', '责任人', '完成情况'],
    ['路灯不亮', '王建国', '已办结'],
    ['水渠堵了', '王建国', '已办结'],
  ])
})

test.each(['<workbookPr date1904="1"/>', '<workbookPr date1904="true"></workbookPr>'])(
  'days that count from 1904: %s',
  async (workbook) => {
    const bytes = xlsx([[44_000], [44_000]], { workbook, formats: [0, 14], styleOf: (row) => row })
    const [sheet] = await bookIn(bytes)
    expect(sheet!.is1904).toBe(true)
    expect(sheet!.rows.map(({ cells }) => cells[0])).toEqual(['44000', '2024-06-19'])
  },
)

test('cells without references follow one another', async () => {
  expect(
    await cellsOf(
      xlsx(
        [
          ['一', null, '三'],
          [1, 2],
        ],
        { withoutReferences: true },
      ),
    ),
  ).toEqual([
    ['一', '', '三'],
    ['1', '2'],
  ])
})

test.each([
  [14, '2026-03-05'],
  [31, '2026-03-05'],
  [57, '2026-03-05'],
  ['yyyy"年"m"月"d"日"', '2026-03-05'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', '2026-03-05'],
  ['m"月"d"日"', '2026-03-05'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd', '2026-03-05'],
  ['G/通用格式', '46086'],
  ['0.00E+00', '46086'],
  ['h"时"mm"分"', '46086'],
  ['0.00"米"', '46086.00'],
])('a number under the format %s is %s', async (format, shown) => {
  expect(await cellsOf(xlsx([[46_086]], { formats: [0, format], styleOf: () => 1 }))).toEqual([[shown]])
})

test('what a sheet shows as 3.10 or 80% is read so', async () => {
  const bytes = xlsx([[3.1, 0.8, 0.1 + 0.2]], {
    formats: [0, 2, 9],
    styleOf: (_, column) => (column + 1) % 3,
  })
  expect(await cellsOf(bytes)).toEqual([['3.10', '80%', '0.3']])
})

test('what is no table is told, and a file larger than any is not unpacked', async () => {
  const unzip = async () => () => ({})
  expect(await sheetsIn(new Uint8Array([0x50, 0x4b, 1, 2]), unzip)).toBe('unreadable')
  expect(await sheetsIn(new Uint8Array(9 * 1024 * 1024), unzip)).toBe('too-large')
})

test.each([
  ['a tab within a cell', 'a,b,c\n1,"x\ty",3', ['1', 'x\ty', '3']],
  ['semicolons around quoted commas', '"a";"b,c"\n1;2', ['1', '2']],
  ['a title of one cell above', '台账\na,b\n1,2', ['1', '2']],
  ['tabs around commas', 'a\tb\nx,y\tz', ['x,y', 'z']],
])('text is parted where most of it is: %s', (_, text, last) => {
  expect(rowsOfText(text).at(-1)!.cells).toEqual(last)
})
