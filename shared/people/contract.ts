import { command } from '../kernel/contract.ts'
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
