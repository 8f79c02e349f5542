import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { eventsAfter } from '../../../server/journal/read.ts'
import { agendaOf, findMeeting } from '../../../server/meetings/queries.ts'
import { rosterOf } from '../../../server/people/queries.ts'
import { findPlace, gridsOf } from '../../../server/places/queries.ts'
import type { AgendaItem, Meeting } from '../../../shared/meetings/meeting.ts'
import { evolveAgenda, evolveMeeting } from '../../../shared/meetings/evolve.ts'
import { evolveRoster, type RosterSoFar } from '../../../shared/people/evolve.ts'
import type { Place } from '../../../shared/places/place.ts'
import { evolvePlaces } from '../../../shared/places/evolve.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

type Fold<State> = (state: State, event: never) => State

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)

async function changeableRoster({ people }: Village, { facilitator }: Evening): Promise<void> {
  const householdId = randomUUID()
  const personId = randomUUID()
  const postId = randomUUID()
  await facilitator.must('rename-place', { name: '柳树湾社区' })
  await facilitator.must('draw-grid', { gridId: randomUUID(), name: '河滩网格' })
  await facilitator.must('add-household', { householdId, name: '河滩1号', gridId: null })
  await facilitator.must('add-person', { personId, name: '孙二哥', householdId })
  await facilitator.must('rename-person', { personId, name: '孙大伯' })
  await facilitator.must('give-post', { postId, personId, role: 'representative', title: '村民代表' })
  await facilitator.must('end-post', { postId })
  await facilitator.must('move-person-away', { personId: people['刘会计'] })
  await facilitator.must('import-roster', {
    rows: [{ personId: randomUUID(), name: '周小梅', household: '河滩2号', grid: '山脚网格' }],
  })
}

async function changeableEvening({ facilitator, meetingId, agenda }: Evening): Promise<void> {
  const about = { meetingId }
  const agendaItemId = randomUUID()
  await facilitator.must('add-agenda-item', { ...about, agendaItemId, title: '广场音箱' })
  await facilitator.must('rename-agenda-item', { ...about, agendaItemId, title: '广场音响' })
  await facilitator.must('move-agenda-item', { ...about, agendaItemId, afterAgendaItemId: null })
  await facilitator.must('drop-agenda-item', { ...about, agendaItemId: agenda[1] })
  await facilitator.must('start-agenda-item', { ...about, agendaItemId })
  await facilitator.must('start-agenda-item', { ...about, agendaItemId: agenda[0] })
  await facilitator.must('rename-meeting', { ...about, title: '冬月凉亭夜话' })
  const onDay = '2026-11-22'
  await facilitator.must('reschedule-meeting', { ...about, onDay, beginsAt: '20:00', venue: '祠堂' })
  await facilitator.must('set-moderation', { ...about, moderation: 'straight' })
  await facilitator.must('give-floor', { ...about, speaker: '李婶', personId: null })
  await facilitator.must('clear-wall', about)
}

test('places, roster and meeting are in the tables as in the journal', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { reader } = village.context.database
  const { placeId } = village
  const { meetingId, facilitator } = evening

  const folded = async <State>(start: State, fold: Fold<State>): Promise<State> =>
    ((await eventsAfter(reader, placeId, 0, 10_000)) as never[]).reduce(fold, start)
  const agree = async (): Promise<void> => {
    // The code is in no event: whoever may follow the evening reads it.
    const meeting = await findMeeting(reader, placeId, meetingId)
    expect({ ...meeting, code: null }).toEqual(await folded<Meeting | null>(null, evolveMeeting))
    expect(await agendaOf(reader, meetingId)).toEqual(await folded<readonly AgendaItem[]>([], evolveAgenda))
  }

  await changeableRoster(village, evening)
  await changeableEvening(evening)
  await agree()
  await facilitator.must('clear-floor', { meetingId })
  await agree()
  await facilitator.must('close-meeting', { meetingId })
  await agree()
  await facilitator.must('reopen-meeting', { meetingId })
  await agree()

  const places = await folded<readonly Place[]>([], evolvePlaces)
  expect([...places].sort(byId)).toEqual(
    [(await findPlace(reader, placeId))!, ...(await gridsOf(reader, placeId))].sort(byId),
  )
  const nobody: RosterSoFar = { people: [], households: [], posts: [] }
  const roster = await folded(nobody, evolveRoster)
  const { people, households, posts } = (await rosterOf(reader, placeId))!
  expect([...roster.households].sort(byId)).toEqual([...households].sort(byId))
  expect([...roster.posts].sort(byId)).toEqual([...posts].sort(byId))
  expect([...roster.people].sort(byId)).toEqual(
    people.map(({ hasLogin: _, isLoginUsed: _used, ...person }) => person).sort(byId),
  )
})
