import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { gatherRunners } from '../../replay/playing/cast.ts'
import { startInstance } from '../../replay/playing/instance.ts'
import { Client } from '../../support/running/client.ts'
import { openTestDatabase } from '../../support/running/database.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

test('a wrong configuration is told whole, and nothing starts', async () => {
  const server = spawn(process.execPath, ['server/app/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: 'seven', LOG_LEVEL: 'loud' },
  })
  let said = ''
  server.stderr.on('data', (chunk) => (said += chunk))
  const [code] = await once(server, 'exit')
  expect(code).toBe(1)
  expect(said).toMatch(/PORT/)
  expect(said).toMatch(/LOG_LEVEL/)
})

test('asked to stop with people connected, it ends cleanly and what was said is there again', async () => {
  const storage = await openTestDatabase()
  onTestFinished(() => storage.remove())
  const environment = { DATA_DIR: storage.where.dataDir, DATABASE_URL: storage.where.databaseUrl ?? '' }
  const first = await startInstance(0, environment)
  const { facilitator, placeId } = await gatherRunners(first.url, [])
  const meetingId = randomUUID()
  const plan = { meetingId, format: 'pavilion-talk', title: '夜话', onDay: '2026-11-22', agenda: [] }
  await facilitator.must('plan-meeting', plan)
  const listening = await facilitator.listen()
  expect(await first.close()).toBe(0)
  await expect.poll(() => listening.closeCode).not.toBeNull()

  const second = await startInstance(0, environment)
  onTestFinished(async () => void (await second.close()))
  const again = new Client(second.url)
  again.cookie = facilitator.cookie
  const { meetings } = await again.read(`/api/places/${placeId}/meetings`)
  expect(meetings.map(({ id }: { id: string }) => id)).toEqual([meetingId])
})

test('a second server on the same folder says so and ends, and the first goes on', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const first = await startInstance(0, { DATA_DIR: dataDir, DATABASE_URL: '' })
  onTestFinished(async () => void (await first.close()))
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '' }
  const second = spawn(process.execPath, ['server/app/main.ts'], { cwd: ROOT, env })
  let said = ''
  second.stderr.on('data', (chunk) => (said += chunk))
  const [code] = await once(second, 'exit')
  expect(code).toBe(1)
  expect(said).toContain(`Another server runs on ${dataDir}`)
  expect((await fetch(`${first.url}/api/ready`)).status).toBe(200)
})
