import { expect, onTestFinished, test } from 'vitest'
import { startInstance } from '../../replay/playing/instance.ts'
import { administer } from '../../support/hands/administer.ts'
import { Client } from '../../support/running/client.ts'
import { openTestDatabase } from '../../support/running/database.ts'

const FOUNDER = { loginName: 'zhouwen', password: '石桥村口的老槐树底下' }
const OWN = { loginName: 'zhouwen', password: '后山的板栗又红了一回' }

test('whoever keeps the machine lists who works where, ends their sessions and lets the only one there in again', async () => {
  const storage = await openTestDatabase()
  onTestFinished(() => storage.remove())
  const env = { DATA_DIR: storage.where.dataDir, DATABASE_URL: storage.where.databaseUrl ?? '' }
  const server = await startInstance(0, env)
  onTestFinished(async () => void (await server.close()))
  const founder = new Client(server.url)
  const founded = {
    villageName: '石桥村',
    townshipName: null,
    facilitatorName: '周文',
    ...FOUNDER,
    key: null,
    language: 'zh-Hans',
  }
  expect((await founder.post('/api/setup/village', founded)).status).toBe(200)

  const list = await administer(['list'], env)
  expect(list.lines).toMatchObject([
    { kind: 'village', name: '石桥村', posts: [{ name: '周文', loginName: 'zhouwen' }] },
  ])
  expect(JSON.stringify(list.lines)).not.toMatch(/scrypt|hash/i)

  expect((await administer(['end-sessions', 'zhouwen'], env)).lines).toEqual([{ person: '周文', ended: 1 }])
  expect((await founder.get('/api/me')).body.actor).toBe(null)

  const { code, lines } = await administer(['reset-login', 'zhouwen'], env)
  expect([code, lines[0].person]).toEqual([0, '周文'])
  const locked = new Client(server.url)
  const used = await locked.post('/api/invitations/accept', { code: lines[0].code, ...OWN })
  expect(used.status).toBe(200)
  expect((await new Client(server.url).post('/api/sessions', FOUNDER)).status).not.toBe(200)
  const back = new Client(server.url)
  expect((await back.post('/api/sessions', OWN)).status).toBe(200)
  const nobody = await administer(['reset-login', 'nobody-here'], env)
  expect([nobody.code, nobody.lines]).toEqual([1, []])
}, 240_000)
