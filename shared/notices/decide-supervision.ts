import {
  isReportedDone,
  mayHaveEvidence,
  MAX_REASON_LENGTH,
  type Commitment,
  type CommitmentEvent,
  type DecidedBy,
  type SupervisionKind,
} from '../commitments/commitment.ts'
import { commitmentRefusal } from '../commitments/decisions/commitment-refusal.ts'
import type { Decide } from '../kernel/command.ts'
import { textRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import type { NoticeEvent, Recipient } from './notice.ts'
import type { Supervise } from './schema.ts'

export interface SuperviseState {
  readonly commitment: Commitment | null
  /** Who says it, and by which post; unknown on a screen. */
  readonly by?: DecidedBy
  /** Whoever does a part of it; unknown on a screen. */
  readonly recipients?: readonly Recipient[]
}

type Rule = Decide<Supervise, SuperviseState, CommitmentEvent | NoticeEvent>

const IS_TIME: Readonly<Record<SupervisionKind, (commitment: Commitment) => boolean>> = {
  reminder: ({ state }) => state === 'open',
  comment: (commitment) => commitment.state === 'open' || isReportedDone(commitment),
  'evidence-request': mayHaveEvidence,
}

/** What is said stands in the story for everybody, and is told to whoever promised it. */
const ruleFor =
  (kind: SupervisionKind): Rule =>
  ({ said }, state, actor, { today: on }) => {
    const { commitment, by, recipients = [] } = state
    const wrong =
      commitmentRefusal(NAMES[kind], commitment, actor) ??
      (IS_TIME[kind](commitment!) ? undefined : refuse('promise-not-open')) ??
      textRefusal('said', said, MAX_REASON_LENGTH)
    if (wrong) return wrong
    const about = { commitmentId: commitment!.id, meetingId: commitment!.meetingId, kind }
    return [
      { type: 'commitment-supervised', data: about, words: { said: said.trim(), ...by } },
      { type: 'supervision-told', data: { ...about, on, recipients }, words: {} },
    ]
  }

const NAMES = {
  reminder: 'remind-owner',
  comment: 'comment-on-commitment',
  'evidence-request': 'request-evidence',
} as const

export const decideRemindOwner: Rule = ruleFor('reminder')
export const decideCommentOnCommitment: Rule = ruleFor('comment')
export const decideRequestEvidence: Rule = ruleFor('evidence-request')
