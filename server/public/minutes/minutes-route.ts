import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { isUnsettled, type Concern } from '../../../shared/concerns/concern.ts'
import { publicViewer } from '../../../shared/kernel/event.ts'
import { ID_PATTERN } from '../../../shared/kernel/id.ts'
import type { MinutesPage } from '../../../shared/protocol/public.ts'
import type { MeetingSnapshot } from '../../../shared/protocol/room.ts'
import { LANGUAGES } from '../../../shared/words/language.ts'
import { isJudgedAt } from '../../../shared/agenda/review.ts'
import { verdictsOn } from '../../../shared/ratings/rating.ts'
import { reviewOf } from '../../agenda/queries.ts'
import { appendixOf } from '../../comments/queries.ts'
import type { AppContext } from '../../app/feature.ts'
import { forEverybody } from '../../contract/sharing.ts'
import { earlierMinutesOf, publishedMinutesOf, type PublishedMinutes } from '../../minutes/queries.ts'
import { ratingsOfPlace } from '../../ratings/queries.ts'
import { roomFor } from '../../room/queries.ts'
import type { Database } from '../../storage/database.ts'
import { sendNotFound } from '../frame/refusal-page.ts'
import { sendPage } from '../frame/send-page.ts'
import { minutesPageOf } from './minutes-page.ts'

const PlaceAndMeeting = Type.Object({
  placeId: Type.String({ pattern: ID_PATTERN }),
  meetingId: Type.String({ pattern: ID_PATTERN }),
})
const Reading = Type.Object({
  language: Type.Optional(Type.Union(LANGUAGES.map((language) => Type.Literal(language)))),
  version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$' })),
})

/** GET the minutes that both have signed; with `version`, those that were corrected since. */
export function minutesPageRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: Static<typeof PlaceAndMeeting>; Querystring: Static<typeof Reading> }>(
    '/public/:placeId/minutes/:meetingId',
    {
      config: { isShared: forEverybody },
      schema: { params: PlaceAndMeeting, querystring: Reading, hide: true },
    },
    async (request, reply) => {
      const { placeId, meetingId } = request.params
      const { today } = await context.momentAt(placeId)
      const room = await roomFor(context.database, placeId, meetingId, publicViewer(placeId), today)
      if (!room) return sendNotFound(reply)
      const published = await publishedMinutesOf(context.database.reader, placeId, meetingId)
      if (!published) return sendPage(reply, { kind: 'not-yet-signed', meetingTitle: room.meeting.title })
      const version = request.query.version === undefined ? null : Number(request.query.version)
      const page = await signedPage(context.database, room, version)
      return page ? sendPage(reply, page) : sendNotFound(reply, placeId)
    },
  )
}

/** One version of signed minutes, or the latest; null where there is none. */
async function signedPage(
  database: Database,
  room: MeetingSnapshot,
  asked: number | null,
): Promise<MinutesPage | null> {
  const { id: meetingId, placeId, phase } = room.meeting
  const { reader } = database
  const published = await publishedMinutesOf(reader, placeId, meetingId)
  if (!published) return null
  const latest = published.facts?.version ?? 1
  const version = asked ?? latest
  const signed = version === latest ? published : await earlierMinutesOf(reader, placeId, meetingId, version)
  if (!signed) return null
  const isBeingCorrected = phase !== 'signed'
  const isNow = version === latest && !isBeingCorrected
  const promises = await database.snapshot((work) =>
    reviewOf(work, placeId, meetingId, publicViewer(placeId)),
  )
  const judged = promises.filter((one) => isJudgedAt(one, room.meeting))
  const settledSince = isNow ? settledSinceSigning(room, signed) : []
  const about = {
    ...{ version, latest, erratum: signed.facts?.erratum ?? null },
    ...{ isBeingCorrected, judged, settledSince },
    verdicts: isNow ? verdictsOn(room.commitments, await ratingsOfPlace(reader, placeId)) : {},
  }
  const whole = { ...signed, appendix: await appendixOf(reader, placeId, meetingId) }
  return minutesPageOf(isNow ? asInForce(room, signed) : asSigned(room, signed), whole, about)
}

/** Matters that both signed without an outcome, and that have one now. */
const settledSinceSigning = (
  { concerns }: MeetingSnapshot,
  { facts }: PublishedMinutes,
): readonly Concern[] =>
  concerns.filter(
    ({ id, settledAs, settledAt }) =>
      settledAs !== null &&
      facts?.concerns.some((then) => then.id === id && isUnsettled(then) && then.settledAt !== settledAt),
  )

/** What has become of what was signed; an outcome or a promise that came later is not of what was signed. */
function asInForce(room: MeetingSnapshot, signed: PublishedMinutes): MeetingSnapshot {
  if (!signed.facts) return room
  const since = new Set(settledSinceSigning(room, signed).map(({ id }) => id))
  const promised = new Set(signed.facts.commitments.map(({ id }) => id))
  const unsettled = { state: 'recorded', outcome: null, settledAs: null, settledAt: null } as const
  return {
    ...room,
    concerns: room.concerns.map((one) => (since.has(one.id) ? { ...one, ...unsettled } : one)),
    commitments: room.commitments.filter(({ id }) => promised.has(id)),
  }
}

/** Matters and promises as they stood when both had signed; what has become of them since belongs to the version that is in force. */
const asSigned = (room: MeetingSnapshot, { facts }: PublishedMinutes): MeetingSnapshot => {
  if (!facts) return room
  const { agenda, concerns, commitments, signatures } = facts
  return { ...room, agenda, concerns, commitments, signatures }
}
