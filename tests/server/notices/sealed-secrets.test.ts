import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { say } from '../../../server/notices/delivery/carrying.ts'
import { sealSecrets } from '../../../server/notices/planning/seal-secrets.ts'
import { robotRowsOf } from '../../../server/notices/robots/robots.ts'
import { keyInFolder, mustBeKnown, SECRET_KEY_FILE, SecretBox } from '../../../server/storage/secret-box.ts'
import { openReceiver } from '../../support/peers/robot-receiver.ts'
import { dingtalk } from '../../support/peers/robot-wish.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

const HELD = ['robots', 'eventWords', 'mailboxes', 'journal', 'receipts'] as const

async function everythingHeld({ context }: Village): Promise<string> {
  const rows = await Promise.all(
    HELD.map((name) => context.database.reader.selectFrom(name).selectAll().execute()),
  )
  return JSON.stringify(rows)
}

async function withRobot() {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  const robot = { robotId: randomUUID(), ...dingtalk() }
  await facilitator.must('set-robot', robot)
  const token = robot.address.split('=').at(-1)!
  const row = async () => (await robotRowsOf(village.context.database.reader, village.placeId))[0]!
  return { village, facilitator, robot, token, row }
}

test('whoever has the database can post in no group and follow no link of a mail', async () => {
  const { village, facilitator, robot, token } = await withRobot()
  const personId = village.people['陈静']!
  const mailbox = { placeId: village.placeId, personId, address: 'chen@example.cn', language: 'zh-Hans' }
  await facilitator.send('POST', '/api/mailboxes', mailbox)
  const held = await everythingHeld(village)
  expect(held).toContain(robot.robotId)
  expect(held).not.toContain(token)
  expect(held).not.toContain(robot.secret)
  const again = await facilitator.command('set-robot', { ...robot, robotId: randomUUID() })
  expect(again.body).toMatchObject({ refused: 'already-exists', field: 'address' })
})

test('what an earlier version kept as it was is sealed at the next start, and still reaches its group', async () => {
  const { village, robot, token, row } = await withRobot()
  const { database } = village.context
  const { address, secret } = robot
  await database.write((work) => work.updateTable('robots').set({ address, secret }).execute())
  expect(await everythingHeld(village)).toContain(token)
  await sealSecrets(village.context, village.placeId)
  expect(await everythingHeld(village)).not.toContain(token)
  const receiver = await openReceiver()
  expect(await say(village.context, { receiver: receiver.origin }, await row(), '到日子了')).toBe('sent')
  expect(receiver.heard[0]!.query.get('access_token')).toBe(token)
})

test('under a new key everything is sealed anew, and without the old one it is said what was lost', async () => {
  const { village, row } = await withRobot()
  const { context } = village
  const receiver = await openReceiver()
  const hear = async (secretBox: SecretBox) =>
    say({ ...context, secretBox }, { receiver: receiver.origin }, await row(), '到日子了')
  expect(await hear(new SecretBox(['another key']))).toBe('secret-lost')
  expect(receiver.heard).toEqual([])
  const [first, second] = ['the first key of this village', 'the second key of this village']
  const { address, secret } = dingtalk()
  const sealedBy = new SecretBox([first])
  await context.database.write((work) =>
    work
      .updateTable('robots')
      .set({ address: sealedBy.seal(address), secret: sealedBy.seal(secret!) })
      .execute(),
  )
  await sealSecrets({ ...context, secretBox: new SecretBox([second, first]) }, village.placeId)
  expect(await hear(new SecretBox([second]))).toBe('sent')
  expect(await hear(new SecretBox([first]))).toBe('secret-lost')
})

test('the key beside the data is made once and is the account’s own', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-key-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const key = keyInFolder(dataDir)
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(keyInFolder(dataDir)).toBe(key)
  expect(statSync(path.join(dataDir, SECRET_KEY_FILE)).mode & 0o777).toBe(0o600)
})

test('a node with another key is told so at its start, and one that brings the old key along takes over', async () => {
  const { database } = (await openVillage()).context
  const [first, second] = ['the first key', 'the second key']
  await mustBeKnown(database, new SecretBox([first]))
  await mustBeKnown(database, new SecretBox([first]))
  await expect(mustBeKnown(database, new SecretBox([second]))).rejects.toThrow('another SECRET_KEY')
  await mustBeKnown(database, new SecretBox([second, first]))
  await expect(mustBeKnown(database, new SecretBox([first]))).rejects.toThrow('another SECRET_KEY')
})

test('what was changed opens nothing', () => {
  const box = new SecretBox(['a key'])
  const sealed = box.seal('https://oapi.dingtalk.com/robot/send?access_token=abc')
  expect(box.open(sealed)).toContain('abc')
  expect(box.open(`${sealed.slice(0, -4)}AAAA`)).toBeNull()
  expect(box.seal('one')).not.toBe(box.seal('one'))
})
