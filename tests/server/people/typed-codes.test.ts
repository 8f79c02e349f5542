import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { CODE_LETTERS, plainCode } from '../../../shared/kernel/text/plain-code.ts'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

/** As a phone writes it that helps along: small letters, full width, a stroke, a space behind. */
const helpedAlong = (code: string): string =>
  `${code.slice(0, 2).toLowerCase()} — ${[...code.slice(2)]
    .map((letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0))
    .join(' ')} `

test('the code of a phone joins another one, however it is typed', async () => {
  const village = await openVillage()
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  await phone.must('raise-concern', { ...matter(''), concernId: randomUUID(), ...box })
  const { code } = (await phone.post(`/api/places/${village.placeId}/claim-code`, undefined)).body
  const other = Object.assign(village.stranger(), { placeId: village.placeId })
  const answer = await other.post(`/api/places/${village.placeId}/claims`, { code: helpedAlong(code) })
  expect(answer.status).toBe(200)
  expect(plainCode(helpedAlong(code), CODE_LETTERS)).toBe(code)
})

test('the code of an evening opens its door, however it is typed', async () => {
  const village = await openVillage()
  const { code } = await openEvening(village)
  const guest = village.stranger()
  const joined = await guest.post('/api/sessions/join', { code: helpedAlong(code), name: null })
  expect(joined.status).toBe(200)
  expect((await guest.get(`/api/codes/${encodeURIComponent(helpedAlong(code))}`)).status).toBe(200)
})

const box = {
  meetingId: null,
  channel: 'form',
  isAgreed: false,
  raisedBy: null,
  lane: 'masked',
  text: '井盖',
}
