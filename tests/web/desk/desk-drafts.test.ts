import type { CatalogueEntry } from '../../../shared/catalogue/catalogue.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { nameChoices, whoIsMeant } from '../../../web/people/names.ts'
import { PromiseDraft } from '../../../web/commitments/promise-draft.svelte.ts'
import { PlanDraft } from '../../../web/meetings/plan-draft.svelte.ts'
import { Choice } from '../../../web/desk/evening/comments/choice.svelte.ts'
import { pageAt } from '../../../web/desk/paths.svelte.ts'
import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import { FORMATS } from '../../../shared/meetings/formats.ts'

const TODAY = '2026-11-22'
const placeId = '01a20406-1d4c-7977-a373-6ac067e688f8'
let made = 0
const newId = () => `id-${++made}`
beforeEach(() => (made = 0))

const person = (id: string, name: string, householdId: string | null = null) => ({
  id,
  placeId,
  householdId,
  name,
  movedAwayAt: null,
})
const choices = nameChoices({
  people: [
    person('p1', '王建国'),
    person('p2', '王伟', 'h1'),
    person('p3', '王伟', 'h2'),
    person('p4', '李婶'),
  ],
  households: [
    { id: 'h1', placeId, gridId: null, name: '东头3号' },
    { id: 'h2', placeId, gridId: null, name: '西头8号' },
  ],
  posts: [
    {
      id: 'o1',
      placeId,
      personId: 'p1',
      role: 'cadre',
      gridId: null,
      title: '村书记',
      givenAt: '2026-01-01T00:00:00.000Z',
      endedAt: null,
    },
  ],
})

describe('a name typed at the desk', () => {
  it('means the one person who bears it', () => {
    expect(whoIsMeant(' 李婶 ', choices)).toEqual({ name: '李婶', personId: 'p4', several: [] })
  })
  it('asks which one where two people bear it', () => {
    expect(whoIsMeant('王伟', choices).several.map(({ shown }) => shown)).toEqual([
      '王伟（东头3号）',
      '王伟（西头8号）',
    ])
    expect(whoIsMeant('王伟（西头8号）', choices)).toEqual({ name: '王伟', personId: 'p3', several: [] })
  })
  it('is taken as it stands where nobody bears it', () => {
    expect(whoIsMeant('供电所', choices)).toEqual({ name: '供电所', personId: null, several: [] })
  })
  it('offers those who hold a post first', () => {
    expect(choices[0]).toMatchObject({ name: '王建国', title: '村书记' })
  })
})

const LAMPS: CatalogueEntry = {
  ...{ id: 'lamps', version: 1, name: '路灯报修', unit: '村委会', level: 'village', guidance: '' },
  ...{ limit: { unit: 'working', count: 5 }, stance: 'takes-on', isDropped: false, writtenAt: '' },
}

describe('a promise being written', () => {
  const around = {
    today: TODAY,
    calendar: () => COUNTRY,
    choices: () => choices,
    newId,
    dayInWords: (day: string) => day,
    entries: () => [LAMPS],
  }

  it('is not whole before who, how and by which day are there', () => {
    const draft = new PromiseDraft(around)
    expect(draft.missing).toEqual(['who', 'how', 'byWhen'])
    draft.owner.text = '王建国'
    draft.measure = '更换 3 盏'
    draft.dayText = '2026-11-01'
    expect(draft.missing).toEqual(['byWhen'])
    draft.dayText = '10号'
    expect(draft.missing).toEqual([])
    expect(draft.record(placeId, 'm1')).toMatchObject({
      ownerId: 'p1',
      owner: '王建国',
      dueOn: '2026-12-10',
      verbatim: '更换 3 盏',
      coOwners: [],
    })
  })

  it('takes day and limit from its kind, and the limit goes once another day is typed', () => {
    const draft = new PromiseDraft(around)
    expect(draft.record(placeId, 'm1')).toMatchObject({ origin: 'promise', entryId: null, limit: null })
    draft.origin = 'order'
    draft.chooseEntry('lamps')
    expect(draft.record(placeId, 'm1')).toMatchObject({
      ...{ origin: 'order', entryId: 'lamps', dueOn: '2026-11-27', limit: LAMPS.limit },
    })
    draft.dayText = '2026-12-10'
    expect(draft.record(placeId, null)).toMatchObject({ entryId: 'lamps', limit: null, meetingId: null })
    draft.chooseEntry('')
    expect(draft.record(placeId, null).entryId).toBe(null)
  })

  it('cannot be recorded for a name that two people bear until one is picked', () => {
    const draft = new PromiseDraft(around)
    draft.owner.text = '王伟'
    expect(draft.missing).toContain('who')
    draft.owner.pick(draft.owner.meant.several[1]!)
    expect(draft.missing).not.toContain('who')
    expect(draft.record(placeId, 'm1').ownerId).toBe('p3')
  })

  it('reads speaker, sentence and day out of a marked line', () => {
    const line = '我去找供电所，坏的三盏都换掉，十号以前。'
    const draft = PromiseDraft.fromLine(around, '王建国', line, 'c1')
    expect(draft.missing).toEqual([])
    expect(draft.record(placeId, 'm1')).toMatchObject({
      verbatim: line,
      dueOn: '2026-12-10',
      concernId: 'c1',
    })
  })

  it('knows a day off, and a year whose days off nobody knows yet', () => {
    const draft = new PromiseDraft(around)
    const says = (dayText: string) => {
      draft.dayText = dayText
      return [draft.dueOn, draft.isDayOff, draft.isUnannounced]
    }
    expect(says('12月10日')).toEqual(['2026-12-10', false, false])
    expect(says('12月12日')).toEqual(['2026-12-12', true, false])
    expect(says('1月5日')).toEqual(['2027-01-05', false, true])
    expect(says('')).toEqual([null, false, false])
  })

  it('asks for the part of somebody who helps, and leaves out empty rows', () => {
    const draft = PromiseDraft.fromLine(around, '王建国', '十号前换好。', null)
    draft.addCoOwner()
    expect(draft.missing).toEqual([])
    expect(draft.record(placeId, 'm1').coOwners).toEqual([])
    draft.coOwners[0]!.who.text = '供电所'
    expect(draft.missing).toEqual(['together'])
    draft.coOwners[0]!.part = '送三盏新灯'
    draft.coOwners[0]!.dayText = '5号'
    expect(draft.record(placeId, 'm1').coOwners).toEqual([
      { personId: null, name: '供电所', part: '送三盏新灯', dueOn: '2026-12-05' },
    ])
  })
})

describe('an evening being planned', () => {
  it('is filled in from its format, and keeps what was changed by hand', () => {
    const draft = new PlanDraft(TODAY, 'zh-Hans', newId)
    expect(draft.command(placeId)).toMatchObject({ format: 'pavilion-talk', title: '凉亭夜话', onDay: TODAY })
    draft.pick('stool-council')
    expect(draft.title).toBe('小板凳议事会')
    expect(draft.items.map(({ title }) => title)).toEqual(FORMATS[1]!.agenda['zh-Hans'].slice(1))
    draft.lookBack(true)
    expect(draft.items.map(({ title }) => title)).toEqual(FORMATS[1]!.agenda['zh-Hans'])
    draft.retitle('小区停车')
    draft.add('停车位')
    draft.pick('pavilion-talk')
    expect(draft.title).toBe('小区停车')
    expect(draft.items.at(-1)?.title).toBe('停车位')
  })
  it('moves an item to where it is put', () => {
    const draft = new PlanDraft(TODAY, 'zh-Hans', newId)
    draft.lookBack(true)
    draft.add('路灯')
    const [first, second, third] = draft.items
    draft.move(third!.id, null)
    expect(draft.items.map(({ id }) => id)).toEqual([third!.id, first!.id, second!.id])
    draft.move(third!.id, second!.id)
    expect(draft.items.map(({ id }) => id)).toEqual([first!.id, second!.id, third!.id])
  })
  it('of an earlier version looks back once, and meets where people met last', () => {
    const draft = new PlanDraft(TODAY, 'zh-Hans', newId)
    const [opening = '', talk = ''] = FORMATS[0]!.agenda['zh-Hans']
    const items = [opening, '路灯', talk].map((title, at) => ({ id: `old-${at}`, title }))
    const old = { format: 'pavilion-talk', title: '夜话', onDay: TODAY, items }
    draft.typed = { ...old, isTitleTyped: true, areItemsTyped: true } as never
    draft.lookBack(true)
    expect(draft.items.map(({ title }) => title)).toEqual([opening, '路灯', talk])
    const twice = [{ id: 'new', title: opening }, ...items]
    draft.typed = { ...old, items: twice, isTitleTyped: true, areItemsTyped: true } as never
    expect(draft.items.map(({ title }) => title)).toEqual([opening, '路灯', talk])
    draft.meetAsUsual({ beginsAt: '19:30', venue: '村口凉亭' })
    expect(draft.command(placeId)).toMatchObject({ beginsAt: '19:30', venue: '村口凉亭' })
    draft.venue = '祠堂'
    draft.meetAsUsual({ beginsAt: '19:00', venue: '村口凉亭' })
    expect(draft.command(placeId)).toMatchObject({ beginsAt: '19:30', venue: '祠堂' })
  })
})

describe('a list with one chosen', () => {
  it('chooses the neighbour when another desk takes the chosen one away', () => {
    let list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    const choice = new Choice(() => list)
    expect(choice.now?.id).toBe('a')
    expect(choice.picked).toBeUndefined()
    choice.choose('b')
    list = [{ id: 'a' }, { id: 'c' }]
    expect(choice.now?.id).toBe('c')
    expect(choice.picked).toBeUndefined()
  })
  it('the first key press shows what is chosen, the next one moves', () => {
    const choice = new Choice(() => [{ id: 'a' }, { id: 'b' }])
    choice.move(1)
    expect(choice.now?.id).toBe('a')
    choice.move(1)
    expect(choice.now?.id).toBe('b')
    choice.move(1)
    expect(choice.now?.id).toBe('b')
  })
})

it('addresses of the desk lead to their pages and to no others', () => {
  expect(pageAt('/desk')).toEqual({ name: 'home' })
  expect(pageAt('/desk/')).toEqual({ name: 'home' })
  expect(pageAt('/desk/people')).toEqual({ name: 'people' })
  expect(pageAt('/desk/meeting/m1')).toEqual({ name: 'meeting', meetingId: 'm1' })
  expect(pageAt('/desk/meeting/m1/more')).toEqual({ name: 'unknown' })
  expect(pageAt('/desk/elsewhere')).toEqual({ name: 'unknown' })
  expect(pageAt('/ledger')).toEqual({ name: 'unknown' })
})
