import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { systemAt } from '../../../server/journal/system.ts'
import { bringLedger } from '../../../server/ledger/import/bring-in.ts'
import type { ImportedView } from '../../../shared/ledger/import/import.ts'
import { ownerSuggester } from '../../../shared/people/roster/owner-suggestions.ts'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import { storyOf } from '../../../web/ledger/matter/story/story.ts'
import { words as ledger } from '../../../web/words/ledger/ledger.zh-Hans.ts'
import { story } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

const OLD = [
  '提出时间,提出人,问题,措施,责任人,完成时限,完成情况',
  '2025-03-05,李婶,灯不亮,换灯,王 建国,2025-04-05,未完成',
  '2025-03-06,赵姐,桥坏了,修桥,县水利局,2025-04-05,未完成',
].join('\n')

async function bring({ context, placeId }: Village) {
  const actor = { ...systemAt(placeId), roles: ['facilitator', 'recorder'] as const }
  const sheets = [{ rows: rowsOfText(OLD), is1904: false }]
  return bringLedger(context, actor, sheets, { placeId, isDry: false, fileName: 'a.csv' })
}

test('an owner of the roster is linked however the name is spaced, and who stays a name is flagged', async () => {
  const village = await openVillage()
  const brought = (await bring(village)) as { rows: readonly { flags: readonly object[] }[] }
  const unlinked = { column: 'owner', code: 'owner-unlinked' }
  expect(
    brought.rows.map(({ flags }) => flags.some((flag) => JSON.stringify(flag) === JSON.stringify(unlinked))),
  ).toEqual([false, true])
  const recorder = await village.as('陈晓')
  const { commitments } = await recorder.read(`/api/places/${village.placeId}/ledger`)
  const ids = commitments.map(({ owner, ownerId }: any) => [owner, ownerId])
  expect(ids).toContainEqual(['王 建国', village.people['王建国']])
  expect(ids).toContainEqual(['县水利局', null])
})

test('the page knows by which posts and at which partners a name may be meant, staff only', async () => {
  const village = await openVillage()
  const [facilitator, recorder] = [await village.as('陈静'), await village.as('陈晓')]
  const partner = { kind: 'firm', takesOn: '修线' }
  await facilitator.must('write-partner', { partnerId: randomUUID(), name: '青石供电所', ...partner })
  const path = `/api/places/${village.placeId}/ledger/imported`
  const { owners }: ImportedView = await recorder.read(path)
  expect(ownerSuggester(owners)('供电所').map(({ name }) => name)).toEqual(['青石供电所'])
  const titled = owners.find(({ name }) => name === '王建国')!
  expect(titled.titles.length).toBeGreaterThan(0)
  expect(ownerSuggester(owners)(titled.titles[0]!).map(({ name }) => name)).toContain('王建国')
  expect((await village.stranger().get(path)).status).toBe(401)
})

test('raisers are named in public once the place says so, also from the command line, and not before', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  await facilitator.must('set-raiser-naming', { areRaisersNamed: true })
  expect((await village.stranger().get(`/api/places/${village.placeId}`)).body.areRaisersNamed).toBe(true)
  await bring(village)
  const ledger = `/api/places/${village.placeId}/ledger?view=unit`
  const { matters } = await village.stranger().read(ledger)
  expect(matters.map(({ concern }: any) => concern.raisedBy)).toContain('李婶')
  await facilitator.must('set-raiser-naming', { areRaisersNamed: false })
  expect((await village.stranger().get(`/api/places/${village.placeId}`)).body.areRaisersNamed).toBe(false)
  const { deeds } = await facilitator.read(`/api/places/${village.placeId}/deeds`)
  expect(
    deeds.map(({ kind }: any) => kind).filter((kind: string) => kind === 'raiser-naming-set'),
  ).toHaveLength(2)
})

test('a ledger that does not say how something is done promises that the matter is seen to, and comes back whole', async () => {
  const village = await openVillage()
  const { context, placeId } = village
  const rows = rowsOfText(
    '提出时间,问题,责任人,完成时限,完成情况\n2025-03-05,水渠堵了,王建国,2025-04-05,未完成',
  )
  const actor = { ...systemAt(placeId), roles: ['facilitator', 'recorder'] as const }
  const options = { placeId, isDry: false, fileName: 'a.csv' }
  await bringLedger(context, actor, [{ rows, is1904: false }], options)
  const recorder = await village.as('陈晓')
  const { commitments } = await recorder.read(`/api/places/${placeId}/ledger`)
  expect(commitments).toMatchObject([{ measure: '水渠堵了', owner: '王建国' }])
  const view = await recorder.read(`/api/places/${placeId}/matters/${commitments[0].concernId}`)
  const steps = storyOf(view, { ...ledger, ...story }, 'Asia/Shanghai')
  expect(steps.map(({ on }) => on)).toEqual(['2025-03-05', '2026-11-22', '2026-11-22'])
  expect(steps.at(-1)).toMatchObject({ line: `王建国 · ${ledger.daysLate(596)}`, tone: 'late' })
  const table = (await recorder.get(`/api/places/${placeId}/ledger.csv`)).body as string
  const again = await bringLedger(context, actor, [{ rows: rowsOfText(table), is1904: false }], options)
  expect(again).toMatchObject({
    rows: [{ problems: [{ code: 'already-imported' }], values: { measure: null } }],
  })
})

test('of two people of one name whoever is told apart in the file is linked, by the name alone', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  const ids: string[] = []
  for (const door of ['东头21号', '西头3号']) {
    const [householdId, personId] = [randomUUID(), randomUUID()]
    await facilitator.must('add-household', { householdId, name: door, gridId: null })
    await facilitator.must('add-person', { personId, name: '李强', householdId })
    ids.push(personId)
  }
  const path = `/api/places/${village.placeId}/ledger`
  const { owners }: ImportedView = await facilitator.read(`${path}/imported`)
  expect(
    owners
      .filter(({ name }) => name === '李强')
      .map(({ shown }) => shown)
      .sort(),
  ).toEqual([...['李强（东头21号）', '李强（西头3号）'].sort()])
  const { context, placeId } = village
  const actor = { ...systemAt(placeId), roles: ['facilitator', 'recorder'] as const }
  const rows = rowsOfText(
    '提出时间,问题,措施,责任人,协办人,完成时限\n2025-03-05,渠堵了,清淤,李强（西头3号）,李强（东头21号）、老孙,2025-04-05',
  )
  await bringLedger(context, actor, [{ rows, is1904: false }], { placeId, isDry: false, fileName: 'a.csv' })
  const { commitments } = await facilitator.read(path)
  expect(commitments).toMatchObject([
    {
      ...{ owner: '李强', ownerId: ids[1] },
      coOwners: [
        { name: '李强', personId: ids[0] },
        { name: '老孙', personId: null },
      ],
    },
  ])
})
