import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { publicViewer } from '../../../shared/kernel/event.ts'
import type { PersonId } from '../../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { MAX_CALENDAR_LINKS, type CalendarLink } from '../../../shared/ledger/ledger.ts'
import { ledgerOperations } from '../../../shared/ledger/operations.ts'
import { languageAsked } from '../../../shared/words/language.ts'
import type { AppContext } from '../../app/feature.ts'
import { fileResponses } from '../../contract/responses.ts'
import { operationRefusal } from '../../../shared/permissions/operations.ts'
import { ownerAsking } from '../../contract/asking.ts'
import { operationRoute } from '../../contract/operation-route.ts'
import { findPlace } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import type { CalendarLinkRow } from '../../storage/tables/people.ts'
import { calendarOf } from './calendar.ts'

const TOKEN_BYTES = 24

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const noSuch = () => refuse('not-found', 'token')

/** Somebody's promises as a calendar at an address of its own, until they take it back. */
export function calendarLinkRoutes(app: FastifyInstance, context: AppContext): void {
  makeRoute(app, context)
  dropRoute(app, context)
  subscribedRoute(app, context)
}

function makeRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, ledgerOperations.makeCalendarLink, async (request, reply) => {
    const { placeId, scope, language = languageAsked(request.headers['accept-language']) } = request.body
    const personId = await makerIn(context, request, request.body)
    if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
    const token = context.newToken(TOKEN_BYTES)
    const link = { linkId: context.newId(), placeId, scope, madeAt: context.clock.now().toISOString() }
    const refusal = await keep(context, link, { tokenHash: hashOf(token), personId, language })
    if (isRefusal(refusal)) throw refusal
    void reply.header('cache-control', 'no-store')
    return { ...link, token, address: `${context.addressFor(request)}/calendar/${token}.ics` }
  })
}

/** One's own promises for whoever has a log-in, those of a place for its staff. */
async function makerIn(
  context: AppContext,
  request: FastifyRequest,
  { placeId, scope }: Pick<CalendarLink, 'placeId' | 'scope'>,
): Promise<PersonId> {
  const personId = request.session?.personId ?? null
  // The key of a phone is no log-in.
  const actor = personId === null ? publicViewer(placeId) : await context.actorAt(request, placeId)
  const denied = operationRefusal('makeCalendarLink', actor, {
    are: personId === null ? [] : ['oneself'],
    when: [scope === 'unit' ? 'whole-place' : 'own-promises'],
  })
  if (denied) throw denied
  return personId!
}

const keep = (
  context: AppContext,
  { linkId: id, ...link }: CalendarLink,
  whose: Pick<CalendarLinkRow, 'tokenHash' | 'personId' | 'language'>,
): Promise<Refusal | undefined> =>
  context.database.write(async (work) => {
    const { count } = await work
      .selectFrom('calendarLinks')
      .select((row) => row.fn.countAll().as('count'))
      .where('personId', '=', whose.personId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= MAX_CALENDAR_LINKS) return refuse('too-many', 'calendarLinks', MAX_CALENDAR_LINKS)
    await work
      .insertInto('calendarLinks')
      .values({ id, ...link, ...whose })
      .execute()
    return undefined
  })

/** One’s own calendars, without their addresses. */
export const linksOf = (reader: Reader, personId: PersonId): Promise<readonly CalendarLink[]> =>
  reader
    .selectFrom('calendarLinks')
    .select(['id as linkId', 'placeId', 'scope', 'madeAt'])
    .where('personId', '=', personId)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()

function dropRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, ledgerOperations.revokeCalendarLink, async (request) => {
    const personId = ownerAsking(request, 'revokeCalendarLink')
    const gone = await context.database.write((work) =>
      work
        .deleteFrom('calendarLinks')
        .where('id', '=', request.params.linkId)
        .where('personId', '=', personId)
        .returning('id')
        .executeTakeFirst(),
    )
    if (!gone) throw refuse('not-found', 'linkId')
    return { linkId: gone.id }
  })
}

/** Programs that subscribe have no cookie, and one that comes along counts for nothing. */
function subscribedRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { token: string } }>(
    '/calendar/:token.ics',
    {
      schema: {
        tags: ['reads'],
        operationId: 'subscribedCalendar',
        summary: 'Running promises as whole days, for a calendar that subscribes',
        response: fileResponses('text/calendar'),
      },
    },
    async (request, reply) => {
      const link = await context.database.reader
        .selectFrom('calendarLinks')
        .selectAll()
        .where('tokenHash', '=', hashOf(request.params.token))
        .executeTakeFirst()
      const text = link ? await context.database.snapshot((reader) => calendarOf(reader, link)) : null
      if (text === null) throw noSuch()
      const tag = `"${hashOf(text).slice(0, 32)}"`
      void reply.header('etag', tag).header('cache-control', 'private, no-cache')
      const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''))
      if (known?.some((one) => one === tag || one === '*')) return reply.code(304).send()
      return reply.type('text/calendar; charset=utf-8').send(text)
    },
  )
}
