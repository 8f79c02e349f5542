import { randomUUID } from 'node:crypto'
import type { Client } from '../support/running/client.ts'
import { openRecorder, type Chip, type Recorder } from '../support/peers/recorder.ts'
import { BY_NAME, comeIn, type Cast } from './cast.ts'

const MATTERS = ['上次答应的事', '村口捐款公示', '村里的路灯', '广场音响', '一老食堂', '大家还想说的']
export const PEOPLE_IN_THE_HALL = 36
const TODAY = '2026-11-22'

/** One pavilion talk, played part by part; pictures are taken in between. */
export class Tonight {
  readonly meetingId = randomUUID()
  code = ''
  /** The phone of somebody who is writing just now. */
  phone!: Client
  readonly #agenda = MATTERS.map((title) => ({ agendaItemId: randomUUID(), title }))
  readonly #cast: Cast
  readonly #lamp = { concernId: randomUUID(), commitmentId: randomUUID() }
  readonly #hall: Client[] = []
  #pen!: Recorder

  constructor(cast: Cast) {
    this.#cast = cast
  }

  async plan(): Promise<void> {
    this.#cast.clock.set(`${TODAY}T10:40:00.000Z`)
    const appointment = { onDay: TODAY, beginsAt: '19:00', venue: '村口凉亭' }
    const facts = { format: 'pavilion-talk', title: '十一月凉亭夜话', ...appointment, agenda: this.#agenda }
    await this.#cast.facilitator.must('plan-meeting', { meetingId: this.meetingId, ...facts })
  }

  /** Up to the third matter; comments stand on the wall and wait at the desk. */
  async talk(): Promise<void> {
    const { clock, facilitator, recorder } = this.#cast
    clock.set(`${TODAY}T11:00:00.000Z`)
    await facilitator.must('open-meeting', { meetingId: this.meetingId })
    this.code = (await facilitator.room(this.meetingId)).meeting.code
    this.#pen = await openRecorder(recorder, this.meetingId)
    await this.#fillTheHall()
    await this.#promisedBefore()
    await this.#donations()
    await this.#lamps()
  }

  async #fillTheHall(): Promise<void> {
    this.phone = await comeIn(this.#cast, this.code, '李婶')
    for (let count = 0; count < PEOPLE_IN_THE_HALL; count++) {
      const phone = await comeIn(this.#cast, this.code, null)
      await phone.listen({ meeting: this.meetingId, as: 'phone' })
      this.#hall.push(phone)
    }
  }

  leave(): void {
    for (const phone of this.#hall) phone.hangUp()
  }

  async #start(index: number, at: string): Promise<void> {
    this.#cast.clock.set(`${TODAY}T${at}:00.000Z`)
    const { agendaItemId } = this.#agenda[index]!
    await this.#cast.facilitator.must('start-agenda-item', { meetingId: this.meetingId, agendaItemId })
    this.#pen.section(agendaItemId)
  }

  async #promisedBefore(): Promise<void> {
    await this.#start(0, '11:03')
    this.#pen.turn('王建国', '排水沟十四号清完，一百二十米。按头一回说的日子，晚了九天。')
    this.#pen.turn('李婶', '清是清了，前天那场雨，我家门口没漫上来。')
    await this.#pen.saved()
  }

  async #donations(): Promise<void> {
    await this.#start(1, '11:12')
    const concernId = await this.#raise('捐款收支的明细，缺的发票单列一行', '张大爷', 1)
    this.#pen.turn('张大爷', '修牌坊捐的钱，花到哪儿了，得一笔一笔贴出来。', { concernId })
    this.#pen.turn('王建国', '我认，晚了七天。差一张沙子的发票，压着不说是我的不对。')
    const answer = '捐款三万七千四百，花了三万一千二，剩下六千二在村账上，今晚当场念过。'
    await this.#cast.recorder.must('answer-concern', { concernId, answer })
    await this.#pen.saved()
  }

  async #lamps(): Promise<void> {
    const { clock, facilitator } = this.#cast
    await this.#start(2, '11:31')
    clock.set(`${TODAY}T11:33:00.000Z`)
    await this.#say('天一黑，村东头就没人敢走。', '赵姐', { isShown: true })
    await this.#say('我在桥边摔过一跤，膝盖还疼。', null, { isShown: true })
    const first = await this.#say('路灯从开春就不亮，孩子下晚自习摸黑走。', '李婶', {
      isShown: true,
      by: this.phone,
    })
    const { concernId } = this.#lamp
    await this.#raise('路灯从开春就不亮', '李婶', 2, concernId, first)
    this.#pen.turn('李婶', '路灯从开春就不亮，孩子下晚自习摸黑走。', { concernId })
    this.#pen.turn('赵姐', '天一黑，村东头就没人敢走。')
    this.#pen.turn('一位村民', '我在桥边摔过一跤，膝盖还疼。')
    await this.#pen.saved()
    await this.#waiting()
    clock.set(`${TODAY}T11:40:30.000Z`)
    const floor = { speaker: '张大爷', personId: this.#cast.people['张大爷'] ?? null }
    await facilitator.must('give-floor', { meetingId: this.meetingId, ...floor })
    clock.set(`${TODAY}T11:42:00.000Z`)
  }

  async #waiting(): Promise<void> {
    const said = [
      ['桥头那盏最要紧，能先修吗？', null, {}],
      ['卫生室门口那盏也一闪一闪。', '赵姐', {}],
      ['换灯的钱从哪儿出？', '张大爷', { channel: 'staff', by: this.#cast.recorder }],
      ['村口捐款的账，能贴出来吗？', null, { by: this.phone }],
    ] as const
    for (const [text, name, options] of said) {
      this.#cast.clock.advance(20_000)
      await this.#say(text, name, options)
    }
  }

  async #say(
    text: string,
    name: string | null,
    options: { readonly isShown?: boolean; readonly channel?: string; readonly by?: Client } = {},
  ): Promise<string> {
    const commentId = randomUUID()
    const { isShown = false, channel = 'phone' } = options
    const by = options.by ?? (await comeIn(this.#cast, this.code, name))
    const lane = name === null ? 'masked' : 'open'
    await by.must('post-comment', { commentId, meetingId: this.meetingId, text, lane, channel, name })
    if (isShown) await this.#cast.facilitator.must('show-comment', { commentId })
    return commentId
  }

  async #raise(
    text: string,
    raisedBy: string | null,
    item: number,
    concernId: string = randomUUID(),
    commentId: string | null = null,
  ): Promise<string> {
    const { agendaItemId } = this.#agenda[item]!
    const about = { concernId, meetingId: this.meetingId, commentId, agendaItemId, text, raisedBy }
    await this.#cast.recorder.must('raise-concern', {
      ...about,
      lane: raisedBy ? 'open' : 'masked',
      isAgreed: true,
      channel: 'meeting',
      gridId: null,
    })
    return concernId
  }

  async #record(
    words: { readonly owner: string; readonly measure: string; readonly dueOn: string },
    verbatim: string,
    ids: { readonly concernId: string | null; readonly commitmentId: string },
    coOwners: readonly object[] = [],
  ): Promise<Chip> {
    const ownerId = this.#cast.people[words.owner] ?? null
    const facts = { ...ids, meetingId: this.meetingId, verbatim, ownerId, ...words, ...BY_NAME, coOwners }
    await this.#cast.recorder.must('record-commitment', facts)
    return { commitmentId: ids.commitmentId }
  }

  /** The promise about the lamps is written and stands on the wall. */
  async readBack(): Promise<void> {
    const { clock, facilitator } = this.#cast
    clock.set(`${TODAY}T11:44:00.000Z`)
    await facilitator.must('clear-floor', { meetingId: this.meetingId })
    const verbatim = '我去找供电所，坏的三盏都换掉，十号以前。'
    const words = { owner: '王建国', measure: '联系供电所，更换 3 盏路灯', dueOn: '2026-12-10' }
    this.#pen.turn('王建国', verbatim, await this.#record(words, verbatim, this.#lamp))
    await this.#pen.saved()
    await facilitator.must('read-back-commitment', { commitmentId: this.#lamp.commitmentId })
  }

  async nod(): Promise<void> {
    this.#cast.clock.set(`${TODAY}T11:45:00.000Z`)
    await this.#cast.facilitator.must('confirm-commitment', { commitmentId: this.#lamp.commitmentId })
  }

  /** The rest of the matters; the evening stays open. */
  async goOn(): Promise<void> {
    await this.#start(3, '11:50')
    const noise = {
      concernId: await this.#raise('广场音响太吵，孩子睡不着', '赵姐', 3),
      commitmentId: randomUUID(),
    }
    const nine = { owner: '王建国', measure: '和舞队约好晚九点停，贴出时间', dueOn: '2026-12-05' }
    this.#pen.turn('赵姐', '广场的音响放到十点半，孩子睡不着。', { concernId: noise.concernId })
    this.#pen.turn('王建国', '约好九点停，五号前贴出来。', await this.#confirmed(nine, noise))
    await this.#start(4, '12:02')
    const meal = { concernId: await this.#raise('老人中午没处吃饭', null, 4), commitmentId: randomUUID() }
    const table = { owner: '王建国', measure: '一老食堂先办中午一顿', dueOn: '2026-12-31' }
    const together = [{ personId: null, name: '赵镇长', part: '协调补贴', dueOn: '2026-12-15' }]
    this.#pen.turn('一位村民', '我妈一个人在家，中午就啃馒头。', { concernId: meal.concernId })
    this.#pen.turn('王建国', '年底前开伙，先办中午一顿。', await this.#confirmed(table, meal, together))
    const referred = await this.#raise('桥头的水位牌看不清', '孙丽', 4)
    await this.#cast.recorder.must('refer-concern', {
      concernId: referred,
      referredTo: '镇水利站',
      route: 'department',
      reason: '桥归镇里管',
    })
    await this.#pen.saved()
  }

  async #confirmed(
    words: { readonly owner: string; readonly measure: string; readonly dueOn: string },
    ids: { readonly concernId: string; readonly commitmentId: string },
    coOwners: readonly object[] = [],
  ): Promise<Chip> {
    const chip = await this.#record(words, `${words.measure}。`, ids, coOwners)
    await this.#cast.facilitator.must('read-back-commitment', { commitmentId: ids.commitmentId })
    await this.#cast.facilitator.must('confirm-commitment', { commitmentId: ids.commitmentId })
    return chip
  }

  async close(): Promise<void> {
    this.#cast.clock.set(`${TODAY}T12:40:00.000Z`)
    await this.#cast.facilitator.must('close-meeting', { meetingId: this.meetingId })
    await this.#pen.saved()
    this.#pen.close()
  }
}
