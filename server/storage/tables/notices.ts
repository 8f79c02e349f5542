import type { NoticeKind, Recipient } from '../../../shared/notices/notice.ts'

/** One reminder for one recipient, waiting to be sent; the key is unique for each of them. */
export interface NoticeRow {
  placeId: string
  key: string
  recipientId: string
  recipientKind: Recipient['kind']
  kind: NoticeKind
  concernId: string | null
  commitmentId: string | null
  onDay: string
  writtenAt: string
  /** Not before this instant: nobody is reminded at night. */
  sendAfter: string
  sentAt: string | null
  /** The day at the place on which it was sent. */
  sentOn: string | null
}
