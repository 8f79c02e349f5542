import { presentPerson } from '../../shared/people/present.ts'
import type { Feature } from '../feature.ts'
import { claimRoutes } from './claim-routes.ts'
import {
  addHousehold,
  addPerson,
  endPost,
  givePost,
  importRoster,
  movePersonAway,
  renamePerson,
} from './commands.ts'
import { acceptInvitation, invitePerson, takeBackInvitation } from './invitations/commands.ts'
import { personProjections } from './projection.ts'
import { peopleRoutes } from './routes.ts'

export const people: Feature = {
  handlers: [
    ...[addHousehold, addPerson, renamePerson, movePersonAway, importRoster],
    ...[givePost, endPost, invitePerson, takeBackInvitation, acceptInvitation],
  ],
  projections: personProjections,
  present: presentPerson,
  routes: (app, parts) => {
    peopleRoutes(app, parts)
    claimRoutes(app, parts)
  },
}
