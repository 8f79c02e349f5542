import type { CustodyEvent } from '../../shared/custody/custody.ts'
import { decideMovePlace, type MovePlaceState } from '../../shared/custody/decide-move.ts'
import type { MovePlace } from '../../shared/custody/schema.ts'
import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import type { PlaceEvent } from '../../shared/places/place.ts'
import type { CommandHandler } from '../journal/handler.ts'
import { findPlace, holdsTownshipAt, parentsOf } from '../places/queries.ts'
import type { Work } from '../storage/database.ts'
import { custodiesOf } from './queries.ts'

export const movePlace: CommandHandler<MovePlace, MovePlaceState, PlaceEvent | CustodyEvent> = {
  decide: decideMovePlace,
  async load(work, { placeId, toParentId }, { personId }) {
    const place = await findPlace(work, placeId)
    const newParent = await findPlace(work, toParentId)
    const newAbove = newParent === null ? [] : await parentsOf(work, newParent)
    const ladder = place === null ? [] : await parentsOf(work, place)
    return {
      place,
      newParent,
      runsBoth: (await runs(work, personId, place?.parentId)) && (await runs(work, personId, newParent?.id)),
      ladder: ladder.map(({ id }) => id),
      newLadder: newParent === null ? [] : [newParent, ...newAbove].map(({ id }) => id),
      custodies: await custodiesOf(work, placeId),
    }
  },
}

const runs = async (work: Work, personId: PersonId | null, placeId: PlaceId | null | undefined) =>
  personId !== null && placeId != null && holdsTownshipAt(work, personId, placeId)
