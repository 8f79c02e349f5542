import { sql } from 'kysely'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import type { Work } from '../../storage/database.ts'
import { Prepared } from '../../storage/prepared.ts'
import type { Claims } from './authors.ts'

export interface NewUpdate {
  readonly bytes: Uint8Array
  readonly actorId: string
  /** Client ids that nobody wrote with before. */
  readonly claims: Claims
}

/** What one text is to take in, in the order in which it came. */
export interface Batch {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly updates: readonly NewUpdate[]
  /** Written for an earlier version of the minutes: for the box. */
  readonly isOfEarlier?: boolean
}

/** The seqs that a batch got. */
export interface Appended {
  readonly first: number
  readonly last: number
  /** When they were committed. */
  readonly atMs: number
}

/** `frozen` where a signature has closed the text. */
export type Outcome = Appended | 'frozen' | Refusal

/** Rows of one statement: PostgreSQL counts to 65,535 values. */
const MAX_ROWS = 1_000

type Text = Pick<Batch, 'placeId' | 'meetingId'>
type End = Text & { readonly seq: number }
type Row = End & Pick<NewUpdate, 'bytes' | 'actorId'> & { readonly committedAt: string }

const headsOf = (texts: readonly End[]) =>
  texts.map(({ placeId, meetingId, seq }) => ({ meetingId, placeId, seq, epoch: null }))

/** Holds the text's head until the transaction ends, so that nobody signs and nobody writes meanwhile. */
export async function lockMinutes(work: Work, placeId: PlaceId, meetingId: MeetingId): Promise<number> {
  const { seq } = await work
    .insertInto('minutesHeads')
    .values(headsOf([{ placeId, meetingId, seq: 0 }]))
    .onConflict((conflict) =>
      conflict.column('meetingId').doUpdateSet((row) => ({ seq: row.ref('minutesHeads.seq') })),
    )
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

/** Writes updates of several texts of one database down, in few statements. */
export class Appending {
  // Counting on is what locks a head: whoever signs meanwhile waits, or is waited for.
  readonly #advance = new Prepared(
    (work: Work, ends: readonly End[]) =>
      work
        .insertInto('minutesHeads')
        .values(headsOf(ends))
        .onConflict((conflict) =>
          conflict.column('meetingId').doUpdateSet((row) => ({
            seq: sql<number>`${row.ref('minutesHeads.seq')} + ${row.ref('excluded.seq')}`,
          })),
        )
        .returning(['meetingId', 'seq']),
    headValues,
  )
  readonly #signed = new Prepared(
    (work: Work, texts: readonly Text[]) =>
      work
        .selectFrom('signatures')
        .select('meetingId')
        .where(
          'meetingId',
          'in',
          texts.map(({ meetingId }) => meetingId),
        ),
    ({ meetingId }) => [meetingId],
  )
  readonly #insert = new Prepared(
    (work: Work, rows: readonly Row[]) => work.insertInto('minutesUpdates').values([...rows]),
    ({ meetingId, placeId, seq, bytes, actorId, committedAt }) => [
      ...[meetingId, placeId, seq],
      ...[bytes, actorId, committedAt],
    ],
  )

  /** Puts each batch behind the last update of its text; the outcomes come in the order of the batches. */
  async append(work: Work, batches: readonly Batch[], committedAt: string): Promise<Outcome[]> {
    const ends = await this.#advanceAll(work, batches)
    const signed = await this.#signed.run(work, batches)
    const frozen = new Set(signed.map(({ meetingId }) => meetingId))
    const outcomes: Outcome[] = []
    const rows: Row[] = []
    const atMs = Date.parse(committedAt)
    for (const batch of batches) {
      const { meetingId, placeId, updates } = batch
      const last = ends.get(meetingId)!
      let seq = last - updates.length
      const refused = frozen.has(meetingId)
        ? 'frozen'
        : (await claimAll(work, batch))
          ? null
          : refuse('update-rejected')
      if (refused !== null) await setHead(work, meetingId, seq)
      else
        for (const { bytes, actorId } of updates)
          rows.push({ meetingId, placeId, seq: ++seq, bytes, actorId, committedAt })
      outcomes.push(refused ?? { first: last - updates.length + 1, last, atMs })
    }
    for (let from = 0; from < rows.length; from += MAX_ROWS)
      await this.#insert.run(work, rows.slice(from, from + MAX_ROWS))
    return outcomes
  }

  async #advanceAll(work: Work, batches: readonly Batch[]): Promise<Map<MeetingId, number>> {
    const ends = batches.map(({ placeId, meetingId, updates }) => ({
      placeId,
      meetingId,
      seq: updates.length,
    }))
    // In one order everywhere, or two nodes could each hold what the other waits for.
    if (ends.length > 1) ends.sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1))
    const heads = await this.#advance.run(work, ends)
    return new Map(heads.map(({ meetingId, seq }) => [meetingId, seq]))
  }
}

/** Nothing came behind it after all. */
const setHead = (work: Work, meetingId: MeetingId, seq: number) =>
  work.updateTable('minutesHeads').set({ seq }).where('meetingId', '=', meetingId).execute()

function headValues({ meetingId, placeId, seq }: End): unknown[] {
  return [meetingId, placeId, seq, null]
}

/** False when somebody else, on another node, was the first to write with one of the ids. */
async function claimAll(work: Work, { meetingId, updates }: Batch): Promise<boolean> {
  for (const { claims, actorId } of updates)
    if (claims.length > 0 && !(await claimIds(work, meetingId, claims, actorId))) return false
  return true
}

async function claimIds(work: Work, meetingId: MeetingId, claims: Claims, actorId: string): Promise<boolean> {
  await work
    .insertInto('minutesAuthors')
    .values(claims.map((clientId) => ({ meetingId, clientId, actorId })))
    .onConflict((conflict) => conflict.columns(['meetingId', 'clientId']).doNothing())
    .execute()
  const other = await work
    .selectFrom('minutesAuthors')
    .select('clientId')
    .where('meetingId', '=', meetingId)
    .where('clientId', 'in', [...claims])
    .where('actorId', '!=', actorId)
    .executeTakeFirst()
  return other === undefined
}
