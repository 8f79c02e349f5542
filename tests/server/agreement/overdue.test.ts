import { describe, expect, test } from 'vitest'
import { ledgerFor, openCommitmentsDueBefore } from '../../../server/commitments/queries.ts'
import { noticeOverdue } from '../../../server/commitments/sweep.ts'
import type { AppContext } from '../../../server/app/feature.ts'
import { standingOf } from '../../../shared/commitments/standing.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import {
  facilitator,
  guestElsewhere,
  id,
  looking,
  MEETING,
  onDay,
  PLACE,
  recorder,
  villager,
} from '../../support/villages/given.ts'
import { openRecord, type VillageRecord } from '../../support/records/record.ts'

const sweep = ({ context }: VillageRecord) => noticeOverdue(context as AppContext, PLACE)

async function promised(
  record: VillageRecord,
  commitmentId: string,
  dueOn: string,
  upTo: 'spoken' | 'open' | 'done',
) {
  await record.must(recorder, 'record-commitment', {
    commitmentId,
    meetingId: MEETING,
    concernId: null,
    origin: 'promise',
    entryId: null,
    limit: null,
    isOnTheSpot: false,
    verbatim: '我找人修好。',
    ownerId: null,
    owner: '王书记',
    measure: '换灯',
    dueOn,
    coOwners: [],
  })
  if (upTo === 'spoken') return
  await record.must(facilitator, 'read-back-commitment', { commitmentId })
  await record.must(facilitator, 'confirm-commitment', { commitmentId })
  if (upTo === 'done') await record.must(recorder, 'report-done', { commitmentId, report: '修好了' })
}

const noticed = async (record: VillageRecord) =>
  (await record.story())
    .filter(({ type }) => type === 'commitment-became-overdue')
    .map(({ data }) => (data as { dueOn: string }).dueOn)

describe('a day that has passed', () => {
  test('the rows the sweep asks for are those that standingOf calls overdue, on every day around', async () => {
    const record = await openRecord()
    let number = 300
    for (const state of ['spoken', 'open', 'done'] as const)
      for (const dueOn of [
        '2026-11-30',
        '2026-12-01',
        '2026-12-09',
        '2026-12-10',
        '2026-12-11',
        '2027-01-01',
      ])
        await promised(record, id(number++), dueOn, state)
    const slip = id(number)
    await promised(record, slip, '2026-11-25', 'spoken')
    await record.must(recorder, 'drop-commitment', { commitmentId: slip })
    const { database } = record.context
    const all = await ledgerFor(database, PLACE, looking(recorder), '2026-11-22')
    expect(all.commitments).toHaveLength(18)
    for (let day = '2026-11-28'; day < '2027-01-04'; day = addDays(day, 1)) {
      const asked = await openCommitmentsDueBefore(database.reader, PLACE, day)
      const late = all.commitments.filter((one) => one.state === 'open' && standingOf(one, day) === 'overdue')
      expect(
        asked.map((one) => one.id),
        day,
      ).toEqual(late.map((one) => one.id))
    }
  })

  test('is noticed the day after, once however often anybody looks', async () => {
    const record = await openRecord()
    await promised(record, id(300), '2026-12-10', 'open')
    record.turnTo('2026-12-10')
    await sweep(record)
    expect(await noticed(record)).toEqual([])
    record.turnTo('2026-12-11')
    await Promise.all([sweep(record), sweep(record), sweep(record)])
    record.turnTo('2026-12-12')
    await sweep(record)
    expect(await noticed(record)).toEqual(['2026-12-10'])
  })

  test('a new run can pass too, and an early look at it does not hide that', async () => {
    const record = await openRecord()
    await promised(record, id(300), '2026-12-10', 'open')
    record.turnTo('2026-12-11')
    await sweep(record)
    await record.must(recorder, 'report-done', { commitmentId: id(300), report: '换了两盏' })
    await record.must(facilitator, 'note-rating', {
      ratingId: id(700),
      concernId: null,
      commitmentId: id(300),
      done: 'not',
      satisfied: 'not',
      word: null,
      witness: '李婶',
    })
    // Promised on 11-22 for 12-10: the new run is as long.
    for (const today of ['2026-12-11', '2026-12-29', '2026-12-30', '2026-12-31']) {
      record.turnTo(today)
      await sweep(record)
    }
    expect(await noticed(record)).toEqual(['2026-12-10', '2026-12-29'])
  })

  test('what is kept in time is never noticed', async () => {
    const record = await openRecord()
    await promised(record, id(300), '2026-12-10', 'done')
    await promised(record, id(301), '2026-12-10', 'spoken')
    record.turnTo('2026-12-31')
    await sweep(record)
    expect(await noticed(record)).toEqual([])
  })
})

describe('the ledger', () => {
  test('staff read every promise, everybody else those that were confirmed', async () => {
    const record = await openRecord()
    await promised(record, id(300), '2026-12-10', 'spoken')
    await promised(record, id(301), '2026-12-11', 'open')
    await promised(record, id(302), '2026-12-12', 'done')
    await record.must(facilitator, 'read-back-commitment', { commitmentId: id(300) })
    await record.must(facilitator, 'move-due-date', {
      commitmentId: id(301),
      dueOn: '2026-12-20',
      reason: '等灯',
    })
    const { database } = record.context
    const { today } = onDay('2026-11-23')
    const forStaff = await ledgerFor(database, PLACE, looking(recorder), today)
    const forAll = await ledgerFor(database, PLACE, looking(villager), today)
    expect(forStaff.commitments.map((one) => one.id)).toEqual([id(300), id(302), id(301)])
    expect(forAll.commitments.map((one) => one.id)).toEqual([id(302), id(301)])
    expect(forAll).toMatchObject({
      today,
      place: { id: PLACE, name: '柳树湾村' },
      dueChanges: [{ commitmentId: id(301), fromOn: '2026-12-11', toOn: '2026-12-20', reason: '等灯' }],
      meetings: [{ id: MEETING }],
    })
    // The code is read by whoever may follow the evening.
    for (const { meetings } of [forStaff, forAll])
      expect(meetings).toMatchObject([{ code: expect.any(String) }])
    const outside = await ledgerFor(database, PLACE, looking(guestElsewhere), today)
    expect(outside.commitments).toEqual(forAll.commitments)
    expect(outside.meetings).toMatchObject([{ id: MEETING, code: null }])
  })
})
