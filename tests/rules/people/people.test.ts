import { describe, expect, test } from 'vitest'
import {
  decideAddHousehold,
  decideAddPerson,
  decideEndPost,
  decideGivePost,
  decideMovePersonAway,
  decideRenamePerson,
  type AddHouseholdState,
  type AddPersonState,
  type GivePostState,
} from '../../../shared/people/decide.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { loginFacts, loginRefusal, plainLoginName } from '../../../shared/people/log-in/login.ts'
import { operationRefusal } from '../../../shared/permissions/operations.ts'
import type { Person, Post } from '../../../shared/people/person.ts'
import type { AddHousehold, AddPerson, GivePost } from '../../../shared/people/schema.ts'
import type { Place } from '../../../shared/places/place.ts'
import * as given from '../../support/villages/given.ts'

const { calendar: system, facilitator, id, PLACE, recorder, TONIGHT, township, villager } = given

const village: Place = {
  id: PLACE,
  kind: 'village',
  parentId: id(11),
  name: '柳树湾村',
  timeZone: 'Asia/Shanghai',
}
const qingshi: Place = { ...village, id: id(11), kind: 'township', parentId: null, name: '青石镇' }
const GRID = id(12)
const DOOR = id(13)
const grid: Place = { ...village, id: GRID, kind: 'grid', parentId: PLACE, name: '东头网格' }
const door = { id: DOOR, placeId: PLACE, gridId: GRID, name: '东头2号' }
const chen: Person = {
  id: facilitator.personId!,
  placeId: PLACE,
  householdId: null,
  name: '陈静',
  movedAwayAt: null,
}
const post = (number: number, personId: string, role: Post['role']): Post => ({
  id: id(number),
  placeId: PLACE,
  personId,
  role,
  gridId: null,
  title: '主持人',
  givenAt: TONIGHT.at,
  endedAt: null,
})
const hers = post(301, facilitator.id, 'facilitator')
const hersToo = post(302, facilitator.id, 'representative')
const another = post(303, recorder.id, 'facilitator')

describe('households', () => {
  const wish: AddHousehold = { placeId: PLACE, householdId: DOOR, name: ' 东头2号', gridId: GRID }
  const calm: AddHouseholdState = { place: village, isTaken: false, grid, households: [] }
  const add = (
    fields: Partial<AddHousehold> = {},
    state: Partial<AddHouseholdState> = {},
    by = facilitator,
  ) => decideAddHousehold({ ...wish, ...fields }, { ...calm, ...state }, by, TONIGHT)

  test('a family moves in behind a door of a grid', () => {
    expect(add()).toEqual([
      { type: 'household-added', data: { householdId: DOOR, gridId: GRID }, words: { name: '东头2号' } },
    ])
  })

  test('only whoever keeps the roster adds one, once, in a grid that is there', () => {
    expect(add({}, {}, recorder)).toEqual({ refused: 'not-allowed' })
    expect(add({}, { place: null })).toEqual({ refused: 'not-found', field: 'placeId' })
    expect(add({}, { grid: null })).toEqual({ refused: 'not-found', field: 'gridId' })
    expect(add({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'householdId' })
    expect(add({}, { households: [door] })).toEqual({ refused: 'already-exists', field: 'name' })
    expect(add({ name: '户'.repeat(41) })).toEqual({ refused: 'too-long', field: 'name', limit: 40 })
  })
})

describe('people', () => {
  const wish: AddPerson = { placeId: PLACE, personId: id(401), name: ' 李婶 ', householdId: DOOR }
  const calm: AddPersonState = { place: village, isTaken: false, household: door, neighbours: [] }
  const add = (fields: Partial<AddPerson> = {}, state: Partial<AddPersonState> = {}, by = facilitator) =>
    decideAddPerson({ ...wish, ...fields }, { ...calm, ...state }, by, TONIGHT)
  const neighbour = (household: string | null) => ({ id: id(402), name: '李婶', household })

  test('the facilitator puts somebody on the roster; so does the township for a village without anybody', () => {
    expect(add()).toEqual([
      { type: 'person-added', data: { personId: id(401), householdId: DOOR }, words: { name: '李婶' } },
    ])
    expect(add({}, {}, township)).toHaveLength(1)
    expect(add({}, {}, villager)).toEqual({ refused: 'not-allowed' })
  })

  test('two of one name live behind different doors', () => {
    expect(add({}, { neighbours: [neighbour('西坡1号')] })).toHaveLength(1)
    expect(add({}, { neighbours: [neighbour('东头2号')] })).toEqual({
      refused: 'already-exists',
      field: 'name',
    })
    expect(add({}, { neighbours: [neighbour(null)] })).toMatchObject({ refused: 'already-exists' })
  })

  test('the household is one of this place, the id is new, the name can be read', () => {
    expect(add({}, { household: null })).toEqual({ refused: 'not-found', field: 'householdId' })
    expect(add({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'personId' })
    expect(add({ name: '\u2067' })).toMatchObject({ refused: 'too-short', field: 'name' })
    expect(add({ name: '王'.repeat(31) })).toMatchObject({ refused: 'too-long', limit: 30 })
  })

  test('a name written wrong is put right, as long as they live here', () => {
    const rename = (name: string, person: Person | null, by = facilitator) =>
      decideRenamePerson({ placeId: PLACE, personId: chen.id, name }, { place: village, person }, by, TONIGHT)
    expect(rename('陈 静 ', chen)).toMatchObject([{ type: 'person-renamed', words: { name: '陈 静' } }])
    expect(rename('陈靖', null)).toEqual({ refused: 'not-found', field: 'personId' })
    expect(rename('陈靖', chen, recorder)).toEqual({ refused: 'not-allowed' })
    expect(rename(' ', chen)).toMatchObject({ refused: 'too-short', field: 'name' })
  })
})

describe('moving away', () => {
  const move = (posts: readonly Post[], by = facilitator, person: Person | null = chen) =>
    decideMovePersonAway(
      { placeId: PLACE, personId: chen.id },
      { place: village, person, posts },
      by,
      TONIGHT,
    )

  test('whoever moves away leaves their posts behind', () => {
    expect(move([hers, hersToo, another])).toEqual([
      { type: 'post-ended', data: { postId: hers.id, personId: chen.id }, words: {} },
      { type: 'post-ended', data: { postId: hersToo.id, personId: chen.id }, words: {} },
      { type: 'person-moved-away', data: { personId: chen.id }, words: {} },
    ])
  })

  test('the last facilitator cannot move away before there is another', () => {
    expect(move([hers])).toEqual({ refused: 'last-facilitator' })
    expect(move([hersToo])).toHaveLength(2)
  })

  test('nobody moves away twice, and not by the recorder’s hand', () => {
    expect(move([], facilitator, null)).toEqual({ refused: 'not-found', field: 'personId' })
    expect(move([hers, another], recorder)).toEqual({ refused: 'not-allowed' })
  })
})

describe('posts', () => {
  const wish: GivePost = {
    placeId: PLACE,
    postId: id(304),
    personId: chen.id,
    role: 'recorder',
    title: ' 记录人 ',
  }
  const calm: GivePostState = { place: village, isTaken: false, person: chen, posts: [hers], grid: null }
  const give = (fields: Partial<GivePost> = {}, state: Partial<GivePostState> = {}, by = facilitator) =>
    decideGivePost({ ...wish, ...fields }, { ...calm, ...state }, by, TONIGHT)
  const end = (posts: readonly Post[], ending: Post | null, by = facilitator) =>
    decideEndPost(
      { placeId: PLACE, postId: ending?.id ?? id(399) },
      { place: village, post: ending, posts },
      by,
      TONIGHT,
    )

  test('the facilitator gives a post with the title that people use', () => {
    expect(give()).toEqual([
      {
        type: 'post-given',
        data: { postId: id(304), personId: chen.id, role: 'recorder' },
        words: { title: '记录人' },
      },
    ])
    expect(give({}, {}, recorder)).toEqual({ refused: 'not-allowed' })
  })

  test('a role is held once, by somebody of the roster', () => {
    expect(give({ role: 'facilitator' })).toEqual({ refused: 'post-held', field: 'role' })
    expect(give({}, { person: null })).toEqual({ refused: 'not-found', field: 'personId' })
    expect(give({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'postId' })
    expect(give({ title: '书'.repeat(21) })).toMatchObject({ refused: 'too-long', field: 'title' })
  })

  test('a village cannot make itself its own township', () => {
    expect(give({ role: 'township' })).toEqual({ refused: 'field-wrong', field: 'role' })
    expect(give({ role: 'township' }, {}, township)).toEqual({ refused: 'field-wrong', field: 'role' })
    expect(give({ role: 'township' }, { place: qingshi }, township)).toHaveLength(1)
    expect(give({ role: 'township' }, { place: qingshi }, system)).toHaveLength(1)
  })

  test('a place always keeps a facilitator', () => {
    expect(end([hers, another], hers)).toEqual([
      { type: 'post-ended', data: { postId: hers.id, personId: chen.id }, words: {} },
    ])
    expect(end([hers, hersToo], hers)).toEqual({ refused: 'last-facilitator' })
    expect(end([hers, hersToo], hersToo)).toHaveLength(1)
    expect(end([hers], null)).toEqual({ refused: 'not-found', field: 'postId' })
    expect(end([hers, another], hers, villager)).toEqual({ refused: 'not-allowed' })
  })
})

describe('log-ins', () => {
  test('a password has ten letters at least, a log-in name one spelling', () => {
    expect(loginRefusal({ loginName: '陈静', password: '1234567' })).toEqual({
      refused: 'too-short',
      field: 'password',
      limit: 10,
    })
    expect(loginRefusal({ loginName: ' ', password: '1234567890' })).toMatchObject({ field: 'loginName' })
    expect(loginRefusal({ loginName: '陈静', password: '柳树湾村的夜晚真的很凉' })).toBeUndefined()
    expect(plainLoginName(' ＣhenＪing ')).toBe('chenjing')
  })

  test('a password that is hardly more than names is refused', () => {
    const names = ['陈静', '柳树湾村']
    const of = (password: string) => loginRefusal({ loginName: 'chenjing', password }, names)
    for (const password of [
      '柳树湾村陈静陈静陈静',
      'chenjing-chenjing',
      'Chen Jing 柳树湾村 12',
      '。。。。。。。。。。',
    ])
      expect(of(password), password).toEqual({ refused: 'password-of-names', field: 'password' })
    for (const password of ['chenjing-2026', '柳树湾村的夜晚真的很凉', '陈静记得那口老井'.padEnd(10, '的')])
      expect(of(password), password).toBeUndefined()
  })

  test('the facilitator gives log-ins on their own roster, everybody changes their own', () => {
    const person = { id: id(401), placeId: PLACE }
    const elsewhere = { placeId: id(11) }
    const mayGive = (actor: Actor, whose: { id: string; placeId: string }, posts: { placeId: string }[]) =>
      !operationRefusal('giveLogin', actor, loginFacts(actor, { kind: 'village' }, whose, posts))
    expect(mayGive(facilitator, person, [])).toBe(true)
    expect(mayGive(recorder, person, [])).toBe(false)
    expect(mayGive(recorder, { id: recorder.personId!, placeId: PLACE }, [])).toBe(true)
    expect(mayGive(facilitator, { ...person, placeId: id(11) }, [])).toBe(false)
    expect(mayGive(facilitator, person, [elsewhere])).toBe(false)
  })
})
