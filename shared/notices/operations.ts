import Type from 'typebox'
import { operation } from '../kernel/contract.ts'
import { AtPlace, Closed, DayText, Id, Nothing } from '../kernel/schema.ts'
import { MailboxAnswer } from './answers.ts'
import { AtMailbox, SetMailbox } from './schema.ts'

const GivenUp = Closed({ receiverId: Id(), onDay: DayText() })

/** Where reminders go, and what is tried by hand. */
export const noticeOperations = {
  setMailbox: operation('setMailbox', 'POST', '/api/mailboxes', {
    summary: 'Reminds somebody by mail, once they said yes from a mail that is sent there first',
    params: Nothing,
    body: SetMailbox,
    answer: MailboxAnswer,
  }),
  eraseMailbox: operation('eraseMailbox', 'DELETE', '/api/places/:placeId/people/:personId/mailbox', {
    summary: 'No more mail: the address is erased',
    params: AtMailbox,
    body: Nothing,
    answer: Closed({ personId: Id() }),
  }),
  testRobot: operation('testRobot', 'POST', '/api/places/:placeId/robots/:robotId/test', {
    summary: 'Sends a message to a group that says that reminders will come here, and tells how it went',
    params: Closed({ placeId: Id(), robotId: Id() }),
    body: Nothing,
    answer: Closed({ outcome: Type.String() }),
  }),
  sendAgain: operation('sendAgain', 'POST', '/api/places/:placeId/deliveries/again', {
    summary: 'Lets a message that was given up wait for its turn again',
    params: AtPlace,
    body: GivenUp,
    answer: GivenUp,
  }),
} as const
