import type { RecordedEvent, RecordedOf } from '../kernel/event.ts'
import type { Household, Person, PersonEvent, Post } from './person.ts'

/** Who lives where and who holds which post, as far as a screen has heard. */
export interface RosterSoFar {
  readonly people: readonly Person[]
  readonly households: readonly Household[]
  readonly posts: readonly Post[]
}

const added = <Row extends { readonly id: string }>(rows: readonly Row[], row: Row): readonly Row[] =>
  rows.some(({ id }) => id === row.id) ? rows : [...rows, row]

const changed = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  change: Partial<Row>,
): readonly Row[] => rows.map((row) => (row.id === id ? { ...row, ...change } : row))

function postFrom(event: RecordedEvent<Extract<PersonEvent, { type: 'post-given' }>>): Post {
  const { postId: id, personId, role, gridId = null } = event.data
  const { placeId, recordedAt: givenAt } = event
  return { id, placeId, personId, role, gridId, title: event.words.title, givenAt, endedAt: null }
}

type ToldElsewhere =
  | 'person-erased'
  | 'person-invited'
  | 'invitation-taken-back'
  | 'invitation-accepted'
  | 'login-set'
  | 'login-reset-asked'
  | 'login-reset-confirmed'
  | 'login-reset-stopped'

/** Keeps whatever else the roster carries, so that a screen may hold more than this knows. */
export function evolveRoster<Roster extends RosterSoFar>(
  roster: Roster,
  event: RecordedEvent<PersonEvent>,
): Roster {
  const { placeId, recordedAt } = event
  switch (event.type) {
    case 'household-added': {
      const household = {
        id: event.data.householdId,
        placeId,
        gridId: event.data.gridId,
        name: event.words.name,
      }
      return { ...roster, households: added(roster.households, household) }
    }
    case 'person-added': {
      const { personId: id, householdId } = event.data
      const person = { id, placeId, householdId, name: event.words.name, movedAwayAt: null }
      return { ...roster, people: added(roster.people, person) }
    }
    case 'person-renamed':
      return { ...roster, people: changed(roster.people, event.data.personId, { name: event.words.name }) }
    case 'person-moved-away':
      return { ...roster, people: changed(roster.people, event.data.personId, { movedAwayAt: recordedAt }) }
    case 'post-given':
      return { ...roster, posts: added(roster.posts, postFrom(event)) }
    case 'post-ended':
      return { ...roster, posts: changed(roster.posts, event.data.postId, { endedAt: recordedAt }) }
    default:
      event satisfies RecordedOf<PersonEvent, ToldElsewhere>
      return roster
  }
}
