import { describe, expect, test } from 'vitest'
import { decideMovePlace, type MovePlaceState } from '../../../shared/custody/decide-move.ts'
import type { Custody } from '../../../shared/custody/custody.ts'
import { evolveCustodies } from '../../../shared/custody/evolve.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { Place } from '../../../shared/places/place.ts'
import * as given from '../../support/villages/given.ts'

const { id, PLACE, facilitator, TONIGHT } = given
const [QINGSHI, BAISHUI, COUNTY, MATTER] = [id(501), id(502), id(503), id(504)]
const zone = { timeZone: 'Asia/Shanghai' }
const village: Place = { ...zone, id: PLACE, kind: 'village', parentId: QINGSHI, name: '石门村' }
const baishui: Place = { ...zone, id: BAISHUI, kind: 'township', parentId: COUNTY, name: '白水镇' }
const custody = (holderId: string, over: Partial<Custody> = {}): Custody => ({
  ...{ id: MATTER, meetingId: null, firstPlaceId: PLACE, holderId, heldSince: TONIGHT.at, offer: null },
  ...over,
})
const offer = { because: 'asked', reason: '没有钱', offeredOn: '2026-11-22', answerBy: '2026-11-24' } as const
const calm: MovePlaceState = {
  ...{ place: village, newParent: baishui, runsBoth: true, custodies: [] },
  ...{ ladder: [QINGSHI, COUNTY], newLadder: [BAISHUI, COUNTY] },
}
const move = (state: Partial<MovePlaceState> = {}, toParentId = BAISHUI) =>
  decideMovePlace({ placeId: PLACE, toParentId }, { ...calm, ...state }, facilitator, TONIGHT)

/** Who holds the matter once the village has moved. */
function after(before: Custody): Custody {
  const events = move({ custodies: [before] })
  if (isRefusal(events)) throw new Error(`expected it to move, found ${events.refused}`)
  return events
    .map((event, nth) => given.recorded(event, nth + 1))
    .reduce((list, event) => evolveCustodies(list, event as never), [before] as readonly Custody[])[0]!
}

describe('a village that moves to another township', () => {
  test('leaves nothing with the old one', () => {
    expect(after(custody(QINGSHI)).holderId).toBe(BAISHUI)
    const asked = custody(PLACE, { offer: { ...offer, fromPlaceId: PLACE, toPlaceId: QINGSHI } })
    expect(after(asked)).toEqual({ ...asked, offer: { ...asked.offer, toPlaceId: BAISHUI } })
    const up = custody(QINGSHI, { offer: { ...offer, fromPlaceId: QINGSHI, toPlaceId: COUNTY } })
    expect(after(up)).toMatchObject({ holderId: BAISHUI, offer: { fromPlaceId: BAISHUI, toPlaceId: COUNTY } })
  })

  test('takes nothing from itself or from the county above both', () => {
    for (const holder of [PLACE, COUNTY]) expect(move({ custodies: [custody(holder)] })).toHaveLength(1)
  })

  test('is moved by whoever runs both, to where villages stand', () => {
    expect(move({ runsBoth: false })).toEqual({ refused: 'not-allowed' })
    expect(move({ newParent: null })).toEqual({ refused: 'not-found', field: 'toParentId' })
    expect(move({ newParent: { ...village, id: id(505) } })).toMatchObject({ refused: 'field-wrong' })
    expect(move({}, QINGSHI)).toMatchObject({ refused: 'already-exists', field: 'toParentId' })
    expect(move({ place: { ...village, kind: 'grid' } })).toMatchObject({ refused: 'field-wrong' })
  })
})
