import { describe, expect, test } from 'vitest'
import { HASHES_AT_ONCE, MAX_HASHES_WAITING, HashQueue } from '../../../server/people/log-in/hash-queue.ts'
import { openInstance, openVillage } from '../../support/villages/village.ts'

describe('the queue in front of the password hashes', () => {
  test('two run, a few wait in order, the rest is refused at once', async () => {
    const queue = new HashQueue()
    const ends: (() => void)[] = []
    const begun: number[] = []
    const work = (n: number) => (): Promise<number> => {
      begun.push(n)
      return new Promise((resolve) => ends.push(() => resolve(n)))
    }
    const room = HASHES_AT_ONCE + MAX_HASHES_WAITING
    const inside = Array.from({ length: room }, (_, n) => queue.run(work(n)))
    await expect(queue.run(work(room))).rejects.toMatchObject({ refused: 'log-ins-crowded' })
    expect(begun).toEqual([0, 1])
    ends[1]!()
    await inside[1]
    await expect.poll(() => begun).toEqual([0, 1, 2])
    inside.push(queue.run(work(room)))
    for (let n = 0; n <= room; n++) {
      await expect.poll(() => begun.length).toBeGreaterThan(Math.min(n, room))
      for (const end of ends) end()
    }
    expect(await Promise.all(inside)).toHaveLength(room + 1)
    expect(begun).toEqual(Array.from({ length: room + 1 }, (_, n) => n))
  })

  test('work that fails gives its place on', async () => {
    const queue = new HashQueue()
    for (let n = 0; n < 20; n++)
      await expect(queue.run(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory')
    expect(await queue.run(async () => 'done')).toBe('done')
  })
})

test('sixty log-ins at once with invented names are refused in words, and nobody’s attempts are used up', async () => {
  const instance = await openInstance({ passwordWork: 2 ** 15 })
  const knock = (loginName: string, language: string) =>
    instance
      .stranger()
      .send('POST', '/api/sessions', { loginName, password: 'invented-too' }, { 'accept-language': language })
  const crowd = Array.from({ length: 60 }, (_, n) => knock(`nobody-${n}`, ['zh-CN', 'zh-TW', 'en'][n % 3]!))
  const answers = await Promise.all(crowd)
  const refused = answers.filter(({ status }) => status === 429)
  expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(HASHES_AT_ONCE)
  expect(refused.length).toBeGreaterThan(0)
  expect(answers.length).toBe(refused.length + answers.filter(({ status }) => status === 401).length)
  for (const { body } of refused) expect(body.refused).toBe('log-ins-crowded')
  expect(new Set(refused.map(({ body }) => body.sentence)).size).toBeGreaterThan(1)
  const left = await instance.context.database.reader
    .selectFrom('loginAttempts')
    .select('failures')
    .where('failures', '>', 0)
    .execute()
  // Each tried name counts for the address, and for all who are unknown.
  expect(left).toHaveLength(2 * (60 - refused.length))
})

test('a name that nobody has waits exactly as one that somebody has', async () => {
  const village = await openVillage()
  const tries = async (loginName: string): Promise<number[]> => {
    const statuses = []
    for (let n = 0; n < 6; n++)
      statuses.push(
        (await village.stranger().post('/api/sessions', { loginName, password: 'wrong-one' })).status,
      )
    return statuses
  }
  const known = await tries('chenjing')
  expect(known).toEqual([401, 401, 401, 401, 429, 429])
  expect(await tries('没有这人')).toEqual(known)
  const kept = await village.context.database.reader.selectFrom('loginAttempts').selectAll().execute()
  expect(JSON.stringify(kept)).not.toMatch(/chenjing|没有这人/)
})
