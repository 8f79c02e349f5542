import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workbookOf } from '../../shared/kernel/workbook.ts'
import { zipOf } from '../../shared/kernel/zip.ts'
import { sheetIn } from '../support/workbook.ts'

const zipped = (parts: readonly { name: string; text: string }[], isDeflated = true): Uint8Array =>
  zipOf(
    parts.map(({ name, text }) => {
      const bytes = Buffer.from(text)
      const packed = isDeflated ? deflateRawSync(bytes) : bytes
      return { name, isDeflated, packed, size: bytes.length, crc: crc32(bytes) }
    }),
  )

const columns = [
  { isDay: false, width: 10 },
  { isDay: true, width: 12 },
  { isDay: false, width: 30 },
]

test('what is written is read again, whatever people typed', async () => {
  const words = fc.string({ unit: fc.constantFrom('路', '=', '<', '&', '"', '_x000D_', '\n', '😀', ' a') })
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 5 }), fc.boolean(), async (texts, isDeflated) => {
      const rows = texts.map((text, at) => [at + 1, '2026-02-28', text])
      const parts = workbookOf("李家'村", columns, [['序号', '日期', '问题'], ...rows])
      const [, ...read] = await sheetIn(zipped(parts, isDeflated))
      expect(read.map(({ cells }) => cells)).toEqual(
        rows
          .map(([no, day, text]) => (text === '' ? [String(no), day, ''] : [String(no), day, text]))
          .map((row) => (row[2] === '' ? row.slice(0, 2) : row)),
      )
    }),
    { seed: 11, numRuns: 60 },
  )
})

test('no cell is a formula, days are days, and it prints across A4', () => {
  const sheet = workbookOf('a', columns, [['序号'], [1, '2026-11-22', '=1+1'], [2, 'soon', null]]).at(
    -1,
  )!.text
  expect(sheet).not.toMatch(/<f[ >]/)
  expect(sheet).toContain('<c r="B2" s="2"><v>46348</v></c>')
  expect(sheet).toMatch(/<c r="C2" s="3" t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t>/)
  expect(sheet).toMatch(/<c r="B3" s="3" t="inlineStr">/)
  expect(sheet).toContain('paperSize="9" orientation="landscape"')
})

const xml = (of: string) => `<?xml version="1.0"?>${of}`
const book = (sheet: string, more: readonly { name: string; text: string }[] = [], workbook = '') => [
  {
    name: 'xl/workbook.xml',
    text: xml(
      `<workbook>${workbook}<sheets><sheet name="x" state="hidden" r:id="r1"/><sheet name="y" r:id="r2"/></sheets></workbook>`,
    ),
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/><Relationship Target="/xl/worksheets/b.xml" Id="r2"/></Relationships>',
  },
  { name: 'xl/worksheets/b.xml', text: xml(sheet) },
  ...more,
]

test('the first sheet that is shown, shared texts, gaps, days by their style and those since 1904', async () => {
  const strings = '<sst><si><r><t>甲</t></r><r><t>乙&amp;</t></r><rPh><t>jia</t></rPh></si></sst>'
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs></styleSheet>'
  const sheet = `<x:worksheet><x:sheetData><x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c><x:c r="D3" s="1"><x:v>46348.7</x:v></x:c><x:c r="E3" s="2"><x:v>1</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c></x:row><x:row/></x:sheetData></x:worksheet>`
  const more = [
    { name: 'xl/sharedStrings.xml', text: strings },
    { name: 'xl/styles.xml', text: styles },
  ]
  const read = await sheetIn(zipped(book(sheet, more)))
  expect(read).toEqual([{ line: 3, cells: ['甲乙&', '', '', '2026-11-22', '1899-12-31', ''] }])
  const since1904 = await sheetIn(zipped(book(sheet, more, '<workbookPr date1904="1"/>')))
  expect(since1904[0]!.cells[3]).toBe('2030-11-23')
})

test('what is no workbook is told from one', async () => {
  for (const bytes of [Buffer.from('序号,问题'), Buffer.from('PK'), zipped([{ name: 'a.txt', text: 'b' }])])
    await expect(sheetIn(bytes)).rejects.toThrow('expected a workbook')
  const whole = zipped(book('<worksheet/>'))
  await expect(sheetIn(whole.subarray(0, whole.length - 30))).rejects.toThrow()
})
