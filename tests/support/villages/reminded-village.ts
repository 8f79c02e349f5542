import { SecretBox } from '../../../server/storage/secret-box.ts'
import { dayAt } from '../../../server/clock/day.ts'
import type { AppContext } from '../../../server/app/feature.ts'
import { carryReminders, type Way } from '../../../server/notices/delivery/carrying.ts'
import { deliveriesOf } from '../../../server/notices/robots/robots.ts'
import { features } from '../../../server/app/features.ts'
import { standingClock, type TestClock } from '../running/clock.ts'
import { facilitator, id, MEETING, owner, PLACE, recorder } from './given.ts'
import { openRecord, type VillageRecord } from '../records/record.ts'

const sweeps = features.flatMap((feature) => feature.sweeps ?? [])

export const KEYS = { wecom: 'a'.repeat(28), dingtalk: 'b'.repeat(28), feishu: 'c'.repeat(28) }
export const ROBOTS = {
  wecom: {
    ...{ robotId: id(901), kind: 'wecom', language: 'zh-Hans', secret: null },
    address: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEYS.wecom}1234`,
  },
  dingtalk: {
    ...{ robotId: id(902), kind: 'dingtalk', language: 'zh-Hant', secret: 'SEC-willow' },
    address: `https://oapi.dingtalk.com/robot/send?access_token=${KEYS.dingtalk}5678`,
  },
  feishu: {
    ...{ robotId: id(903), kind: 'feishu', language: 'en', secret: 'feishu-willow' },
    address: `https://open.feishu.cn/open-apis/bot/v2/hook/${KEYS.feishu}9abc`,
  },
} as const

export interface RemindedVillage {
  readonly record: VillageRecord
  readonly clock: TestClock
  promise(number: number, fields?: object): Promise<string>
  /** The calendar looks on that day. */
  look(day: string): Promise<void>
  /** One minute's look of a node. */
  carry(way: Pick<Way, 'receiver'> & Partial<Way>): Promise<void>
  deliveries(): ReturnType<typeof deliveriesOf>
}

const secretBox = new SecretBox(['a key for tests'])

/** A village with an owner and a facilitator, whose clock the story moves. */
export async function openRemindedVillage(): Promise<RemindedVillage> {
  const record = await openRecord()
  const clock = standingClock()
  const { database } = record.context
  await database.write(async (work) => {
    const household = { householdId: null, movedAwayAt: null, placeId: PLACE }
    const post = { placeId: PLACE, givenAt: '2026-01-01T00:00:00.000Z', endedAt: null }
    const roster = [
      { ...household, id: owner.id, name: '王书记' },
      { ...household, id: facilitator.id, name: '陈静' },
    ]
    await work.insertInto('people').values(roster).execute()
    await work
      .insertInto('posts')
      .values({ ...post, id: id(801), personId: facilitator.id, role: 'facilitator', title: '主持人' })
      .execute()
  })
  const momentAt = async () => ({
    at: clock.now().toISOString(),
    today: dayAt(clock.now(), 'Asia/Shanghai'),
  })
  return {
    record,
    clock,
    promise: (number, fields = {}) => promised(record, id(number), fields),
    async look(day) {
      record.turnTo(day)
      for (const sweep of sweeps)
        await sweep({ ...record.context, clock, secretBox } as unknown as AppContext, PLACE)
    },
    carry: (way) =>
      carryReminders(
        { database, clock, momentAt, secretBox },
        {
          address: 'https://talk.example.cn',
          patienceMs: 5_000,
          failed: (problem) => {
            throw problem
          },
          ...way,
        },
      ),
    deliveries: () => deliveriesOf(database.reader, PLACE),
  }
}

async function promised({ must }: VillageRecord, commitmentId: string, fields: object): Promise<string> {
  await must(recorder, 'record-commitment', {
    ...{ commitmentId, meetingId: MEETING, concernId: null, origin: 'promise', entryId: null },
    ...{ verbatim: '我找人修好。', ownerId: owner.personId, owner: '王书记', measure: '换三盏灯' },
    ...{ dueOn: '2026-12-10', limit: null, isOnTheSpot: false, coOwners: [], ...fields },
  })
  await must(facilitator, 'read-back-commitment', { commitmentId })
  await must(facilitator, 'confirm-commitment', { commitmentId })
  return commitmentId
}
