import type { meetingReads } from '../../shared/meetings/contract.ts'
import { FORMATS } from '../../shared/meetings/formats.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { ReadAnswer } from '../../shared/api.ts'
import type { AppContext, ReadHandler } from '../app/feature.ts'
import { headOf } from '../journal/read.ts'
import { meetingsOf } from './queries.ts'

type MeetingRead<Path extends (typeof meetingReads)[number]['path']> = ReadHandler<typeof meetingReads, Path>

export const readFormats: MeetingRead<'/api/formats'> = async () => ({ formats: FORMATS })

export const readMeetings: MeetingRead<'/api/places/:placeId/meetings'> = (request, context) =>
  meetingsFor(context, request.params.placeId)

export async function meetingsFor(
  context: AppContext,
  placeId: PlaceId,
): Promise<ReadAnswer<'/api/places/:placeId/meetings'>> {
  const { today } = await context.momentAt(placeId)
  return context.database.snapshot(async (reader) => ({
    asOf: await headOf(reader, placeId),
    today,
    meetings: await meetingsOf(reader, placeId),
  }))
}
