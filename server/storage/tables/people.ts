import type { Generated } from 'kysely'
import type { SecurityAbout, SecurityKind } from '../../../shared/people/security/security-log.ts'
import type { PartnerKind } from '../../../shared/people/partner.ts'
import type { Role } from '../../../shared/kernel/event.ts'
import type { Language } from '../../../shared/words/language.ts'

export interface HouseholdRow {
  id: string
  placeId: string
  gridId: string | null
  name: string
}

export interface PersonRow {
  id: string
  placeId: string
  householdId: string | null
  name: string
  movedAwayAt: string | null
}

export interface PostRow {
  id: string
  placeId: string
  personId: string
  role: Role
  title: string
  gridId: string | null
  givenAt: string
  endedAt: string | null
}

export interface InvitationRow {
  id: string
  placeId: string
  personId: string
  role: Role
  title: string
  gridId: string | null
  invitedAt: string
  state: 'waiting' | 'accepted' | 'taken-back'
}

/** The code of an invitation that waits; a new one takes the place of the old. */
export interface InvitationCodeRow {
  invitationId: string
  /** A slow hash, as of a password: eight characters could be tried out. */
  codeHash: string
  expiresAt: string
}

export interface LoginRow {
  personId: string
  loginName: string
  passwordHash: string
  /** Null where it was set before this was written down. */
  setAt: string | null
  setById: string | null
  /** Null until it was first used: so long whoever gave it may give another. */
  loggedInAt: string | null
}

/** What a browser keeps the secret half of; with it its owner logs in without a password. */
export interface PasskeyRow {
  /** As its authenticator names it, base64url. */
  credentialId: string
  personId: string
  /** COSE, base64url. */
  publicKey: string
  /** How often it was used, by its authenticator; many say 0. */
  counter: number
  /** JSON. */
  transports: string
  /** Which browser on what made it. */
  browser: string | null
  madeAt: string
  lastUsedOn: string | null
}

/** A challenge that somebody logged in with; it is good for one log-in. */
export interface UsedPasskeyChallengeRow {
  challengeHash: string
  expiresAt: string
}

/** A log-in that shall be set anew; the last one of each person. */
export interface LoginResetRow {
  personId: string
  placeId: string
  askedById: string
  askedAt: string
  confirmedById: string | null
  confirmedAt: string | null
  /** A slow hash, as of an invitation. */
  codeHash: string | null
  usedAt: string | null
}

/** Failed attempts to log in under a name, whether somebody has it or not. */
export interface LoginAttemptsRow {
  nameHash: string
  failures: number
  /** No attempt before this instant. */
  waitUntil: string | null
  lastAt: string
}

/** Attempts to guess a code within the minute that began then; whose they were is a hash. */
export interface AttemptsRow {
  keyHash: string
  count: number
  startedAt: string
}

/** A phone or wall without an account, known by its cookie alone; it stays the same wherever it goes. */
export interface GuestRow {
  id: string
  /** Where it is now: at a place, and there at an evening or at none. */
  placeId: string
  meetingId: string | null
  name: string | null
  joinedAt: string
}

export interface SessionRow {
  /** SHA-256 of the cookie's token, hex. */
  tokenHash: string
  personId: string | null
  guestId: string | null
  startedAt: string
  endsAt: string
  /** Which browser on what, of a log-in; null for phones with a key, and of those from before. */
  browser: string | null
  lastUsedOn: string | null
}

/** Lets one socket in without a cookie, once. */
export interface TicketRow {
  /** SHA-256 of the ticket, hex. */
  ticketHash: string
  /** The session for which it stands: with it the ticket ends too. */
  sessionHash: string
  placeId: string
  meetingId: string
  expiresAt: string
}

/** One fact about this instance by name, such as its epoch. */
export interface InstanceRow {
  name: string
  value: string
}

/** A calendar that somebody subscribed to; without a cookie, so the address itself lets in. */
export interface CalendarLinkRow {
  id: string
  /** SHA-256 of the token in the address, hex. */
  tokenHash: string
  personId: string
  placeId: string
  scope: 'mine' | 'unit'
  language: Language
  madeAt: string
}

/** By which another phone follows what this key raised. */
export interface ClaimCodeRow {
  placeId: string
  guestId: string
  /** Carries its own cost and is found by itself: its salt is the place's. */
  codeHash: string
  medium: 'phone' | 'paper'
  madeAt: string
}

/** Whoever typed a claim code in goes on as the key behind it, too. */
export interface ClaimRow {
  actorId: string
  guestId: string
  claimedAt: string
}

/** A hospital, a school or a firm that can take something on. */
export interface PartnerRow {
  id: string
  placeId: string
  kind: PartnerKind
  name: string
  takesOn: string
  isDropped: number
}

/** What touched log-ins, posts, files and masked names; swept away after six months. */
export interface SecurityLogRow {
  no: Generated<number>
  /** Null where it belongs to the whole instance. */
  placeId: string | null
  kind: SecurityKind
  at: string
  lastAt: string
  byId: string | null
  personId: string | null
  about: SecurityAbout | null
  count: number
  /** One row for all that share it. */
  foldKey: string | null
}
