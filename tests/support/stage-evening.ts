import { randomUUID } from 'node:crypto'
import type { Client } from './client.ts'
import { openRecorder } from './recorder.ts'

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
