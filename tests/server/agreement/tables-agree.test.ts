import { partnersOf } from '../../../server/people/partner-queries.ts'
import { evolvePartners } from '../../../shared/people/partner.ts'
import { invitationsOf } from '../../../server/people/invitations/queries.ts'
import { evolveInvitations } from '../../../shared/people/log-in/invitation.ts'
import { countersignsOf } from '../../../server/ledger/month/countersigns.ts'
import { evolveCountersigns } from '../../../shared/ledger/month/countersign.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDaysOf } from '../../../server/calendar/queries.ts'
import { catalogueHistoryOf } from '../../../server/catalogue/queries.ts'
import { commentsFor } from '../../../server/comments/queries.ts'
import { ledgerFor, placeCommitmentsFor } from '../../../server/commitments/queries.ts'
import { placeConcernsFor } from '../../../server/concerns/queries.ts'
import { custodiesOf, custodyStepsOf } from '../../../server/custody/queries.ts'
import { robotIn, robotRowsOf } from '../../../server/notices/robots/robots.ts'
import { handCountsOf, ratingsFor } from '../../../server/ratings/queries.ts'
import { visitsFor } from '../../../server/visits/queries.ts'
import { eventsAfter } from '../../../server/journal/read.ts'
import { agendaOf, agendaPromisesOf, findMeeting } from '../../../server/meetings/queries.ts'
import { signaturesOf } from '../../../server/minutes/queries.ts'
import { evolveOwnDays } from '../../../shared/calendar/evolve.ts'
import { evolveCatalogue } from '../../../shared/catalogue/evolve.ts'
import { evolveCustodies, evolveCustodySteps } from '../../../shared/custody/evolve.ts'
import { evolveRobots } from '../../../shared/notices/evolve.ts'
import { evolveRatings } from '../../../shared/ratings/evolve.ts'
import { evolveHandCounts, type HandCount } from '../../../shared/ratings/hand-counts.ts'
import { evolveComments } from '../../../shared/comments/evolve.ts'
import { evolveCommitments, evolveDueChanges, evolveProgress } from '../../../shared/commitments/evolve.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import type { RecordedEvent, Viewer } from '../../../shared/kernel/event.ts'
import { evolveAgenda, evolveAgendaPromises, evolveMeeting } from '../../../shared/meetings/evolve.ts'
import { evolveVisits } from '../../../shared/visits/evolve.ts'
import { evolveSignatures } from '../../../shared/minutes/evolve.ts'
import { expectLinesToAgree } from '../../support/records/lines.ts'
import { NO_RECUSAL } from '../../../shared/kernel/recusal.ts'
import { MATRIX } from '../../support/cases/matrix.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
const sorted = <Row extends { id: string }>(rows: readonly Row[]): Row[] => [...rows].sort(byId)

/** Somebody of the staff, who may know everything. */
const knowing = (placeId: string): Viewer => ({
  id: '',
  kind: 'person',
  name: null,
  personId: null,
  placeId,
  roles: ['facilitator'],
  meetingId: null,
  lookingAt: null,
  recusal: NO_RECUSAL,
})

describe('tables agree with evolve, after an evening that lived through every command', () => {
  let stage: Stage
  let journal: RecordedEvent<any>[]
  let noted: readonly HandCount[]
  beforeAll(() => sharedStage((ready) => (stage = ready)))
  beforeAll(async () => {
    for (const { name, by, body } of MATRIX) {
      await stage[by].command(name, body(stage))
      if (name === 'note-hands') noted = await handCounts()
    }
    journal = await eventsAfter(stage.village.context.database.reader, stage.village.placeId, 0, 10_000)
  })

  const fold = <State>(start: State, evolve: (state: State, event: any) => State): State =>
    journal.reduce(evolve, start)
  const reader = () => stage.village.context.database.reader
  const place = () => stage.village.placeId
  const viewer = () => knowing(place())
  const meetingIds = () => [
    stage.evening.meetingId,
    stage.plannedMeeting,
    stage.closedMeeting,
    stage.signedMeeting,
  ]
  const handCounts = async (): Promise<readonly HandCount[]> => {
    const { meetingId } = stage.evening
    const counts = [...(await handCountsOf(reader(), meetingId))]
    return counts.map(([commitmentId, hands]) => ({ meetingId, commitmentId, ...hands }))
  }
  const ofMeetings = async <Row>(read: (meetingId: string) => Promise<readonly Row[]>): Promise<Row[]> =>
    (await Promise.all(meetingIds().map(read))).flat()

  test('days of the place', async () => {
    const own = await ownDaysOf(reader(), place())
    expect(own.map(({ year }) => year)).toEqual([null, null, 2041])
    expect(fold([] as never[], evolveOwnDays as never)).toEqual(own)
  })

  test('comments', async () => {
    const rows = await ofMeetings((id) => commentsFor(reader(), place(), id, viewer()))
    expect(rows.length).toBeGreaterThan(3)
    expect(sorted(fold([] as never[], evolveComments as never))).toEqual(sorted(rows))
  })

  test('concerns', async () => {
    const rows = await placeConcernsFor(reader(), place(), viewer())
    expect(new Set(rows.map(({ state }) => state)).size).toBeGreaterThan(3)
    expect(sorted(fold([] as never[], evolveConcerns as never))).toEqual(sorted(rows))
  })

  test('promises and their moved days', async () => {
    const rows = await placeCommitmentsFor(reader(), place(), viewer())
    expect(new Set(rows.map(({ state }) => state)).size).toBeGreaterThan(1)
    const folded = fold([] as readonly any[], evolveCommitments as never)
    expect(sorted(folded.filter(({ state }) => state !== 'dropped'))).toEqual(
      sorted(rows.filter(({ state }) => state !== 'dropped')),
    )
    const ledger = await ledgerFor(stage.village.context.database, place(), viewer(), '2026-11-22')
    expect(new Set(ledger.dueChanges.map(({ kind }) => kind))).toEqual(new Set(['extended', 'recounted']))
    expect(fold([] as never[], evolveDueChanges as never)).toEqual(ledger.dueChanges)
  })

  test('the catalogue, version by version', async () => {
    const history = await catalogueHistoryOf(reader(), place())
    expect(history.map(({ isDropped }) => isDropped)).toContain(true)
    expect(fold([] as never[], evolveCatalogue as never)).toEqual(history)
  })

  test('in whose hands each matter is, and every step on its way', async () => {
    const custodies = await custodiesOf(reader(), place())
    expect(new Set(custodies.map(({ holderId }) => holderId)).size).toBe(2)
    expect(sorted(fold([] as never[], evolveCustodies as never))).toEqual(sorted(custodies))
    const steps = await custodyStepsOf(reader(), place())
    expect(new Set(steps.map(({ kind }) => kind)).size).toBe(7)
    expect(fold([] as never[], evolveCustodySteps as never)).toEqual(steps)
  })

  test('ratings, and what was reported on the way', async () => {
    const ratings = await ratingsFor(reader(), place(), viewer())
    expect(new Set(ratings.map(({ channel }) => channel))).toEqual(new Set(['phone', 'told', 'hands']))
    expect(sorted(fold([] as never[], evolveRatings as never))).toEqual(sorted(ratings))
    const ledger = await ledgerFor(stage.village.context.database, place(), viewer(), '2026-11-22')
    expect(new Set(ledger.progress.map(({ kind }) => kind))).toEqual(
      new Set(['part', 'evidence', 'order', 'reminder', 'comment', 'evidence-request']),
    )
    expect(fold([] as never[], evolveProgress as never)).toEqual(ledger.progress)
  })

  test('hands that are being counted, until they were', async () => {
    expect(noted).toMatchObject([{ commitmentId: stage.toBeCounted, done: { done: 12 } }])
    const till = journal.findIndex(({ type }) => type === 'hands-noted') + 1
    expect(journal.slice(0, till).reduce(evolveHandCounts as never, [] as never[])).toEqual(noted)
    expect(fold([] as readonly HandCount[], evolveHandCounts)).toEqual(await handCounts())
  })

  test('partners, also those who were taken off the list', async () => {
    const partners = await partnersOf(reader(), place())
    expect(partners).toMatchObject([{ isDropped: true }])
    expect(fold([] as never[], evolvePartners as never)).toEqual(partners)
  })

  test('invitations: those that wait, were used and were taken back', async () => {
    const invitations = await invitationsOf(reader(), place())
    expect(new Set(invitations.map(({ state }) => state))).toEqual(
      new Set(['waiting', 'accepted', 'taken-back']),
    )
    expect(sorted(fold([] as never[], evolveInvitations as never))).toEqual(sorted(invitations))
  })

  test('which months supervision stands for', async () => {
    const signed = await countersignsOf(reader(), place())
    expect(signed).toHaveLength(1)
    expect(fold([] as never[], evolveCountersigns as never)).toEqual(signed)
  })

  test('lines of the ledger, as if they were all written anew', async () => {
    expect(await expectLinesToAgree(stage.village.context.database)).toBeGreaterThan(3)
  })

  test('visits, and nothing is left of the words of one that was taken back', async () => {
    const all = { most: 100 }
    const rows = await visitsFor(reader(), place(), viewer(), all)
    expect(rows).toHaveLength(2)
    expect(sorted(fold([] as never[], evolveVisits as never))).toEqual(sorted(rows))
    const words = journal.filter(({ type }) => type === 'visit-noted').map((event) => event.words.need)
    expect(words.filter((need) => need === undefined)).toHaveLength(2)
  })

  test('groups that are reminded, and nothing is left of the address of one that is not any more', async () => {
    const robots = (await robotRowsOf(reader(), place())).map(robotIn)
    expect(robots).toHaveLength(1)
    expect(fold([] as never[], evolveRobots as never)).toEqual(robots)
    const set = journal.filter(({ type }) => type === 'robot-set')
    expect(set.map(({ words }) => Object.keys(words).length)).toEqual([0, 2])
  })

  test('meetings, agendas and signatures', async () => {
    for (const meetingId of meetingIds()) {
      const events = journal.filter(({ data }) => data.meetingId === meetingId)
      const meeting = await findMeeting(reader(), place(), meetingId)
      // The code is in no event: whoever may follow the evening reads it.
      expect(events.reduce(evolveMeeting as never, null)).toEqual({ ...meeting, code: null })
      const agenda = events.reduce(evolveAgenda as never, []) as unknown as { id: string }[]
      expect(sorted(agenda)).toEqual(sorted(await agendaOf(reader(), meetingId)))
      expect(events.reduce(evolveAgendaPromises as never, [])).toEqual(
        await agendaPromisesOf(reader(), meetingId),
      )
      const signatures = events.reduce(evolveSignatures as never, [])
      expect(signatures).toEqual(await signaturesOf(reader(), meetingId))
    }
  })
})
