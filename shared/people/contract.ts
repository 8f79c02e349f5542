import Type from 'typebox'
import { AnyQuery, AtPlace, Closed, Nothing, OneOf } from '../kernel/schema.ts'
import {
  CodeAnswer,
  DeedsAnswer,
  InvitationsAnswer,
  LinkedPhonesAnswer,
  LoginResetsAnswer,
  MeAnswer,
  OwnSessionsAnswer,
  PartnersViewAnswer,
  PlacesTreeAnswer,
  RosterViewAnswer,
  SecurityLogAnswer,
} from './answers.ts'
import { OwnPasskeysAnswer } from './log-in/passkey-answers.ts'
import { command, read } from '../kernel/contract.ts'
import { SECURITY_KINDS } from './security/security-log.ts'
import {
  AcceptInvitation,
  AddHousehold,
  AddPerson,
  DropPartner,
  EndPost,
  GivePost,
  ImportRoster,
  InvitePerson,
  MovePersonAway,
  RenamePerson,
  TakeBackInvitation,
  WritePartner,
} from './schema.ts'

/** What one may ask of people. */
export const personCommands = [
  command('add-household', AddHousehold),
  command('add-person', AddPerson),
  command('rename-person', RenamePerson),
  command('move-person-away', MovePersonAway),
  command('import-roster', ImportRoster),
  command('give-post', GivePost),
  command('end-post', EndPost),
  command('invite-person', InvitePerson),
  command('take-back-invitation', TakeBackInvitation),
  command('accept-invitation', AcceptInvitation),
  command('write-partner', WritePartner),
  command('drop-partner', DropPartner),
] as const

/** What one may read about the people of a place, and about oneself. */
export const personReads = [
  read('/api/me', {
    summary: 'Who asks, and where they have something to do',
    params: Nothing,
    query: AnyQuery,
    answer: MeAnswer,
  }),
  read('/api/me/sessions', {
    summary: 'Where one is logged in',
    params: Nothing,
    query: AnyQuery,
    answer: OwnSessionsAnswer,
  }),
  read('/api/me/passkeys', {
    summary: 'The passkeys by which one logs in',
    params: Nothing,
    query: AnyQuery,
    answer: OwnPasskeysAnswer,
  }),
  read('/api/codes/:code', {
    summary: 'The evening that a code opens the door to',
    params: Type.Object({ code: Type.String() }),
    query: AnyQuery,
    answer: CodeAnswer,
  }),
  read('/api/places/:placeId/roster', {
    summary: 'People, households and posts, for the staff',
    params: AtPlace,
    query: AnyQuery,
    answer: RosterViewAnswer,
  }),
  read('/api/places/:placeId/partners', {
    summary: 'Partners of a place, and what each can take on',
    params: AtPlace,
    query: AnyQuery,
    answer: PartnersViewAnswer,
  }),
  read('/api/places/:placeId/phones', {
    summary: 'Other phones that follow what this one raised',
    params: AtPlace,
    query: AnyQuery,
    answer: LinkedPhonesAnswer,
  }),
  read('/api/places/:placeId/invitations', {
    summary: 'Who was invited and has not come yet',
    params: AtPlace,
    query: AnyQuery,
    answer: InvitationsAnswer,
  }),
  read('/api/places/:placeId/login-resets', {
    summary: 'Whose log-in shall be set anew, and who asked',
    params: AtPlace,
    query: AnyQuery,
    answer: LoginResetsAnswer,
  }),
  read('/api/places/:placeId/tree', {
    summary: 'The tree around a place, with who runs what',
    params: AtPlace,
    query: AnyQuery,
    answer: PlacesTreeAnswer,
  }),
  read('/api/places/:placeId/deeds', {
    summary: 'What was done to a place and its posts',
    params: AtPlace,
    query: AnyQuery,
    answer: DeedsAnswer,
  }),
  read('/api/places/:placeId/security-log', {
    summary: 'Log-ins, posts, files taken away and masked names read of the last six months',
    params: AtPlace,
    query: Closed({
      kind: Type.Optional(OneOf(SECURITY_KINDS)),
      after: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
    }),
    answer: SecurityLogAnswer,
  }),
] as const
