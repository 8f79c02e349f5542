import { describe, expect, test } from 'vitest'
import type { Commitment, CommitmentEvent, DueChange } from '../../../shared/commitments/commitment.ts'
import { evolveCommitments, evolveDueChanges } from '../../../shared/commitments/evolve.ts'
import { commitmentFor, presentCommitment } from '../../../shared/commitments/present.ts'
import type { RecordedEvent, Viewer } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const { looking, promise, recorded } = given
const desk = looking(given.recorder)
const wall = looking(given.stranger, given.MEETING)
const elsewhere = looking(given.guestElsewhere, given.OTHER_MEETING)

const ids = { commitmentId: given.PROMISE, meetingId: given.MEETING }
const facts = (dueOn: string) => ({
  ownerId: given.owner.personId,
  dueOn,
  coOwnerIds: [given.coOwner.personId],
  coOwnersDueOn: ['2026-12-01'],
  from: '2026-11-22',
  limit: null,
  calendarVersion: 'cn-2025-11-04',
  isOnTheSpot: false,
})
const source = {
  concernId: given.CONCERN,
  origin: 'promise' as const,
  entryId: null,
  isListed: false,
}
const words = (measure: string) => ({
  measure,
  owner: '王书记',
  ownerTitle: '村书记',
  coOwners: [{ name: '李主任', part: '联系供电所' }],
})
const verbatim = promise().verbatim
const recordedAt = '2026-11-22T11:50:00.000Z'

const wasRecorded: CommitmentEvent = {
  type: 'commitment-recorded',
  data: { ...ids, ...source, ...facts('2026-12-10') },
  words: { ...words('换灯'), verbatim },
}
const wasAmended = (wasReadBack: boolean): CommitmentEvent => ({
  type: 'commitment-amended',
  data: { ...ids, wasReadBack, ...facts('2026-12-12') },
  words: words('换灯和线路'),
})
const wasReadAloud = (dueOn: string, measure: string): CommitmentEvent => ({
  type: 'commitment-read-back',
  data: { ...ids, ...source, recordedAt, ...facts(dueOn) },
  words: { ...words(measure), verbatim },
})
const wasConfirmed: CommitmentEvent = {
  type: 'commitment-confirmed',
  data: { ...ids, dueOn: '2026-12-12' },
  words: {},
}
const wasMoved = (fromOn: string, toOn: string, times = 1): CommitmentEvent => ({
  type: 'due-day-moved',
  data: { ...ids, fromOn, toOn, times },
  words: { reason: '灯还没到货' },
})
const wasDropped = (wasReadBack: boolean): CommitmentEvent => ({
  type: 'commitment-dropped',
  data: { ...ids, wasReadBack },
  words: {},
})
const wasDone: CommitmentEvent = {
  type: 'commitment-done',
  data: { ...ids, doneOn: '2026-12-20' },
  words: { report: '三盏灯都亮了' },
}
const becameOverdue: CommitmentEvent = {
  type: 'commitment-became-overdue',
  data: { ...ids, dueOn: '2026-12-12', times: 1 },
  words: {},
}

const evening = [
  wasRecorded,
  wasReadAloud('2026-12-10', '换灯'),
  wasAmended(true),
  wasReadAloud('2026-12-12', '换灯和线路'),
  wasConfirmed,
]
const kept = [
  ...evening,
  becameOverdue,
  wasMoved('2026-12-12', '2026-12-18'),
  wasMoved('2026-12-18', '2026-12-24', 2),
  wasDone,
  { type: 'report-taken-back', data: ids, words: {} } as const,
  wasDone,
]

const told = (events: readonly CommitmentEvent[]): RecordedEvent<CommitmentEvent>[] =>
  events.map((event, at) =>
    recorded(event, at + 1, given.recorder, event === wasRecorded ? recordedAt : undefined),
  )
const fold = (events: readonly RecordedEvent<CommitmentEvent>[], from: readonly Commitment[] = []) =>
  events.reduce(evolveCommitments, from)
const heard = (viewer: Viewer, events: readonly CommitmentEvent[]) =>
  fold(
    told(events)
      .map((event) => presentCommitment(event, viewer))
      .filter((event) => event !== null),
  )

describe('what a screen holds', () => {
  test('an evening: spoken, read back, amended, read back again, confirmed', () => {
    const stages = evening.map((_, last) => fold(told(evening.slice(0, last + 1)))[0]!)
    expect(
      stages.map(({ state, dueOn, firstDueOn, readBackAt }) => [
        state,
        dueOn,
        firstDueOn,
        readBackAt !== null,
      ]),
    ).toEqual([
      ['spoken', '2026-12-10', '2026-12-10', false],
      ['spoken', '2026-12-10', '2026-12-10', true],
      ['spoken', '2026-12-12', '2026-12-12', false],
      ['spoken', '2026-12-12', '2026-12-12', true],
      ['open', '2026-12-12', '2026-12-12', true],
    ])
    expect(new Set(stages.map((stage) => stage.verbatim))).toEqual(new Set([verbatim]))
    expect(stages.at(-1)).toMatchObject({
      measure: '换灯和线路',
      recordedAt,
      coOwners: [
        {
          personId: given.coOwner.personId,
          name: '李主任',
          part: '联系供电所',
          dueOn: '2026-12-01',
          doneOn: null,
        },
      ],
    })
  })

  test('the first day stays beside the later one, and each move is told with its reason', () => {
    expect(fold(told(kept))).toMatchObject([
      {
        state: 'done',
        firstDueOn: '2026-12-12',
        dueOn: '2026-12-24',
        timesMoved: 2,
        doneOn: '2026-12-20',
        report: '三盏灯都亮了',
      },
    ])
    const changes = told(kept).reduce(evolveDueChanges, [] as readonly DueChange[])
    expect(changes.map(({ fromOn, toOn, reason }) => [fromOn, toOn, reason])).toEqual([
      ['2026-12-12', '2026-12-18', '灯还没到货'],
      ['2026-12-18', '2026-12-24', '灯还没到货'],
    ])
    expect(told(kept).reduce(evolveDueChanges, changes)).toEqual(changes)
  })

  test('a report taken back leaves an open promise without a report', () => {
    expect(fold(told(kept.slice(0, -1)))).toMatchObject([{ state: 'open', doneOn: null, report: null }])
  })

  test('hearing the whole story, or any event, twice changes nothing', () => {
    const once = fold(told(kept))
    expect(fold(told(kept), once)).toEqual(once)
    told(kept).forEach((event, at) => {
      const before = fold(told(kept.slice(0, at + 1)))
      expect(fold([event], before)).toEqual(before)
    })
  })

  test('being late is not stored, only how often its day passed', () => {
    const before = fold(told(evening))
    const [after] = fold([recorded(becameOverdue)], before)
    expect(after).toEqual({ ...before[0], timesLate: 1 })
  })
})

describe('who hears of a promise', () => {
  test('the public first hears of it when it is read back, and then all of it', () => {
    expect(heard(wall, [wasRecorded])).toEqual([])
    expect(heard(wall, evening.slice(0, 2))).toEqual(fold(told(evening.slice(0, 2))))
    expect(heard(desk, [wasRecorded])).toHaveLength(1)
  })

  test('amended after the read-back, it leaves the public until it is read back again', () => {
    expect(heard(wall, evening.slice(0, 3))).toEqual([])
    expect(JSON.stringify(presentCommitment(recorded(wasAmended(true)), wall))).not.toContain('换灯')
    expect(heard(wall, evening.slice(0, 4))).toMatchObject([{ measure: '换灯和线路', dueOn: '2026-12-12' }])
  })

  test('what the public never heard is amended and dropped without a word', () => {
    expect(presentCommitment(recorded(wasAmended(false)), wall)).toBeNull()
    expect(presentCommitment(recorded(wasDropped(false)), wall)).toBeNull()
  })

  test('another evening’s phone hears nothing', () => {
    for (const event of told([...kept, wasDropped(true)]))
      expect(presentCommitment(event, elsewhere)).toBeNull()
    expect(commitmentFor(given.running(), elsewhere)).toBeNull()
  })

  test.each([desk, wall, elsewhere])(
    'at every step the rows and the events tell viewer %# the same',
    (viewer) => {
      for (const story of [
        kept,
        [wasRecorded, wasDropped(false)],
        [...evening.slice(0, 2), wasDropped(true)],
      ])
        story.forEach((_, last) => {
          const steps = story.slice(0, last + 1)
          const read = fold(told(steps)).map((row) => commitmentFor(row, viewer))
          const isShown = ({ state }: Commitment) => viewer === desk || state !== 'dropped'
          expect(heard(viewer, steps).filter(isShown)).toEqual(read.filter((row) => row !== null))
        })
    },
  )
})
