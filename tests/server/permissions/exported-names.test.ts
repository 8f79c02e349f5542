import { strFromU8, unzipSync } from 'fflate'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import { importRow } from '../../support/files/old-ledger.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

const NAME = '不露面的李婶'
const OPEN = '敞亮的赵姐'

/** Everything that can be taken away from a place, and its pages for everybody. */
async function takenAwayBy({ app, placeId }: Village, { cookie }: Client, matterId: string): Promise<string> {
  const headers = cookie === null ? {} : { cookie }
  const at = `/api/places/${placeId}`
  const paths = [
    ...[`${at}/ledger.csv?language=zh-Hans`, `${at}/ledger.xlsx?language=zh-Hans`, `${at}/ledger/imported`],
    ...[`/public/${placeId}`, `/public/${placeId}/month/2026-11`, `/public/${placeId}/box`],
    ...[`${at}/matters/${matterId}`, `${at}/ledger?view=unit&q=${encodeURIComponent(NAME)}`],
  ]
  const answers = await Promise.all(paths.map((url) => app.inject({ url, headers })))
  return answers
    .map(({ rawPayload, body }, at) =>
      paths[at]!.includes('.xlsx')
        ? Object.values(unzipSync(rawPayload))
            .map((part) => strFromU8(part))
            .join('\n')
        : body,
    )
    .join('\n')
}

test('what is taken away holds the names that whoever takes it may know, and 一位村民 where they may not', async () => {
  const village = await openVillage({ withPages: true })
  const { meetingId, facilitator } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const masked = matter(meetingId, { lane: 'masked', raisedBy: NAME, text: '水泵没修' })
  const open = matter(meetingId, { raisedBy: OPEN, text: '路灯不亮' })
  for (const one of [masked, open]) {
    await recorder.must('raise-concern', one)
    const given = promise(village, { meetingId, concernId: one.concernId })
    await recorder.must('record-commitment', given)
    for (const name of ['read-back-commitment', 'confirm-commitment'])
      await facilitator.must(name, { commitmentId: given.commitmentId })
  }
  const by = (client: Client) => takenAwayBy(village, client, masked.concernId)
  for (const name of ['陈静', '陈晓']) expect(await by(await village.as(name))).toContain(NAME)
  for (const client of [
    ...(await Promise.all(['王建国', '周志强', '赵明'].map((name) => village.as(name)))),
    village.stranger(),
  ]) {
    const all = await by(client)
    expect(all).toContain('水泵没修')
    expect(all).toContain('一位村民')
    expect(all).toContain(OPEN)
    expect(all.replaceAll(encodeURIComponent(NAME), '')).not.toContain(NAME)
  }
})

test('who raised a matter of an old ledger stays with those who keep the record, unless the place names them', async () => {
  const village = await openVillage({ withPages: true })
  const recorder = await village.as('陈晓')
  const bring = async (name: string): Promise<string> => {
    const book = `提出时间,提出人,问题,措施,责任人,完成时限\n2026-10-05,${name},井盖松了,换井盖,王建国,2026-12-05`
    const file = ledgerFile([{ rows: rowsOfText(book), is1904: false }])
    const known = await recorder.read(`/api/places/${village.placeId}/ledger/imported`)
    const rows = linesOf(file, guessedMapping(file), known).map(importRow)
    await recorder.must('import-ledger', { importId: randomUUID(), rows })
    return rows[0]!.concernId
  }
  const concernId = await bring(NAME)
  await (await village.as('陈静')).must('set-raiser-naming', { areRaisersNamed: true })
  await bring(OPEN)
  const by = (client: Client) => takenAwayBy(village, client, concernId)
  expect(await by(recorder)).toContain(NAME)
  for (const client of [await village.as('王建国'), village.stranger()]) {
    const all = await by(client)
    expect(all).not.toContain(NAME)
    expect(all).toContain(OPEN)
  }
})
