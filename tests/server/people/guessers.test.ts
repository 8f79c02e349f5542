import { describe, expect, test } from 'vitest'
import {
  MAX_WRONG_CODES_BY_ADDRESS,
  MAX_WRONG_CODES_BY_PHONE,
} from '../../../server/people/log-in/evening-code.ts'
import { scannedCode } from '../../../server/people/qr-queries.ts'
import type { Client } from '../../support/running/client.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

const CHEN = { loginName: 'chenjing', password: 'chenjing-2026' }

const guess = (client: Client, loginName = CHEN.loginName) =>
  client.post('/api/sessions', { loginName, password: 'not-her-password' })

describe('somebody guesses a password', () => {
  test('its owner gets in at the browser that she used before, ten times of ten', async () => {
    const village = await openVillage()
    const owner = await village.as('陈静')
    await owner.send('DELETE', '/api/sessions')
    const statuses = []
    for (let round = 0; round < 10; round++) {
      for (let n = 0; n < 6; n++) await guess(village.stranger())
      statuses.push((await owner.post('/api/sessions', CHEN)).status)
      await owner.send('DELETE', '/api/sessions')
    }
    expect(statuses).toEqual(Array(10).fill(200))
    expect((await guess(village.stranger())).status).toBe(429)
  })

  test('a crowd of invented log-ins does not keep her waiting', async () => {
    const village = await openVillage({ passwordWork: 2 ** 14 })
    const owner = await village.as('陈静')
    await owner.send('DELETE', '/api/sessions')
    const crowd = Array.from({ length: 60 }, (_, n) => guess(village.stranger(), `nobody-${n}`))
    const answer = owner.post('/api/sessions', CHEN)
    expect((await answer).status).toBe(200)
    const statuses = (await Promise.all(crowd)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20)
  })

  test('at that browser too, wrong ones have to wait', async () => {
    const village = await openVillage()
    const owner = await village.as('陈静')
    const statuses = []
    for (let n = 0; n < 5; n++) statuses.push((await guess(owner)).status)
    expect(statuses).toEqual([401, 401, 401, 401, 429])
    expect((await village.stranger().post('/api/sessions', CHEN)).status).toBe(200)
  })

  test('a browser is known for whoever logged in with it, not for whoever else is tried', async () => {
    const village = await openVillage()
    const laptop = await village.as('陈晓')
    const names = ['chenjing', 'chenxiao', 'chenjing']
    for (let n = 0; n < 4; n++) await guess(village.stranger(), 'chenjing')
    const found = []
    for (const name of names) found.push((await guess(laptop, name)).status)
    expect(found).toEqual([429, 401, 429])
    expect((await laptop.post('/api/sessions', CHEN)).status).toBe(429)
    village.clock.advance(1_000)
    expect((await laptop.post('/api/sessions', CHEN)).status).toBe(200)
    await laptop.send('DELETE', '/api/sessions')
    for (let n = 0; n < 6; n++) await guess(village.stranger(), 'chenjing')
    expect((await laptop.post('/api/sessions', CHEN)).status).toBe(200)
  })

  test('a mark that was made up makes no browser known', async () => {
    const village = await openVillage()
    const liar = village.stranger()
    liar.cookie = 'liangting-browser=abcdefgh.made-up.made-up-too'
    for (let n = 0; n < 4; n++) await guess(village.stranger())
    expect((await guess(liar)).status).toBe(429)
    expect((await guess(liar, 'nobody-at-all')).status).toBe(401)
  })
})

async function tryWrongCodes(client: Client, { code }: Evening, times: number): Promise<void> {
  const wrong = code === '1234' ? '4321' : '1234'
  for (let n = 0; n < times; n++) await client.get(`/api/codes/${wrong}`)
}

const join = (client: Client, code: string) => client.post('/api/sessions/join', { code, name: null })

const scannedAt = (village: Village, { meetingId, code }: Evening): Promise<string> =>
  village.context.database.write((work) => scannedCode(work, meetingId, code))

describe('somebody tries codes out in the hall', () => {
  test('sixty mistyped codes from one address keep nobody out', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    await tryWrongCodes(village.stranger(), evening, 60)
    expect((await join(village.stranger(), evening.code)).status).toBe(200)
  })

  test('when the address has used up what a hall may mistype, whoever scans still comes in', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    await tryWrongCodes(village.stranger(), evening, MAX_WRONG_CODES_BY_ADDRESS)
    expect((await join(village.stranger(), evening.code)).body.refused).toBe('too-often')
    const scanned = await scannedAt(village, evening)
    expect(scanned).toMatch(new RegExp(`^${evening.code}\\d{9}$`))
    const phone = village.stranger()
    expect(await phone.read(`/api/codes/${scanned}`)).toMatchObject({ meetingId: evening.meetingId })
    expect((await join(phone, scanned)).body).toMatchObject({ meetingId: evening.meetingId })
    for (const other of [`${evening.code}100000000`, scanned.slice(1), `9${scanned}`])
      expect((await join(village.stranger(), other)).body.refused).toBe('too-often')
  })

  test('a phone that sat there before comes back by what it typed', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const phone = await evening.phone()
    await tryWrongCodes(village.stranger(), evening, MAX_WRONG_CODES_BY_ADDRESS)
    expect((await join(phone, evening.code)).status).toBe(200)
    await tryWrongCodes(phone, evening, MAX_WRONG_CODES_BY_PHONE)
    expect((await join(phone, evening.code)).body.refused).toBe('too-often')
    village.clock.advance(60_000)
    expect((await join(phone, evening.code)).status).toBe(200)
  })

  test('a phone that comes back by the picture is handed its evening with the page, as one that typed the code is', async () => {
    const village = await openVillage({ withPages: true })
    const evening = await openEvening(village)
    const phone = await evening.phone('李婶')
    const scanned = await scannedAt(village, evening)
    const room = `/meetings/${evening.meetingId}/room?as=phone`
    const pageAt = async (code: string): Promise<string> => (await phone.get(`/p/${code}`)).body
    for (const code of [evening.code, scanned]) expect(await pageAt(code)).toContain(room)
    for (const code of ['1000', `${evening.code}100000000`]) expect(await pageAt(code)).not.toContain(room)
  })

  test('the picture of one evening opens no other, and none that is closed', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const scanned = await scannedAt(village, evening)
    await evening.facilitator.must('close-meeting', { meetingId: evening.meetingId })
    expect((await join(village.stranger(), scanned)).body.refused).toBe('code-unknown')
  })

  test('two hundred and forty keys in a minute from one address do not shut the box', async () => {
    const village = await openVillage()
    const { placeId } = village
    for (let n = 0; n < 241; n++) {
      const { status } = await village.stranger().post('/api/sessions/key', { placeId })
      expect(status).toBe(200)
    }
  })
})
