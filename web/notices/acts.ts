import type { Mailbox, MailboxView } from '../../shared/notices/mailbox.ts'
import type { SetMailbox } from '../../shared/notices/schema.ts'
import type { TestAnswer } from '../../shared/notices/robot.ts'
import type { NoticesView } from '../../shared/notices/notice.ts'
import { ask, type Answer } from '../sync/ask.ts'
import { read } from '../sync/read.ts'

/** Reminders of whoever asks, and the matters that are late today. */
export const readNotices = (placeId: string): Promise<Answer<NoticesView>> =>
  read('/api/places/:placeId/notices', { placeId })

export const readMailbox = (placeId: string, personId: string): Promise<Answer<MailboxView>> =>
  read('/api/places/:placeId/people/:personId/mailbox', { placeId, personId })

export const setMailbox = (mailbox: SetMailbox): Promise<Answer<Mailbox>> =>
  ask('POST', '/api/mailboxes', mailbox)

export const eraseMailbox = (placeId: string, personId: string): Promise<Answer<unknown>> =>
  ask('DELETE', `/api/places/${placeId}/people/${personId}/mailbox`)

/** Sends a message to a group at once, to see whether it hears. */
export const testRobot = (placeId: string, robotId: string): Promise<Answer<TestAnswer>> =>
  ask('POST', `/api/places/${placeId}/robots/${robotId}/test`)
/** Lets a message that was given up wait for its turn again. */
export const sendAgain = (placeId: string, receiverId: string, onDay: string): Promise<Answer<object>> =>
  ask('POST', `/api/places/${placeId}/deliveries/again`, { receiverId, onDay })
