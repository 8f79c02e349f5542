import { doesPartOf } from '../../../../shared/commitments/commitment.ts'
import {
  decideAddEvidence,
  decideReportPart,
  decideSettleCommitment,
} from '../../../../shared/commitments/decisions/decide-course.ts'
import {
  decideAskExtension,
  decideMoveDueDate,
  decideOrderCommitment,
  decideRefuseExtension,
  decideReportDone,
  decideTakeBackReport,
} from '../../../../shared/commitments/decisions/decide-open.ts'
import {
  decideCommentOnCommitment,
  decideRemindOwner,
  decideRequestEvidence,
} from '../../../../shared/notices/decide-supervision.ts'
import { addDays, type Day } from '../../../../shared/kernel/day.ts'
import { isStaff, type Actor } from '../../../../shared/kernel/event.ts'
import { refuse } from '../../../../shared/kernel/refusal.ts'
import { mayMoveDay } from '../../../../shared/commitments/commitment.ts'
import type { Act, ActField, ActState, Typed } from './act.ts'

const about = ({ commitment }: ActState) => ({ commitmentId: commitment?.id ?? '' })
const long = (name: string): ActField => ({ name, kind: 'long' })
const PHOTOS: ActField = { name: 'photos', kind: 'photos', isFree: true }
const photoIdsIn = ({ photos }: Typed) => (photos ? { photoIds: photos.split(',') } : {})
const WORD = '.'

const later = ({ commitment }: ActState, today: Day): Day => {
  const dueOn = commitment?.dueOn ?? today
  return addDays(dueOn < today ? today : dueOn, 1)
}

/** Parts that are not reported done: one's own, or for staff who were told, everybody's. */
export const openParts = ({ commitment }: ActState, actor: Actor | null): readonly string[] =>
  (commitment?.coOwners ?? []).flatMap(({ personId, doneOn }, at) =>
    doneOn === null && (actor === null || isStaff(actor) || personId === actor.personId) ? [String(at)] : [],
  )

const REPORTS: readonly Act[] = [
  {
    id: 'done',
    command: 'report-done',
    fields: [long('report'), PHOTOS],
    body: (state, typed) => ({ ...about(state), report: typed['report'], ...photoIdsIn(typed) }),
    rule: (body, state, actor, moment) => decideReportDone(body, state, actor, moment),
    sample: () => ({ report: WORD }),
    undoneBy: 'take-back-report',
  },
  {
    id: 'take-back-report',
    command: 'take-back-report',
    fields: [],
    body: about,
    rule: (body, state, actor, moment) => decideTakeBackReport(body, state, actor, moment),
    sample: () => ({}),
  },
  {
    id: 'own-part',
    command: 'report-part',
    fields: [
      {
        name: 'coOwner',
        kind: 'choice',
        choices: (state) => openParts(state, null),
        first: (state) => openParts(state, null)[0] ?? '',
      },
      long('report'),
      PHOTOS,
    ],
    body: (state, typed) => ({
      ...about(state),
      coOwner: Number(typed['coOwner']),
      report: typed['report'],
      ...photoIdsIn(typed),
      remainder: null,
      remainderOn: null,
    }),
    rule: (body, state, actor, moment) =>
      openParts(state, actor).length === 0
        ? refuse('not-allowed')
        : decideReportPart(body, state, actor, moment),
    sample: (state) => ({ coOwner: openParts(state, null)[0] ?? '0', report: WORD }),
  },
  {
    id: 'part',
    command: 'report-part',
    fields: [
      long('report'),
      long('remainder'),
      { name: 'remainderOn', kind: 'day', first: ({ commitment }) => commitment?.dueOn ?? '' },
      PHOTOS,
    ],
    body: (state, typed) => ({
      ...about(state),
      coOwner: null,
      report: typed['report'],
      remainder: typed['remainder'],
      remainderOn: typed['remainderOn'],
      ...photoIdsIn(typed),
    }),
    rule: (body, state, actor, moment) => decideReportPart(body, state, actor, moment),
    sample: ({ commitment }, today) => ({
      report: WORD,
      remainder: WORD,
      remainderOn: commitment?.dueOn ?? today,
    }),
  },
  {
    id: 'evidence',
    command: 'add-evidence',
    fields: [long('evidence'), PHOTOS],
    body: (state, typed) => ({ ...about(state), evidence: typed['evidence'], ...photoIdsIn(typed) }),
    rule: (body, state, actor, moment) => decideAddEvidence(body, state, actor, moment),
    sample: () => ({ evidence: WORD }),
  },
]

const dayAndReason = (state: ActState, { dueOn, reason }: Typed) => ({ ...about(state), dueOn, reason })

const DAYS: readonly Act[] = [
  {
    id: 'ask',
    command: 'ask-extension',
    fields: [{ name: 'dueOn', kind: 'day' }, long('reason')],
    body: dayAndReason,
    rule: (body, state, actor, moment) =>
      // Those above decide; they need not ask.
      state.commitment && mayMoveDay(actor, state.commitment, state.place)
        ? refuse('not-allowed')
        : state.commitment?.askedDueOn
          ? refuse('already-exists', 'dueOn')
          : decideAskExtension(body, state, actor, moment),
    sample: (state, today) => ({ dueOn: later(state, today), reason: WORD }),
  },
  {
    id: 'grant',
    command: 'move-due-date',
    fields: [
      { name: 'dueOn', kind: 'day', first: ({ commitment }) => commitment?.askedDueOn ?? '' },
      { name: 'reason', kind: 'long', first: ({ commitment }) => commitment?.askedReason ?? '' },
    ],
    body: dayAndReason,
    rule: (body, state, actor, moment) => decideMoveDueDate(body, state, actor, moment),
    sample: (state, today) => ({ dueOn: later(state, today), reason: WORD }),
  },
  {
    id: 'refuse',
    command: 'refuse-extension',
    fields: [long('reason')],
    body: (state, { reason }) => ({ ...about(state), reason }),
    rule: (body, state, actor, moment) => decideRefuseExtension(body, state, actor, moment),
    sample: () => ({ reason: WORD }),
  },
  {
    id: 'order',
    command: 'order-commitment',
    fields: [long('order')],
    body: (state, { order }) => ({ ...about(state), order }),
    rule: (body, state, actor, moment) =>
      decideOrderCommitment(body, { ...state, redFrom: state.orderFrom }, actor, moment),
    sample: () => ({ order: WORD }),
  },
  {
    id: 'recount',
    command: 'recount-due-date',
    fields: [],
    body: about,
    rule: (_body, { commitment, newerDay, place }, actor) => {
      if (!commitment || newerDay === null || !isStaff(actor)) return refuse('day-unchanged')
      if (newerDay < commitment.dueOn || mayMoveDay(actor, commitment, place)) return []
      return refuse(doesPartOf(actor, commitment) ? 'owner-may-not-decide' : 'not-allowed')
    },
    sample: () => ({}),
  },
  {
    id: 'settle',
    command: 'settle-commitment',
    fields: [],
    body: about,
    rule: (body, state, actor, moment) =>
      decideSettleCommitment(
        body,
        {
          ...state,
          hasUnsettled: state.others.some((one) => one.state !== 'settled' && one.state !== 'dropped'),
        },
        actor,
        moment,
      ),
    sample: () => ({}),
  },
]

type SupervisionCommand = 'remind-owner' | 'request-evidence' | 'comment-on-commitment'

const supervise = (id: Act['id'], command: SupervisionCommand, rule: typeof decideRemindOwner): Act => ({
  id,
  command,
  fields: [long('said')],
  body: (state, { said }) => ({ ...about(state), said }),
  rule: (body, { commitment }, actor, moment) => rule(body, { commitment }, actor, moment),
  sample: () => ({ said: WORD }),
})

const SUPERVISION: readonly Act[] = [
  supervise('remind', 'remind-owner', decideRemindOwner),
  supervise('request-evidence', 'request-evidence', decideRequestEvidence),
  supervise('comment', 'comment-on-commitment', decideCommentOnCommitment),
]

export const PROMISE_ACTS: readonly Act[] = [...REPORTS, ...DAYS, ...SUPERVISION]
