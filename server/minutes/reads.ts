import { readRefusal } from '../../shared/permissions/reads.ts'
import { publicViewer } from '../../shared/kernel/event.ts'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { minutesReads } from '../../shared/minutes/contract.ts'
import type { RenderedMinutes } from '../../shared/minutes/minutes.ts'
import type { AppContext, ReadHandler } from '../app/feature.ts'
import { lateEditsOf } from './late/box.ts'
import { pointsOf, textAt } from './history/history.ts'
import { publishedMinutesOf } from './queries.ts'
import { renderMinutes } from './publishing/render.ts'

type MinutesRead<Path extends (typeof minutesReads)[number]['path']> = ReadHandler<typeof minutesReads, Path>
type Asked = FastifyRequest<{ Params: { placeId: string; meetingId: string } }>

export const readMinutes: MinutesRead<'/api/places/:placeId/meetings/:meetingId/minutes'> = (
  request,
  context,
) => {
  const { at } = request.query
  return at === undefined ? minutesNow(request, context) : minutesAt(request, context, Number(at))
}

async function minutesNow(request: Asked, context: AppContext): Promise<RenderedMinutes> {
  const { placeId, meetingId } = request.params
  const published = await publishedMinutesOf(context.database.reader, placeId, meetingId)
  const path = '/api/places/:placeId/meetings/:meetingId/minutes'
  if (published && !readRefusal(path, publicViewer(placeId), { when: ['published'] }))
    return published.rendered
  await context.admitToMeeting(request, placeId, meetingId, path)
  const room = await context.rooms.open(placeId, meetingId)
  return renderMinutes(room.live, meetingId, room.seq)
}

export const readLateEdits: MinutesRead<'/api/places/:placeId/meetings/:meetingId/late-edits'> = async (
  request,
  context,
) => {
  const { placeId, meetingId } = request.params
  await context.admitToMeeting(request, placeId, meetingId)
  return { lateEdits: await lateEditsOf(context.database.reader, placeId, meetingId) }
}

export const readHistory: MinutesRead<'/api/places/:placeId/meetings/:meetingId/minutes/history'> = async (
  request,
  context,
) => {
  await admit(request, context)
  const { meetingId } = request.params
  return { points: await context.database.snapshot((reader) => pointsOf(reader, meetingId)) }
}

/** The text as it stood at one seq; what was taken out of it is for those who write it. */
async function minutesAt(request: Asked, context: AppContext, seq: number): Promise<RenderedMinutes> {
  await admit(request, context)
  const { meetingId } = request.params
  const text = await context.database.snapshot((reader) => textAt(reader, meetingId, seq))
  if (!text) throw refuse('not-found', 'at')
  return text
}

async function admit(request: Asked, context: AppContext): Promise<void> {
  const { placeId, meetingId } = request.params
  const { actor } = await context.admitToMeeting(request, placeId, meetingId)
  const denied = readRefusal('/api/places/:placeId/meetings/:meetingId/minutes/history', actor)
  if (denied) throw denied
}
