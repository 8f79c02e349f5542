import type { noticeReads } from '../../shared/notices/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { governs } from '../../shared/places/place.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { undeliveredAt } from './delivery/failed.ts'
import { deliveriesOf, mailsTo, robotIn, robotRowsOf } from './robots/robots.ts'
import { findMailbox, mailboxIn } from './mail/mailboxes.ts'
import { readRefusal } from '../../shared/permissions/reads.ts'
import { mustKeepMailbox } from './mail/mailbox-routes.ts'
import { stageOf } from '../../shared/commitments/stage.ts'
import type { NoticesView } from '../../shared/notices/notice.ts'
import { calendarAt } from '../calendar/queries.ts'
import { placeCommitmentsFor } from '../commitments/queries.ts'
import { questionsFor } from './question-queries.ts'
import { noticesTo } from './queries.ts'

type NoticeRead<Path extends (typeof noticeReads)[number]['path']> = ReadHandler<typeof noticeReads, Path>

/** GET what whoever asks was told, and which matters stand yellow or red today. */
export const readNotices: NoticeRead<'/api/places/:placeId/notices'> = async (request, context) => {
  const { placeId } = request.params
  if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  return context.database.snapshot(async (reader) => {
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
}

/** GET what supervision asked and nobody answered. */
export const readSupervision: NoticeRead<'/api/places/:placeId/supervision'> = async (request, context) => {
  const { placeId } = request.params
  if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  return context.database.snapshot(async (reader) => ({
    asOf: await headOf(reader, placeId),
    today,
    questions: await questionsFor(reader, placeId, viewer),
  }))
}

/** Groups that are reminded, and what became of each message; addresses are never given back. */
export const readRobots: NoticeRead<'/api/places/:placeId/robots'> = async (request, context) => {
  const { placeId } = request.params
  const viewer = await context.viewerAt(request, placeId, null)
  const place = await findPlace(context.database.reader, placeId)
  if (!place) throw refuse('not-found', 'placeId')
  const { today } = await context.momentAt(placeId)
  return context.database.snapshot(async (reader) => ({
    asOf: await headOf(reader, placeId),
    robots: (await robotRowsOf(reader, placeId)).map(robotIn),
    deliveries: await deliveriesOf(reader, placeId),
    mails: (await deliveriesOf(reader, placeId, 'mailboxes')).map((one) =>
      governs(viewer, place.kind) ? one : { ...one, receiverId: '' },
    ),
    undelivered: await undeliveredAt(reader, place, viewer, today),
  }))
}

export const readMailbox: NoticeRead<'/api/places/:placeId/people/:personId/mailbox'> = async (
  request,
  context,
) => {
  const { personId } = request.params
  await mustKeepMailbox(context, request, request.params, (actor, facts) =>
    readRefusal('/api/places/:placeId/people/:personId/mailbox', actor, facts),
  )
  return context.database.snapshot(async (reader) => {
    const row = await findMailbox(reader, personId)
    return {
      isPossible: context.hasMail,
      mailbox: row && mailboxIn(row),
      deliveries: await mailsTo(reader, personId),
    }
  })
}
