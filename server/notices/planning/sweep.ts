import { ROLES_ABOVE } from '../../../shared/places/place.ts'
import type { NoticeEvent, Recipient } from '../../../shared/notices/notice.ts'
import { stageOf } from '../../../shared/commitments/stage.ts'
import { askingDue } from '../../../shared/notices/notice.ts'
import {
  decideAskForRating,
  decideAwaitAnswer,
  decideChase,
  type AskForRating,
  type AskState,
  type AwaitAnswer,
  type AwaitState,
  type Chase,
  type ChaseState,
} from '../../../shared/notices/decide.ts'
import { isOver } from '../../../shared/concerns/concern.ts'
import { isConcernUp } from '../../../shared/ratings/rating.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { calendarAt } from '../../calendar/queries.ts'
import { commitmentsIn, findCommitment } from '../../commitments/queries.ts'
import { concernsIn, findConcern, voicesOf } from '../../concerns/queries.ts'
import { custodiesOf, findCustody } from '../../custody/queries.ts'
import type { AppContext, Sweep } from '../../app/feature.ts'
import type { NamedCommandHandler } from '../../journal/handler.ts'
import { commandIdFrom, systemAt } from '../../journal/system.ts'
import type { Work } from '../../storage/database.ts'
import { workersOf } from '../../people/queries.ts'
import { holdersOf, peopleAs, thoseAbove } from '../queries.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'

// None of these is among the feature's handlers: the calendar alone says that a day has come.
const chase: NamedCommandHandler<Chase, ChaseState, NoticeEvent> = {
  name: 'chase-commitment',
  load: async (work, { placeId, commitmentId, stage }) => {
    const commitment = await findCommitment(work, placeId, commitmentId)
    const recipients = commitment ? await chasedFor(work, placeId, commitment, stage) : []
    return { commitment, calendar: await calendarAt(work, placeId), recipients }
  },
  decide: decideChase,
}

async function chasedFor(
  work: Work,
  placeId: PlaceId,
  { ownerId, coOwners }: Commitment,
  stage: Chase['stage'],
): Promise<readonly Recipient[]> {
  const owners = [ownerId, ...coOwners.map(({ personId }) => personId)]
  if (stage === 'blue') return peopleAs(owners)
  const more = stage === 'yellow' ? holdersOf(work, placeId, 'facilitator') : thoseAbove(work, placeId)
  return peopleAs([...owners, ...(await more)])
}

const ask: NamedCommandHandler<AskForRating, AskState, NoticeEvent> = {
  name: 'ask-for-rating',
  load: async (work, { placeId, concernId, commitmentId }) => {
    const commitment = commitmentId === null ? null : await findCommitment(work, placeId, commitmentId)
    const about = concernId ?? commitment?.concernId ?? null
    const concern = about === null ? null : await findConcern(work, placeId, about)
    const voices = about === null ? [] : await voicesOf(work, placeId, about)
    return { concern, commitment, recipients: await askedFor(work, placeId, voices, commitment) }
  },
  decide: decideAskForRating,
}

/** The raiser's own phone; where there is none, those who run the place go and ask, but never whoever did it. */
async function askedFor(
  work: Work,
  placeId: PlaceId,
  voices: readonly string[],
  commitment: Commitment | null,
): Promise<readonly Recipient[]> {
  const guests = await work
    .selectFrom('guests')
    .select('id')
    .where('id', 'in', ['', ...voices])
    .execute()
  const phones = new Set(guests.map(({ id }) => id))
  if (voices.length > 0) return voices.map((id) => ({ kind: phones.has(id) ? 'guest' : 'person', id }))
  const doers = new Set([
    commitment?.ownerId,
    ...(commitment?.coOwners ?? []).map(({ personId }) => personId),
  ])
  const asking = await holdersOf(work, placeId, 'facilitator', 'recorder', 'supervision')
  return peopleAs(asking.filter((id) => !doers.has(id)))
}

const awaitAnswer: NamedCommandHandler<AwaitAnswer, AwaitState, NoticeEvent> = {
  name: 'await-answer',
  load: async (work, { placeId, concernId, toPlaceId, isLate }) => {
    const roles =
      toPlaceId === placeId ? (['facilitator'] as const) : ([...ROLES_ABOVE, 'facilitator'] as const)
    const asked = [...(await holdersOf(work, toPlaceId, ...roles)), ...(await workersOf(work, toPlaceId))]
    const above = isLate ? await thoseAbove(work, toPlaceId) : []
    return {
      custody: await findCustody(work, placeId, concernId),
      recipients: peopleAs([...asked, ...above]),
    }
  },
  decide: decideAwaitAnswer,
}

const send = (
  { journal }: AppContext,
  handler: NamedCommandHandler,
  command: { readonly placeId: PlaceId },
): Promise<unknown> =>
  journal.execute(
    handler,
    command,
    systemAt(command.placeId),
    commandIdFrom(`${handler.name}:${JSON.stringify(command)}`),
  )

/** Blue before the day, yellow and red after it: each once for each day promised. */
export const chaseCommitments: Sweep = async (context, placeId) => {
  const { today } = await context.momentAt(placeId)
  const calendar = await calendarAt(context.database.reader, placeId)
  for (const one of await commitmentsIn(context.database.reader, placeId, ['open'])) {
    const stage = stageOf(one, today, calendar)
    if (stage) await send(context, chase, { placeId, commitmentId: one.id, stage, dueOn: one.dueOn } as Chase)
  }
}

/** On day 3, 14 and 28 after an outcome, whoever asked for it is asked how it went. */
export const askForRatings: Sweep = async (context, placeId) => {
  const { reader } = context.database
  const { today } = await context.momentAt(placeId)
  const asking = async (
    subject: Pick<AskForRating, 'concernId' | 'commitmentId' | 'round' | 'settledOn'>,
  ) => {
    const due = askingDue(subject.settledOn, today)
    if (due > 0) await send(context, ask, { placeId, ...subject, asking: due } as AskForRating)
  }
  for (const { id, doneOn, timesReopened } of await commitmentsIn(reader, placeId, ['done']))
    if (doneOn !== null)
      await asking({ concernId: null, commitmentId: id, round: timesReopened, settledOn: doneOn })
  for (const { id, settledOn, timesReopened } of (await concernsIn(reader, placeId)).filter(isUnrated))
    if (settledOn !== null)
      await asking({ concernId: id, commitmentId: null, round: timesReopened, settledOn })
}

const isUnrated = (concern: Parameters<typeof isConcernUp>[0]): boolean =>
  isConcernUp(concern) && concern.state !== 'rated'

/** An offer is told to those who have to answer, and once more, with those above, when two working days are over. */
export const awaitAnswers: Sweep = async (context, placeId) => {
  const { today } = await context.momentAt(placeId)
  for (const { id: concernId, offer } of await custodiesOf(context.database.reader, placeId)) {
    const concern = offer && (await findConcern(context.database.reader, placeId, concernId))
    if (!concern || isOver(concern)) continue
    const { toPlaceId, offeredOn, answerBy } = offer
    const command: AwaitAnswer = { placeId, concernId, toPlaceId, offeredOn, isLate: today > answerBy }
    await send(context, awaitAnswer, command)
  }
}
