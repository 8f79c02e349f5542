import { randomUUID } from 'node:crypto'
import { openRecorder } from '../support/peers/recorder.ts'
import { BY_NAME, type Cast } from './cast.ts'

interface PastPromise {
  readonly raisedBy: string | null
  readonly matter: string
  readonly owner: string
  readonly measure: string
  readonly verbatim: string
  readonly dueOn: string
  readonly moved?: { readonly on: string; readonly to: string; readonly why: string }
  readonly done?: { readonly on: string; readonly report: string }
}

interface PastEvening {
  readonly onDay: string
  readonly title: string
  readonly agendaTitle: string
  readonly promises: readonly PastPromise[]
}

/** A promise kept on a day, in one line. */
const kept = (
  raisedBy: string | null,
  matter: string,
  measure: string,
  dueOn: string,
  doneOn: string,
  owner = '王建国',
): PastPromise => ({
  ...{ raisedBy, matter, measure, dueOn, owner },
  verbatim: `${measure}，我来办。`,
  done: { on: doneOn, report: `${measure}，办成了。` },
})

const EVENINGS: readonly PastEvening[] = [
  {
    onDay: '2026-08-22',
    title: '八月凉亭夜话',
    agendaTitle: '村部和打谷场',
    promises: [
      kept('李婶', '打谷场晚上没有灯', '打谷场装 2 盏灯', '2026-08-31', '2026-08-30'),
      kept('张大爷', '公示栏的玻璃碎了', '公示栏换玻璃', '2026-09-05', '2026-09-03'),
      kept(null, '垃圾桶离水井太近', '垃圾桶挪到打谷场西边', '2026-09-10', '2026-09-16'),
      kept('宋春梅', '图书室总锁着', '图书室周末开门', '2026-09-20', '2026-09-19', '陈静'),
    ],
  },
  {
    onDay: '2026-09-26',
    title: '九月凉亭夜话',
    agendaTitle: '水和路',
    promises: [
      kept('赵姐', '桥头的护栏松了', '桥头护栏焊牢', '2026-10-06', '2026-10-05'),
      kept('胡德厚', '西坡的水压太低', '水站换一台泵', '2026-10-15', '2026-10-14'),
      kept('罗志远', '校车站没有雨棚', '校车站搭雨棚', '2026-10-20', '2026-10-24'),
      kept(null, '村部晚上没人开门', '村部周二、周五值到九点', '2026-10-10', '2026-10-09', '陈静'),
    ],
  },
  {
    onDay: '2026-10-25',
    title: '十月凉亭夜话',
    agendaTitle: '水沟、井盖和账',
    promises: [
      {
        ...{ raisedBy: '李婶', matter: '排水沟堵，雨天漫到路上', owner: '王建国', measure: '清淤 120 米' },
        ...{ verbatim: '我去约挖机，五号前清完。', dueOn: '2026-11-05' },
        moved: { on: '2026-11-03', to: '2026-11-15', why: '挖机排不上' },
        done: { on: '2026-11-14', report: '120 米都清完了，泥也拉走了。' },
      },
      {
        ...{ raisedBy: '张大爷', matter: '村口捐款收支公示', owner: '王建国' },
        ...{ measure: '捐款和开支逐笔贴上公示栏', dueOn: '2026-11-10' },
        verbatim: '捐款和开支，一笔一笔贴出来，十号前。',
        moved: { on: '2026-11-09', to: '2026-11-15', why: '差一张沙子的发票，正在找' },
      },
      {
        ...{ raisedBy: '赵姐', matter: '三组的水井盖板裂了', owner: '王建国' },
        ...{ measure: '换 6 块水泥盖板', verbatim: '六块都换，二十五号前。', dueOn: '2026-11-25' },
      },
      {
        ...{ raisedBy: null, matter: '卫生室门口上不去轮椅', owner: '王建国' },
        ...{ measure: '修 4 米缓坡，装扶手', verbatim: '坡二十号前修好。', dueOn: '2026-11-20' },
        moved: { on: '2026-11-18', to: '2026-11-27', why: '连着下雨，水泥干不了' },
      },
      kept('黄玉珍', '药房没有降压药', '药房补 3 种降压药', '2026-11-06', '2026-11-04', '刘会计'),
    ],
  },
]

interface Deed {
  readonly on: string
  readonly act: () => Promise<unknown>
}

/** Plays the evenings before tonight and what was done between them. */
export async function playPast(cast: Cast): Promise<void> {
  const deeds: Deed[] = []
  for (const evening of EVENINGS)
    deeds.push({ on: evening.onDay, act: async () => void deeds.push(...(await play(cast, evening))) })
  for (;;) {
    deeds.sort((one, other) => one.on.localeCompare(other.on))
    const next = deeds.shift()
    if (!next) return
    cast.clock.set(`${next.on}T11:00:00.000Z`)
    await next.act()
  }
}

async function play(cast: Cast, { onDay, title, agendaTitle, promises }: PastEvening): Promise<Deed[]> {
  const { facilitator, recorder } = cast
  const meetingId = randomUUID()
  const agendaItemId = randomUUID()
  const agenda = [{ agendaItemId, title: agendaTitle }]
  await facilitator.must('plan-meeting', {
    ...{ meetingId, format: 'pavilion-talk', title, onDay, agenda },
    ...{ beginsAt: '19:00', venue: '村口凉亭' },
  })
  await facilitator.must('open-meeting', { meetingId })
  await facilitator.must('start-agenda-item', { meetingId, agendaItemId })
  const pen = await openRecorder(recorder, meetingId)
  pen.section(agendaItemId)
  const later: Deed[] = []
  for (const promise of promises) {
    const concernId = randomUUID()
    const commitmentId = randomUUID()
    const { raisedBy, matter, verbatim, owner } = promise
    const raised = { concernId, meetingId, commentId: null, agendaItemId, text: matter, raisedBy }
    await recorder.must('raise-concern', {
      ...raised,
      lane: raisedBy ? 'open' : 'masked',
      isAgreed: true,
      channel: 'meeting',
      gridId: null,
    })
    await promised(cast, meetingId, concernId, commitmentId, promise)
    pen.turn(raisedBy ?? '一位村民', `${matter}。`, { concernId })
    pen.turn(owner, verbatim, { commitmentId })
    later.push(...afterwards(cast, commitmentId, promise))
  }
  await pen.saved()
  pen.close()
  await closeAndSign(cast, meetingId)
  return later
}

async function promised(
  { facilitator, recorder, people }: Cast,
  meetingId: string,
  concernId: string,
  commitmentId: string,
  { verbatim, owner, measure, dueOn }: PastPromise,
): Promise<void> {
  const ownerId = people[owner] ?? null
  const facts = {
    commitmentId,
    meetingId,
    concernId,
    verbatim,
    ownerId,
    owner,
    measure,
    dueOn,
    coOwners: [],
    ...BY_NAME,
  }
  await recorder.must('record-commitment', facts)
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
}

function afterwards(cast: Cast, commitmentId: string, { owner, moved, done }: PastPromise): Deed[] {
  const by = owner === '陈静' ? cast.facilitator : owner === '刘会计' ? cast.accountant : cast.cadre
  const move = moved && {
    on: moved.on,
    act: () => cast.township.must('move-due-date', { commitmentId, dueOn: moved.to, reason: moved.why }),
  }
  const finish = done && {
    on: done.on,
    act: () => by.must('report-done', { commitmentId, report: done.report }),
  }
  return [move, finish].filter((deed) => deed !== undefined)
}

/** What the hall does at the end: the evening is closed and signed by two. */
export async function closeAndSign({ facilitator, recorder }: Cast, meetingId: string): Promise<void> {
  const { phase } = (await facilitator.room(meetingId)).meeting
  if (phase === 'open') await facilitator.must('close-meeting', { meetingId })
  const path = `/api/places/${facilitator.placeId}/meetings/${meetingId}/minutes`
  const { minutesSeq } = await facilitator.read(path)
  await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq })
  await recorder.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq })
}
