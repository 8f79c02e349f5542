import type { Place } from '../places/place.ts'
import type { Concern, ConcernKind } from '../concerns/concern.ts'
import type { Day } from '../kernel/day.ts'
import { holds, isStaff, type Actor, type Instant, type NewEvent } from '../kernel/event.ts'
import type { ActorId, ConcernId, PersonId, PlaceId, VisitId } from '../kernel/id.ts'

export const MAX_VISITED_LENGTH = 30
export const MAX_DOOR_LENGTH = 40
export const MAX_VISITORS = 8
export const MAX_PART_LENGTH = 1000

/** What was seen at the door, what was asked for, and what comes next. */
export const VISIT_PARTS = ['seen', 'need', 'next'] as const
export type VisitPart = (typeof VISIT_PARTS)[number]

/** A line of what was asked for was said in so many words, any other was seen. */
export const kindOfPart = (part: VisitPart): ConcernKind => (part === 'need' ? 'stated' : 'observed')

export interface Visitor {
  readonly personId: PersonId | null
  readonly name: string
}

/** A matter that was made of one line; the line as it was then. */
export interface RaisedLine {
  readonly concernId: ConcernId
  readonly part: VisitPart
  readonly line: string
}

/** One visit at a door, for whoever wrote it down, those who went along, and whoever runs the place. */
export interface Visit {
  readonly id: VisitId
  readonly writtenById: ActorId
  readonly onDay: Day
  readonly atTime: string | null
  readonly gridId: PlaceId | null
  /** Which door, or where else. */
  readonly door: string | null
  /** Who was visited. */
  readonly visited: string
  /** Who went along, besides whoever wrote it down. */
  readonly visitors: readonly Visitor[]
  readonly seen: string
  readonly need: string
  readonly next: string
  readonly writtenAt: Instant
  readonly changedAt: Instant | null
  readonly raised: readonly RaisedLine[]
}

/** What one event about a visit says of who may know it; everybody else is told nothing. */
interface Readers {
  readonly readerIds: readonly ActorId[]
}

interface VisitFacts {
  onDay: Day
  atTime: string | null
  gridId: PlaceId | null
  /** Of those who went along and are on the roster. */
  visitorIds: readonly (PersonId | null)[]
}

interface VisitWords {
  door: string | null
  visited: string
  visitors: readonly string[]
  seen: string
  need: string
  next: string
}

type Of<Facts extends object = object> = { visitId: VisitId } & Readers & Facts

export type VisitEvent =
  | NewEvent<'visit-noted', Of<VisitFacts>, VisitWords>
  | NewEvent<'visit-changed', Of<VisitFacts>, VisitWords>
  | NewEvent<'visit-dropped', Of>
  | NewEvent<'visit-line-raised', Of<{ concernId: ConcernId; part: VisitPart }>, { line: string }>

type Read = Pick<Visit, 'writtenById' | 'visitors'>

const wentAlong = (actor: Pick<Actor, 'personId'>, { visitors }: Read): boolean =>
  actor.personId !== null && visitors.some(({ personId }) => personId === actor.personId)

export const isOwnVisit = (actor: Pick<Actor, 'id'>, { writtenById }: Read): boolean =>
  actor.id !== '' && writtenById === actor.id

/** Nobody else of the staff, and never a villager: what is said at a door was said to those who stood there. */
export const mayReadVisit = (actor: Pick<Actor, 'id' | 'personId' | 'roles'>, visit: Read): boolean =>
  isStaff(actor) && (isOwnVisit(actor, visit) || wentAlong(actor, visit) || holds(actor, 'facilitator'))

/** Lines that can become a matter, without blank ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Notes that whoever asks may read, and what became of the matters made of them. */
export interface VisitsView {
  readonly asOf: number
  readonly today: Day
  readonly grids: readonly Place[]
  readonly visits: readonly Visit[]
  readonly concerns: readonly Pick<Concern, 'id' | 'no' | 'state'>[]
  readonly next: string | null
}
