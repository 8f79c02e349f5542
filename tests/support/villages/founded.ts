import { randomUUID } from 'node:crypto'
import { DESK, type Screen } from '../hands/browser.ts'
import type { Hall } from '../hands/hall.ts'
import { setUpVillage } from '../hands/places-hands.ts'
import type { Client } from '../running/client.ts'
import type { Instance } from './village.ts'

export const FOUNDED_TITLE = '十一月凉亭夜话'

/** 石桥村 as 周文 founded it, with an evening that is open. */
export interface Founded {
  readonly instance: Instance
  readonly office: Screen
  /** 周文, for what is done without pages. */
  readonly staff: Client
  readonly meetingId: string
  readonly code: string
}

/** Founds the village by the first page of a new instance, and opens an evening there. */
export async function foundWithEvening(hall: Hall): Promise<Founded> {
  const instance = await hall.openInstance()
  const office = await hall.sit('周文', instance.url, DESK)
  const staff = await setUpVillage(office, instance.stranger(), {
    ...{ village: '石桥村', who: '周文', loginName: 'zhouwen', password: '石桥村口的老槐树底下' },
  })
  const meetingId = randomUUID()
  await staff.must('plan-meeting', {
    ...{ meetingId, format: 'pavilion-talk', title: FOUNDED_TITLE, onDay: '2026-11-22' },
    ...{ agenda: [{ agendaItemId: randomUUID(), title: '大家说' }] },
  })
  await staff.must('open-meeting', { meetingId })
  const { code } = (await staff.room(meetingId)).meeting
  return { instance, office, staff, meetingId, code }
}
