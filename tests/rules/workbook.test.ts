import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workbookOf } from '../../server/ledger/workbook.ts'
import { sheetIn } from '../support/workbook.ts'

const columns = [
  { isDay: false, width: 10 },
  { isDay: true, width: 12 },
  { isDay: false, width: 30 },
]
const HEADING = ['序号', '日期', '问题']

test('what is written is read again, whatever people typed, and no cell is a formula', async () => {
  const words = fc.string({
    unit: fc.constantFrom('路', '=', '+', '@', '-', '<', '&', '"', '😀', ' a'),
    minLength: 1,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 5 }), async (texts) => {
      const rows = texts.map((text, at) => [at + 1, '2026-02-28', text])
      const [heading, ...read] = await sheetIn(await workbookOf("李家'村/2026", columns, [HEADING, ...rows]))
      expect(heading!.cells).toEqual(HEADING)
      // A formula would be read as what it gives, which nobody has reckoned.
      expect(read.map(({ cells }) => cells)).toEqual(
        rows.map(([no, day, text]) => [String(no), day, String(text).trim()]),
      )
    }),
    { seed: 11, numRuns: 40 },
  )
})

test('a day stays the day wherever it is read, and what is no day stays as it was written', async () => {
  const zone = process.env['TZ']
  try {
    for (const place of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env['TZ'] = place
      const file = await workbookOf('a', columns, [HEADING, [1, '2026-01-01', null], [2, '月底', null]])
      expect((await sheetIn(file)).slice(1).map(({ cells }) => cells[1])).toEqual(['2026-01-01', '月底'])
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})

test('rows keep the line on which they stand, and empty ones are passed over', async () => {
  const read = await sheetIn(await workbookOf('a', columns, [HEADING, [null, null, null], [3, null, '路']]))
  expect(read.map(({ line }) => line)).toEqual([1, 3])
})

test('what is no workbook is told from one', async () => {
  const whole = await workbookOf('a', columns, [HEADING])
  for (const bytes of [
    Buffer.from('PK'),
    whole.subarray(0, whole.length - 30),
    Buffer.alloc(9 * 1024 * 1024),
  ])
    await expect(sheetIn(bytes)).rejects.toThrow('expected a workbook')
})
