import { expect, test } from 'vitest'
import { matter } from '../../support/villages/stage.ts'
import { openRecorder } from '../../support/peers/recorder.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('an erratum in which an answer was changed is signed, not cancelled; put back, it is cancelled', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, agenda } = await openEvening(village)
  const xiao = await village.as('陈晓')
  const asked = matter(meetingId)
  const about = { concernId: asked.concernId }
  await facilitator.must('raise-concern', asked)
  await facilitator.must('answer-concern', { ...about, answer: '下周就换' })
  const open = matter(meetingId, { text: '桥头没有灯' })
  await facilitator.must('raise-concern', open)
  const recorder = await openRecorder(xiao, meetingId)
  recorder.section(agenda[0]!)
  const minutesSeq = await recorder.saved()
  recorder.close()
  await facilitator.must('close-meeting', { meetingId })
  await xiao.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq })
  await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq })

  village.clock.set('2026-11-24T04:00:00.000Z')
  await xiao.must('open-erratum', { meetingId, reason: '答的不是这一句' })
  village.clock.set('2026-11-24T05:00:00.000Z')
  await xiao.must('take-back-outcome', about)
  const cancel = async (): Promise<string> =>
    (await xiao.command('cancel-erratum', { meetingId })).body.refused ?? 'cancelled'
  expect(await cancel()).toBe('erratum-changed')
  await xiao.must('answer-concern', { ...about, answer: '月底才换' })
  expect(await cancel()).toBe('erratum-changed')
  await xiao.must('take-back-outcome', about)
  await xiao.must('answer-concern', { ...about, answer: '下周就换' })
  expect(await cancel()).toBe('cancelled')
})
