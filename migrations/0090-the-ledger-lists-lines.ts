import { sql, type Kysely } from 'kysely'

const isPostgres = (db: Kysely<any>): boolean =>
  db.getExecutor().adapter.constructor.name === 'PostgresAdapter'

/** In the order of which a whole township can be walked without sorting; each holds all that a walk looks at. */
const ORDERS = {
  ledger_lines_by_standing: ['placeId', 'state', 'dueOn'],
  ledger_lines_by_state: ['state', 'dueOn', 'line', 'placeId'],
  ledger_lines_by_day: ['dueOn', 'line', 'state', 'placeId'],
  ledger_lines_by_first_day: ['firstDueOn', 'line', 'state', 'dueOn', 'placeId'],
  ledger_lines_by_age: ['recordedAt', 'line', 'state', 'dueOn', 'placeId'],
  ledger_lines_by_moves: ['timesMoved', 'line', 'state', 'dueOn', 'placeId'],
} as const

export async function up(db: Kysely<any>): Promise<void> {
  await createLines(db)
  // One mechanism each: a full-text index that holds grams only, and an array with an inverted index.
  if (isPostgres(db)) {
    await sql`create table "ledgerGrams" (line integer primary key, grams text[] not null)`.execute(db)
    await sql`create index ledger_grams_held on "ledgerGrams" using gin (grams)`.execute(db)
  } else
    await sql`create virtual table "ledgerGrams" using fts5(grams, content='', contentless_delete=1, detail=none, tokenize='ascii')`.execute(
      db,
    )
  await sql`create index commitments_with_parts on commitments (id) where "coOwners" <> '[]'`.execute(db)
  await listAll(db)
}

async function createLines(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('ledgerLines')
    .addColumn('line', isPostgres(db) ? 'serial' : 'integer', (c) =>
      isPostgres(db) ? c.primaryKey() : c.primaryKey().autoIncrement(),
    )
    .addColumn('commitmentId', 'text', (c) => c.notNull().unique().references('commitments.id'))
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('dueOn', 'text', (c) => c.notNull())
    .addColumn('firstDueOn', 'text', (c) => c.notNull())
    .addColumn('recordedAt', 'text', (c) => c.notNull())
    .addColumn('timesMoved', 'integer', (c) => c.notNull())
    .addColumn('no', 'integer')
    .execute()
  // Apart, so that whoever counts does not read them.
  await db.schema
    .createTable('ledgerTexts')
    .addColumn('line', 'integer', (c) => c.primaryKey().references('ledgerLines.line').onDelete('cascade'))
    .addColumn('text', 'text', (c) => c.notNull())
    .execute()
  for (const [name, columns] of Object.entries(ORDERS))
    await db.schema
      .createIndex(name)
      .on('ledgerLines')
      .columns([...columns])
      .execute()
}

const AT_ONCE = 500

/** What was promised before this version. */
async function listAll(db: Kysely<any>): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('commitments')
      .leftJoin('concerns', 'concerns.id', 'commitments.concernId')
      .select(['commitments.id', 'commitments.placeId', 'commitments.state', 'dueOn', 'firstDueOn'])
      .select(['recordedAt', 'timesMoved', 'no', 'measure', 'owner', 'concerns.text as concern'])
      .where('commitments.id', '>', after)
      .where('commitments.state', '!=', 'dropped')
      .orderBy('commitments.id')
      .limit(AT_ONCE)
      .execute()
    for (const row of rows) await list(db, row)
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.id
  }
}

async function list(db: Kysely<any>, row: any): Promise<void> {
  const { id: commitmentId, measure, owner, concern, ...same } = row
  const text = [concern ?? '', measure, owner].join('\n').toLowerCase()
  const { line } = await db
    .insertInto('ledgerLines')
    .values({ ...same, commitmentId })
    .returning('line')
    .executeTakeFirstOrThrow()
  await db.insertInto('ledgerTexts').values({ line, text }).execute()
  const grams = gramsOf(text, row.no)
  if (isPostgres(db))
    await sql`insert into "ledgerGrams" (line, grams) values (${line}, ${grams}::text[])`.execute(db)
  else await sql`insert into "ledgerGrams" (rowid, grams) values (${line}, ${grams.join(' ')})`.execute(db)
}

function gramsOf(text: string, no: number | null): string[] {
  const unit = (line: string, at: number) => line.charCodeAt(at).toString(16).padStart(4, '0')
  const grams = new Set(no === null ? [] : [`n${no}`])
  for (const line of text.split('\n'))
    for (let at = 0; at < line.length; at++) {
      grams.add(unit(line, at))
      if (at + 1 < line.length) grams.add(unit(line, at) + unit(line, at + 1))
    }
  return [...grams]
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropIndex('commitments_with_parts').execute()
  await db.schema.dropTable('ledgerGrams').execute()
  await db.schema.dropTable('ledgerTexts').execute()
  await db.schema.dropTable('ledgerLines').execute()
}
