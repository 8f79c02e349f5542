import type { Actor, NewEvent } from '../kernel/event.ts'
import { mayKnow, visibleTo, type PermittedField, type PrivateFields } from './fields.ts'
import type { Facts } from './permission.ts'

type KeysOf<Union> = Union extends unknown ? keyof Union : never
type ValueIn<Union, Key> = Union extends unknown ? (Key extends keyof Union ? Union[Key] : never) : never

/** Everything that events of one feature hold, under one roof. */
export type EventFields<Event extends NewEvent> = {
  [Key in KeysOf<Event['data']> | KeysOf<Event['words']> | 'actorId']: Key extends 'actorId'
    ? string
    : ValueIn<Event['data'], Key> | ValueIn<Event['words'], Key>
}

/** Who hears of each event at all; a type without a row does not compile. */
export type Told<Event extends NewEvent> = Readonly<Record<Event['type'], 'everybody' | PermittedField>>

type Asking = Pick<Actor, 'id' | 'kind' | 'roles'>
type Heard = {
  readonly type: string
  readonly actorId: string
  readonly data: object
  readonly words: object
}

/** The event without what this viewer may not know; nothing where they hear nothing of it. */
export function eventFor<Event extends Heard>(
  event: Event,
  told: Readonly<Record<string, 'everybody' | PermittedField>>,
  fields: PrivateFields,
  viewer: Asking,
  facts: Facts,
): Event | null {
  const rule = told[event.type]
  if (rule === undefined || (rule !== 'everybody' && !mayKnow(rule, viewer, facts))) return null
  return visibleEvent(event, fields, viewer, facts)
}

/** The event without what this viewer may not know of it. */
export function visibleEvent<Event extends Heard>(
  event: Event,
  fields: PrivateFields,
  viewer: Asking,
  facts: Facts,
): Event {
  const { actorId } = visibleTo({ actorId: event.actorId }, fields, viewer, facts)
  const data = visibleTo(event.data, fields, viewer, facts)
  const words = visibleTo(event.words, fields, viewer, facts)
  const isWhole = actorId === event.actorId && data === event.data && words === event.words
  return isWhole ? event : { ...event, actorId, data, words }
}
