import { expect, test } from 'vitest'
import { systemAt } from '../../../server/journal/system.ts'
import { bringLedger } from '../../../server/ledger/import/bring-in.ts'
import { bringRoster } from '../../../server/people/bring-in.ts'
import type { BringIn, Brought } from '../../../server/app/feature.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { ANY_SEPARATORS, PLAIN_SEPARATORS, rowsOfText } from '../../../shared/tables/delimited.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

const LEDGER = [
  '柳树湾村2025年台账,,,,,,',
  '提出时间,提出人,问题,措施,责任人,完成时限,完成情况',
  '3.5,李婶,灯不亮,换灯,王建国,7天内,已办结',
  '3月6日,赵姐,桥坏了,修桥,王建国,2月30日前,未完成',
].join('\n')
const ROSTER = [
  '村民花名册,,',
  '序号,姓 名,身份证号',
  '1,王　三,340123195001011234',
  '2,王三,340123195001011235',
].join('\n')

async function bring(village: Village, way: BringIn, text: string, isDry: boolean): Promise<Brought> {
  const separators = way === bringLedger ? PLAIN_SEPARATORS : ANY_SEPARATORS
  const actor = { ...systemAt(village.placeId), roles: ['facilitator', 'recorder'] as const }
  const options = { placeId: village.placeId, isDry, fileName: 'a.csv' }
  const sheets = [{ rows: rowsOfText(text, separators), is1904: false }]
  const brought = await way(village.context, actor, sheets, options)
  if (isRefusal(brought)) throw new Error(`expected rows, found ${brought.refused}`)
  return brought
}

test('whoever keeps the machine reads an old ledger as the page does, and brings in what is good', async () => {
  const village = await openVillage()
  const tried = await bring(village, bringLedger, LEDGER, true)
  expect(tried.passedOver).toBe(2)
  expect(tried.rows).toMatchObject([
    {
      ...{ row: 3, ok: true, problems: [] },
      values: {
        ...{ text: '灯不亮', raisedBy: '李婶', raisedOn: '2025-03-05', grid: null, measure: '换灯' },
        ...{ owner: '王建国', firstDueOn: '2025-03-12', dueOn: '2025-03-12', doneOn: null },
        ...{ report: null, remark: null },
      },
    },
    { row: 4, ok: false, problems: [{ column: 'firstDueOn', code: 'day-unreadable' }] },
  ])
  expect(tried.rows[0]!.flags.map(({ code }) => code)).toContain('done-day-unknown')
  const recorder = await village.as('陈晓')
  const path = `/api/places/${village.placeId}/ledger`
  expect((await recorder.read(path)).commitments).toEqual([])
  await bring(village, bringLedger, LEDGER, false)
  expect((await recorder.read(path)).commitments).toHaveLength(1)
  const again = await bring(village, bringLedger, LEDGER, true)
  expect(again.rows[0]!.problems).toEqual([{ column: 'text', code: 'already-imported' }])
})

test('a roster comes in without the numbers by which the state knows people', async () => {
  const village = await openVillage()
  const { rows, passedOver } = await bring(village, bringRoster, ROSTER, false)
  expect(passedOver).toBe(2)
  expect(rows.map(({ row, ok, values }) => [row, ok, values['name']])).toEqual([
    [3, true, '王三'],
    [4, false, '王三'],
  ])
  expect(rows[0]!.flags).toEqual([{ column: null, code: 'identity-passed-over' }])
  const words = await village.context.database.reader.selectFrom('eventWords').select('words').execute()
  expect(JSON.stringify(words)).not.toContain('3401231950')
})
