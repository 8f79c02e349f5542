import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentsIn } from '../../../server/commitments/queries.ts'
import { noticeOverdue } from '../../../server/commitments/sweep.ts'
import { concernsIn } from '../../../server/concerns/queries.ts'
import { custodiesOf } from '../../../server/custody/queries.ts'
import type { AppContext } from '../../../server/app/feature.ts'
import { ratingsFor } from '../../../server/ratings/queries.ts'
import { standingOf } from '../../../shared/commitments/standing.ts'
import { addDays } from '../../../shared/kernel/day.ts'
import {
  facilitator,
  id,
  looking,
  MEETING,
  owner,
  PLACE,
  township,
  villager,
} from '../../support/villages/given.ts'
import { commentOf, COUNTY, draws, TOWN, wishOf, type Draw } from '../../support/villages/matters.ts'
import { expectLinesToAgree } from '../../support/records/lines.ts'
import { evolveMatters, NOTHING, Paper, type Matters } from '../../support/files/paper.ts'
import { openRecord, type VillageRecord } from '../../support/records/record.ts'

const SEQUENCES = 40

async function openVillage(): Promise<VillageRecord> {
  const record = await openRecord()
  await record.context.database.write(async (work) => {
    const zone = { timeZone: 'Asia/Shanghai' }
    const county = { ...zone, id: COUNTY, kind: 'county' as const, parentId: null, name: '卢氏县' }
    const town = { ...zone, id: TOWN, kind: 'township' as const, parentId: COUNTY, name: '青石镇' }
    await work.insertInto('places').values([county, town]).execute()
    await work.updateTable('places').set({ parentId: TOWN }).where('id', '=', PLACE).execute()
    for (const [at, actor, placeId, role] of [
      [801, facilitator, PLACE, 'facilitator'],
      [802, owner, PLACE, 'cadre'],
      [803, township, TOWN, 'township'],
    ] as const) {
      const person = { id: actor.id, placeId, householdId: null, name: actor.name!, movedAwayAt: null }
      await work.insertInto('people').values(person).execute()
      const post = {
        id: id(at),
        placeId,
        personId: actor.id,
        role,
        title: '村书记',
        givenAt: '',
        endedAt: null,
      }
      await work.insertInto('posts').values(post).execute()
    }
  })
  for (const commentId of [commentOf(0), commentOf(1)])
    await record.must(villager, 'post-comment', {
      ...{ commentId, meetingId: MEETING, text: '路灯不亮', lane: 'open', channel: 'phone', name: '李婶' },
    })
  return record
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) =>
  [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))
const inOrder = ({ concerns, commitments, custodies, ratings }: Omit<Matters, 'steps'>) => ({
  concerns: byId(concerns),
  commitments: byId(commitments),
  custodies: byId(custodies),
  ratings: byId(ratings),
})

async function tablesOf({ context }: VillageRecord): Promise<Omit<Matters, 'steps'>> {
  const { reader } = context.database
  const states = ['spoken', 'open', 'done', 'rated', 'settled', 'dropped'] as const
  return {
    concerns: await concernsIn(reader, PLACE),
    commitments: await commitmentsIn(reader, PLACE, states),
    custodies: await custodiesOf(reader, PLACE),
    ratings: await ratingsFor(reader, PLACE, looking(facilitator)),
  }
}

/** The same wishes on paper and on the server: the same are granted, and the same is true afterwards. */
async function live(sequence: readonly Draw[]): Promise<void> {
  const record = await openVillage()
  const paper = new Paper()
  for (const [at, draw] of sequence.entries()) {
    if (draw.act === 'wait') {
      paper.today = addDays(paper.today, draw.days)
      record.turnTo(paper.today)
      paper.noteOverdue()
      await noticeOverdue(record.context as AppContext, PLACE)
      continue
    }
    const wish = wishOf(draw, at, paper.today)
    const refusal = await record.act(wish.by, wish.name, wish.fields)
    expect([at, wish.name, refusal]).toEqual([at, wish.name, paper.act(wish)])
  }
  const tables = inOrder(await tablesOf(record))
  const journal = (await record.story()).reduce(evolveMatters, NOTHING)
  expect(inOrder(journal)).toEqual(tables)
  expect(tables).toEqual(inOrder(paper.matters))
  await expectLinesToAgree(record.context.database)
  const standings = tables.commitments.map((one) => standingOf(one, paper.today))
  expect(standings).toEqual(byId(journal.commitments).map((one) => standingOf(one, paper.today)))
}

test(
  'tables, journal and rules alone tell the same of any story',
  () => fc.assert(fc.asyncProperty(draws(60), live), { numRuns: SEQUENCES, seed: 7, endOnFailure: true }),
  300_000,
)
