import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'
import { Prepared } from '../storage/prepared.ts'

/** What a name was taken out of is more than an event can tell: whoever listens reads everything once more. */
const READ_ANEW = 'person-erased'

export const isReadAnew = ({ type }: { readonly type: string }): boolean => type === READ_ANEW

/** Whether that happened since somebody last heard of the place. */
export const isReadAnewSince = async (reader: Reader, placeId: PlaceId, seq: number): Promise<boolean> =>
  (await readAnewAfter.first(reader, { placeId, seq })) !== null

const readAnewAfter = new Prepared(
  (reader: Reader, [asked]: readonly { placeId: PlaceId; seq: number }[]) =>
    reader
      .selectFrom('journal')
      .select('seq')
      .where('placeId', '=', asked!.placeId)
      .where('seq', '>', asked!.seq)
      .where('type', '=', READ_ANEW)
      .limit(1),
  ({ placeId, seq }) => [placeId, seq, READ_ANEW, 1],
)
