import { describe, expect, test } from 'vitest'
import type { AppContext } from '../../../server/app/feature.ts'
import { features } from '../../../server/app/features.ts'
import { noticesOf, remindersToSend } from '../../../server/notices/queries.ts'
import { takeReminder } from '../../../server/notices/delivery/sending.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import type { Notice } from '../../../shared/notices/notice.ts'
import { evolveNotices } from '../../../shared/notices/evolve.ts'
import { facilitator, id, MEETING, owner, PLACE, recorder, villager } from '../../support/villages/given.ts'
import { openRecord, type VillageRecord } from '../../support/records/record.ts'

const OWNER = owner.personId!
const CONCERN = id(400)
const PROMISE = id(300)
const sweeps = features.flatMap((feature) => feature.sweeps ?? [])

/** The calendar looks on two nodes at once. */
async function lookOn(record: VillageRecord, day: string): Promise<void> {
  record.turnTo(day)
  const once = async () => {
    for (const sweep of sweeps) await sweep(record.context as AppContext, PLACE)
  }
  await Promise.all([once(), once()])
}

async function openVillage(): Promise<VillageRecord> {
  const record = await openRecord()
  await record.context.database.write(async (work) => {
    const household = { householdId: null, movedAwayAt: null, placeId: PLACE }
    const post = { placeId: PLACE, givenAt: '2026-01-01T00:00:00.000Z', endedAt: null }
    const roster = [
      { ...household, id: OWNER, name: '王书记' },
      { ...household, id: facilitator.id, name: '陈静' },
    ]
    await work.insertInto('people').values(roster).execute()
    await work
      .insertInto('posts')
      .values({ ...post, id: id(801), personId: facilitator.id, role: 'facilitator', title: '主持人' })
      .execute()
  })
  return record
}

async function promised({ must }: VillageRecord): Promise<void> {
  const comment = {
    commentId: id(500),
    meetingId: MEETING,
    text: '路灯不亮',
    lane: 'masked',
    channel: 'phone',
    name: '李婶',
  }
  await must(villager, 'post-comment', comment)
  await must(recorder, 'raise-concern', {
    ...{ concernId: CONCERN, meetingId: MEETING, commentId: id(500), agendaItemId: null },
    ...{ text: '路灯不亮', raisedBy: null, lane: 'open', isAgreed: true, channel: 'meeting', gridId: null },
  })
  await must(recorder, 'record-commitment', {
    ...{ commitmentId: PROMISE, meetingId: MEETING, concernId: CONCERN, origin: 'promise', entryId: null },
    ...{ verbatim: '我找人修好。', ownerId: OWNER, owner: '王书记', measure: '换灯', dueOn: '2026-12-10' },
    ...{ limit: null, isOnTheSpot: false, coOwners: [] },
  })
  await must(facilitator, 'read-back-commitment', { commitmentId: PROMISE })
  await must(facilitator, 'confirm-commitment', { commitmentId: PROMISE })
}

const told = async ({ context }: VillageRecord) =>
  (await noticesOf(context.database.reader, PLACE)).map(({ kind, onDay, recipient }) => [
    kind,
    onDay,
    recipient.id,
  ])

describe('sixty days of a promise, with the calendar looking every day on two nodes', () => {
  test('each notice is written once for each recipient, and the journal tells the same', async () => {
    const record = await openVillage()
    await promised(record)
    for (let day = '2026-11-22'; day <= '2026-12-20'; day = addDays(day, 1)) await lookOn(record, day)
    await record.must(owner, 'report-done', { commitmentId: PROMISE, report: '三盏都亮了' })
    for (let day = '2026-12-21'; day <= '2027-01-31'; day = addDays(day, 1)) await lookOn(record, day)
    expect(await told(record)).toEqual([
      ['blue', '2026-12-07', OWNER],
      ['yellow', '2026-12-11', facilitator.id],
      ['yellow', '2026-12-11', OWNER],
      ['red', '2026-12-17', facilitator.id],
      ['red', '2026-12-17', OWNER],
      ['rating', '2026-12-23', villager.id],
      ['rating', '2027-01-03', villager.id],
      ['rating', '2027-01-17', villager.id],
    ])
    const story = await record.story()
    const order = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
    const folded = story.reduce<readonly Notice[]>((list, event) => evolveNotices(list, event as never), [])
    expect(order(folded)).toEqual(order(await noticesOf(record.context.database.reader, PLACE)))
  })

  test('a rating that opens it again begins anew, and the second miss is red at once', async () => {
    const record = await openVillage()
    await promised(record)
    await lookOn(record, '2026-12-11')
    await record.must(owner, 'report-done', { commitmentId: PROMISE, report: '换了两盏' })
    const bad = { done: 'not', satisfied: 'not', word: null }
    await record.must(villager, 'rate-outcome', {
      ratingId: id(700),
      concernId: null,
      commitmentId: PROMISE,
      ...bad,
    })
    // The new run ends on 12-29.
    for (let day = '2026-12-24'; day <= '2026-12-31'; day = addDays(day, 1)) await lookOn(record, day)
    expect((await told(record)).map(([kind, day]) => `${kind} ${day}`)).toEqual([
      'yellow 2026-12-11',
      'yellow 2026-12-11',
      'blue 2026-12-24',
      'red 2026-12-30',
      'red 2026-12-30',
    ])
  })
})

test('reminders of one day are one message, by day, and each is taken by one sender', async () => {
  const record = await openVillage()
  await promised(record)
  await lookOn(record, '2026-12-11')
  const { database } = record.context
  // 20:00 and 23:30 in the village.
  const evening = '2026-12-11T12:00:00.000Z'
  const send = (now: string, today: string) => remindersToSend(database.reader, PLACE, now, today)
  expect(await send('2026-12-11T15:30:00.000Z', '2026-12-11')).toEqual([])
  const reminders = await send(evening, '2026-12-11')
  expect(reminders.map(({ recipient, notices }) => [recipient.id, notices.length])).toEqual([
    [facilitator.id, 1],
    [OWNER, 1],
  ])
  const take = () => database.write((work) => takeReminder(work, reminders[0]!, evening, '2026-12-11'))
  expect((await Promise.all([take(), take()])).sort()).toEqual([false, true])
  expect((await send(evening, '2026-12-11')).map(({ recipient }) => recipient.id)).toEqual([OWNER])
  await lookOn(record, '2026-12-17')
  // Reminded today already: what came since waits until tomorrow.
  expect((await send('2026-12-17T12:30:00.000Z', '2026-12-11')).map(({ recipient }) => recipient.id)).toEqual(
    [OWNER],
  )
  expect(await send('2026-12-17T12:30:00.000Z', '2026-12-17')).toHaveLength(2)
})
