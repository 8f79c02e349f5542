import { folded } from '../../../shared/kernel/text/folding.ts'
import type { CommitmentId, ConcernId } from '../../../shared/kernel/id.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { Prepared } from '../../storage/prepared.ts'
import { eraseGrams, writeGrams } from './grams.ts'

const sources = (reader: Reader) =>
  reader
    .selectFrom('commitments')
    .leftJoin('concerns', 'concerns.id', 'commitments.concernId')
    .select(['commitments.id as commitmentId', 'commitments.placeId', 'commitments.state', 'dueOn'])
    .select(['firstDueOn', 'recordedAt', 'timesMoved', 'no', 'measure', 'owner', 'concerns.text as concern'])

const sourceOf = new Prepared(
  (reader, [commitmentId]: readonly CommitmentId[]) =>
    sources(reader).where('commitments.id', '=', commitmentId!),
  (commitmentId) => [commitmentId],
)

const lineOf = new Prepared(
  (reader, [commitmentId]: readonly CommitmentId[]) =>
    reader
      .selectFrom('ledgerLines')
      .innerJoin('ledgerTexts', 'ledgerTexts.line', 'ledgerLines.line')
      .select(['ledgerLines.line', 'text', 'dueOn', 'firstDueOn'])
      .where('commitmentId', '=', commitmentId!),
  (commitmentId) => [commitmentId],
)

type Source = NonNullable<Awaited<ReturnType<typeof sourceOf.first>>>

/** Brings the line of a promise to what the tables say of it; slips of the pen have none. */
export async function list(work: Work, commitmentId: CommitmentId): Promise<void> {
  const source = await sourceOf.first(work, commitmentId)
  const before = await lineOf.first(work, commitmentId)
  if (!source || source.state === 'dropped') return before ? strike(work, before.line) : undefined
  const { measure: _measure, owner: _owner, concern: _concern, ...same } = source
  const text = textOf(source)
  const { line } = await work
    .insertInto('ledgerLines')
    .values(same)
    .onConflict((conflict) => conflict.column('commitmentId').doUpdateSet(same))
    .returning('line')
    .executeTakeFirstOrThrow()
  const isFoundAlready =
    before?.text === text && before.dueOn === source.dueOn && before.firstDueOn === source.firstDueOn
  if (isFoundAlready) return
  await work
    .insertInto('ledgerTexts')
    .values({ line, text })
    .onConflict((conflict) => conflict.column('line').doUpdateSet({ text }))
    .execute()
  await writeGrams(work, line, text, { no: source.no, days: [source.firstDueOn, source.dueOn] })
}

const textOf = ({ concern, measure, owner }: Pick<Source, 'concern' | 'measure' | 'owner'>): string =>
  folded([concern ?? '', measure, owner].join('\n'))

/** Its promise is about to go. */
export async function unlist(work: Work, commitmentId: CommitmentId): Promise<void> {
  const line = await lineOf.first(work, commitmentId)
  if (line) await strike(work, line.line)
}

async function strike(work: Work, line: number): Promise<void> {
  await eraseGrams(work, line)
  await work.deleteFrom('ledgerLines').where('line', '=', line).execute()
}

/** A matter was put in other words: so are the lines of what was promised for it. */
export async function listFor(work: Work, concernId: ConcernId): Promise<void> {
  const promises = await work
    .selectFrom('commitments')
    .select('id')
    .where('concernId', '=', concernId)
    .orderBy('id')
    .execute()
  for (const { id } of promises) await list(work, id)
}

/** Lists promises that have no line yet; for rows that did not come through the journal. */
export async function listMissing(work: Work): Promise<number> {
  const missing = await work
    .selectFrom('commitments')
    .leftJoin('ledgerLines', 'ledgerLines.commitmentId', 'commitments.id')
    .select('commitments.id')
    .where('ledgerLines.line', 'is', null)
    .where('commitments.state', '!=', 'dropped')
    .orderBy('commitments.id')
    .execute()
  for (const { id } of missing) await list(work, id)
  return missing.length
}
