import { expect, test, vi } from 'vitest'
import { click, isSent, open, sees, somebody, text, usesDesk, write } from '../../support/records/desk.ts'
import { aConcern, anEvening, aPromise, PLACE } from '../../support/villages/evening.ts'

usesDesk()

const { place } = anEvening()
const atMeeting = aConcern('m2', '路灯不亮', { no: 4, state: 'recorded' })
const row = (id: string, changed: object) => ({
  ...{ placeId: PLACE, concern: null, meeting: null, dueChanges: [], progress: [] },
  commitment: aPromise(id, changed),
})
const item = (words: string) =>
  [...document.querySelectorAll('li')].find((one) => one.textContent.includes(words))!

const village = { ...place, roles: ['township'] as const }
const township = { ...place, id: 'town', kind: 'township' as const, name: '青石镇', parentId: null }
const mayor = () => ({
  ...somebody('township'),
  // A post at the village came first.
  places: [village, { ...township, roles: ['township'] as const }] as never,
})

const wish = { askedDueOn: '2026-12-28', askedReason: '钢管没到货' }
const askedOf = (placeId: string, changed: object) => ({
  ...row('bridge', {
    ...{ measure: '修好栏杆', owner: '刘会计', ownerId: 'liu', state: 'open', dueOn: '2026-12-20' },
    ...{ ...wish, ...changed },
  }),
  placeId,
})
const asking = (at: string, where: object, matters: object[]) => ({
  'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [], comments: [] },
  [`GET /api/places/${at}/ledger\\?view=(unit|below)&wants=later-day.*`]: {
    ...{ asOf: 10, today: '2026-11-22', place: where, view: 'unit', places: [place], counts: {}, next: null },
    matters,
  },
  'GET /api/places/.*/ledger.*': {
    ...{ asOf: 10, today: '2026-11-22', place: where, view: 'mine', places: [], counts: {}, next: null },
    matters: [],
  },
})

test('a later day that somebody asks for waits at home: who only waits reads who decides, who decides is led there', async () => {
  const stands = { ...place, parentId: 'town' }
  const me = somebody('facilitator')
  const village = { ...me, places: [{ ...stands, roles: ['facilitator' as const] }] }
  await open('/desk', village, asking(PLACE, stands, [askedOf(PLACE, {})]))
  await sees('刘会计：修好栏杆')
  expect(item('刘会计').textContent).toMatch(/想从12月20日改到12月28日：钢管没到货。由上一级来定.*去看/s)
  await open('/desk', mayor(), asking('town', township, [askedOf(PLACE, {})]))
  await vi.waitFor(() => expect(item('刘会计').textContent).toMatch(/柳树湾村，想从12月20日改到.*去定/s))
  expect(item('刘会计').querySelector('a')!.getAttribute('href')).toBe(`/ledger?place=town#${PLACE}/bridge`)
})

test('whoever asked for a later day reads that nobody has decided yet', async () => {
  const page = { asOf: 10, today: '2026-11-22', place, view: 'mine', places: [place], counts: {}, next: null }
  await open('/desk', somebody('cadre'), {
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [], comments: [] },
    'GET /api/places/.*/ledger.*': { ...page, matters: [askedOf(PLACE, { ownerId: 'me' })] },
  })
  await sees('想改到12月28日，还没有人定')
  expect(text()).toContain('没有等着回话的事')
  expect(document.querySelector('[aria-labelledby="own-calm"]')!.textContent).toContain('修好栏杆')
})

const handedUp = (holderId: string, offer: object | null) => ({
  ...{ id: 'm2', meetingId: null, firstPlaceId: PLACE, holderId, heldSince: '2026-11-20T00:00:00.000Z' },
  offer,
})
const offerUp = {
  ...{ fromPlaceId: PLACE, toPlaceId: 'town', because: 'asked', reason: '要吊车' },
  ...{ offeredOn: '2026-11-20', answerBy: '2026-11-24' },
}
const ladderOf = (custodies: object[], held: object[], concerns: object[], ours: string) => ({
  ...{ asOf: 10, ladder: [place, township], custodies, ours: [ours], steps: [], held, tossed: [], concerns },
  places: [place, township],
})

test('a matter that was handed up says at the village’s home with whom it is, and not that the village answers it', async () => {
  const answers = (custody: object) => ({
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [atMeeting], comments: [] },
    'GET /api/places/.*/ladder': ladderOf([custody], [], [], PLACE),
  })
  await open('/desk', somebody('facilitator'), answers(handedUp(PLACE, offerUp)))
  await sees('等青石镇回话，最晚11月24日')
  expect(item('路灯不亮').textContent).not.toMatch(/等答复|能回/)
  await open('/desk', somebody('facilitator'), answers(handedUp('town', null)))
  await sees('现在在青石镇手里')
})

test('the township’s home shows what was handed up to it, and until when it is to answer', async () => {
  await open('/desk', mayor(), {
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [], comments: [] },
    'GET /api/places/town/ladder': ladderOf([], [handedUp(PLACE, offerUp)], [atMeeting], 'town'),
  })
  await sees('路灯不亮')
  expect(item('路灯不亮').textContent).toMatch(/柳树湾村交过来的：要吊车.*最晚11月24日回话.*接下，或退回/s)
  expect(item('路灯不亮').querySelector('a')!.getAttribute('href')).toBe(`/ledger?place=town#${PLACE}/m2`)
  expect(text()).not.toContain('没有等着回话的事')
})

test('somebody of the township who promised for a village sees it at home, nods there, and answers what is asked', async () => {
  const at = (id: string, measure: string, changed: object) => ({
    ...row(id, { measure, ownerId: 'me', meetingId: null, ...changed }),
    placeId: 'v1',
  })
  const question = {
    ...{ seq: 7, kind: 'comment', said: '水管几时到', by: '监委会', at: '2026-11-21T02:00:00.000Z' },
    ...{ askedOn: '2026-11-21', commitment: aPromise('pipe', { state: 'open', measure: '换水管' }) },
  }
  await open('/desk', mayor(), {
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [], comments: [] },
    'GET /api/places/town/ledger\\?view=mine.*': {
      ...{ asOf: 10, today: '2026-11-22', place: township, view: 'mine', counts: {}, next: null },
      places: [{ ...place, id: 'v1', name: '核桃沟村' }],
      matters: [
        at('pipe', '换水管', { state: 'open', dueOn: '2026-11-20' }),
        at('pump', '修水泵', { state: 'spoken', dueOn: '2026-12-15' }),
      ],
    },
    'GET /api/places/town/supervision': { asOf: 10, today: '2026-11-22', questions: [] },
    'GET /api/places/v1/supervision': { asOf: 10, today: '2026-11-22', questions: [question] },
  })
  await sees('换水管')
  expect(item('换水管').textContent).toContain('核桃沟村')
  expect(item('换水管').querySelector('a')!.getAttribute('href')).toBe('/ledger?place=town#v1/pipe')
  expect(item('修水泵').textContent).toContain('等点头')
  expect(item('修水泵').querySelector('a')!.getAttribute('href')).toBe('/ledger?place=town#v1/pump')
  await sees('水管几时到')
  click('回一句')
  write(document.querySelector<HTMLInputElement>('[aria-labelledby="waiting"] textarea')!, '周五到。')
  click('回过去')
  await isSent('add-evidence', { placeId: 'v1', commitmentId: 'pipe', evidence: '周五到。' })
})

test('the desk of a governor opens at the township, not at its first village, and any village can be chosen', async () => {
  await open('/desk', mayor(), {
    'GET /api/places/.*/inbox': { asOf: 10, today: '2026-11-22', concerns: [], comments: [] },
  })
  await sees('夜话在村里开')
  const chooser = document.querySelector('select')!
  expect(chooser.selectedOptions[0]!.textContent).toBe('青石镇')
  expect([...chooser.options].map(({ textContent }) => textContent)).toEqual(['青石镇', place.name])
  expect(text()).not.toContain('今晚没有排会')
  chooser.value = PLACE
  chooser.dispatchEvent(new Event('change', { bubbles: true }))
  await sees('今晚没有排会')
})
