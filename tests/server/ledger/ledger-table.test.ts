import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { rowsOfCsv } from '../../support/records/books.ts'
import type { Client } from '../../support/running/client.ts'
import { readIcs, valueOf, type Component } from '../../support/files/ics-reader.ts'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'
import { matter } from '../../support/villages/stage.ts'
import { sheetIn } from '../../support/files/workbook.ts'

async function rowsFor(client: Client, path: string, query = ''): Promise<Record<string, string>[]> {
  const answer = await fetch(client.url + path + query, {
    headers: client.cookie ? { cookie: client.cookie } : {},
  })
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return rowsOfCsv(bytes.toString('utf8'))
}

async function sheetOf(client: Client, path: string): Promise<string[][]> {
  const answer = await fetch(client.url + path, { headers: client.cookie ? { cookie: client.cookie } : {} })
  expect(answer.headers.get('content-disposition')).toContain('.xlsx')
  const sheet = await sheetIn(new Uint8Array(await answer.arrayBuffer()))
  const width = sheet[0]!.cells.length
  return sheet.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? ''))
}

test('the staff take the whole ledger, everybody else what is public, and no cell becomes a formula', async () => {
  const { village, evening, facilitator, recorder, township, path, promised } = await openLampLedger()
  const lamp = await promised(
    { measure: '=HYPERLINK("http://x")', dueOn: '2026-12-10' },
    { text: '路灯不亮', lane: 'masked', raisedBy: '李婶' },
  )
  await township.must('move-due-date', { commitmentId: lamp, dueOn: '2026-12-15', reason: '等灯具。' })
  const answered = randomUUID()
  await recorder.must('raise-concern', matter(evening.meetingId, { concernId: answered, text: '账目呢' }))
  await recorder.must('answer-concern', { concernId: answered, answer: '明天贴出来。' })

  const own = await rowsFor(facilitator, `${path}.csv`)
  expect(own).toHaveLength(2)
  expect(own[0]).toMatchObject({
    ...{ 序号: '1', 来源场次: '十一月凉亭夜话', 提出时间: '2026-11-22', 提出人: '李婶', 问题: '路灯不亮' },
    ...{ 承诺时限: '2026-12-10', 现时限: '2026-12-15', 延期次数: '1', 完成情况: '正在办' },
  })
  expect(own[0]!['措施']).toBe('\'=HYPERLINK("http://x")')
  expect(own[1]).toMatchObject({ 序号: '2', 现场答复: '明天贴出来。', 措施: '', 完成情况: '当场答了' })

  const open = await rowsFor(village.stranger(), `${path}.csv`)
  expect(open[0]!['提出人']).toBe('一位村民')
  for (const client of [facilitator, village.stranger()]) {
    const [head, ...rows] = await sheetOf(client, `${path}.xlsx`)
    const table = await rowsFor(client, `${path}.csv`)
    const unquoted = (cell: string) => cell.replace(/^'(?=[=+@-])/, '')
    expect(rows).toEqual(table.map((row) => head!.map((column) => unquoted(row[column]!))))
  }
  const english = await rowsFor(facilitator, `${path}.csv`, '?language=en')
  expect(english[0]).toMatchObject({ 'First day': '2026-12-10', 'Times moved': '1' })
  expect((await facilitator.get(`${path}.csv?language=de`)).body).toMatchObject({ field: 'language' })
  expect((await facilitator.get(`/api/places/${randomUUID()}/ledger.csv`)).status).toBe(404)
})

test('the table, the page and the calendar name the same running promises', async () => {
  const { village, evening, facilitator, path, promised } = await openLampLedger()
  for (let n = 0; n < 5; n++)
    await promised({ measure: `第 ${n} 件`, dueOn: `2026-12-1${n}` }, { text: `事情 ${n}` })
  const table = await rowsFor(facilitator, `${path}.csv`)
  const page = await facilitator.read(`${path}?view=unit`)
  const wish = { placeId: village.placeId, scope: 'unit' }
  const { address } = (await facilitator.post('/api/calendar-links', wish)).body
  const calendar = (await village.stranger().get(new URL(address).pathname)).body as string
  const days = page.matters.map(({ commitment }: any) => [commitment.measure, commitment.dueOn])
  expect(table.map((row) => [row['措施'], row['现时限']])).toEqual(days)
  const entries = readIcs(calendar).children
  const isEvening = (entry: Component): boolean => valueOf(entry, 'UID') === `${evening.meetingId}@liangting`
  expect(entries.filter((entry) => !isEvening(entry)).map((entry) => valueOf(entry, 'DTSTART'))).toEqual(
    days.map(([, day]: string[]) => day!.replace(/-/g, '')),
  )
  // The evening that is on stands there too.
  expect(entries.filter(isEvening)).toHaveLength(1)
})
