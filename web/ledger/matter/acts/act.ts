import type { CommandFields, CommandName } from '../../../../shared/api.ts'
import type { Commitment } from '../../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../../shared/concerns/concern.ts'
import type { Custody, CustodyStep } from '../../../../shared/custody/custody.ts'
import type { Moment } from '../../../../shared/kernel/command.ts'
import type { Day } from '../../../../shared/kernel/day.ts'
import type { Actor } from '../../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../../shared/kernel/id.ts'
import type { Meeting } from '../../../../shared/meetings/meeting.ts'
import type { Place } from '../../../../shared/places/place.ts'

export const ACTS = [
  'accept',
  'return',
  'done',
  'own-part',
  'part',
  'evidence',
  'ask',
  'grant',
  'refuse',
  'order',
  'remind',
  'request-evidence',
  'comment',
  'read-back',
  'confirm',
  'put-off',
  'drop',
  'recount',
  'rate',
  'settle',
  'promise',
  'answer',
  'offer',
  'refer',
  'assembly',
  'decline',
  'merge',
  'close',
  'summon',
  'came',
  'take-back-report',
  'take-back-offer',
  'take-back-acceptance',
  'take-back-outcome',
  'take-back-merge',
] as const
export type ActId = (typeof ACTS)[number]

/** In whose hands it is, once that was asked for. */
export interface HandsState {
  readonly custody: Custody | null
  readonly steps: readonly CustodyStep[]
  readonly ladder: readonly Place[]
  readonly actsFor: readonly PlaceId[]
}

/** What is known of a matter by whoever wants to do something to it. */
export interface ActState {
  readonly placeId: PlaceId
  readonly place: Place | null
  readonly commitment: Commitment | null
  readonly concern: Concern | null
  /** Where it was promised, once that was read; null between two evenings. */
  readonly meeting: Pick<Meeting, 'phase' | 'isFrozen'> | null
  /** Other promises for the same matter. */
  readonly others: readonly Commitment[]
  readonly hands: HandsState | null
  /** Whether a calendar that came later gives another day. */
  readonly newerDay: Day | null
  /** From when the level above orders it; null until that was read. */
  readonly orderFrom: Day | null
}

export type Typed = Readonly<Record<string, string>>

export interface ActField {
  readonly name: string
  /** `photos`: ids with commas between them. */
  readonly kind: 'text' | 'long' | 'day' | 'choice' | 'photos'
  /** May stay empty. */
  readonly isFree?: boolean
  readonly choices?: (state: ActState, today: Day) => readonly string[]
  /** What stands there before anybody types. */
  readonly first?: (state: ActState, today: Day) => string
}

/** Something that can be done to a matter: what is asked for, what is sent, and the rule that has the first word. */
export type Act = ActAsked & (ActIn<CommandName> | ActInOwnForm)

/** All fields of the command but its place; what stands in them was typed, so the rule looks at it. */
type ActIn<Name extends CommandName> = Name extends CommandName
  ? {
      readonly command: Name
      readonly body: (
        state: ActState,
        typed: Typed,
      ) => { readonly [Field in keyof CommandFields<Name>]: unknown }
    }
  : never

/** Sent by a form of its own: here it is only asked whether it may be done. */
interface ActInOwnForm {
  readonly command: null
  readonly body: (state: ActState, typed: Typed) => object
}

interface ActAsked {
  readonly id: ActId
  readonly fields: readonly ActField[]
  /** What the rule says of it now. */
  readonly rule: (body: never, state: ActState, actor: Actor, moment: Moment) => unknown
  /** Words with which it would be allowed, if anything is. */
  readonly sample: (state: ActState, today: Day) => Typed
  readonly undoneBy?: ActId
}

/** What somebody typed over what stands there at first. */
export const filled = (act: Act, typed: Typed, state: ActState, today: Day): Typed =>
  Object.fromEntries(act.fields.map(({ name, first }) => [name, typed[name] ?? first?.(state, today) ?? '']))

/** Handing on is looked for beside the others, however many there are. */
export function firstActs(acts: readonly Act[], most: number): readonly Act[] {
  const first = acts.slice(0, most)
  const offer = acts.find(({ id }) => id === 'offer')
  return !offer || first.includes(offer) ? first : [...first, offer]
}
