import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Instant } from '../../../shared/kernel/event.ts'
import type { Mailbox } from '../../../shared/notices/mailbox.ts'
import type { Language } from '../../../shared/words/language.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { hasToken } from '../queries.ts'
import type { MailboxRow } from '../../storage/tables/robots.ts'

export const mailboxIn = ({ address, language, setAt, confirmedAt }: MailboxRow): Mailbox => ({
  address,
  language,
  setAt,
  confirmedAt,
})

export const findMailbox = async (reader: Reader, personId: PersonId): Promise<MailboxRow | null> =>
  (await reader.selectFrom('mailboxes').selectAll().where('personId', '=', personId).executeTakeFirst()) ??
  null

export interface NewMailbox {
  readonly personId: PersonId
  /** At whose hours mail comes. */
  readonly placeId: PlaceId
  readonly address: string
  readonly language: Language
  readonly token: string
}

/** Writes the address down and lets a mail go there that asks whether it is right; the same address again changes only the language. */
export async function putMailbox(
  work: Work,
  { placeId, ...mailbox }: NewMailbox,
  at: Instant,
  today: Day,
): Promise<MailboxRow> {
  const { personId, address, language } = mailbox
  const known = await findMailbox(work, personId)
  if (known?.address === address) {
    await work.updateTable('mailboxes').set({ language }).where('personId', '=', personId).execute()
    return { ...known, language }
  }
  const row = { ...mailbox, setAt: at, confirmedAt: null }
  await forgetMailbox(work, personId)
  await work.insertInto('mailboxes').values(row).execute()
  await work
    .insertInto('deliveries')
    .values({
      ...{ receiverId: personId, placeId, onDay: today, nextAt: at },
      ...{ state: 'waiting', attempts: 0, attemptsMost: null, sentOn: null },
    })
    .execute()
  return row
}

/** Erases the address and everything that says what went there. */
export async function forgetMailbox(work: Work, personId: PersonId): Promise<boolean> {
  for (const table of ['deliveries', 'deliveryAttempts'] as const)
    await work.deleteFrom(table).where('receiverId', '=', personId).execute()
  const gone = await work
    .deleteFrom('mailboxes')
    .where('personId', '=', personId)
    .returning('personId')
    .executeTakeFirst()
  return gone !== undefined
}

export const confirmMailbox = (work: Work, token: string, confirmedAt: Instant): Promise<unknown> =>
  work
    .updateTable('mailboxes')
    .set({ confirmedAt })
    .where(hasToken(token))
    .where('confirmedAt', 'is', null)
    .execute()

export interface DueMailbox extends MailboxRow {
  readonly placeId: PlaceId
  readonly name: string
}

/** Mailboxes for which there is something to gather or to send, of people who still live here. */
export function mailboxesDue(reader: Reader, now: Instant): Promise<DueMailbox[]> {
  return reader
    .selectFrom('mailboxes')
    .innerJoin('people', 'people.id', 'mailboxes.personId')
    .selectAll('mailboxes')
    .select(['people.placeId', 'people.name'])
    .where('people.movedAwayAt', 'is', null)
    .where(({ exists, or, and, selectFrom, eb }) =>
      or([
        and([
          eb('mailboxes.confirmedAt', 'is not', null),
          exists(
            selectFrom('notices')
              .select('notices.key')
              .whereRef('notices.recipientId', '=', 'mailboxes.personId')
              .where('notices.sentAt', 'is', null)
              .where('notices.sendAfter', '<=', now),
          ),
        ]),
        exists(
          selectFrom('deliveries')
            .select('deliveries.onDay')
            .whereRef('deliveries.receiverId', '=', 'mailboxes.personId')
            .where('deliveries.state', '=', 'waiting')
            .where('deliveries.nextAt', '<=', now),
        ),
      ]),
    )
    .orderBy('mailboxes.personId')
    .execute()
}
