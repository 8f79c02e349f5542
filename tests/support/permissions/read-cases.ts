import type { ReadPath } from '../../../shared/api.ts'
import type { Client } from '../running/client.ts'
import type { Stage } from '../villages/stage.ts'

type Staff = 'facilitator' | 'recorder' | 'cadre' | 'township' | 'supervision'
export type Asker = Staff | 'phone' | 'stranger'
type Address = (stage: Stage) => string

/** Who asks at which address, and is answered. */
export interface ReadCase {
  readonly by: Asker
  readonly address: Address
}

export const askerOf = (stage: Stage, by: Asker): Client =>
  by === 'stranger' ? stage.village.stranger() : stage[by]

const at = (address: Address, ...askers: readonly Asker[]): readonly ReadCase[] =>
  askers.map((by) => ({ by, address }))
const fixed =
  (address: string): Address =>
  () =>
    address
const village =
  (path: string): Address =>
  ({ village: { placeId } }) =>
    `/api/places/${placeId}${path}`
const township =
  (path: string): Address =>
  ({ village: { townshipId } }) =>
    `/api/places/${townshipId}${path}`
const evening =
  (path: string): Address =>
  ({ village: { placeId }, evening: { meetingId } }) =>
    `/api/places/${placeId}/meetings/${meetingId}${path}`

const STAFF = ['facilitator', 'recorder', 'cadre', 'supervision'] as const
const INSIDE = ['facilitator', 'recorder', 'phone'] as const
const EVERYBODY = [...STAFF, 'township', 'phone', 'stranger'] as const

/** At least one for each read; one that is left out does not compile. */
export const READ_CASES: Readonly<Record<ReadPath, readonly ReadCase[]>> = {
  '/api/places/:placeId': [...at(village(''), ...EVERYBODY), ...at(township(''), 'township')],
  '/api/places/:placeId/days': [
    ...at(village('/days?from=2026-11-22&working=3'), 'facilitator', 'stranger'),
    ...at(village(`/days?said=${encodeURIComponent('十号以前')}`), 'recorder'),
    ...at(village(`/days?typed=${encodeURIComponent('说不上')}`), 'recorder'),
  ],
  '/api/places/:placeId/calendar': at(village('/calendar'), 'facilitator', 'stranger'),
  '/api/me': at(fixed('/api/me'), ...EVERYBODY),
  '/api/codes/:code': at(({ evening: { code } }) => `/api/codes/${code}`, 'stranger', 'phone'),
  '/api/places/:placeId/roster': [
    ...at(village('/roster'), ...STAFF),
    ...at(township('/roster'), 'township'),
  ],
  '/api/places/:placeId/partners': at(village('/partners'), 'facilitator', 'stranger'),
  '/api/places/:placeId/phones': at(village('/phones'), 'phone'),
  '/api/places/:placeId/invitations': at(village('/invitations'), 'facilitator', 'township'),
  '/api/places/:placeId/login-resets': at(village('/login-resets'), 'facilitator', 'supervision'),
  '/api/places/:placeId/tree': [...at(village('/tree'), 'facilitator'), ...at(township('/tree'), 'township')],
  '/api/places/:placeId/deeds': [...at(village('/deeds'), 'cadre'), ...at(township('/deeds'), 'township')],
  '/api/places/:placeId/security-log': [
    ...at(village('/security-log'), 'supervision', 'township'),
    ...at(village('/security-log?kind=logged-in'), 'supervision'),
    ...at(township('/security-log'), 'township'),
  ],
  '/api/places/:placeId/catalogue': [
    ...at(village('/catalogue'), 'facilitator', 'phone', 'stranger'),
    ...at(village('/catalogue?version=1'), 'stranger'),
  ],
  '/api/formats': at(fixed('/api/formats'), 'stranger'),
  '/api/places/:placeId/meetings': at(village('/meetings'), ...STAFF),
  '/api/places/:placeId/inbox': at(village('/inbox'), ...STAFF),
  '/api/places/:placeId/visits': [
    ...at(village('/visits'), 'cadre', 'facilitator'),
    ...at(
      ({ village: { placeId }, answered }) => `/api/places/${placeId}/visits?concern=${answered}`,
      'cadre',
    ),
  ],
  '/api/places/:placeId/ladder': [
    ...at(village('/ladder'), ...EVERYBODY),
    ...at(township('/ladder'), 'township'),
  ],
  '/api/places/:placeId/ratings': at(village('/ratings'), ...EVERYBODY),
  '/api/places/:placeId/agenda/waiting': at(village('/agenda/waiting'), ...STAFF),
  '/api/places/:placeId/meetings/:meetingId/review': [
    ...at(evening('/review'), 'facilitator'),
    ...at(evening('/review?as=phone'), 'phone'),
  ],
  '/api/places/:placeId/supervision': at(village('/supervision'), ...STAFF),
  '/api/places/:placeId/notices': at(village('/notices'), ...EVERYBODY),
  '/api/places/:placeId/robots': at(village('/robots'), ...STAFF),
  '/api/places/:placeId/people/:personId/mailbox': at(
    ({ village: { placeId, people } }) => `/api/places/${placeId}/people/${people['王建国']}/mailbox`,
    ...(['facilitator', 'cadre'] as const),
  ),
  '/api/places/:placeId/meetings/:meetingId/minutes': [
    ...at(evening('/minutes'), ...INSIDE),
    ...at(
      ({ signedMeeting, village: { placeId } }) => `/api/places/${placeId}/meetings/${signedMeeting}/minutes`,
      'stranger',
    ),
  ],
  '/api/places/:placeId/meetings/:meetingId/minutes/history': at(evening('/minutes/history'), 'recorder'),
  '/api/places/:placeId/meetings/:meetingId/late-edits': at(
    ({ closedMeeting, village: { placeId } }) =>
      `/api/places/${placeId}/meetings/${closedMeeting}/late-edits`,
    'recorder',
  ),
  '/api/places/:placeId/ledger': [
    ...at(village('/ledger'), ...EVERYBODY),
    ...at(village('/ledger?standing=on-track&sort=due'), 'facilitator', 'stranger'),
    ...at(village('/ledger?view=mine'), 'cadre'),
    ...at(township('/ledger?view=below'), 'township'),
  ],
  '/api/places/:placeId/ledger/unpromised': [
    ...at(village(`/ledger/unpromised?q=${encodeURIComponent('路灯')}`), ...EVERYBODY),
    ...at(township('/ledger/unpromised?view=all&q=1'), 'township'),
  ],
  '/api/places/:placeId/ledger/below': at(township('/ledger/below'), 'township'),
  '/api/places/:placeId/ledger/imported': at(village('/ledger/imported'), 'facilitator'),
  '/api/places/:placeId/matters/:matterId': [
    ...at(({ village: { placeId }, done }) => `/api/places/${placeId}/matters/${done}`, ...EVERYBODY),
    ...at(
      ({ village: { placeId }, accepted }) => `/api/places/${placeId}/matters/${accepted}`,
      'facilitator',
      'township',
    ),
    ...at(({ village: { placeId }, ownConcern }) => `/api/places/${placeId}/matters/${ownConcern}`, 'phone'),
  ],
  '/api/places/:placeId/mine': at(village('/mine'), 'phone', 'cadre', 'stranger'),
  '/api/places/:placeId/figures': [
    ...at(village('/figures'), 'facilitator'),
    ...at(township('/figures'), 'township'),
  ],
  '/api/places/:placeId/alike': at(
    village(`/alike?q=${encodeURIComponent('路灯从开春就不亮')}`),
    ...(['facilitator', 'phone', 'stranger'] as const),
  ),
  '/api/places/:placeId/rising': [
    ...at(village('/rising'), 'facilitator'),
    ...at(township('/rising'), 'township'),
  ],
  '/api/places/:placeId/countersigns': at(village('/countersigns'), 'supervision', 'stranger'),
  '/api/places/:placeId/waiting': at(township('/waiting'), 'township'),
  '/api/me/passkeys': at(fixed('/api/me/passkeys'), 'facilitator'),
  '/api/me/sessions': at(fixed('/api/me/sessions'), 'facilitator'),
  '/api/saved-views': at(fixed('/api/saved-views'), 'facilitator'),
  '/api/calendar-links': at(fixed('/api/calendar-links'), 'facilitator'),
  '/api/places/:placeId/meetings/:meetingId/room': [
    ...at(evening('/room'), ...STAFF),
    ...at(evening('/room?as=phone'), 'phone'),
    ...at(evening('/room?as=wall'), 'facilitator'),
  ],
  '/api/places/:placeId/meetings/:meetingId/wall': at(evening('/wall'), ...INSIDE),
}
