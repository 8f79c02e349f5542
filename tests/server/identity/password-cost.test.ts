import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { PASSWORD_WORK } from '../../../server/app/context.ts'
import { Passwords } from '../../../server/people/log-in/passwords.ts'
import { openVillage } from '../../support/villages/village.ts'

const PASSWORD = '后山的板栗又红了一回'

/** As versions before wrote it: N alone, p = 1. */
function hashedBefore(password: string, work: number): string {
  const salt = 'c2FsdCBmcm9tIGJlZm9yZQ'
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N: work, r: 8, p: 1, maxmem: 2 ** 28 })
  return ['scrypt', work, salt, key.toString('base64url')].join('$')
}

test('a password that was hashed when it cost less lets in as ever, and costs as much as a new one from then on', async () => {
  const village = await openVillage()
  const { database, passwords } = village.context
  const personId = village.people['陈静']!
  const old = hashedBefore(PASSWORD, 2 ** 9)
  await database.write((work) =>
    work.updateTable('logins').set({ passwordHash: old }).where('personId', '=', personId).execute(),
  )
  const kept = async (): Promise<string> =>
    (
      await database.reader
        .selectFrom('logins')
        .select('passwordHash')
        .where('personId', '=', personId)
        .executeTakeFirstOrThrow()
    ).passwordHash
  const logIn = (password: string) =>
    village.stranger().post('/api/sessions', { loginName: 'chenjing', password })
  expect((await logIn('not the password')).status).toBe(401)
  expect(await kept()).toBe(old)
  expect((await logIn(PASSWORD)).status).toBe(200)
  const renewed = await kept()
  expect(renewed).toMatch(/^scrypt\$1024x2\$/)
  expect(await passwords.isPassword(PASSWORD, renewed)).toBe(true)
  expect((await logIn(PASSWORD)).status).toBe(200)
  expect(await kept()).toBe(renewed)
})

test('what a new hash costs is what the standard asks for, within the memory of a small machine', async () => {
  const shipped = new Passwords(PASSWORD_WORK)
  expect(shipped.cost).toBe('65536x2')
  const hash = await shipped.hash(PASSWORD, 'c2FsdA')
  const key = scryptSync(PASSWORD, 'c2FsdA', 32, { N: 2 ** 16, r: 8, p: 2, maxmem: 2 ** 28 })
  expect(hash).toBe(`scrypt$65536x2$c2FsdA$${key.toString('base64url')}`)
  expect(shipped.isWeaker(hashedBefore(PASSWORD, 2 ** 16))).toBe(true)
  expect(shipped.isWeaker(hash)).toBe(false)
  expect(new Passwords(2 ** 10).isWeaker(hash)).toBe(false)
})
