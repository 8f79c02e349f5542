import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { LedgerPage } from '../../../shared/ledger/ledger.ts'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'
import { matter, promise } from '../../support/villages/stage.ts'

test('a call between two evenings is written down, promised and stands in the ledger without a meeting', async () => {
  const { village, recorder, path } = await openLampLedger()
  const call = { meetingId: null, channel: 'call', raisedBy: '周伯', text: '水管又漏了' }
  const { concernId } = matter('')
  const cadre = await village.as('王建国')
  await cadre.must('raise-concern', matter('', { ...call, concernId }))
  const about = { commitmentId: randomUUID(), concernId, meetingId: null }
  await recorder.must('record-commitment', promise(village, { ...about, measure: '换一截水管' }))
  await recorder.must('read-back-commitment', { commitmentId: about.commitmentId })
  await recorder.must('confirm-commitment', { commitmentId: about.commitmentId })
  const { matters }: LedgerPage = await village.stranger().read(`${path}?q=水管`)
  expect(matters).toMatchObject([
    {
      meeting: null,
      commitment: { measure: '换一截水管', state: 'open', meetingId: null },
      concern: { text: '水管又漏了', channel: 'call', state: 'promised' },
    },
  ])
})
