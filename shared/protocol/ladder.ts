import type { Concern } from '../concerns/concern.ts'
import type { Custody, CustodyStep } from '../custody/custody.ts'
import type { Rating } from '../ratings/rating.ts'
import type { CommitmentId, ConcernId, PlaceId } from '../kernel/id.ts'
import type { Day } from '../kernel/day.ts'
import type { Notice } from '../notices/notice.ts'
import type { Delivery, Robot, Undelivered } from '../notices/robot.ts'
import type { LevelNames, Place } from '../places/place.ts'
import type { CatalogueEntry } from '../catalogue/catalogue.ts'

/** A place, its grids, what it stands in, and what all of these levels are called there. */
export interface PlaceView {
  readonly place: Place
  readonly grids: readonly Place[]
  readonly parents: readonly Place[]
  readonly levels: LevelNames
  /** Those of these names that the place set itself. */
  readonly ownLevels: LevelNames
  /** Whether matters of an old ledger name in public who raised them. */
  readonly areRaisersNamed: boolean
}

/** What a place takes on and what it does not, at one version of its catalogue. */
export interface CatalogueView {
  readonly asOf: number
  readonly version: number
  readonly latest: number
  readonly entries: readonly CatalogueEntry[]
  readonly levels: LevelNames
}

/** In whose hands the matters of a place are, and what it holds or is offered from below. */
export interface LadderView {
  readonly asOf: number
  /** The place and what it stands in, the lowest first. */
  readonly ladder: readonly Place[]
  readonly custodies: readonly Custody[]
  readonly steps: readonly CustodyStep[]
  /** The place, and the grids of it in which whoever asks works; those alone for somebody who does nothing else there. */
  readonly ours?: readonly PlaceId[]
  /** Of other places; without names. */
  readonly held: readonly Custody[]
  readonly tossed: readonly {
    readonly concernId: ConcernId
    readonly firstPlaceId: PlaceId
    readonly between: readonly [PlaceId, PlaceId]
  }[]
  /** Every place named in this. */
  readonly places: readonly Place[]
  /** The matters named in `held` and `tossed`. */
  readonly concerns: readonly Concern[]
}

/** What was judged and how, and what waits for it. */
export interface RatingsView {
  readonly asOf: number
  readonly ratings: readonly Rating[]
  readonly waiting: {
    readonly concernIds: readonly ConcernId[]
    readonly commitmentIds: readonly CommitmentId[]
  }
  /** Went up a level and stands on no agenda yet. */
  readonly forNextAgenda: readonly ConcernId[]
  /** Matters that whoever asks has asked for. */
  readonly own: readonly ConcernId[]
}

/** Reminders of whoever asks, and what stands yellow or red today. */
export interface NoticesView {
  readonly asOf: number
  readonly today: Day
  readonly stages: readonly { readonly commitmentId: CommitmentId; readonly stage: 'yellow' | 'red' }[]
  readonly own: readonly Notice[]
}

/** Groups that are reminded by a robot, and how the last messages to them went. */
export interface RobotsView {
  readonly asOf: number
  readonly robots: readonly Robot[]
  /** The newest first. */
  readonly deliveries: readonly Delivery[]
  /** Reminders by mail to people of the place, without their addresses. */
  readonly mails: readonly Delivery[]
  /** What did not arrive in the last thirty days, the newest first. */
  readonly undelivered: readonly Undelivered[]
}
