import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { decideErasePerson } from '../../../shared/people/decide-erase.ts'
import { systemAt } from '../../journal/system.ts'
import { forgetErasedGrams } from '../../ledger/list/grams.ts'
import { postsOf } from '../../people/queries.ts'
import { findPlace } from '../../places/queries.ts'
import type { Work } from '../../storage/database.ts'
import type { AppContext } from '../feature.ts'
import { mentionsOf } from './mentions.ts'
import { erasePersonRows, type Erased } from './erase-person.ts'

/** Takes somebody out of everything; the lines say where it was and what others wrote of them. */
export async function erasePerson(context: AppContext, person: Erased & { readonly name: string }) {
  const { database } = context
  let placeIds: readonly PlaceId[] = []
  await tell(context, person.placeId, person, async (work) => {
    placeIds = await erasePersonRows(work, person)
  })
  for (const placeId of placeIds) if (placeId !== person.placeId) await tell(context, placeId, person)
  // What the search has let go leaves the file.
  await forgetErasedGrams(context)
  return [{ erased: person.id, places: placeIds.length }, ...(await mentionsOf(database.reader, person.name))]
}

/** Each place hears of it, and whoever listens there reads everything anew. */
async function tell(
  context: AppContext,
  placeId: PlaceId,
  { id: personId, placeId: livesAt }: Erased,
  beside: (work: Work) => Promise<void> = async () => {},
): Promise<void> {
  const load = async (work: Work) =>
    placeId === livesAt
      ? { place: await findPlace(work, placeId), posts: await postsOf(work, placeId) }
      : { place: null, posts: [] }
  const handler = { name: 'erase-person', load, decide: decideErasePerson, beside }
  const command = { placeId, personId }
  const outcome = await context.journal.execute(handler, command, systemAt(placeId), context.newId())
  if (!isRefusal(outcome)) return
  throw new Error(
    outcome.refused === 'last-facilitator'
      ? 'Nobody else runs their place: give somebody that post first, then erase.'
      : `refused: ${outcome.refused}`,
  )
}
