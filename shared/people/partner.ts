import {
  holds,
  isStaff,
  type Actor,
  type NewEvent,
  type RecordedEvent,
  type Viewer,
} from '../kernel/event.ts'
import type { PersonId, PlaceId } from '../kernel/id.ts'
import { KEEPS_LISTS } from '../permissions/groups.ts'

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

export const MAX_PARTNER_NAME_LENGTH = 30
export const MAX_TAKES_ON_LENGTH = 140
export const MAX_PARTNERS = 100

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
export const mayKeepPartners = (actor: Pick<Actor, 'roles'>): boolean => holds(actor, ...KEEPS_LISTS)

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
      event satisfies never
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

/** Who beside the roster can take what on. */
export interface PartnersView {
  readonly asOf: number
  readonly partners: readonly Partner[]
}
