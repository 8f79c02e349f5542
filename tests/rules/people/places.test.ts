import { describe, expect, test } from 'vitest'
import type { LevelNames, Place, PlaceEvent } from '../../../shared/places/place.ts'
import {
  decideDrawGrid,
  decideFoundPlace,
  decideNameLevels,
  decideSetRaiserNaming,
  decideRenamePlace,
  type DrawGridState,
  type FoundPlaceState,
} from '../../../shared/places/decide.ts'
import { levelsOf, placeTitle, postOf } from '../../../shared/places/levels.ts'
import { evolvePlaces } from '../../../shared/places/evolve.ts'
import { presentPlace } from '../../../shared/places/present.ts'
import type { FoundPlace } from '../../../shared/places/schema.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import * as given from '../../support/villages/given.ts'

const {
  calendar: system,
  facilitator,
  id,
  looking,
  PLACE,
  recorded,
  recorder,
  TONIGHT,
  township,
  villager,
} = given

const TOWNSHIP = id(11)
const GRID = id(12)
const place = (facts: Partial<Place> = {}): Place => ({
  id: PLACE,
  kind: 'village',
  parentId: TOWNSHIP,
  name: '柳树湾村',
  timeZone: 'Asia/Shanghai',
  ...facts,
})
const qingshi = place({ id: TOWNSHIP, kind: 'township', parentId: null, name: '青石镇' })

describe('founding a place', () => {
  const wish: FoundPlace = { placeId: PLACE, kind: 'village', name: ' 柳树湾村 ', parentId: TOWNSHIP }
  const below: FoundPlaceState = { isTaken: false, parent: qingshi, holdsTownshipAtParent: true }
  const found = (fields: Partial<FoundPlace> = {}, state: Partial<FoundPlaceState> = {}, by = township) =>
    decideFoundPlace({ ...wish, ...fields }, { ...below, ...state }, by, TONIGHT)

  test('the township founds a village of its own', () => {
    expect(found()).toEqual([
      {
        type: 'place-founded',
        data: { placeId: PLACE, kind: 'village', parentId: TOWNSHIP, timeZone: 'Asia/Shanghai' },
        words: { name: '柳树湾村' },
      },
    ])
  })

  test('a village keeps the days of the township it stands in', () => {
    const parent = place({ ...qingshi, timeZone: 'Asia/Urumqi' })
    expect(found({}, { parent })).toMatchObject([{ data: { timeZone: 'Asia/Urumqi' } }])
  })

  test('a facilitator cannot found a village, and nobody founds one above their own township', () => {
    expect(found({}, { holdsTownshipAtParent: false }, facilitator)).toEqual({ refused: 'not-allowed' })
    expect(found({ parentId: null }, { parent: null, holdsTownshipAtParent: false })).toEqual({
      refused: 'not-allowed',
    })
  })

  test('the first place of an instance stands alone', () => {
    const alone = { parent: null, holdsTownshipAtParent: false }
    expect(isRefusal(found({ kind: 'township', parentId: null }, alone, system))).toBe(false)
    expect(found({}, alone, system)).toEqual({ refused: 'not-found', field: 'parentId' })
  })

  test('a village does not stand in a village, nor a township in a township', () => {
    expect(found({}, { parent: place() })).toEqual({ refused: 'field-wrong', field: 'parentId' })
    expect(found({ kind: 'township' })).toEqual({ refused: 'field-wrong', field: 'parentId' })
  })

  test('two villages of a township do not share a name', () => {
    const siblings = [place({ name: '杏花村' })]
    expect(found({ name: ' 杏花村 ' }, { siblings })).toEqual({ refused: 'already-exists', field: 'name' })
  })

  test('an id is used once and a name can be read', () => {
    expect(found({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'placeId' })
    expect(found({ name: '\u200b ' })).toMatchObject({ refused: 'too-short', field: 'name' })
    expect(found({ name: '村'.repeat(41) })).toMatchObject({ refused: 'too-long', limit: 40 })
  })
})

describe('renaming', () => {
  const rename = (name: string, state = { place: place() as Place | null }, by = facilitator) =>
    decideRenamePlace({ placeId: PLACE, name }, state, by, TONIGHT)

  test('the facilitator renames the village, and the township above it', () => {
    expect(rename(' 柳树湾社区')).toMatchObject([{ type: 'place-renamed', words: { name: '柳树湾社区' } }])
    expect(rename('柳树湾社区', { place: place() }, recorder)).toEqual({ refused: 'not-allowed' })
    expect(rename('柳树湾社区', { place: place() }, township)).toHaveLength(1)
    expect(rename('柳树湾社区', { place: null })).toEqual({ refused: 'not-found', field: 'placeId' })
    expect(rename(' ')).toMatchObject({ refused: 'too-short', field: 'name' })
  })

  test('the township renames itself', () => {
    expect(rename('青石街道', { place: qingshi }, township)).toMatchObject([{ type: 'place-renamed' }])
    expect(rename('青石街道', { place: qingshi })).toEqual({ refused: 'not-allowed' })
  })
})

describe('naming the levels', () => {
  const name = (levels: LevelNames, state: { place: Place | null } = { place: place() }, by = facilitator) =>
    decideNameLevels({ placeId: PLACE, levels }, state, by, TONIGHT)

  test('the facilitator says what people there call them; what is not said is called by the usual word', () => {
    expect(name({ grid: ' 片区 ', township: '街道' })).toEqual([
      {
        type: 'levels-named',
        data: { placeId: PLACE },
        words: { levels: { township: '街道', grid: '片区' } },
      },
    ])
    expect(name({})).toMatchObject([{ words: { levels: {} } }])
    expect(name({ grid: '片区' }, { place: place() }, recorder)).toEqual({ refused: 'not-allowed' })
    expect(name({ grid: '片区' }, { place: qingshi })).toEqual({ refused: 'not-allowed' })
    expect(name({ grid: '片区' }, { place: qingshi }, township)).toMatchObject([{ type: 'levels-named' }])
    expect(name({ grid: '片区' }, { place: null })).toEqual({ refused: 'not-found', field: 'placeId' })
  })

  test('a name that nobody sees, that is too long, or that two levels share is refused where it stands', () => {
    expect(name({ grid: ' ' })).toMatchObject({ refused: 'too-short', field: 'levels/grid' })
    const long = '很'.repeat(11)
    expect(name({ county: long })).toMatchObject({ refused: 'too-long', field: 'levels/county', limit: 10 })
    expect(name({ grid: '片区', village: '片区 ' })).toEqual({
      refused: 'already-exists',
      field: 'levels/grid',
    })
  })

  test('its own names go before those from above, and a place that says its level already says it once', () => {
    const levels = levelsOf([{ grid: '小组' }, { grid: '片区', township: '街道' }])
    expect(levels).toEqual({ grid: '小组', township: '街道' })
    expect(placeTitle({ name: '青石', levelName: '街道' })).toBe('青石（街道）')
    expect(placeTitle({ name: '青石街道', levelName: '街道' })).toBe('青石街道')
    expect(placeTitle({ name: '青石镇' })).toBe('青石镇')
  })
})

describe('drawing a grid', () => {
  const draw = (name: string, state: Partial<DrawGridState> = {}, by = facilitator) =>
    decideDrawGrid(
      { placeId: PLACE, gridId: GRID, name },
      { place: place(), isTaken: false, grids: [], ...state },
      by,
      TONIGHT,
    )

  test('the facilitator draws a grid of the village', () => {
    expect(draw('东头网格 ')).toEqual([
      {
        type: 'grid-drawn',
        data: { gridId: GRID, villageId: PLACE, timeZone: 'Asia/Shanghai' },
        words: { name: '东头网格' },
      },
    ])
    expect(draw('东头网格', {}, villager)).toEqual({ refused: 'not-allowed' })
  })

  test('two grids of a village do not share a name, and a township has none', () => {
    const grids = [place({ id: id(13), kind: 'grid', name: '东头网格' })]
    expect(draw('东头网格', { grids })).toEqual({ refused: 'already-exists', field: 'name' })
    expect(draw('东头网格', { isTaken: true })).toEqual({ refused: 'already-exists', field: 'gridId' })
    expect(draw('东头网格', { place: qingshi }, system)).toEqual({ refused: 'field-wrong', field: 'placeId' })
    expect(draw('东头网格', { place: null }, system)).toEqual({ refused: 'not-found', field: 'placeId' })
  })
})

describe('what a screen holds and who may hear it', () => {
  const founded: PlaceEvent = {
    type: 'place-founded',
    data: { placeId: PLACE, kind: 'village', parentId: TOWNSHIP, timeZone: 'Asia/Shanghai' },
    words: { name: '柳树湾村' },
  }
  const drawn: PlaceEvent = {
    type: 'grid-drawn',
    data: { gridId: GRID, villageId: PLACE, timeZone: 'Asia/Shanghai' },
    words: { name: '东头网格' },
  }
  const renamed: PlaceEvent = {
    type: 'place-renamed',
    data: { placeId: PLACE },
    words: { name: '柳树湾社区' },
  }

  test('heard twice is the same as heard once', () => {
    const heard = [founded, drawn, renamed, drawn, founded, renamed]
    const places = heard.reduce<readonly Place[]>((list, event) => evolvePlaces(list, recorded(event)), [])
    expect(places).toEqual([
      place({ name: '柳树湾社区' }),
      place({ id: GRID, kind: 'grid', parentId: PLACE, name: '东头网格' }),
    ])
  })

  test('a phone in an evening is not told about places', () => {
    expect(presentPlace(recorded(renamed), looking(villager, given.MEETING))).toBeNull()
    expect(presentPlace(recorded(renamed), looking(facilitator))).not.toBeNull()
  })
})

describe('whether an old ledger names who raised a matter', () => {
  const set = (areRaisersNamed: boolean, isSoAlready = false, by = facilitator) =>
    decideSetRaiserNaming(
      { placeId: PLACE, areRaisersNamed },
      { place: place(), areRaisersNamed: isSoAlready },
      by,
      TONIGHT,
    )

  test('whoever governs the place says so, once', () => {
    expect(set(true)).toMatchObject([{ type: 'raiser-naming-set', data: { areRaisersNamed: true } }])
    expect(set(true, true)).toEqual([])
    expect(set(false, true)).toMatchObject([{ data: { areRaisersNamed: false } }])
    expect(set(true, false, recorder)).toMatchObject({ refused: 'not-allowed' })
  })
})

test('a post of the township says the level once', () => {
  expect(postOf({ name: '青溪镇' }, '镇里经办')).toBe('青溪镇经办')
  expect(postOf({ name: '青石镇' }, '镇长')).toBe('青石镇镇长')
  expect(postOf({ name: '青石镇' }, '青石镇镇长')).toBe('青石镇镇长')
  expect(postOf({ name: '柳树湾村' }, '监督人')).toBe('柳树湾村监督人')
})
