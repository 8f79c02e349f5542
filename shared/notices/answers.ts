import Type from 'typebox'
import { CommitmentAnswer } from '../commitments/answers.ts'
import { STAGES } from '../commitments/stage.ts'
import { Closed, Id, OneOf, OrNull, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { LANGUAGES } from '../words/language.ts'
import type { Mailbox, MailboxView } from './mailbox.ts'
import type { NoticesView } from './notice.ts'
import { QUESTION_KINDS, type SupervisionView } from './supervision-question.ts'
import { ROBOT_KINDS, type Delivery, type RobotsView } from './robot.ts'

const NoticeKindAnswer = OneOf([...STAGES, 'rating', 'offer', 'offer-late', 'supervision'])

export const NoticesViewAnswer = schemaFor<NoticesView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    stages: Type.Array(Closed({ commitmentId: Id(), stage: OneOf(['yellow', 'red']) })),
    own: Type.Array(
      Closed({
        key: Type.String(),
        kind: NoticeKindAnswer,
        concernId: TextOrNull(),
        commitmentId: TextOrNull(),
        recipient: Closed({ kind: OneOf(['person', 'guest']), id: Type.String() }),
        onDay: Type.String(),
        writtenAt: Type.String(),
      }),
    ),
  }),
)

const DeliveryAnswer = schemaFor<Delivery>()(
  Closed({
    receiverId: Type.String(),
    onDay: Type.String(),
    state: OneOf(['waiting', 'sent', 'given-up', 'needless']),
    sentOn: TextOrNull(),
    nextAt: TextOrNull(),
    attempts: Type.Array(Closed({ number: Type.Integer(), at: Type.String(), outcome: Type.String() })),
  }),
)

export const MailboxAnswer = schemaFor<Mailbox>()(
  Closed({
    address: Type.String(),
    language: OneOf(LANGUAGES),
    setAt: Type.String(),
    confirmedAt: TextOrNull(),
  }),
)

export const MailboxViewAnswer = schemaFor<MailboxView>()(
  Closed({
    isPossible: Type.Boolean(),
    mailbox: OrNull(MailboxAnswer),
    deliveries: Type.Array(DeliveryAnswer),
  }),
)

const RobotAnswer = Closed({
  id: Id(),
  kind: OneOf(ROBOT_KINDS),
  language: OneOf(LANGUAGES),
  host: Type.String(),
  ending: Type.String(),
  isSigned: Type.Boolean(),
  setAt: Type.String(),
})

const UndeliveredAnswer = Closed({
  receiverId: TextOrNull(),
  to: OneOf(['group', 'person']),
  name: TextOrNull(),
  kinds: Type.Array(NoticeKindAnswer),
  onDay: Type.String(),
  state: OneOf(['waiting', 'given-up']),
  tries: Type.Integer(),
  nextAt: TextOrNull(),
  outcome: TextOrNull(),
})

export const RobotsViewAnswer = schemaFor<RobotsView>()(
  Closed({
    asOf: Type.Integer(),
    robots: Type.Array(RobotAnswer),
    deliveries: Type.Array(DeliveryAnswer),
    mails: Type.Array(DeliveryAnswer),
    undelivered: Type.Array(UndeliveredAnswer),
  }),
)

export const SupervisionViewAnswer = schemaFor<SupervisionView>()(
  Closed({
    asOf: Type.Integer(),
    today: Type.String(),
    questions: Type.Array(
      Closed({
        seq: Type.Integer(),
        kind: OneOf(QUESTION_KINDS),
        said: Type.String(),
        refusedDueOn: TextOrNull(),
        by: Type.String(),
        at: Type.String(),
        askedOn: Type.String(),
        commitment: CommitmentAnswer,
      }),
    ),
  }),
)
