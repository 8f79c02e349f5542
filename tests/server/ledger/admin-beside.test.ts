import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { gatherRunners } from '../../replay/playing/cast.ts'
import { startInstance } from '../../replay/playing/instance.ts'
import { administer } from '../../support/hands/administer.ts'
import { openTestDatabase } from '../../support/running/database.ts'

const OLD = [
  '提出时间,提出人,问题,措施,责任人,完成时限,完成情况',
  '2025-03-05,李婶,灯不亮,换灯,王建国,2025-04-05,未完成',
  '2025-03-06,,桥坏了,,,长期,看情况',
].join('\n')

test('an open page sees the rows that an import beside the running server brings', async () => {
  const storage = await openTestDatabase()
  onTestFinished(() => storage.remove())
  const folder = mkdtempSync(path.join(tmpdir(), 'liangting-old-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, '台账.csv')
  writeFileSync(file, OLD)
  const env = { DATA_DIR: storage.where.dataDir, DATABASE_URL: storage.where.databaseUrl ?? '' }
  const server = await startInstance(0, env)
  onTestFinished(async () => void (await server.close()))
  const { recorder, placeId } = await gatherRunners(server.url, [])
  const listening = await recorder.listen()

  const { code, lines } = await administer(['import-ledger', file, '--place', placeId], env)
  expect([code, lines.length, lines.at(-1)]).toEqual([0, 3, { good: 1, bad: 1, passedOver: 1 }])
  await expect.poll(() => JSON.stringify(listening.events), { timeout: 20_000 }).toContain('换灯')
  recorder.hangUp()
}, 240_000)
