import { sql, type RawBuilder } from 'kysely'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Tables } from '../../storage/tables/tables.ts'

type Table = keyof Tables
/** Which rows of a table belong to these places. */
type Rows = (ids: readonly PlaceId[]) => RawBuilder<boolean>

const among = (ids: readonly PlaceId[]) => sql.join(ids)

const here =
  (column = 'placeId'): Rows =>
  (ids) =>
    sql<boolean>`${sql.ref(column)} in (${among(ids)})`

const hangingOn =
  (column: string, table: Table, key = 'id'): Rows =>
  (ids) =>
    sql<boolean>`${sql.ref(column)} in (select ${sql.ref(key)} from ${sql.table(table)} where "placeId" in (${among(ids)}))`

const either =
  (...some: readonly Rows[]): Rows =>
  (ids) =>
    sql<boolean>`(${sql.join(
      some.map((one) => one(ids)),
      sql` or `,
    )})`

/** Every table, what hangs on others before them; null where nothing belongs to a place. A new table is named here. */
export const PLACE_ROWS: Readonly<Record<Table, Rows | null>> = {
  instance: null,
  attempts: null,
  loginAttempts: null,
  usedPasskeyChallenges: null,
  tickets: either(here(), hangingOn('meetingId', 'meetings')),
  minutesAuthors: hangingOn('meetingId', 'meetings'),
  minutesUpdates: here(),
  minutesSnapshots: here(),
  minutesPoints: here(),
  signatures: here(),
  lateEdits: here(),
  earlierMinutes: here(),
  publishedMinutes: here(),
  minutesHeads: here(),
  photoBytes: hangingOn('photoId', 'photos'),
  photos: here(),
  ledgerTexts: hangingOn('line', 'ledgerLines', 'line'),
  ledgerLines: here(),
  importedRows: here(),
  countersigns: here(),
  savedViews: either(here(), hangingOn('personId', 'people')),
  calendarLinks: either(here(), hangingOn('personId', 'people')),
  notices: here(),
  deliveryAttempts: here(),
  deliveries: here(),
  robots: here(),
  mailboxes: hangingOn('personId', 'people'),
  handCounts: here(),
  ratings: here(),
  custodySteps: here(),
  custodies: here(),
  dueChanges: here(),
  progress: here(),
  publicMatters: here(),
  concernVoices: here(),
  concernPieces: here(),
  visitLines: here(),
  visits: here(),
  agendaPromises: here(),
  commitments: here(),
  concerns: here(),
  comments: here(),
  agendaItems: here(),
  claims: hangingOn('guestId', 'guests'),
  claimCodes: either(here(), hangingOn('guestId', 'guests')),
  sessions: either(hangingOn('guestId', 'guests'), hangingOn('personId', 'people')),
  guests: here(),
  meetings: here(),
  invitationCodes: hangingOn('invitationId', 'invitations'),
  invitations: here(),
  posts: here(),
  loginResets: either(here(), hangingOn('personId', 'people')),
  logins: hangingOn('personId', 'people'),
  passkeys: hangingOn('personId', 'people'),
  people: here(),
  households: here(),
  partners: here(),
  catalogueVersions: here(),
  calendarDays: here(),
  calendarVersions: here(),
  levelNames: here(),
  raiserNaming: here(),
  shortAddresses: here(),
  receipts: here(),
  eventWords: here(),
  journal: here(),
  heads: here(),
  securityLog: here(),
  places: here('id'),
}

export const TABLES = Object.keys(PLACE_ROWS) as readonly Table[]

/** What lets somebody in, here or elsewhere, is in no archive. */
export const LEFT_OUT: Readonly<Partial<Record<Table, 'whole' | readonly string[]>>> = {
  tickets: 'whole',
  sessions: 'whole',
  invitationCodes: 'whole',
  claimCodes: 'whole',
  passkeys: 'whole',
  receipts: 'whole',
  ledgerTexts: 'whole',
  logins: ['passwordHash'],
  loginResets: ['codeHash'],
  calendarLinks: ['tokenHash'],
  mailboxes: ['token'],
  robots: ['address', 'secret'],
}
