import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { MONTH_PATTERN } from '../../shared/ledger/month/month.ts'
import { LANGUAGES } from '../../shared/words/language.ts'
import { ledgerFor } from '../commitments/queries.ts'
import { publicAddresses } from '../concerns/address-queries.ts'
import { firstAppointmentOf } from '../meetings/appointment-queries.ts'
import { plannedFrom } from '../meetings/queries.ts'
import { publishedMinutesAt } from '../minutes/queries.ts'
import { findPlace, levelsAt, parentsOf } from '../places/queries.ts'
import type { AppContext } from '../app/feature.ts'
import { forEverybody } from '../contract/sharing.ts'
import { publicViewer } from '../../shared/kernel/event.ts'
import { boxRoutes } from './box-routes.ts'
import { cataloguePageRoute } from './catalogue-route.ts'
import { echoWallOf } from './echo-wall.ts'
import { whoMayRoute } from './who-may-route.ts'
import { promisedBelow } from './promised-below.ts'
import { minutesPageRoute } from './minutes/minutes-route.ts'
import { matterPageRoutes } from './matter/matter-routes.ts'
import { sendNotFound } from './frame/refusal-page.ts'
import { sendPage } from './frame/send-page.ts'

const Place = Type.Object({ placeId: Type.String({ pattern: ID_PATTERN }) })
const PlaceAndMonth = Type.Object({
  placeId: Type.String({ pattern: ID_PATTERN }),
  month: Type.String({ pattern: MONTH_PATTERN }),
})
const Reading = Type.Object({
  language: Type.Optional(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
})
type Reading = Static<typeof Reading>

/** Pages for everybody: they need no script, no log-in and no cookie. */
export function publicRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: Static<typeof Place>; Querystring: Reading }>(
    '/public/:placeId',
    { config: { isShared: forEverybody }, schema: { params: Place, querystring: Reading, hide: true } },
    (request, reply) => sendEchoWall(request, reply, context),
  )

  app.get<{ Params: Static<typeof PlaceAndMonth>; Querystring: Reading }>(
    '/public/:placeId/month/:month',
    {
      config: { isShared: forEverybody },
      schema: { params: PlaceAndMonth, querystring: Reading, hide: true },
    },
    (request, reply) => sendMonth(request, reply, context),
  )

  boxRoutes(app, context)
  matterPageRoutes(app, context)
  cataloguePageRoute(app, context)
  whoMayRoute(app, context)
  minutesPageRoute(app, context)
}

async function sendEchoWall(
  request: FastifyRequest<{ Params: Static<typeof Place>; Querystring: Reading }>,
  reply: FastifyReply,
  context: AppContext,
): Promise<FastifyReply> {
  const { placeId } = request.params
  const { reader } = context.database
  const place = await findPlace(reader, placeId)
  if (!place) return sendNotFound(reply)
  const { today } = await context.momentAt(placeId)
  const view = await ledgerFor(context.database, placeId, publicViewer(placeId), today)
  const published = await publishedMinutesAt(reader, placeId)
  const planned = await Promise.all(
    (await plannedFrom(reader, placeId, today)).map(async (one) => ({
      ...one,
      first: await firstAppointmentOf(reader, one),
    })),
  )
  const address = `${context.addressFor(request)}/public/${placeId}`
  const below = await promisedBelow(reader, place)
  const matters = [...view.concerns, ...below.flatMap(({ concern }) => concern ?? [])]
  const addresses = await publicAddresses(
    reader,
    matters.map(({ id }) => id),
  )
  return sendPage(reply, echoWallOf(view, { published, planned, address, addresses, below }))
}

async function sendMonth(
  request: FastifyRequest<{ Params: Static<typeof PlaceAndMonth>; Querystring: Reading }>,
  reply: FastifyReply,
  context: AppContext,
): Promise<FastifyReply> {
  const { placeId, month } = request.params
  const place = await findPlace(context.database.reader, placeId)
  if (!place) return sendNotFound(reply)
  const { today } = await context.momentAt(placeId)
  const counted = await context.figures.month(place, month, today)
  const levels = await levelsAt(context.database.reader, placeId)
  const above = (await parentsOf(context.database.reader, place))[0]?.kind ?? null
  return sendPage(reply, { kind: 'month', place, month, today, levels, above, ...counted })
}
