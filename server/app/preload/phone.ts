import type { FastifyRequest } from 'fastify'
import type { AppContext } from '../feature.ts'
import { languageOf } from '../../browser/language.ts'
import { inWords, statusOf } from '../../http/errors.ts'
import { eveningBehind } from '../../people/log-in/evening-code.ts'
import { eveningOfScanned } from '../../people/qr-queries.ts'
import { meOf } from '../../people/log-in/me.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { Me } from '../../../shared/people/person.ts'
import { findMeeting } from '../../meetings/queries.ts'
import { CODE_DIGITS, plainCode } from '../../../shared/kernel/text/plain-code.ts'
import { randomId } from '../../browser/random-id.ts'
import { roomRead } from '../../room/reads.ts'
import type { Reader } from '../../storage/database.ts'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { laneOf, notTold, type Answers, type Preloading } from './preload.ts'

/** What the door of a phone asks, or the evening of whoever comes back. */
export async function preloadPhone(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const { code } = request.params as { readonly code?: string }
  const me = await meOf(context.database.reader, request, request.session)
  if (me.setupNeeded) return { answers: {} }
  if (me.actor) return preloadEvening(context, request, me, code)
  return { answers: { '/api/me': me, ...(await answerOf(context, request, code)) } }
}

// An evening that the phone remembers is drawn unless the code leads to another one. Only its own code is looked
// at: whether any other is right would be told without being counted as a guess.
async function preloadEvening(
  context: AppContext,
  request: FastifyRequest,
  me: Me,
  code: string | undefined,
): Promise<Preloading> {
  const meetingId = me.actor?.meetingId
  const [place] = me.places
  if (!meetingId || !place) return { answers: {} }
  const isOpened = !code || (await opens(context.database.reader, code, place.id, meetingId))
  if (!isOpened) return { answers: {}, ahead: ['/api/me', codeAddressOf(code)] }
  const room = await roomRead(request, context, { placeId: place.id, meetingId, as: 'phone' }).catch(notTold)
  return {
    answers: {
      ...{ '/api/me': me, 'form-id': randomId(context), ...laneOf(request) },
      ...(await answerOf(context, request, code)),
      ...(room && { [roomAddress(place.id, meetingId)]: room }),
    },
  }
}

async function opens(reader: Reader, code: string, placeId: PlaceId, meetingId: MeetingId): Promise<boolean> {
  const meeting = await findMeeting(reader, placeId, meetingId)
  const digits = plainCode(code, CODE_DIGITS)
  const scanned = await eveningOfScanned(reader, digits)
  return meeting !== null && (meeting.code === digits || scanned?.meetingId === meeting.id)
}

const roomAddress = (placeId: string, meetingId: string): string =>
  `/api/places/${placeId}/meetings/${meetingId}/room?as=phone`

const codeAddressOf = (code: string): string => `/api/codes/${encodeURIComponent(code)}`

const answerOf = async (
  context: AppContext,
  request: FastifyRequest,
  code: string | undefined,
): Promise<Answers> => (code ? { [codeAddressOf(code)]: await codeOf(context, request, code) } : {})

// A wrong code counts as a guess here, and the page does not ask again.
async function codeOf(context: AppContext, request: FastifyRequest, code: string): Promise<unknown> {
  try {
    return await eveningBehind(context, code, request)
  } catch (problem) {
    if (isRefusal(problem))
      return { ...inWords(problem, languageOf(request)), status: statusOf(problem.refused) }
    throw problem
  }
}
