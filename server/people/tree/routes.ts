import Type from 'typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isStaff, type Actor } from '../../../shared/kernel/event.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import { Id } from '../../../shared/kernel/schema.ts'
import { mayKeepRoster } from '../../../shared/people/person.ts'
import type { PlacesTree } from '../../../shared/protocol/tree.ts'
import type { Parts } from '../../feature.ts'
import { deedsOf } from './deeds.ts'
import { treeOf } from './tree.ts'

const AtPlace = Type.Object({ placeId: Id() })

/** Who stands where and who runs what, for the staff. */
export function treeRoutes(app: FastifyInstance, parts: Parts): void {
  const forStaff = async (request: FastifyRequest, placeId: string): Promise<Actor> => {
    const actor = await parts.actorAt(request, placeId)
    if (actor.kind === 'stranger') throw refuse('not-logged-in')
    if (!isStaff(actor)) throw refuse('not-allowed')
    return actor
  }
  app.get<{ Params: { placeId: string } }>(
    '/api/places/:placeId/tree',
    { schema: { tags: ['reads'], summary: 'The tree around a place, with who runs what', params: AtPlace } },
    async (request) => {
      const { placeId } = request.params
      const actor = await forStaff(request, placeId)
      const tree = await parts.database.snapshot((reader) => treeOf(reader, placeId, actor.personId))
      if (!tree) throw refuse('not-found', 'placeId')
      const kind = tree.places.find(({ id }) => id === placeId)?.kind ?? 'village'
      return { ...tree, mayRun: mayKeepRoster(actor, kind) } satisfies PlacesTree
    },
  )
  app.get<{ Params: { placeId: string } }>(
    '/api/places/:placeId/deeds',
    { schema: { tags: ['reads'], summary: 'What was done to a place and its posts', params: AtPlace } },
    async (request) => {
      const { placeId } = request.params
      await forStaff(request, placeId)
      return { deeds: await parts.database.snapshot((reader) => deedsOf(reader, placeId)) }
    },
  )
}
