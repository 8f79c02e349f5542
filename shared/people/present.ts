import type { RecordedEvent, Viewer } from '../kernel/event.ts'
import { mayKnow } from '../permissions/fields.ts'
import type { PersonEvent } from './person.ts'

/** The roster is for those who run the place, at their desk. */
export function presentPerson(
  event: RecordedEvent<PersonEvent>,
  viewer: Viewer,
): RecordedEvent<PersonEvent> | null {
  switch (event.type) {
    case 'household-added':
    case 'person-added':
    case 'person-renamed':
    case 'person-moved-away':
    case 'post-given':
    case 'post-ended':
    case 'person-invited':
    case 'invitation-taken-back':
    case 'invitation-accepted':
    case 'login-set':
      return viewer.lookingAt === null && mayKnow('roster.person', viewer) ? event : null
    default:
      event satisfies never
      return null
  }
}
