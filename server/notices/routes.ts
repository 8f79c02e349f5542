import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import { stageOf } from '../../shared/commitments/stage.ts'
import type { NoticesView } from '../../shared/protocol/ladder.ts'
import { calendarAt } from '../calendar/queries.ts'
import { placeCommitmentsFor } from '../commitments/queries.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { noticesTo } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })

/** GET what whoever asks was told, and which matters stand yellow or red today. */
export function noticeRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/notices',
    {
      schema: {
        tags: ['reads'],
        summary: 'Reminders of whoever asks, and the matters that are late today',
        params: AtPlace,
      },
    },
    async (request): Promise<NoticesView> => {
      const { placeId } = request.params
      if (!(await findPlace(parts.database.reader, placeId))) throw refuse('not-found', 'placeId')
      const viewer = await parts.viewerAt(request, placeId, null)
      const { today } = await parts.momentAt(placeId)
      return parts.database.snapshot(async (reader) => {
        const calendar = await calendarAt(reader, placeId)
        const stages = (await placeCommitmentsFor(reader, placeId, viewer))
          .map((one) => ({ commitmentId: one.id, stage: stageOf(one, today, calendar) }))
          .filter(({ stage }) => stage === 'yellow' || stage === 'red')
        return {
          asOf: await headOf(reader, placeId),
          today,
          stages: stages as NoticesView['stages'],
          own: viewer.id === '' ? [] : await noticesTo(reader, placeId, viewer.id),
        }
      })
    },
  )
}
