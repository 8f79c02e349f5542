import Type, { type Static } from 'typebox'
import { MAX_REASON_LENGTH } from '../commitments/commitment.ts'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { LANGUAGES } from '../words/language.ts'
import { MAX_MAIL_ADDRESS_LENGTH } from './mailbox.ts'
import { MAX_ADDRESS_LENGTH, ROBOT_KINDS, MAX_SECRET_LENGTH } from './robot.ts'

const Said = Command({ commitmentId: Id(), said: TextUpTo(MAX_REASON_LENGTH) })

/** Reminds whoever promised it. */
export const RemindOwner = Said
/** Says something about a promise that everybody reads. */
export const CommentOnCommitment = Said
/** Asks how far it is, or for something that shows it. */
export const RequestEvidence = Said
export type Supervise = Static<typeof Said>

export const SetRobot = Command({
  robotId: Id(),
  kind: OneOf(ROBOT_KINDS),
  language: OneOf(LANGUAGES),
  address: TextUpTo(MAX_ADDRESS_LENGTH),
  secret: Type.Union([TextUpTo(MAX_SECRET_LENGTH), Type.Null()]),
})
export type SetRobot = Static<typeof SetRobot>

export const RemoveRobot = Command({ robotId: Id() })
export type RemoveRobot = Static<typeof RemoveRobot>

/** Not a command of the journal, so that an address leaves nothing behind. */
export const SetMailbox = Type.Object(
  { placeId: Id(), personId: Id(), address: TextUpTo(MAX_MAIL_ADDRESS_LENGTH), language: OneOf(LANGUAGES) },
  { additionalProperties: false },
)
export type SetMailbox = Static<typeof SetMailbox>

export const AtMailbox = Type.Object({ placeId: Id(), personId: Id() }, { additionalProperties: false })
export type AtMailbox = Static<typeof AtMailbox>

export const WithMailToken = Type.Object({ token: Type.String({ pattern: '^[\\w-]{16,64}$' }) })
export type WithMailToken = Static<typeof WithMailToken>
