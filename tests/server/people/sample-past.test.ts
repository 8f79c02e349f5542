import { expect, test } from 'vitest'
import { openInstance } from '../../support/villages/village.ts'

// "A few seconds", and this machine may be busy.
const OPENS_WITHIN_MS = 20_000

async function openSample(language: string) {
  const instance = await openInstance()
  const first = instance.stranger()
  const startedAt = Date.now()
  const { status, body } = await first.post('/api/setup/sample', { key: null, language, hasPast: true })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(Date.now() - startedAt).toBeLessThan(OPENS_WITHIN_MS)
  const village = body.places.find((place: { kind: string }) => place.kind === 'village')
  first.placeId = village.id
  return { first, at: `/api/places/${village.id}` }
}

test('the sample village has lived through two evenings, and every page has something to show', async () => {
  const { first, at } = await openSample('zh-Hans')
  const { meetings } = await first.read(`${at}/meetings`)
  expect(meetings.map(({ phase }: { phase: string }) => phase)).toEqual(['signed', 'signed'])
  const { counts } = await first.read(`${at}/ledger?view=all&standing=overdue`)
  for (const standing of ['overdue', 'soon', 'on-track', 'settled'])
    expect(counts[standing]).toBeGreaterThan(0)
  const { commitments } = await first.read(`${at}/ledger`)
  const has = (is: (one: any) => boolean): boolean => commitments.some(is)
  expect(has(({ state }) => state === 'settled')).toBe(true)
  expect(has(({ state, coOwners }) => state === 'done' && coOwners.length === 0)).toBe(true)
  expect(has(({ timesMoved }) => timesMoved === 1)).toBe(true)
  expect(has(({ timesReopened }) => timesReopened === 2)).toBe(true)
  const { waiting } = await first.read(`${at}/agenda/waiting`)
  expect(new Set(waiting.map(({ part }: { part: string }) => part))).toEqual(
    new Set(['promised', 'unfinished', 'inbox']),
  )
})

test('told in traditional letters, it keeps none of the simplified ones', async () => {
  const { first, at } = await openSample('zh-Hant')
  const { commitments, concerns } = await first.read(`${at}/ledger`)
  const said = JSON.stringify([commitments, concerns])
  expect(said).toContain('衛生室門口上不去輪椅')
  expect(said).not.toMatch(/[灯门这说还没个们来换车]/)
})
