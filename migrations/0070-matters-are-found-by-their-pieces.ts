import type { Kysely } from 'kysely'
import { piecesOf } from '../shared/concerns/alike.ts'

const AT_ONCE = 100

/** One row for each piece of a matter's text; the number is the matter's within its place. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('concernPieces')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('piece', 'text', (c) => c.notNull())
    .addColumn('no', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('concern_pieces_key', ['placeId', 'piece', 'no'])
    .execute()
  await db.schema
    .createIndex('concern_pieces_by_concern')
    .on('concernPieces')
    .columns(['placeId', 'no'])
    .execute()
  await db.schema.createIndex('concerns_by_day').on('concerns').columns(['placeId', 'raisedAt']).execute()
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

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropIndex('concerns_by_day').execute()
  await db.schema.dropTable('concernPieces').execute()
}
