import { randomUUID } from 'node:crypto'
import type { Client } from '../running/client.ts'
import { openRecorder } from '../peers/recorder.ts'

/** An evening that is planned and not opened. */
export async function planned(facilitator: Client) {
  const meetingId = randomUUID()
  const plannedItems = [randomUUID(), randomUUID()]
  const agenda = plannedItems.map((agendaItemId, n) => ({ agendaItemId, title: `第${n + 1}件` }))
  const title = '十二月议事会'
  await facilitator.must('plan-meeting', {
    meetingId,
    format: 'stool-council',
    title,
    onDay: '2026-12-20',
    agenda,
  })
  return { plannedMeeting: meetingId, plannedItems }
}

/** Something that somebody said, written into the minutes. */
export async function aLine(recorder: Client, meetingId: string): Promise<number> {
  const seat = await openRecorder(recorder, meetingId)
  seat.turn('李婶', '路灯从开春就不亮。')
  const seq = await seat.saved()
  seat.close()
  return seq
}

/** An evening without a word whose minutes both have signed. */
export async function signedEvening(facilitator: Client, recorder: Client): Promise<string> {
  const meetingId = randomUUID()
  const about = { meetingId, format: 'pavilion-talk', title: '九月凉亭夜话', onDay: '2026-09-20', agenda: [] }
  await facilitator.must('plan-meeting', about)
  await facilitator.must('open-meeting', { meetingId })
  await facilitator.must('close-meeting', { meetingId })
  await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq: 0 })
  await recorder.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq: 0 })
  return meetingId
}
