import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import { minutesOperations } from '../../../shared/minutes/operations.ts'
import type { AppContext } from '../../app/feature.ts'
import { operationRoute } from '../../contract/operation-route.ts'

const TICKET_BYTES = 24
/** Long enough to open a socket, too short to be worth finding in somebody's log. */
const TICKET_MS = 30_000

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex')

/** Gives a ticket to a program that can show no cookie. */
export function ticketRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, minutesOperations.makeTicket, async (request, reply) => {
    const { placeId, meetingId } = request.body
    if (!request.tokenHash) throw refuse('not-logged-in')
    await context.admitToMeeting(request, placeId, meetingId)
    void reply.header('cache-control', 'no-store')
    return issue(context, { sessionHash: request.tokenHash, placeId, meetingId })
  })
}

interface Admission {
  readonly sessionHash: string
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
}

async function issue(
  context: AppContext,
  admission: Admission,
): Promise<{ readonly ticket: string; readonly expiresAt: string }> {
  const ticket = context.newToken(TICKET_BYTES)
  const now = context.clock.now()
  const expiresAt = new Date(now.getTime() + TICKET_MS).toISOString()
  await context.database.write(async (work) => {
    await work.deleteFrom('tickets').where('expiresAt', '<=', now.toISOString()).execute()
    await work
      .insertInto('tickets')
      .values({ ticketHash: hashOf(ticket), ...admission, expiresAt })
      .execute()
  })
  return { ticket, expiresAt }
}

/**
 * Makes the request that of whoever the ticket was given to, and says for which place; no other request may.
 * @throws not-logged-in when it was used, is too old, is for another evening, or its owner has logged out
 */
export async function useTicket(
  request: FastifyRequest,
  context: AppContext,
  ticket: string,
  meetingId: MeetingId,
): Promise<PlaceId> {
  const { database, clock, findSession } = context
  // Taken out before it is looked at: of two who bring it at once, on whichever nodes, one finds it.
  const row = await database.write((work) =>
    work.deleteFrom('tickets').where('ticketHash', '=', hashOf(ticket)).returningAll().executeTakeFirst(),
  )
  if (!row || row.meetingId !== meetingId || row.expiresAt <= clock.now().toISOString())
    throw refuse('not-logged-in')
  request.session = await findSession(row.sessionHash)
  request.tokenHash = row.sessionHash
  return row.placeId
}
