import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ActorId, PersonId } from '../../../shared/kernel/id.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { OwnSession, OwnSessions } from '../../../shared/people/log-in/session.ts'
import { personOperations } from '../../../shared/people/operations.ts'
import type { AppContext, Sweep } from '../../app/feature.ts'
import { ownerAsking } from '../../contract/asking.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import type { SessionRow } from '../../storage/tables/people.ts'
import { writeOfPerson } from '../security/entries.ts'
import { browserKindOf } from './browser-kind.ts'
import { lastDayKept } from './unused.ts'

const { endSession, endOtherSessions } = personOperations

const idOf = ({ tokenHash }: Pick<SessionRow, 'tokenHash'>): string =>
  createHash('sha256').update(`session:${tokenHash}`).digest('hex').slice(0, 32)

function viewOf(row: SessionRow, ownToken: string | null): OwnSession {
  const since = row.startedAt.slice(0, 10)
  return {
    id: idOf(row),
    ...browserKindOf(row.browser),
    since,
    lastUsedOn: row.lastUsedOn ?? since,
    isThis: row.tokenHash === ownToken,
  }
}

/** Where somebody is logged in: this browser first, then by their last use. */
export async function ownSessions(
  { database, clock }: AppContext,
  personId: PersonId,
  ownToken: string | null,
): Promise<OwnSessions> {
  const rows = await database.reader
    .selectFrom('sessions')
    .selectAll()
    .where('personId', '=', personId)
    .where('endsAt', '>', clock.now().toISOString())
    .where(({ eb, or }) =>
      or([eb('lastUsedOn', 'is', null), eb('lastUsedOn', '>=', lastDayKept(clock.now()))]),
    )
    .execute()
  const order = ({ isThis, lastUsedOn }: OwnSession): string => `${isThis ? 1 : 0}${lastUsedOn}`
  const sessions = rows.map((row) => viewOf(row, ownToken))
  return { sessions: sessions.sort((one, other) => (order(one) < order(other) ? 1 : -1)) }
}

export function ownSessionRoutes(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, endSession, async (request) => {
    const personId = ownerAsking(request, 'endSession')
    const ended = await end(context, personId, (row) => idOf(row) === request.params.sessionId)
    if (ended === 0) throw refuse('not-found', 'sessionId')
    return ownSessions(context, personId, request.tokenHash)
  })
  operationRoute(app, context, endOtherSessions, async (request: FastifyRequest) => {
    const personId = ownerAsking(request, 'endOtherSessions')
    await end(context, personId, ({ tokenHash }) => tokenHash !== request.tokenHash)
    return ownSessions(context, personId, request.tokenHash)
  })
}

/** All of somebody's, wherever they are logged in; how many they were. */
export const endSessionsOf = (context: AppContext, personId: PersonId, byId: ActorId): Promise<number> =>
  end(context, personId, () => true, byId)

/** Open sockets of an ended session close by themselves: each node looks every second. */
function end(
  { database, clock }: AppContext,
  personId: PersonId,
  isMeant: (row: SessionRow) => boolean,
  byId: ActorId | PersonId = personId,
): Promise<number> {
  return database.write(async (work) => {
    const rows = await work.selectFrom('sessions').selectAll().where('personId', '=', personId).execute()
    const hashes = rows.filter(isMeant).map(({ tokenHash }) => tokenHash)
    await work
      .deleteFrom('sessions')
      .where('tokenHash', 'in', ['', ...hashes])
      .execute()
    const about = { kind: 'sessions-ended', at: clock.now().toISOString(), count: hashes.length } as const
    if (hashes.length > 0) await writeOfPerson(work, personId, { ...about, byId })
    return hashes.length
  })
}

/** What nobody uses any more is not kept. */
export const endUnusedSessions: Sweep = ({ database, clock }) =>
  database.write(async (work) => {
    await work
      .deleteFrom('sessions')
      .where('personId', 'is not', null)
      .where('lastUsedOn', '<', lastDayKept(clock.now()))
      .execute()
  })
