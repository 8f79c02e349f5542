import { personCommands, personReads } from '../../shared/people/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { presentPartner, type PartnerEvent } from '../../shared/people/partner.ts'
import type { PersonEvent } from '../../shared/people/person.ts'
import { dropPartner, projectPartners, writePartner } from './partners.ts'
import { presentPerson } from '../../shared/people/present.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { claimRoutes } from './claims/claim-routes.ts'
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
import { endUnusedSessions, ownSessionRoutes } from './own/own-sessions.ts'
import { passkeyRoutes } from './passkeys/routes.ts'
import { personProjections } from './projection.ts'
import { peopleRoutes } from './routes.ts'
import { forgetResets } from './resets/forget.ts'
import { forgetOldEntries } from './security/entries.ts'

const isOfPartners = (
  event: RecordedEvent<PersonEvent | PartnerEvent>,
): event is RecordedEvent<PartnerEvent> =>
  event.type === 'partner-written' || event.type === 'partner-dropped'

import {
  readCode,
  readDeeds,
  readInvitations,
  readLoginResets,
  readMe,
  readOwnPasskeys,
  readOwnSessions,
  readPartners,
  readPhones,
  readRoster,
  readSecurityLog,
  readTree,
} from './reads.ts'

export const people: Feature = {
  handlers: handlersOf(personCommands, {
    'add-household': addHousehold,
    'add-person': addPerson,
    'rename-person': renamePerson,
    'move-person-away': movePersonAway,
    'import-roster': importRoster,
    'give-post': givePost,
    'end-post': endPost,
    'invite-person': invitePerson,
    'take-back-invitation': takeBackInvitation,
    'accept-invitation': acceptInvitation,
    'write-partner': writePartner,
    'drop-partner': dropPartner,
  }),
  projections: { ...personProjections, ...projectPartners },
  present: (event: RecordedEvent<PersonEvent | PartnerEvent>, viewer) =>
    isOfPartners(event) ? presentPartner(event, viewer) : presentPerson(event, viewer),
  reads: readsOf(personReads, {
    '/api/me': readMe,
    '/api/me/sessions': readOwnSessions,
    '/api/me/passkeys': readOwnPasskeys,
    '/api/codes/:code': readCode,
    '/api/places/:placeId/roster': readRoster,
    '/api/places/:placeId/partners': readPartners,
    '/api/places/:placeId/phones': readPhones,
    '/api/places/:placeId/invitations': readInvitations,
    '/api/places/:placeId/login-resets': readLoginResets,
    '/api/places/:placeId/tree': readTree,
    '/api/places/:placeId/deeds': readDeeds,
    '/api/places/:placeId/security-log': readSecurityLog,
  }),
  routes: (app, context) => {
    peopleRoutes(app, context)
    claimRoutes(app, context)
    ownSessionRoutes(app, context)
    passkeyRoutes(app, context)
  },
  sweeps: [endUnusedSessions, forgetOldEntries, forgetResets],
}
