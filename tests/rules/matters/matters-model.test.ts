import assert from 'node:assert/strict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '../../../shared/commitments/standing.ts'
import type { CommitmentState } from '../../../shared/commitments/commitment.ts'
import { isOver, isRatingOver, type ConcernState } from '../../../shared/concerns/concern.ts'
import { addDays, daysBetween, type Day } from '../../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import { isBad } from '../../../shared/ratings/rating.ts'
import { owner, PLACE, township } from '../../support/villages/given.ts'
import { COUNTY, draws, TOWN, wishOf } from '../../support/villages/matters.ts'
import { evolveMatters, NOTHING, Paper, type Matters } from '../../support/files/paper.ts'

const SEQUENCES = 10_000

/** Written down by hand from the drawing of the two lives, not read out of the rules. */
const PROMISE_GOES: Readonly<Record<CommitmentState | 'new', readonly CommitmentState[]>> = {
  new: ['spoken'],
  spoken: ['spoken', 'open', 'dropped'],
  open: ['open', 'done', 'spoken'],
  done: ['done', 'open', 'rated', 'settled'],
  rated: ['rated', 'open', 'settled'],
  settled: ['settled'],
  dropped: ['dropped', 'spoken'],
}
const OUTCOMES: readonly ConcernState[] = ['answered', 'promised', 'referred', 'assembly', 'declined']
const AFTER_OUTCOME: readonly ConcernState[] = ['recorded', 'reopened', 'rated', 'closed', 'withdrawn']
const CONCERN_GOES: Readonly<Record<ConcernState | 'new', readonly ConcernState[]>> = {
  new: ['raised'],
  raised: ['raised', 'recorded', 'withdrawn', 'merged'],
  recorded: ['recorded', 'raised', ...OUTCOMES, 'withdrawn', 'merged'],
  answered: ['answered', ...AFTER_OUTCOME],
  promised: ['promised', ...AFTER_OUTCOME],
  referred: ['referred', ...AFTER_OUTCOME],
  assembly: ['assembly', ...AFTER_OUTCOME],
  declined: ['declined', ...AFTER_OUTCOME],
  rated: ['rated', 'reopened', 'closed', 'withdrawn'],
  // Its promise may still run, and be judged good or settled.
  reopened: ['reopened', ...OUTCOMES, 'rated', 'closed', 'withdrawn', 'merged'],
  closed: ['closed'],
  withdrawn: ['withdrawn'],
  merged: ['merged', 'raised', 'recorded', 'reopened'],
}

type Told = RecordedEvent<any>

/** Asked some millions of times, so without the ceremony of `expect`. */
function goes<State extends string>(
  ways: Readonly<Record<State | 'new', readonly State[]>>,
  { type }: Told,
  then: State | undefined,
  now: State,
): void {
  const from = then ?? 'new'
  assert(ways[from].includes(now), `${type}: from ${from} to ${now}`)
}

function nothingIsSkipped(event: Told, before: Matters, after: Matters): void {
  for (const now of after.commitments) {
    const then = before.commitments.find(({ id }) => id === now.id)
    goes(PROMISE_GOES, event, then?.state, now.state)
    if (now.state === 'open' && then?.state === 'spoken') expect(then.readBackAt).not.toBeNull()
    if (now.state === 'done' && then?.state === 'open')
      assert(now.coOwners.every(({ doneOn }) => doneOn !== null))
  }
  for (const now of after.concerns) {
    const then = before.concerns.find(({ id }) => id === now.id)
    goes(CONCERN_GOES, event, then?.state, now.state)
  }
}

/** What each promise may still be given, counted beside the rules. */
class DayBook {
  readonly #given = new Map<string, { times: number; days: number }>()

  check(event: Told, before: Matters, after: Matters, today: Day): void {
    for (const now of after.commitments) {
      const then = before.commitments.find(({ id }) => id === now.id)
      if (!then || then.state === 'spoken') continue
      assert.equal(now.verbatim, then.verbatim)
      assert.equal(now.firstDueOn, then.firstDueOn)
      assert.equal(now.from, then.from)
      if (now.dueOn === then.dueOn) continue
      const length = daysBetween(then.from, then.firstDueOn)
      if (event.type === 'commitment-reopened') {
        expect(now.dueOn).toBe(addDays(today, length))
        continue
      }
      expect(event.type).toBe('due-day-moved')
      expect([then.state, event.actorId]).toEqual(['open', township.id])
      expect(today < then.dueOn && now.dueOn > then.dueOn).toBe(true)
      const { times, days } = this.#given.get(now.id) ?? { times: 0, days: 0 }
      const sum = { times: times + 1, days: days + daysBetween(then.dueOn, now.dueOn) }
      this.#given.set(now.id, sum)
      expect(sum.times).toBeLessThanOrEqual(2)
      expect(sum.days).toBeLessThanOrEqual(length)
      expect(now.timesMoved).toBe(sum.times)
    }
  }
}

function everyNotIsOpenAgain({ data, type }: Told, before: Matters, end: Matters): boolean {
  if (type !== 'outcome-rated' && type !== 'rating-changed') return false
  // A "not" is never talked away: only a good answer is still there to be changed.
  const said = before.ratings.find(({ id }) => id === data.ratingId)
  if (said) expect(isBad(said)).toBe(false)
  if (data.done !== 'not' && data.satisfied !== 'not') return false
  const { round } = end.ratings.find(({ id }) => id === data.ratingId)!
  const promise = end.commitments.find(({ id }) => id === data.commitmentId)
  if (promise) expect(promise).toMatchObject({ state: 'open', timesReopened: round + 1, doneOn: null })
  const concernId = data.concernId ?? promise?.concernId
  const then = before.concerns.find(({ id }) => id === concernId)
  if (!then && promise && promise.timesReopened >= 2) {
    expect(promise.concernId).not.toBeNull()
    wentUp(end, promise.concernId!, null)
  }
  if (!then || isOver(then)) return true
  expect(end.concerns.find(({ id }) => id === concernId)!.timesReopened).toBe(then.timesReopened + 1)
  wentUp(end, concernId, then.escalatedToId)
  return true
}

const LADDER = [PLACE, TOWN, COUNTY]

/** Where a matter is that was judged "not"; nobody stands above the county in this village. */
function wentUp({ concerns, custodies }: Matters, concernId: string, reachedId: string | null): void {
  const concern = concerns.find(({ id }) => id === concernId)!
  const known = custodies.find(({ id }) => id === concernId)
  const holder = LADDER.indexOf(known?.holderId ?? PLACE)
  const above = LADDER[Math.max(holder, LADDER.indexOf(reachedId ?? '')) + 1]
  if (concern.timesReopened >= 2 && !above) {
    expect(concern).toMatchObject({ state: 'closed', closedAs: 'disagreed', route: 'petition' })
    return
  }
  expect(concern.state).toBe('reopened')
  if (concern.timesReopened < 2) return
  expect(known?.offer?.toPlaceId).toBe(above)
  expect(concern).toMatchObject({ isForNextAgenda: true, escalatedToId: above })
}

function settledRightly({ type, data, actorId }: Told, before: Matters, today: Day): void {
  if (type !== 'commitment-settled' && type !== 'concern-closed') return
  if (type === 'commitment-settled') {
    const then = before.commitments.find(({ id }) => id === data.commitmentId)!
    expect(actorId).not.toBe(owner.id)
    expect(then.state === 'rated' || (then.doneOn !== null && isRatingOver(then.doneOn, today))).toBe(true)
    expect(data.as).toBe(then.state === 'rated' ? 'rated' : 'unrated')
  }
}

test(`${SEQUENCES} stories: no day moves but as the rules allow, no state is skipped, every "not" is open again`, () => {
  const lived = { steps: 0, granted: 0, bad: 0, moved: 0, settled: 0, up: 0, changed: 0, alone: 0 }
  fc.assert(
    fc.property(draws(48), (sequence) => {
      const paper = new Paper()
      const days = new DayBook()
      sequence.forEach((draw, at) => {
        if (draw.act === 'wait') {
          paper.today = addDays(paper.today, draw.days)
          return paper.noteOverdue()
        }
        const before = paper.matters
        const first = paper.story.length
        const refusal = paper.act(wishOf(draw, at, paper.today), (event, then, now) => {
          nothingIsSkipped(event, then, now)
          days.check(event, then, now, paper.today)
          settledRightly(event, then, paper.today)
        })
        lived.steps++
        if (refusal) return
        lived.granted++
        for (const event of paper.story.slice(first)) {
          if (everyNotIsOpenAgain(event, before, paper.matters)) lived.bad++
          if (event.type === 'due-day-moved') lived.moved++
          if (event.type === 'commitment-settled') lived.settled++
          if (event.type === 'rating-changed') lived.changed++
          if (event.type === 'matter-offered' && event.data.because === 'rating') lived.up++
          if (event.type === 'commitment-joined') lived.alone++
        }
      })
      const again = paper.story.reduce(evolveMatters, NOTHING)
      expect(again).toEqual(paper.matters)
      const standings = ({ commitments }: Matters) => commitments.map((one) => standingOf(one, paper.today))
      expect(standings(again)).toEqual(standings(paper.matters))
    }),
    { numRuns: SEQUENCES, seed: 20261122 },
  )
  // The stories have to be long enough to mean something.
  expect(lived.granted).toBeGreaterThan(lived.steps / 8)
  for (const count of [lived.bad, lived.moved, lived.settled]) expect(count).toBeGreaterThan(100)
  for (const count of [lived.up, lived.changed]) expect(count).toBeGreaterThan(50)
  expect(lived.alone).toBeGreaterThan(0)
}, 240_000)
