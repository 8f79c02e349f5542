import type { HandOutSlipState } from '../../shared/concerns/decide-over.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import type { ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import { eventsNaming } from '../journal/read.ts'
import { recusalOf } from '../people/recusal-queries.ts'
import type { Reader } from '../storage/database.ts'
import { findConcern } from './queries.ts'
import { isOnPaper } from './voice-queries.ts'

/** What decides whether somebody may give a slip out. */
export async function slipStateOf(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
  actor: Actor,
): Promise<Omit<HandOutSlipState, 'isPaper'>> {
  const concern = await findConcern(reader, placeId, concernId)
  const [raised] = concern ? await eventsNaming(reader, placeId, ['concern-raised'], concernId) : []
  return {
    concern,
    isOnPaper: await isOnPaper(reader, placeId, concern),
    writtenById: raised?.actorId ?? null,
    recusal: await recusalOf(reader, actor),
  }
}
