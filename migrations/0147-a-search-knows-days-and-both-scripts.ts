import { sql, type Kysely } from 'kysely'
import { piecesOf } from '../shared/concerns/alike.ts'
import { folded } from '../shared/kernel/text/folding.ts'
import { gramsOf } from '../shared/kernel/text/grams.ts'

const AT_ONCE = 500

const isPostgres = (db: Kysely<any>): boolean =>
  db.getExecutor().adapter.constructor.name === 'PostgresAdapter'

/** What is searched is written anew: traditional and simplified letters are one, and days are found. */
export async function up(db: Kysely<any>): Promise<void> {
  await rewriteLines(db, folded, true)
  await rewritePieces(db)
}

async function rewriteLines(
  db: Kysely<any>,
  fold: (text: string) => string,
  withDays: boolean,
): Promise<void> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('ledgerLines')
      .innerJoin('commitments', 'commitments.id', 'ledgerLines.commitmentId')
      .leftJoin('concerns', 'concerns.id', 'commitments.concernId')
      .select(['ledgerLines.line', 'ledgerLines.no', 'ledgerLines.dueOn', 'ledgerLines.firstDueOn'])
      .select(['measure', 'owner', 'concerns.text as concern'])
      .where('ledgerLines.line', '>', after)
      .orderBy('ledgerLines.line')
      .limit(AT_ONCE)
      .execute()
    for (const row of rows) await rewriteLine(db, row, fold, withDays)
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.line
  }
}

async function rewriteLine(
  db: Kysely<any>,
  { line, no, concern, measure, owner, dueOn, firstDueOn }: any,
  fold: (text: string) => string,
  withDays: boolean,
): Promise<void> {
  const text = fold([concern ?? '', measure, owner].join('\n'))
  const days = withDays ? [dueOn, firstDueOn].flatMap((day: string) => [day, day.slice(5)]) : []
  const exact = [...days.map((day) => `d${day.replaceAll('-', '')}`), ...(no === null ? [] : [`n${no}`])]
  const grams = [...new Set([...gramsOf(text), ...exact])]
  await db.updateTable('ledgerTexts').set({ text }).where('line', '=', line).execute()
  const key = sql.ref(isPostgres(db) ? 'line' : 'rowid')
  await sql`delete from "ledgerGrams" where ${key} = ${line}`.execute(db)
  await (
    isPostgres(db)
      ? sql`insert into "ledgerGrams" (line, grams) values (${line}, ${grams}::text[])`
      : sql`insert into "ledgerGrams" (rowid, grams) values (${line}, ${grams.join(' ')})`
  ).execute(db)
}

async function rewritePieces(db: Kysely<any>): Promise<void> {
  await db.deleteFrom('concernPieces').execute()
  const concerns = await db.selectFrom('concerns').select(['placeId', 'no', 'text']).execute()
  for (const { placeId, no, text } of concerns) {
    const rows = piecesOf(text).map((piece) => ({ placeId, piece, no }))
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await db
        .insertInto('concernPieces')
        .values(rows.slice(at, at + AT_ONCE))
        .execute()
  }
}

/** An earlier version folds letters by their case alone. */
export async function down(db: Kysely<any>): Promise<void> {
  await rewriteLines(db, (text) => text.toLowerCase(), false)
}
