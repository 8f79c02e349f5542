import { expect, test } from 'vitest'
import { remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

interface Line {
  readonly method: string
  readonly route: string | null
  readonly status: number
  readonly refused?: string
}

async function withLog() {
  const written: string[] = []
  const village = await openVillage({ logged: (line) => written.push(line) })
  const lines = (): Line[] => written.map((line) => JSON.parse(line) as Line)
  return { village, written, lines }
}

test('a wrong password, a wrong code and an unknown address leave a line each', async () => {
  const { village, lines } = await withLog()
  const stranger = village.stranger()
  await stranger.post('/api/sessions', { loginName: 'nobody-known', password: 'a guess of mine' })
  await stranger.get('/api/codes/999999')
  await stranger.get('/nowhere/at/all')
  const refused = (): Line[] => lines().filter(({ status }) => status >= 400)
  await expect.poll(() => refused().length).toBe(3)
  expect(refused()).toMatchObject([
    { method: 'POST', route: '/api/sessions', refused: 'wrong-password' },
    { method: 'GET', refused: 'code-unknown' },
    { method: 'GET', refused: 'not-found' },
  ])
})

test('nobody’s name, words, code, password or address stands in the log', async () => {
  const { village, written } = await withLog()
  const { facilitator, meetingId, phone } = await openEvening(village)
  const { code } = (await facilitator.room(meetingId)).meeting
  const villager = await phone('李婶')
  await villager.must('post-comment', remark(meetingId, { text: '桥头那盏最要紧' }))
  await facilitator.post('/api/sessions', { loginName: 'nobody-known', password: 'a guess of mine' })
  await facilitator.get(`/api/codes/${code}?q=${encodeURIComponent('桥头')}`)
  await facilitator.get('/nowhere/nobody-known')
  await expect.poll(() => written.some((line) => line.includes('not-found'))).toBe(true)
  // The server's own address is no guest's.
  const log = written.filter((line) => !line.includes('Server listening')).join('')
  for (const secret of [
    '李婶',
    '桥头',
    'nobody-known',
    'a guess of mine',
    String(code),
    '127.0.0.1',
    meetingId,
  ])
    expect(log).not.toContain(secret)
  expect(log).toContain('/api/commands/post-comment')
})
