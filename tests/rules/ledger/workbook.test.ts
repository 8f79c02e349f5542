import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { workbookOf } from '../../../server/ledger/export/workbook.ts'
import { sheetIn } from '../../support/files/workbook.ts'

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

test('what stands in the file is text, numbers and days, and no formula', async () => {
  const file = await workbookOf('a', columns, [HEADING, [-7, '2026-11-22', '=1+1'], [2, '+86', '-@x']])
  const parts = unzipSync(new Uint8Array(file))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  const strings = strFromU8(parts['xl/sharedStrings.xml']!).match(/(?<=<si><t>)[^<]*/g)
  expect(sheet).not.toMatch(/<f[\s/>]/)
  expect(sheet).toMatch(/<c r="A2" s="\d+"><v>-7<\/v>/)
  expect(sheet).toMatch(/<c r="B2" s="\d+"><v>46348<\/v>/)
  for (const [cell, text] of Object.entries({ C2: '=1+1', B3: '+86', C3: '-@x' })) {
    const [, at] = new RegExp(`<c r="${cell}" s="\\d+" t="s"><v>(\\d+)</v>`).exec(sheet) ?? []
    expect(strings?.[Number(at)]).toBe(text)
  }
  expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/)
  expect(sheet).toContain('orientation="landscape"')
  expect(strFromU8(parts['xl/styles.xml']!)).toContain('formatCode="yyyy-mm-dd"')
})

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetOf = (cells: string) =>
  strToU8(`<worksheet><sheetData><row r="3">${cells}</row></sheetData></worksheet>`)
const textCell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

/** A workbook as other programs write it: its first sheet hidden. */
const book = (cells: string, workbook = '', more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${OFFICE}">${workbook}<sheets><sheet name="x" sheetId="1" state="hidden" r:id="r1"/><sheet name="y" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/a.xml"/><Relationship Id="r2" Type="${OFFICE}/worksheet" Target="worksheets/b.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    'xl/worksheets/a.xml': sheetOf(textCell('A3', '藏')),
    'xl/worksheets/b.xml': sheetOf(cells),
    ...more,
  })

test('the first sheet that is shown, gaps, errors, days by their style and those since 1904', async () => {
  const cells = `${textCell('A3', '甲&amp;')}<c r="D3" s="1"><v>46348.7</v></c><c r="E3" s="2"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3"><v>2.5</v></c>`
  expect(await sheetIn(book(cells))).toEqual([
    { line: 3, cells: ['甲&', '', '', '2026-11-22', '1899-12-31', '', '2.5'] },
  ])
  const [since1904] = await sheetIn(book(cells, '<workbookPr date1904="1"/>'))
  expect(since1904!.cells[3]).toBe('2030-11-23')
})

test('a cell that only looks styled makes no sheet large, one far out that is filled does', async () => {
  const [row] = await sheetIn(book(`${textCell('A3', '甲')}<c r="XFD3" s="1"/>`))
  expect(row!.cells).toEqual(['甲'])
  const far = `<worksheet><sheetData><row r="1">${textCell('A1', '甲')}</row><row r="1048576">${textCell('XFD1048576', '乙')}</row></sheetData></worksheet>`
  await expect(sheetIn(book('', '', { 'xl/worksheets/b.xml': strToU8(far) }))).rejects.toThrow('too-large')
})

const MIB = 1024 * 1024

test('a small file that holds more than a ledger is not unpacked, nor is one that lies about it', async () => {
  const bomb = book('', '', { 'xl/worksheets/b.xml': new Uint8Array(65 * MIB) })
  expect(bomb.length).toBeLessThan(MIB)
  await expect(sheetIn(bomb)).rejects.toThrow('too-large')
  // Both heads of every file of the archive now claim a thousand bytes.
  const lying = Buffer.from(bomb)
  for (const [signature, at] of [
    ['PK\x03\x04', 22],
    ['PK\x01\x02', 24],
  ] as const)
    for (let from = lying.indexOf(signature); from >= 0; from = lying.indexOf(signature, from + 1))
      lying.writeUInt32LE(1_000, from + at)
  await expect(sheetIn(lying)).rejects.toThrow('unreadable')
})

test('a small file of very many parts is not unpacked', async () => {
  const parts = Array.from(
    { length: 2_001 },
    (_, at) => [`xl/worksheets/${at}.xml`, strToU8('<a/>')] as const,
  )
  await expect(sheetIn(book('', '', Object.fromEntries(parts)))).rejects.toThrow('too-large')
})

test('a workbook that asks for a file, an address or itself a thousand times is read as it stands', async () => {
  const entities = ['<!ENTITY a SYSTEM "file:///etc/passwd">', '<!ENTITY b "&a;&a;&a;&a;">']
  const declared = `<?xml version="1.0"?><!DOCTYPE worksheet [${entities.join('')}]>`
  const cell = '<row><c t="inlineStr"><is><t>路灯 &a; &b;</t></is></c></row>'
  const sheet = strToU8(`${declared}<worksheet><sheetData>${cell}</sheetData></worksheet>`)
  const [row] = await sheetIn(book('', '', { 'xl/worksheets/b.xml': sheet }))
  expect(row!.cells).toEqual(['路灯 &a; &b;'])
})

test('what is no workbook is told from one', async () => {
  const whole = await workbookOf('a', columns, [HEADING])
  for (const bytes of [
    Buffer.from('PK'),
    whole.subarray(0, whole.length - 30),
    zipSync({ 'a.txt': strToU8('b') }),
  ])
    await expect(sheetIn(bytes)).rejects.toThrow('unreadable')
  await expect(sheetIn(Buffer.alloc(9 * MIB))).rejects.toThrow('too-large')
})
