import { describe, expect, test } from 'vitest'
import { decideImportRoster, type ImportRosterState } from '../../../shared/people/roster/decide-import.ts'
import { evolveRoster, type RosterSoFar } from '../../../shared/people/evolve.ts'
import type { PersonEvent } from '../../../shared/people/person.ts'
import { presentPerson } from '../../../shared/people/present.ts'
import type { Place } from '../../../shared/places/place.ts'
import * as given from '../../support/villages/given.ts'

const { facilitator, id, looking, PLACE, recorded, recorder, TONIGHT, villager } = given

const village: Place = {
  id: PLACE,
  kind: 'village',
  parentId: null,
  name: '柳树湾村',
  timeZone: 'Asia/Shanghai',
}
const east: Place = { ...village, id: id(12), kind: 'grid', parentId: PLACE, name: '东头网格' }
const calm: ImportRosterState = {
  place: village,
  grids: [east],
  households: [{ id: id(13), placeId: PLACE, gridId: east.id, name: '东头2号' }],
  neighbours: [{ id: id(14), name: '李婶', household: '东头2号' }],
  takenIds: [],
}
const row = (number: number, name: string, household: string | null = null, grid: string | null = null) => ({
  personId: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
  name,
  household,
  grid,
})
const load = (rows: ReturnType<typeof row>[], state: Partial<ImportRosterState> = {}, by = facilitator) =>
  decideImportRoster({ placeId: PLACE, rows }, { ...calm, ...state }, by, TONIGHT)

describe('a whole list at once', () => {
  test('households and grids that the list names for the first time come with it', () => {
    const outcome = load([
      row(1, ' 李大山', '东头2号', '东头网格'),
      row(2, '张大爷', '桥头1号', '桥头网格'),
      row(3, '张伟', '桥头1号', '桥头网格'),
      row(4, '赵姐'),
    ])
    const household = '00000000-0000-8000-9000-000000000002'
    const bridge = '00000000-0000-a000-9000-000000000002'
    expect(outcome).toEqual([
      {
        type: 'person-added',
        data: { personId: row(1, '').personId, householdId: id(13) },
        words: { name: '李大山' },
      },
      {
        type: 'grid-drawn',
        data: { gridId: bridge, villageId: PLACE, timeZone: 'Asia/Shanghai' },
        words: { name: '桥头网格' },
      },
      {
        type: 'household-added',
        data: { householdId: household, gridId: bridge },
        words: { name: '桥头1号' },
      },
      {
        type: 'person-added',
        data: { personId: row(2, '').personId, householdId: household },
        words: { name: '张大爷' },
      },
      {
        type: 'person-added',
        data: { personId: row(3, '').personId, householdId: household },
        words: { name: '张伟' },
      },
      {
        type: 'person-added',
        data: { personId: row(4, '').personId, householdId: null },
        words: { name: '赵姐' },
      },
    ])
  })

  test('doors with one number in two grids are two doors', () => {
    const outcome = load([
      row(1, '甲', '1号', '东头网格'),
      row(2, '乙', '1号', '西坡网格'),
      row(3, '丙', '1号'),
    ])
    const added = (outcome as PersonEvent[]).filter(({ type }) => type === 'household-added')
    expect(added).toHaveLength(2)
  })

  test('one wrong line keeps the whole list out and is named', () => {
    expect(load([row(1, '赵姐'), row(2, '李婶', '东头2号')])).toEqual({
      refused: 'roster-has-errors',
      field: 'rows/1/name',
    })
    expect(load([row(1, '赵姐', '户'.repeat(41))])).toEqual({
      refused: 'roster-has-errors',
      field: 'rows/0/household',
    })
    expect(load([row(1, '赵姐'), row(2, ' 赵姐')])).toMatchObject({ field: 'rows/1/name' })
  })

  test('an id that is used already is named with its line', () => {
    expect(load([row(1, '赵姐'), row(1, '张伟')])).toEqual({
      refused: 'already-exists',
      field: 'rows/1/personId',
    })
    expect(load([row(1, '赵姐')], { takenIds: [row(1, '').personId] })).toMatchObject({
      field: 'rows/0/personId',
    })
  })

  test('nobody else loads a list', () => {
    expect(load([row(1, '赵姐')], {}, recorder)).toEqual({ refused: 'not-allowed' })
    expect(load([row(1, '赵姐')], { place: null })).toEqual({ refused: 'not-found', field: 'placeId' })
  })
})

describe('what a desk holds and who may hear it', () => {
  const story: PersonEvent[] = [
    { type: 'household-added', data: { householdId: id(21), gridId: null }, words: { name: '东头1号' } },
    { type: 'person-added', data: { personId: id(22), householdId: id(21) }, words: { name: '王建囯' } },
    { type: 'person-renamed', data: { personId: id(22) }, words: { name: '王建国' } },
    {
      type: 'post-given',
      data: { postId: id(23), personId: id(22), role: 'cadre' },
      words: { title: '村书记' },
    },
    { type: 'post-ended', data: { postId: id(23), personId: id(22) }, words: {} },
    { type: 'person-moved-away', data: { personId: id(22) }, words: {} },
  ]

  test('heard twice is the same as heard once', () => {
    const nobody: RosterSoFar = { people: [], households: [], posts: [] }
    const once = story.reduce((roster, event) => evolveRoster(roster, recorded(event)), nobody)
    const twice = story.reduce((roster, event) => evolveRoster(roster, recorded(event)), once)
    expect(twice).toEqual(once)
    expect(once).toEqual({
      households: [{ id: id(21), placeId: PLACE, gridId: null, name: '东头1号' }],
      people: [{ id: id(22), placeId: PLACE, householdId: id(21), name: '王建国', movedAwayAt: TONIGHT.at }],
      posts: [
        {
          id: id(23),
          placeId: PLACE,
          personId: id(22),
          role: 'cadre',
          title: '村书记',
          gridId: null,
          givenAt: TONIGHT.at,
          endedAt: TONIGHT.at,
        },
      ],
    })
  })

  test('the roster is for the staff at their desk', () => {
    for (const event of story) {
      expect(presentPerson(recorded(event), looking(recorder))).toEqual(recorded(event))
      expect(presentPerson(recorded(event), looking(villager))).toBeNull()
      expect(presentPerson(recorded(event), looking(recorder, given.MEETING))).toBeNull()
    }
  })
})
