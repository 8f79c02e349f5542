import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { mayKnow } from '../permissions/fields.ts'
import type { PersonEvent, RosterView } from './person.ts'

/** All who live at a place, or for those who only need to know who acts there those who hold a post. */
export function rosterFor(view: RosterView, viewer: Viewer): RosterView {
  if (mayKnow('roster.person', viewer)) return view
  const holders = new Set(view.posts.flatMap(({ personId, endedAt }) => (endedAt === null ? [personId] : [])))
  const people = view.people.filter(({ id }) => holders.has(id) || id === viewer.personId)
  const doors = new Set(people.map(({ householdId }) => householdId))
  return {
    ...view,
    people,
    households: view.households.filter(({ id }) => doors.has(id)),
    posts: view.posts.filter(({ endedAt }) => endedAt === null),
  }
}

/** The roster is for those who run the place, at their desk. */
export function presentPerson(
  event: RecordedEvent<PersonEvent>,
  viewer: Viewer,
): RecordedEvent<PersonEvent> | null {
  switch (event.type) {
    case 'post-given':
    case 'post-ended':
      return viewer.lookingAt === null && mayKnow('roster.post', viewer) ? event : null
    case 'household-added':
    case 'person-added':
    case 'person-renamed':
    case 'person-moved-away':
    case 'person-erased':
    case 'person-invited':
    case 'invitation-taken-back':
    case 'invitation-accepted':
    case 'login-set':
    case 'login-reset-asked':
    case 'login-reset-confirmed':
    case 'login-reset-stopped':
      return viewer.lookingAt === null && mayKnow('roster.person', viewer) ? event : null
    default:
      event satisfies never
      return null
  }
}
