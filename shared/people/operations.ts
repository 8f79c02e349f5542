import Type from 'typebox'
import { operation } from '../kernel/contract.ts'
import { AtPlace, Closed, Id, Nothing, TextOrNull, TextUpTo, TypedCode } from '../kernel/schema.ts'
import {
  ClaimCodeAnswer,
  InvitationCodeAnswer,
  InvitationViewAnswer,
  LinkedPhonesAnswer,
  LoginResetsAnswer,
  MeAnswer,
  OwnSessionsAnswer,
} from './answers.ts'
import { MAX_LOGIN_NAME_LENGTH, MAX_PASSWORD_LENGTH } from './log-in/login.ts'
import {
  NewPasskey,
  OwnPasskeysAnswer,
  PasskeyCreationAnswer,
  PasskeyProof,
  PasskeyRequestAnswer,
} from './log-in/passkey-answers.ts'
import { MAX_PERSON_NAME_LENGTH } from './person.ts'

const ownLogin = { loginName: TextUpTo(MAX_LOGIN_NAME_LENGTH), password: TextUpTo(MAX_PASSWORD_LENGTH) }
const AboutPerson = Closed({ placeId: Id(), personId: Id() })
// An empty box is a guest without a name, not a mistake.
const NameOrNone = Type.Union([Type.String({ maxLength: MAX_PERSON_NAME_LENGTH * 12 }), Type.Null()])

/** Everything about people that is changed outside the journal. */
export const personOperations = {
  logIn: operation('logIn', 'POST', '/api/sessions', {
    summary: 'Log in',
    params: Nothing,
    body: Closed(ownLogin),
    answer: MeAnswer,
  }),
  logOut: operation('logOut', 'DELETE', '/api/sessions', {
    summary: 'Log out',
    params: Nothing,
    body: Nothing,
    answer: MeAnswer,
  }),
  askForPasskey: operation('askForPasskey', 'POST', '/api/sessions/passkey/options', {
    summary: 'What a browser signs to log in by a passkey',
    params: Nothing,
    body: Nothing,
    answer: PasskeyRequestAnswer,
  }),
  logInByPasskey: operation('logInByPasskey', 'POST', '/api/sessions/passkey', {
    summary: 'Log in by a passkey',
    params: Nothing,
    body: PasskeyProof,
    answer: MeAnswer,
  }),
  /** A desk left open must not get a passkey of somebody else. */
  preparePasskey: operation('preparePasskey', 'POST', '/api/me/passkeys/options', {
    summary: 'What a browser makes a new passkey of, for whoever knows their password',
    params: Nothing,
    body: Closed({ password: ownLogin.password }),
    answer: PasskeyCreationAnswer,
  }),
  addPasskey: operation('addPasskey', 'POST', '/api/me/passkeys', {
    summary: 'Keep a passkey that the browser has just made',
    params: Nothing,
    body: NewPasskey,
    answer: OwnPasskeysAnswer,
  }),
  removePasskey: operation('removePasskey', 'DELETE', '/api/me/passkeys/:passkeyId', {
    summary: 'Log in by one of one’s passkeys no more',
    params: Closed({ passkeyId: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    body: Nothing,
    answer: OwnPasskeysAnswer,
  }),
  endSession: operation('endSession', 'DELETE', '/api/me/sessions/:sessionId', {
    summary: 'Log out in another browser of one’s own',
    params: Closed({ sessionId: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    body: Nothing,
    answer: OwnSessionsAnswer,
  }),
  endOtherSessions: operation('endOtherSessions', 'DELETE', '/api/me/sessions', {
    summary: 'Log out everywhere but here',
    params: Nothing,
    body: Nothing,
    answer: OwnSessionsAnswer,
  }),
  joinEvening: operation('joinEvening', 'POST', '/api/sessions/join', {
    summary: 'Join an evening by its code, with a name or without',
    params: Nothing,
    body: Closed({ code: TypedCode(), name: NameOrNone }),
    answer: Closed({ placeId: Id(), meetingId: Id(), guestId: TextOrNull() }),
  }),
  /** Between two evenings nobody shows a code: whoever writes into the opinion box is known by a key of their own. */
  beKnown: operation('beKnown', 'POST', '/api/sessions/key', {
    summary: 'Be known at a place without an evening',
    params: Nothing,
    body: AtPlace,
    answer: AtPlace,
  }),
  renameGuest: operation('renameGuest', 'POST', '/api/sessions/name', {
    summary: 'Change the name one goes by this evening',
    params: Nothing,
    body: Closed({ name: NameOrNone }),
    answer: Closed({ name: TextOrNull() }),
  }),
  giveLogin: operation('giveLogin', 'POST', '/api/logins', {
    summary: 'Give somebody on the roster a log-in, or change it',
    params: Nothing,
    body: Closed({
      ...{ placeId: Id(), personId: Id(), password: ownLogin.password },
      /** Left out, it stays what it is. */
      loginName: Type.Optional(ownLogin.loginName),
      /** Asked for where it is one's own. */
      oldPassword: Type.Optional(ownLogin.password),
    }),
    answer: Closed({ personId: Id(), loginName: Type.String() }),
  }),
  askLoginReset: operation('askLoginReset', 'POST', '/api/login-resets', {
    summary: 'Ask that somebody’s log-in be set anew; another person confirms it',
    params: Nothing,
    body: AboutPerson,
    answer: LoginResetsAnswer,
  }),
  confirmLoginReset: operation('confirmLoginReset', 'POST', '/api/login-resets/confirm', {
    summary: 'Confirm what somebody else asked for; the code is told once',
    params: Nothing,
    body: AboutPerson,
    answer: InvitationCodeAnswer,
  }),
  stopLoginReset: operation('stopLoginReset', 'POST', '/api/login-resets/stop', {
    summary: 'Stop it, whether it is one’s own log-in or one was asked',
    params: Nothing,
    body: AboutPerson,
    answer: AboutPerson,
  }),
  makeInvitationCode: operation('makeInvitationCode', 'POST', '/api/invitations/code', {
    summary: 'Make the code of an invitation; told once, an older one ends',
    params: Nothing,
    body: Closed({ placeId: Id(), invitationId: Id() }),
    answer: InvitationCodeAnswer,
  }),
  /** Sent and not asked for: an address would stand in the log of a proxy. */
  lookAtInvitation: operation('lookAtInvitation', 'POST', '/api/invitations/look', {
    summary: 'Who is invited to what by this code',
    params: Nothing,
    body: Closed({ code: TypedCode() }),
    answer: InvitationViewAnswer,
  }),
  acceptInvitation: operation('acceptInvitation', 'POST', '/api/invitations/accept', {
    summary: 'Take the post and choose a log-in of one’s own',
    params: Nothing,
    body: Closed({ code: TypedCode(), ...ownLogin }),
    answer: MeAnswer,
  }),
  makeClaimCode: operation('makeClaimCode', 'POST', '/api/places/:placeId/claim-code', {
    summary: 'A new claim code for this phone; the one before ends',
    params: AtPlace,
    body: Nothing,
    answer: ClaimCodeAnswer,
  }),
  claimByCode: operation('claimByCode', 'POST', '/api/places/:placeId/claims', {
    summary: 'Follow on this phone what the phone or slip with this code raised',
    params: AtPlace,
    body: Closed({ code: TypedCode() }),
    answer: AtPlace,
  }),
  cutOffPhone: operation('cutOffPhone', 'POST', '/api/places/:placeId/phones/:phoneId/cut-off', {
    summary: 'One of them follows no more, and the claim code ends',
    params: Closed({ placeId: Id(), phoneId: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
    body: Nothing,
    answer: LinkedPhonesAnswer,
  }),
} as const
