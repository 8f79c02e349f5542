import { describe, expect, test } from 'vitest'
import { kill } from '../../faults/trials/kill.ts'
import { canLimit, noRoom } from '../../faults/machine/no-room.ts'
import { restart } from '../../faults/trials/restart.ts'
import { hasStrace } from '../../faults/machine/strace.ts'
import { sync } from '../../faults/trials/sync.ts'
import { compare } from '../../faults/verdict.ts'
import { isSqlite, placeForFaults } from '../../support/running/place-for-faults.ts'

const seed = 20_261_122
const TIME_MS = 240_000
const nothingLost = { lost: 0, duplicated: 0, corrupt: 0 }

test('a word that is missing, stands twice or came from nobody is counted', () => {
  const written = new Set(['a', 'b', 'c'])
  expect(compare(['a', 'b'], written, ['b', 'b', 'x'])).toEqual({
    acknowledged: 2,
    lost: 1,
    duplicated: 1,
    strange: 1,
  })
  expect(compare(['a', 'b'], written, ['c', 'a', 'b'])).toMatchObject({ lost: 0, duplicated: 0, strange: 0 })
})

describe('the power fails', { timeout: TIME_MS }, () => {
  test('killed while people write, it has everything it acknowledged, once', async () => {
    const verdict = await kill(await placeForFaults(), { rounds: 3, seed, aliveMostMs: 800 })
    expect(verdict).toMatchObject(nothingLost)
    expect(verdict.acknowledged).toBeGreaterThan(20)
  })

  test('restarted under people who type on, no word stands twice', async () => {
    const verdict = await restart(await placeForFaults(), { rounds: 2, seed, typists: 5 })
    expect(verdict).toMatchObject(nothingLost)
    expect(verdict.acknowledged).toBeGreaterThan(20)
  })
})

if (isSqlite && hasStrace())
  test('nothing is acknowledged before its sync is complete', { timeout: TIME_MS }, async () => {
    const verdict = await sync(await placeForFaults(), { rounds: 40, seed })
    expect(verdict).toMatchObject({ missed: [], acknowledged: 40 })
  })

if (isSqlite && canLimit())
  test(
    'without room nothing is acknowledged, reading goes on, and it recovers by itself',
    { timeout: TIME_MS },
    async () => {
      const verdict = await noRoom(await placeForFaults(), { rounds: 3, seed })
      expect(verdict).toMatchObject({ ...nothingLost, missed: [], figures: { struck: 3, readsDown: 0 } })
    },
  )
