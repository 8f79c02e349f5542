import { expect, test, vi } from 'vitest'
import { Feed, open, sees, somebody, text, usesDesk } from '../../support/records/desk.ts'
import { anEvening, aPromise, PLACE } from '../../support/villages/evening.ts'

usesDesk()

const { place } = anEvening()
const own = (id: string, measure: string, dueOn: string) => ({
  ...{ placeId: PLACE, concern: null, meeting: null, dueChanges: [], progress: [] },
  commitment: aPromise(id, { measure, state: 'open', dueOn, firstDueOn: dueOn }),
})
const item = (words: string) =>
  [...document.querySelectorAll('li')].find((one) => one.textContent.includes(words))!

test('a later day that was refused stands at home with what was refused, why, and what is left to do', async () => {
  const question = {
    ...{
      seq: 9,
      kind: 'later-day-refused',
      said: '仓库里有钢管',
      by: '青石镇镇长 赵明',
      refusedDueOn: '2026-12-28',
    },
    ...{ at: '2026-11-21T02:00:00.000Z', askedOn: '2026-11-21' },
    commitment: aPromise('rail', { state: 'open', owner: '我', measure: '修好栏杆', dueOn: '2026-12-20' }),
  }
  await open('/desk', somebody('cadre'), {
    'GET /api/places/.*/supervision': { asOf: 10, today: '2026-11-22', questions: [question] },
  })
  await sees('没同意改到12月28日：仓库里有钢管')
  expect(item('仓库里有钢管').textContent).toMatch(
    /没同意改期.*青石镇镇长 赵明，11月21日回的.*我答应的：修好栏杆.*还是12月20日前办。办不完，先说办到哪一步/s,
  )
  expect(item('仓库里有钢管').querySelector('a')!.getAttribute('href')).toBe(`/ledger?place=${PLACE}#rail`)
})

test('of more promises than have room at home, the heading counts all, and a line leads to the others', async () => {
  const matters = Array.from({ length: 8 }, (_, at) => own(`p${at}`, `第${at}件`, '2026-11-24'))
  await open('/desk', somebody('cadre'), {
    'GET /api/places/.*/ledger.*': {
      ...{ asOf: 10, today: '2026-11-22', place, view: 'mine', places: [place], counts: {}, next: null },
      matters,
    },
  })
  await sees('8 件')
  expect(item('您答应的还有 2 件').querySelector('a')!.getAttribute('href')).toContain('view=mine')
})

test('a wish that is decided while the home stands open is counted no longer', async () => {
  const page = { asOf: 10, today: '2026-11-22', place, view: 'mine', places: [place], counts: {}, next: null }
  const asking = { ...own('rail', '修好栏杆', '2026-12-20'), placeId: PLACE }
  const wish = { askedDueOn: '2026-12-28', askedReason: '钢管没到货', ownerId: 'liu' }
  const unit = { ...page, matters: [{ ...asking, commitment: { ...asking.commitment, ...wish } }] }
  await open('/desk', somebody('facilitator'), {
    'GET /api/places/.*/ledger\\?view=unit&wants=later-day.*': unit,
    'GET /api/places/.*/ledger.*': { ...page, matters: [] },
  })
  await sees('想从12月20日改到12月28日')
  unit.matters = []
  Feed.tell(11, 'extension-refused', { commitmentId: 'rail', dueOn: '2026-12-28' })
  await vi.waitFor(() => expect(text()).not.toContain('想从12月20日'))
  expect(document.querySelector('[aria-labelledby="waiting"]')).toBeNull()
})
