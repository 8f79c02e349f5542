import type { Actor } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { mayRecord } from '../../../shared/meetings/meeting.ts'

/** The place of whose matters somebody is not told who raised them unnamed; null for whoever keeps its record. */
export const untoldAt = (actor: Actor): PlaceId | null => (mayRecord(actor) ? null : actor.placeId)
