import Type from 'typebox'
import { ROLES } from '../kernel/event.ts'
import {
  Closed,
  CountOrNull,
  Id,
  OneOf,
  OneOfOrNull,
  OrNull,
  TextOrNull,
  schemaFor,
} from '../kernel/schema.ts'
import { PlaceAnswer, placeFields } from '../places/answers.ts'
import type { ClaimCode, LinkedPhones } from './log-in/claim.ts'
import type { WaitingReset } from './log-in/login-reset.ts'
import type { InvitationCode, InvitationView, WaitingInvitation } from './log-in/invitation.ts'
import { BROWSERS, DEVICES, type OwnSessions } from './log-in/session.ts'
import { PARTNER_KINDS, type Partner, type PartnersView } from './partner.ts'
import type { Me, RosterView } from './person.ts'
import { SECURITY_ABOUTS, SECURITY_KINDS, type SecurityLogView } from './security/security-log.ts'
import { PLACE_DEEDS, type PlaceDeed, type PlacesTree } from './tree.ts'

export const meFields = {
  setupNeeded: Type.Boolean(),
  setupKeyNeeded: Type.Boolean(),
  actor: OrNull(
    Closed({
      id: Type.String(),
      kind: OneOf(['person', 'guest', 'system', 'stranger']),
      name: TextOrNull(),
      personId: TextOrNull(),
      meetingId: TextOrNull(),
    }),
  ),
  loginReset: Type.Optional(
    Closed({
      state: OneOf(['asked', 'confirmed', 'done']),
      askedBy: TextOrNull(),
      confirmedBy: TextOrNull(),
      at: Type.String(),
    }),
  ),
  passwordSetBy: Type.Optional(Closed({ name: TextOrNull(), at: Type.String() })),
  places: Type.Array(Closed({ ...placeFields, roles: Type.Array(OneOf(ROLES)) })),
}
export const MeAnswer = schemaFor<Me>()(Closed(meFields))

/** What a code leads to, before anybody joins. */
export const CodeAnswer = Closed({
  placeId: Id(),
  meetingId: Id(),
  placeName: Type.String(),
  title: Type.String(),
  format: Type.String(),
})

const PartnerAnswer = schemaFor<Partner>()(
  Closed({
    id: Id(),
    placeId: Id(),
    kind: OneOf(PARTNER_KINDS),
    name: Type.String(),
    takesOn: Type.String(),
    isDropped: Type.Boolean(),
  }),
)

export const PartnersViewAnswer = schemaFor<PartnersView>()(
  Closed({ asOf: Type.Integer(), partners: Type.Array(PartnerAnswer) }),
)

const ownName = { id: Id(), placeId: Id(), name: Type.String() }

export const RosterViewAnswer = schemaFor<RosterView>()(
  Closed({
    asOf: Type.Integer(),
    place: PlaceAnswer,
    grids: Type.Array(PlaceAnswer),
    households: Type.Array(Closed({ ...ownName, gridId: TextOrNull() })),
    people: Type.Array(
      Closed({
        ...ownName,
        householdId: TextOrNull(),
        movedAwayAt: TextOrNull(),
        hasLogin: Type.Boolean(),
        isLoginUsed: Type.Optional(Type.Boolean()),
      }),
    ),
    posts: Type.Array(
      Closed({
        id: Id(),
        placeId: Id(),
        personId: Id(),
        role: OneOf(ROLES),
        title: Type.String(),
        gridId: TextOrNull(),
        givenAt: Type.String(),
        endedAt: TextOrNull(),
      }),
    ),
    partners: Type.Optional(Type.Array(PartnerAnswer)),
    above: Type.Optional(
      Type.Array(Closed({ id: Id(), name: Type.String(), title: Type.String(), placeName: Type.String() })),
    ),
  }),
)

export const LinkedPhonesAnswer = schemaFor<LinkedPhones>()(
  Closed({ phones: Type.Array(Closed({ id: Type.String(), since: Type.String() })) }),
)

export const OwnSessionsAnswer = schemaFor<OwnSessions>()(
  Closed({
    sessions: Type.Array(
      Closed({
        id: Type.String(),
        browser: OneOf(BROWSERS),
        device: OneOf(DEVICES),
        since: Type.String(),
        lastUsedOn: Type.String(),
        isThis: Type.Boolean(),
      }),
    ),
  }),
)

export const ClaimCodeAnswer = schemaFor<ClaimCode>()(Closed({ code: Type.String() }))

export const InvitationCodeAnswer = schemaFor<InvitationCode>()(
  Closed({
    code: Type.String(),
    expiresAt: Type.String(),
    address: Type.String(),
    qr: Closed({ size: Type.Integer(), path: Type.String() }),
  }),
)

/** What a code of an invitation leads to, before anybody takes it. */
export const InvitationViewAnswer = schemaFor<InvitationView>()(
  Closed({
    name: Type.String(),
    title: Type.String(),
    placeName: Type.String(),
    from: TextOrNull(),
    loginName: TextOrNull(),
    expiresAt: Type.String(),
  }),
)

const InvitationAnswer = schemaFor<WaitingInvitation>()(
  Closed({
    id: Id(),
    placeId: Id(),
    personId: Id(),
    role: OneOf(ROLES),
    title: Type.String(),
    gridId: TextOrNull(),
    invitedAt: Type.String(),
    state: OneOf(['waiting', 'accepted', 'taken-back']),
    expiresAt: TextOrNull(),
  }),
)

export const InvitationsAnswer = Closed({ invitations: Type.Array(InvitationAnswer) })

const TreePlacesAnswer = Type.Array(
  Closed({
    ...placeFields,
    runBy: Type.Array(Closed({ name: Type.String(), title: Type.String() })),
    isInvited: Type.Boolean(),
    households: CountOrNull(),
  }),
)

export const PlacesTreeAnswer = schemaFor<PlacesTree>()(
  Closed({ above: TreePlacesAnswer, places: TreePlacesAnswer, mayRun: Type.Boolean() }),
)

const DeedAnswer = schemaFor<PlaceDeed>()(
  Closed({
    seq: Type.Integer(),
    kind: OneOf(PLACE_DEEDS),
    at: Type.String(),
    by: TextOrNull(),
    who: TextOrNull(),
    what: Type.String(),
    placeId: Id(),
  }),
)

export const DeedsAnswer = Closed({ deeds: Type.Array(DeedAnswer) })

export const SecurityLogAnswer = schemaFor<SecurityLogView>()(
  Closed({
    entries: Type.Array(
      Closed({
        no: Type.Integer(),
        kind: OneOf(SECURITY_KINDS),
        at: Type.String(),
        lastAt: Type.String(),
        count: Type.Integer(),
        by: TextOrNull(),
        who: TextOrNull(),
        about: OneOfOrNull(SECURITY_ABOUTS),
      }),
    ),
    hasMore: Type.Boolean(),
  }),
)

const WaitingResetAnswer = schemaFor<WaitingReset>()(
  Closed({
    personId: Id(),
    askedBy: TextOrNull(),
    isOwn: Type.Boolean(),
    askedAt: Type.String(),
    isConfirmed: Type.Boolean(),
  }),
)

export const LoginResetsAnswer = Closed({ resets: Type.Array(WaitingResetAnswer) })
