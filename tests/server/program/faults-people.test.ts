import { describe, expect, test } from 'vitest'
import { converge } from '../../faults/trials/converge.ts'
import { crowd } from '../../faults/trials/crowd.ts'
import { fuzz } from '../../faults/trials/fuzz.ts'
import { offline } from '../../faults/trials/offline.ts'
import { signed } from '../../faults/trials/signed.ts'
import { slowReaders } from '../../faults/trials/slow-readers.ts'
import { slowStore } from '../../faults/trials/slow-store.ts'
import { placeForFaults } from '../../support/running/place-for-faults.ts'

const seed = 20_261_122
const TIME_MS = 240_000
const nothingLost = { lost: 0, duplicated: 0, corrupt: 0 }

describe('people who write', { timeout: TIME_MS }, () => {
  test('what was written alone comes back once, in whatever order they return', async () => {
    const verdict = await offline(await placeForFaults(), { rounds: 6, edits: 60, seed })
    expect(verdict).toMatchObject({ ...nothingLost, missed: [], acknowledged: 360 })
  })

  test('five at one line, now and then cut off, read the same in the end', async () => {
    const verdict = await converge(await placeForFaults(), { rounds: 1, operations: 1_500, seed })
    expect(verdict).toMatchObject({ ...nothingLost, missed: [] })
  })

  test('what comes after the signatures lies in the recorder’s box, and none of it in the text', async () => {
    const verdict = await signed(await placeForFaults(), { rounds: 40 })
    expect(verdict).toMatchObject({ ...nothingLost, missed: [], figures: { inText: 0, inBox: 40 } })
  })
})

describe('people who do harm', { timeout: TIME_MS }, () => {
  test('malformed frames end nothing, stall nothing and change nothing', async () => {
    const verdict = await fuzz(await placeForFaults(), { rounds: 1_500, seed })
    expect(verdict).toMatchObject({ ...nothingLost, missed: [], figures: { changed: 0, exits: 0 } })
  })

  test('sockets that never read cost nobody a word', async () => {
    const verdict = await slowReaders(await placeForFaults(), { rounds: 6, watchMs: 3_000 })
    expect(verdict).toMatchObject({ ...nothingLost, figures: { exits: 0 } })
    expect(verdict.figures['grownMib']).toBeLessThanOrEqual(64)
  })

  test('whoever guesses, floods and tries log-ins from the hall keeps nobody out who scans, and gets in nowhere', async () => {
    const verdict = await crowd(await placeForFaults(), { rounds: 20 })
    expect(verdict).toMatchObject({ ...nothingLost, acknowledged: 20, figures: { exits: 0 } })
    expect(verdict.figures['guesses']).not.toContain('× 200')
    expect(verdict.figures['logIns']).toMatch(/× 429/)
  })
})

test('a slow store holds up nobody who types, and does not pile up', { timeout: TIME_MS }, async () => {
  const verdict = await slowStore(await placeForFaults(), { rounds: 5, slowMs: 500 })
  expect(verdict).toMatchObject({ ...nothingLost, missed: [] })
})
