import { randomUUID } from 'node:crypto'
import { comeIn, type Cast } from './cast.ts'

/** The afternoon's small-stool council: the same screens by day. */
export async function playCouncil(
  cast: Cast,
): Promise<{ readonly meetingId: string; readonly code: string }> {
  const { clock, facilitator } = cast
  clock.set('2026-11-21T06:30:00.000Z')
  const meetingId = randomUUID()
  const agenda = [
    { agendaItemId: randomUUID(), title: '上次答应的事' },
    { agendaItemId: randomUUID(), title: '村东头画停车线' },
  ]
  const facts = { format: 'stool-council', title: '小板凳议事会', onDay: '2026-11-21', agenda }
  await facilitator.must('plan-meeting', { meetingId, ...facts })
  await facilitator.must('open-meeting', { meetingId })
  await facilitator.must('start-agenda-item', { meetingId, agendaItemId: agenda[1]!.agendaItemId })
  const { code } = (await facilitator.room(meetingId)).meeting
  for (const [name, text] of [
    ['罗志远', '先画东头一排，救护车要能进得来。'],
    ['高凤英', '我家门口留一条缝，三轮车要出去。'],
  ] as const) {
    const phone = await comeIn(cast, code, name)
    const commentId = randomUUID()
    const said = { commentId, meetingId, text, lane: 'open', channel: 'phone', name }
    await phone.must('post-comment', said)
    await facilitator.must('show-comment', { commentId })
    await phone.listen({ meeting: meetingId, as: 'phone' })
  }
  clock.set('2026-11-21T06:40:00.000Z')
  const floor = { speaker: '胡德厚', personId: cast.people['胡德厚'] ?? null }
  await facilitator.must('give-floor', { meetingId, ...floor })
  clock.set('2026-11-21T06:41:00.000Z')
  return { meetingId, code }
}
