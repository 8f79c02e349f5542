import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { commitmentFor, dueChangeFor } from '../../shared/commitments/present.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { Viewer } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { MINE_MOST, questionsAbout, type MineView, type MyMatter } from '../../shared/ledger/mine.ts'
import { AtPlace } from '../../shared/ledger/schema.ts'
import type { Place } from '../../shared/places/place.ts'
import { dueChangesByIds, progressByIds, promisesFor } from '../commitments/queries.ts'
import { concernsRaisedBy, findConcern } from '../concerns/queries.ts'
import { custodyStepsOf, findCustody } from '../custody/queries.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, gridsOf, placesByIds, withLevelNames } from '../places/queries.ts'
import { ratingsGivenBy } from '../ratings/queries.ts'
import type { Reader } from '../storage/database.ts'

/** GET what whoever asks has raised here, and what became of it; nothing for a stranger. */
export function mineRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/mine',
    {
      schema: {
        tags: ['reads'],
        operationId: 'mine',
        summary:
          'The matters that whoever asks has raised at a place, what became of them and what they may judge',
        params: AtPlace,
      },
    },
    async (request, reply): Promise<MineView> => {
      const { placeId } = request.params
      const place = await findPlace(parts.database.reader, placeId)
      if (!place) throw refuse('not-found', 'placeId')
      const viewer = await parts.viewerAt(request, placeId, null)
      const { today } = await parts.momentAt(placeId)
      reply.header('cache-control', 'no-store')
      return parts.database.snapshot((reader) => mineFor(reader, place, viewer, today))
    },
  )
}

async function mineFor(reader: Reader, place: Place, viewer: Viewer, today: Day): Promise<MineView> {
  const raised = viewer.id === '' ? [] : await concernsRaisedBy(reader, place.id, viewer.id, MINE_MOST)
  const matters = []
  for (const concern of raised) matters.push(await myMatter(reader, place.id, concern, viewer, today))
  const holders = matters.flatMap(({ custody, steps }) => [
    ...(custody ? [custody.holderId, custody.offer?.toPlaceId] : []),
    ...steps.flatMap(({ fromPlaceId, toPlaceId }) => [fromPlaceId, toPlaceId]),
  ])
  return {
    asOf: await headOf(reader, place.id),
    today,
    place,
    isKnown: viewer.kind !== 'stranger',
    grids: await gridsOf(reader, place.id),
    holders: await withLevelNames(
      reader,
      place.id,
      await placesByIds(reader, [...new Set(holders.filter((id) => typeof id === 'string'))]),
    ),
    matters,
  }
}

async function myMatter(
  reader: Reader,
  placeId: PlaceId,
  own: Concern,
  viewer: Viewer,
  today: Day,
): Promise<MyMatter> {
  const into = own.mergedIntoId === null ? null : await findConcern(reader, placeId, own.mergedIntoId)
  const told = into ?? own
  const commitments = (await promisesFor(reader, placeId, told.id))
    .filter(({ state }) => state !== 'dropped')
    .map((one) => commitmentFor(one, viewer))
    .filter((one) => one !== null)
  const ids = commitments.map(({ id }) => id)
  const ratings = await ratingsGivenBy(reader, placeId, viewer.id)
  return {
    concern: concernFor(own, viewer) ?? own,
    into: into && concernFor(into, viewer),
    commitments,
    dueChanges: (await dueChangesByIds(reader, ids)).map((change) => dueChangeFor(change, viewer)),
    progress: await progressByIds(reader, ids),
    custody: await findCustody(reader, placeId, told.id),
    steps: await custodyStepsOf(reader, placeId, told.id),
    questions: own.state === 'withdrawn' ? [] : questionsAbout(told, commitments, ratings, today),
  }
}
