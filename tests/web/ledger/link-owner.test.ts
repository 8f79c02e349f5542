import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RosterView } from '../../../shared/people/person.ts'
import { anEvening, aConcern, aPromise, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  button,
  LEDGER,
  leave,
  openBoard,
  press,
  sees,
  sent,
  somebody,
  text,
  view,
} from '../../support/records/ledger-page.ts'

beforeEach(arrive)
afterEach(leave)

const person = (id: string, name: string, householdId: string | null = null) => ({
  ...{ id, name, householdId, placeId: PLACE, movedAwayAt: null, hasLogin: false },
})
const ROSTER = {
  ...{ asOf: 1, grids: [], partners: [], place: anEvening().place },
  people: [person('w', '王建国'), person('l1', '李强', 'h1'), person('l2', '李强', 'h2')],
  households: [
    { id: 'h1', placeId: PLACE, gridId: null, name: '东头21号' },
    { id: 'h2', placeId: PLACE, gridId: null, name: '西头3号' },
  ],
  posts: [{ id: 'po', personId: 'w', placeId: PLACE, role: 'cadre', title: '村书记', endedAt: null }],
} as unknown as RosterView

async function openPlain(owner: string, ...roles: ('recorder' | 'cadre')[]): Promise<void> {
  const commitment = aPromise('lamp', { state: 'open', ownerId: null, owner, concernId: 'dark' })
  const concern = aConcern('dark', '路灯不亮', { no: 47, state: 'promised' })
  history.replaceState(null, '', `/ledger?place=${PLACE}#lamp`)
  await openBoard(somebody('chen', ...roles), {
    [LEDGER]: view({ commitments: [commitment], concerns: [concern], dueChanges: [] }),
    [`GET /api/places/${PLACE}/matters/lamp`]: {
      ...{ asOf: 10, today: '2026-11-22', publicPath: null, place: anEvening().place, roles, concern },
      ...{
        commitments: [commitment],
        dueChanges: [],
        progress: [],
        meetings: [],
        orderFrom: [],
        custody: null,
      },
      ...{ steps: [], ladder: [anEvening().place], actsFor: [PLACE], ownedAbove: [], events: [] },
    },
    [`GET /api/places/${PLACE}/roster`]: ROSTER,
  })
  await sees('只是个名字，没连到名册')
}

test('whom a plain name may mean is offered, and linked by two presses', async () => {
  await openPlain('老王', 'recorder')
  await sees('「老王」是谁？连到名册')
  press(button('「老王」是谁'))
  await sees('王建国（村书记）')
  press(button('王建国（村书记）'))
  press(button('就是这一位'))
  await vi.waitFor(() => expect(sent('link-owner')).toHaveLength(1))
  expect(sent('link-owner')[0]!.body).toMatchObject({ commitmentId: 'lamp', coOwner: null, personId: 'w' })
  await sees('连上了')
})

test('of two people of one name it asks which one', async () => {
  await openPlain('李强', 'recorder')
  await sees('「李强」是谁？')
  press(button('「李强」是谁'))
  await sees('有几位李强，是哪一位？')
  press(button('李强（西头3号）'))
  press(button('就是这一位'))
  await vi.waitFor(() => expect(sent('link-owner')[0]?.body).toMatchObject({ personId: 'l2' }))
})

test('whoever does not keep the record is told that it is a name, and offered nothing', async () => {
  await openPlain('老王', 'cadre')
  expect(text()).not.toContain('连到名册上')
  expect(text()).not.toContain('是谁？')
})
