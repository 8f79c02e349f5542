import {
  SUPERVISION_KINDS,
  type Progress,
  type SupervisionKind,
} from '../../../shared/commitments/commitment.ts'
import type { CommitmentId, PlaceId } from '../../../shared/kernel/id.ts'
import { matterAddress } from '../../../shared/kernel/matter-address.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { isCommitmentUp, isConcernUp } from '../../../shared/ratings/rating.ts'
import { OUTGOING } from '../../../shared/words/outgoing.ts'
import type { ReminderWords } from '../../../shared/words/outgoing.zh-Hans.ts'
import { commitmentsByIds, findCommitment, progressByIds } from '../../commitments/queries.ts'
import { findConcern, voicesOf } from '../../concerns/queries.ts'
import { findPlace } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import type { MailboxRow } from '../../storage/tables/robots.ts'
import type { NoticeRow } from '../../storage/tables/notices.ts'
import { offerIn, promiseIn, quoted } from '../delivery/telling.ts'

const MAX_MATTERS = 40

/** A mail, plain text, ready for a mail server. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** One name for each message, so that a mail that comes twice is known as one. */
  readonly name: string
  /** Where no more mail is asked for, also by the button of a mail program (RFC 8058). */
  readonly off: string
}

export interface Addressee extends MailboxRow {
  readonly placeId: PlaceId
  readonly name: string
  /** Where browsers reach this instance. */
  readonly instance: string
  readonly onDay: Day
  readonly today: Day
}

/** What somebody is reminded of on one day: only what still holds; null where nothing of it does. */
export async function letterFor(reader: Reader, to: Addressee): Promise<Letter | null> {
  const words = OUTGOING[to.language].reminders
  const notices = await reader
    .selectFrom('notices')
    .selectAll()
    .where('recipientId', '=', to.personId)
    .where('sentOn', '=', to.onDay)
    .orderBy('writtenAt')
    .orderBy('key')
    .execute()
  const seen = new Set<string>()
  const lines: string[] = []
  for (const notice of notices) {
    const about = notice.commitmentId ?? notice.concernId
    if (about === null || seen.has(about)) continue
    const sentence = await sentenceOf(reader, to, words, notice)
    if (sentence === null) continue
    seen.add(about)
    lines.push(`${sentence}\n${words.link(`${to.instance}${matterAddress(notice.placeId, about)}`)}`)
  }
  if (lines.length === 0) return null
  const said = lines.slice(0, MAX_MATTERS).map((line, at) => `${at + 1}. ${line}`)
  const rest = lines.length - said.length
  const body = [words.dear(quoted(to.name)), ...said, ...(rest > 0 ? [words.more(rest)] : [])]
  return addressed(to, words, words.subject(lines.length), body)
}

/** Asks at an address that was just named whether it is the right one. */
export async function questionFor(reader: Reader, to: Addressee): Promise<Letter> {
  const words = OUTGOING[to.language].reminders
  const place = quoted((await findPlace(reader, to.placeId))?.name ?? '')
  const page = `${to.instance}/mail/${to.token}`
  return addressed(to, words, words.questionSubject(place), [
    words.dear(quoted(to.name)),
    `${words.question(place)}\n${page}`,
  ])
}

function addressed(to: Addressee, words: ReminderWords, subject: string, body: readonly string[]): Letter {
  const page = `${to.instance}/mail/${to.token}`
  return {
    to: to.address,
    subject,
    text: `${[...body, words.off(page)].join('\n\n')}\n`,
    name: `${to.onDay}.${to.personId}`,
    off: `${page}/off`,
  }
}

/** One reminder in words, or null where it no longer holds. */
async function sentenceOf(
  reader: Reader,
  { today, personId }: Addressee,
  words: ReminderWords,
  { kind, placeId, commitmentId, concernId }: NoticeRow,
): Promise<string | null> {
  if (kind === 'supervision') return supervisionIn(reader, words, commitmentId)
  if (kind === 'rating') return ratingIn(reader, personId, words, { placeId, commitmentId, concernId })
  if (commitmentId !== null)
    return promiseIn(reader, { today }, words, placeId, commitmentId, ['blue', 'yellow', 'red'])
  return concernId === null ? null : offerIn(reader, { today }, words, placeId, concernId)
}

/** The last that was said about a promise by those who supervise. */
async function supervisionIn(
  reader: Reader,
  words: ReminderWords,
  commitmentId: CommitmentId | null,
): Promise<string | null> {
  if (commitmentId === null) return null
  const [row] = await commitmentsByIds(reader, [commitmentId])
  const said = (await progressByIds(reader, [commitmentId])).findLast(isSupervision)
  if (!row || !said) return null
  return words.supervised[said.kind](quoted(row.commitment.measure), quoted(said.text))
}

const isSupervision = (step: Progress): step is Progress & { readonly kind: SupervisionKind } =>
  (SUPERVISION_KINDS as readonly string[]).includes(step.kind)

/** Whoever asked for it is asked how it went; somebody who stands in for them is asked to go and ask. */
async function ratingIn(
  reader: Reader,
  personId: string,
  words: ReminderWords,
  { placeId, commitmentId, concernId }: Pick<NoticeRow, 'placeId' | 'commitmentId' | 'concernId'>,
): Promise<string | null> {
  const commitment = commitmentId === null ? null : await findCommitment(reader, placeId, commitmentId)
  const about = concernId ?? commitment?.concernId ?? null
  const concern = about === null ? null : await findConcern(reader, placeId, about)
  const subject = commitment ?? concern
  const isUp = commitment ? isCommitmentUp(commitment) : concern !== null && isConcernUp(concern)
  if (!subject || !isUp || subject.state === 'rated') return null
  const isOwn = about !== null && (await voicesOf(reader, placeId, about)).includes(personId)
  return (isOwn ? words.howItWent : words.askHowItWent)(quoted(concern?.text ?? commitment!.measure))
}
