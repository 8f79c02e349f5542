import { randomUUID } from 'node:crypto'
import { rowOf as commitmentRow } from '../../server/commitments/rows.ts'
import { rowOf as concernRow } from '../../server/concerns/rows.ts'
import type { CommitmentRow, DueChangeRow } from '../../server/storage/tables/commitments.ts'
import type { ConcernRow } from '../../server/storage/tables/concerns.ts'
import type { Commitment } from '../../shared/commitments/commitment.ts'
import { commitmentChange, dueChangeIn, spoken } from '../../shared/commitments/evolve.ts'
import { CATEGORIES } from '../../shared/concerns/concern.ts'
import { changeBy, concernRaised } from '../../shared/concerns/evolve.ts'
import { addDays, type Day } from '../../shared/kernel/day.ts'

/** A matter with its promise, as the tables hold them after its events. */
export interface Matter {
  readonly concern: ConcernRow
  readonly commitment: CommitmentRow
  readonly dueChanges: readonly DueChangeRow[]
}

const WHERE = [
  '村口',
  '村东头',
  '三组',
  '学校门口',
  '小桥边',
  '老井旁',
  '河滩',
  '晒谷场',
  '卫生室后面',
  '祠堂前',
]
const WHAT = [
  '路灯',
  '水渠',
  '自来水管',
  '桥面',
  '垃圾桶',
  '水泥路',
  '公厕',
  '电线',
  '排水沟',
  '健身器材',
  '围墙',
  '泵房',
]
const WRONG = [
  '坏了',
  '堵了',
  '漏水',
  '塌了一块',
  '没人管',
  '晚上看不清',
  '又脏又臭',
  '有安全隐患',
  '一下雨就淹',
  '修了又坏',
]
const ASKED = [
  '老人小孩走路不方便',
  '请村里想想办法',
  '已经反映过两次',
  '邻居之间有意见',
  '影响春耕',
  '希望尽快处理',
]
const DONE_BY = ['联系施工队', '组织人手', '报镇里立项', '先清理再修补', '换成新的', '安排专人']
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = ['建国', '志强', '秀英', '桂兰', '海涛', '小军', '玉珍', '文斌', '春梅', '国栋', '晓', '静']
const DAYS = 5 * 365

const one = <Item>(items: ArrayLike<Item>, random: () => number): Item =>
  items[Math.floor(random() * items.length)]!

/** One matter of a village, raised within the last years: most are settled, some are late. */
export function matterOf(
  placeId: string,
  meetingId: string,
  no: number,
  today: Day,
  random: () => number,
): Matter {
  const age = Math.floor(random() * DAYS)
  const raisedOn = addDays(today, -age)
  const words = wordsOf(random)
  const concernId = randomUUID()
  const by = { placeId, actorId: '', seq: no }
  const recordedAt = `${raisedOn}T12:${String(no % 60).padStart(2, '0')}:00.000Z`
  const raised = concernRaised({
    ...{ ...by, type: 'concern-raised', recordedAt, words: { text: words.text, raisedBy: words.raiser } },
    data: {
      ...{ concernId, no, meetingId, channel: 'meeting', agendaItemId: null, commentId: null },
      ...{ lane: 'open', raisedById: null },
    },
  })
  const answered = {
    ...by,
    type: 'concern-promised',
    recordedAt,
    words: {},
    data: { concernId, meetingId, on: raisedOn },
  }
  const promised = promiseOf({ placeId, meetingId, concernId, raisedOn, recordedAt, no, age }, words, random)
  return {
    concern: {
      ...concernRow({ ...raised, ...changeBy(answered as never, raised), category: one(CATEGORIES, random) }),
      placeId,
    },
    ...promised,
  }
}

function wordsOf(random: () => number) {
  const place = `${one(WHERE, random)}第${1 + Math.floor(random() * 40)}号旁边的${one(WHAT, random)}`
  return {
    text: `${place}${one(WRONG, random)}，${one(ASKED, random)}。`,
    measure: `${one(DONE_BY, random)}，把${place}处理好`,
    owner: one(SURNAMES, random) + one(GIVEN, random),
    raiser: one(SURNAMES, random) + one(GIVEN, random),
  }
}

interface Raised {
  readonly placeId: string
  readonly meetingId: string
  readonly concernId: string
  readonly raisedOn: Day
  readonly recordedAt: string
  readonly no: number
  readonly age: number
}

function promiseOf(raised: Raised, words: ReturnType<typeof wordsOf>, random: () => number) {
  const { placeId, meetingId, concernId, raisedOn, recordedAt, no, age } = raised
  const commitmentId = randomUUID()
  const dueOn = addDays(raisedOn, 3 + Math.floor(random() * 60))
  const event = (type: string, data: object, said: object = {}): never =>
    ({
      type,
      placeId,
      seq: no,
      actorId: '',
      recordedAt,
      words: said,
      data: { commitmentId, meetingId, ...data },
    }) as never
  const first = spoken(
    event(
      'commitment-recorded',
      {
        ...{
          concernId,
          origin: 'promise',
          entryId: null,
          isListed: false,
          from: raisedOn,
          dueOn,
          limit: null,
        },
        ...{
          calendarVersion: 'cn-2025-11-04',
          isOnTheSpot: false,
          ownerId: null,
          coOwnerIds: [],
          coOwnersDueOn: [],
        },
      },
      {
        verbatim: `${words.measure}。`,
        measure: words.measure,
        owner: words.owner,
        ownerTitle: '村干部',
        coOwners: [],
      },
    ),
    recordedAt,
    recordedAt,
  )
  const isOpen = age < 90 ? random() < 0.7 : random() < 0.06
  const moved =
    random() < 0.1
      ? [
          event(
            'due-day-moved',
            { fromOn: dueOn, toOn: addDays(dueOn, 5), times: 1 },
            { reason: '等材料到货' },
          ),
        ]
      : []
  const course = [
    event('commitment-confirmed', { dueOn }),
    ...moved,
    event('commitment-done', { doneOn: addDays(dueOn, -1) }, { report: '办好了，大家看过了。' }),
    event('commitment-rated', {}),
    event('commitment-settled', { as: 'rated' }),
  ]
  const steps =
    random() < 0.02 ? 0 : (isOpen ? 1 : 1 + Math.min(3, 1 + Math.floor(random() * 12))) + moved.length
  const held = course.slice(0, steps)
  const commitment = held.reduce<Commitment>(
    (before, next) => ({ ...before, ...commitmentChange(next, before) }),
    first,
  )
  const dueChanges = held.flatMap((next) => {
    const change = dueChangeIn(next)
    return change ? [{ ...change, placeId, seq: no }] : []
  })
  return { commitment: { ...commitmentRow(commitment), placeId }, dueChanges }
}
