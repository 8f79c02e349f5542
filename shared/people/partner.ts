import type { Decide } from '../kernel/command.ts'
import {
  holds,
  isStaff,
  type Actor,
  type NewEvent,
  type RecordedEvent,
  type Viewer,
} from '../kernel/event.ts'
import type { PersonId, PlaceId } from '../kernel/id.ts'
import { firstRefusal, textRefusal } from '../kernel/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import type { DropPartner, WritePartner } from './schema.ts'

export const PARTNER_KINDS = [
  'hospital',
  'school',
  'firm',
  'charity',
  'police',
  'law-office',
  'other',
] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

export const PARTNER_NAME_LONGEST = 30
export const TAKES_ON_LONGEST = 140
export const PARTNERS_MOST = 100

/** Who beside the roster can take something on; named as an owner by its id, as a person is. */
export interface Partner {
  readonly id: PersonId
  readonly placeId: PlaceId
  readonly kind: PartnerKind
  readonly name: string
  /** What it can take on, in the words of the place. */
  readonly takesOn: string
  readonly isDropped: boolean
}

export type PartnerEvent =
  | NewEvent<'partner-written', { partnerId: PersonId; kind: PartnerKind }, { name: string; takesOn: string }>
  | NewEvent<'partner-dropped', { partnerId: PersonId }>

export interface PartnerState {
  /** All that the place ever had. */
  readonly partners: readonly Partner[]
  /** Whether somebody else bears this id. */
  readonly isTaken: boolean
}

/** The place keeps its own list; the township above may too. */
export const mayKeepPartners = (actor: Pick<Actor, 'roles'>): boolean =>
  holds(actor as Actor, 'facilitator', 'township')

const present = ({ isDropped }: Partner): boolean => !isDropped

export const decideWritePartner: Decide<WritePartner, PartnerState, PartnerEvent> = (
  command,
  state,
  actor,
) => {
  const { partnerId, kind } = command
  if (!mayKeepPartners(actor)) return refuse('not-allowed')
  const others = state.partners.filter((one) => one.id !== partnerId && present(one))
  const name = command.name.trim()
  const wrong = firstRefusal(
    state.isTaken && refuse('already-exists', 'partnerId'),
    textRefusal('name', command.name, PARTNER_NAME_LONGEST),
    textRefusal('takesOn', command.takesOn, TAKES_ON_LONGEST),
    others.some((one) => one.name === name) && refuse('already-exists', 'name'),
    others.length >= PARTNERS_MOST && refuse('too-many', 'name', PARTNERS_MOST),
  )
  if (wrong) return wrong
  const words = { name, takesOn: command.takesOn.trim() }
  return [{ type: 'partner-written', data: { partnerId, kind }, words }]
}

/** It is not offered any more; what it promised stays its own. */
export const decideDropPartner: Decide<DropPartner, PartnerState, PartnerEvent> = (
  { partnerId },
  { partners },
  actor,
) => {
  if (!mayKeepPartners(actor)) return refuse('not-allowed')
  if (!partners.some((one) => one.id === partnerId && present(one))) return refuse('not-found', 'partnerId')
  return [{ type: 'partner-dropped', data: { partnerId }, words: {} }]
}

/** The list as a screen has heard of it. */
export function evolvePartners(
  partners: readonly Partner[],
  event: RecordedEvent<PartnerEvent>,
): readonly Partner[] {
  switch (event.type) {
    case 'partner-written': {
      const partner = partnerIn(event)
      return [...partners.filter(({ id }) => id !== partner.id), partner]
    }
    case 'partner-dropped':
      return partners.map((one) => (one.id === event.data.partnerId ? { ...one, isDropped: true } : one))
    default:
      return partners
  }
}

export const partnerIn = ({
  placeId,
  data: { partnerId: id, kind },
  words: { name = '', takesOn = '' },
}: RecordedEvent<Extract<PartnerEvent, { type: 'partner-written' }>>): Partner => ({
  ...{ id, placeId, kind, name, takesOn },
  isDropped: false,
})

/** Who can take on what is no secret; a phone or a wall in an evening has no use for it. */
export const presentPartner = (
  event: RecordedEvent<PartnerEvent>,
  viewer: Viewer,
): RecordedEvent<PartnerEvent> | null => (viewer.lookingAt === null || isStaff(viewer) ? event : null)
