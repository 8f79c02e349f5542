import type { FastifyRequest } from 'fastify'
import { isStaff } from '../../shared/kernel/event.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { mayRecord } from '../../shared/meetings/meeting.ts'
import type { minutesReads } from '../../shared/minutes/contract.ts'
import type { RenderedMinutes } from '../../shared/minutes/minutes.ts'
import type { Parts, ReadHandler } from '../feature.ts'
import { lateEditsOf } from './box.ts'
import { pointsOf, textAt } from './history.ts'
import { publishedMinutesOf } from './queries.ts'
import { renderMinutes } from './render.ts'
import { roomsOf } from './rooms.ts'

type MinutesRead<Path extends (typeof minutesReads)[number]['path']> = ReadHandler<typeof minutesReads, Path>
type Asked = FastifyRequest<{ Params: { placeId: string; meetingId: string } }>

export const readMinutes: MinutesRead<'/api/places/:placeId/meetings/:meetingId/minutes'> = (
  request,
  parts,
) => {
  const { at } = request.query
  return at === undefined ? minutesNow(request, parts) : minutesAt(request, parts, Number(at))
}

async function minutesNow(request: Asked, parts: Parts): Promise<RenderedMinutes> {
  const { placeId, meetingId } = request.params
  const published = await publishedMinutesOf(parts.database.reader, placeId, meetingId)
  if (published) return published.rendered
  await parts.admitToMeeting(request, placeId, meetingId)
  const room = await roomsOf(parts).open(placeId, meetingId)
  return renderMinutes(room.live, meetingId, room.seq)
}

export const readLateEdits: MinutesRead<'/api/places/:placeId/meetings/:meetingId/late-edits'> = async (
  request,
  parts,
) => {
  const { placeId, meetingId } = request.params
  const { actor } = await parts.admitToMeeting(request, placeId, meetingId)
  if (!mayRecord(actor)) throw refuse('not-allowed')
  return { lateEdits: await lateEditsOf(parts.database.reader, placeId, meetingId) }
}

export const readHistory: MinutesRead<'/api/places/:placeId/meetings/:meetingId/minutes/history'> = async (
  request,
  parts,
) => {
  await admit(request, parts)
  const { meetingId } = request.params
  return { points: await parts.database.snapshot((reader) => pointsOf(reader, meetingId)) }
}

/** The text as it stood at one seq; what was taken out of it is for those who write it. */
async function minutesAt(request: Asked, parts: Parts, seq: number): Promise<RenderedMinutes> {
  await admit(request, parts)
  const { meetingId } = request.params
  const text = await parts.database.snapshot((reader) => textAt(reader, meetingId, seq))
  if (!text) throw refuse('not-found', 'at')
  return text
}

async function admit(request: Asked, parts: Parts): Promise<void> {
  const { placeId, meetingId } = request.params
  const { actor } = await parts.admitToMeeting(request, placeId, meetingId)
  if (!isStaff(actor)) throw refuse('not-allowed')
}
