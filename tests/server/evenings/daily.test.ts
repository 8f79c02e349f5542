import { expect, test, vi } from 'vitest'
import { startDaily } from '../../../server/clock/daily.ts'
import { setUpRegion } from '../../support/villages/region.ts'
import { openInstance } from '../../support/villages/village.ts'

test('what is wrong at one place keeps no other place from its day, and is told with its name', async () => {
  const instance = await openInstance()
  const { places } = await setUpRegion(instance, {
    ...{ kind: 'township', name: '青石镇', below: ['石门村', '上河村'] },
  })
  const broken = places['石门村']!
  const swept = new Set<string>()
  const failed = new Set<string | null>()
  const sweep = async (_context: unknown, placeId: string): Promise<void> => {
    if (placeId === broken) throw new Error('a row that nothing can read')
    swept.add(placeId)
  }
  const stop = startDaily(instance.context, [sweep], (_problem, placeId) => failed.add(placeId))
  await vi.waitFor(() => expect(swept.size + failed.size).toBe(3))
  stop()
  expect([...swept].toSorted()).toEqual([places['青石镇'], places['上河村']].toSorted())
  expect([...failed]).toEqual([broken])
})
