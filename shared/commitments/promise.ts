import type { Calendar } from '../calendar/calendar.ts'
import { dueAfter } from '../calendar/counting.ts'
import { isDay, type Day } from '../kernel/day.ts'
import { dayRefusal, firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import type { PersonId } from '../kernel/id.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { isBlank } from '../kernel/text/text.ts'
import {
  MAX_CO_OWNERS,
  MAX_MEASURE_LENGTH,
  MAX_OWNER_LENGTH,
  MAX_PART_LENGTH,
  type Commitment,
  type CoOwner,
  type PromiseFacts,
  type PromiseWords,
} from './commitment.ts'
import type { RecordCommitment } from './schema.ts'

/** Who, how and by which day, as the recorder sends it. */
export type Promised = Pick<
  RecordCommitment,
  'ownerId' | 'owner' | 'measure' | 'dueOn' | 'limit' | 'isOnTheSpot' | 'coOwners'
>

/** Somebody of the place or of the township above, who can be named as an owner. */
export interface KnownPerson {
  readonly id: PersonId
  readonly name: string
  /** What people call the post they hold now. */
  readonly title: string | null
}

/** Why these words are no promise yet: somebody, a way or a day is missing or wrong. */
export function promiseRefusal(
  promised: Promised,
  people: readonly KnownPerson[],
  today: Day,
  calendar: Calendar,
): Refusal | undefined {
  for (const part of ['owner', 'measure', 'dueOn'] as const)
    if (isBlank(promised[part])) return refuse('promise-incomplete', part)
  return firstRefusal(
    unknownPerson('ownerId', promised.ownerId, people),
    textRefusal('owner', promised.owner, MAX_OWNER_LENGTH),
    textRefusal('measure', promised.measure, MAX_MEASURE_LENGTH),
    notBefore('dueOn', promised.dueOn, today),
    !isCounted(promised, today, calendar) && refuse('field-wrong', 'dueOn'),
    promised.coOwners.length > MAX_CO_OWNERS && refuse('too-many', 'coOwners', MAX_CO_OWNERS),
    ...promised.coOwners.map((coOwner, at) => coOwnerRefusal(`coOwners/${at}`, coOwner, people, today)),
  )
}

// A day that was counted has to be the one that the count gives; on the spot is today.
const isCounted = ({ dueOn, limit, isOnTheSpot }: Promised, today: Day, calendar: Calendar): boolean =>
  isOnTheSpot ? limit === null && dueOn === today : !limit || dueAfter(calendar, today, limit).dueOn === dueOn

const coOwnerRefusal = (
  path: string,
  { personId, name, part, dueOn }: Promised['coOwners'][number],
  people: readonly KnownPerson[],
  today: Day,
): Refusal | undefined =>
  firstRefusal(
    unknownPerson(`${path}/personId`, personId, people),
    textRefusal(`${path}/name`, name, MAX_OWNER_LENGTH),
    textRefusal(`${path}/part`, part, MAX_PART_LENGTH),
    dueOn !== null && notBefore(`${path}/dueOn`, dueOn, today),
  )

const unknownPerson = (
  field: string,
  id: PersonId | null,
  people: readonly KnownPerson[],
): Refusal | undefined =>
  id === null || people.some((person) => person.id === id) ? undefined : refuse('not-found', field)

/** Refuses a day that does not exist or has passed. */
export const notBefore = (field: string, day: Day, today: Day): Refusal | undefined =>
  dayRefusal(field, day) ?? (isDay(day) && day < today ? refuse('day-in-the-past', field) : undefined)

export function promiseOf(
  promised: Promised,
  people: readonly KnownPerson[],
  today: Day,
  calendar: Calendar,
): { facts: PromiseFacts; words: PromiseWords } {
  const named = (id: PersonId | null) => people.find((person) => person.id === id)
  const { ownerId, owner, measure, dueOn, coOwners, limit, isOnTheSpot } = promised
  return {
    facts: {
      ownerId,
      dueOn,
      from: today,
      limit,
      calendarVersion: calendar.version,
      isOnTheSpot,
      coOwnerIds: coOwners.map(({ personId }) => personId),
      coOwnersDueOn: coOwners.map((coOwner) => coOwner.dueOn),
    },
    words: {
      measure: measure.trim(),
      // A person's own name, so that one id never has two names.
      owner: named(ownerId)?.name ?? owner.trim(),
      ownerTitle: named(ownerId)?.title ?? null,
      coOwners: coOwners.map(({ personId, name, part }) => ({
        name: named(personId)?.name ?? name.trim(),
        part: part.trim(),
      })),
    },
  }
}

/** A recorded promise taken apart again into what is kept for ever and what people wrote. */
export const promiseIn = (commitment: Commitment): { facts: PromiseFacts; words: PromiseWords } => ({
  facts: {
    ownerId: commitment.ownerId,
    dueOn: commitment.dueOn,
    from: commitment.from,
    limit: commitment.limit,
    calendarVersion: commitment.calendarVersion,
    isOnTheSpot: commitment.isOnTheSpot,
    coOwnerIds: commitment.coOwners.map(({ personId }) => personId),
    coOwnersDueOn: commitment.coOwners.map(({ dueOn }) => dueOn),
  },
  words: {
    measure: commitment.measure,
    owner: commitment.owner,
    ownerTitle: commitment.ownerTitle,
    coOwners: commitment.coOwners.map(({ name, part }) => ({ name, part })),
  },
})

/** The inverse of `promiseOf`, for rows and screens; parts whose words were erased stay, unnamed. */
export const coOwnersOf = (facts: PromiseFacts, words: Partial<PromiseWords>): readonly CoOwner[] =>
  facts.coOwnerIds.map((personId, at) => ({
    personId,
    name: words.coOwners?.[at]?.name ?? '',
    part: words.coOwners?.[at]?.part ?? '',
    dueOn: facts.coOwnersDueOn[at] ?? null,
    doneOn: null,
  }))
