import type { FastifyInstance } from 'fastify'
import type { PersonId } from '../../shared/kernel/id.ts'
import { textRefusal } from '../../shared/kernel/text/limits.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { MAX_SAVED_VIEWS, MAX_VIEW_NAME_LENGTH, type SavedView } from '../../shared/ledger/ledger.ts'
import { ledgerOperations } from '../../shared/ledger/operations.ts'
import type { AppContext } from '../app/feature.ts'
import { ownerAsking } from '../contract/asking.ts'
import { operationRoute } from '../contract/operation-route.ts'
import { findPlace } from '../places/queries.ts'

/** What somebody likes to look at, under a name of their own; it follows them to every browser. */
export function savedViewRoutes(app: FastifyInstance, context: AppContext): void {
  saveRoute(app, context)
  dropRoute(app, context)
}

function saveRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, ledgerOperations.saveView, async (request) => {
    const personId = ownerAsking(request, 'saveView')
    const view = { ...request.body, name: request.body.name.trim() }
    const wrong = textRefusal('name', view.name, MAX_VIEW_NAME_LENGTH)
    if (wrong) throw wrong
    if (!(await findPlace(context.database.reader, view.placeId))) throw refuse('not-found', 'placeId')
    const refusal = await keep(context, view, personId)
    if (isRefusal(refusal)) throw refusal
    return view
  })
}

function dropRoute(app: FastifyInstance, context: AppContext): void {
  operationRoute(app, context, ledgerOperations.dropView, async (request) => {
    const { viewId } = request.params
    const personId = ownerAsking(request, 'dropView')
    const gone = await context.database.write((work) =>
      work
        .deleteFrom('savedViews')
        .where('id', '=', viewId)
        .where('personId', '=', personId)
        .returning('id')
        .executeTakeFirst(),
    )
    if (!gone) throw refuse('not-found', 'viewId')
    return { viewId }
  })
}

/** One’s own views, by name. */
export async function ownViews({ database }: AppContext, personId: PersonId): Promise<readonly SavedView[]> {
  const rows = await database.reader
    .selectFrom('savedViews')
    .select(['id', 'placeId', 'name', 'question'])
    .where('personId', '=', personId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ id: viewId, question, ...row }) => ({ ...row, viewId, question: JSON.parse(question) }))
}

const keep = (context: AppContext, view: SavedView, personId: PersonId): Promise<Refusal | undefined> =>
  context.database.write(async (work) => {
    const { viewId: id, placeId, name, question } = view
    const own = await work.selectFrom('savedViews').select(['id']).where('personId', '=', personId).execute()
    if (own.some((row) => row.id === id)) return undefined
    if (own.length >= MAX_SAVED_VIEWS) return refuse('too-many', 'name', MAX_SAVED_VIEWS)
    const savedAt = context.clock.now().toISOString()
    const kept = await work
      .insertInto('savedViews')
      .values({ id, personId, placeId, name, question: JSON.stringify(question), savedAt })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return kept ? undefined : refuse('already-exists', 'viewId')
  })
