import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { codeFrom } from '../shared/kernel/text/plain-code.ts'

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('commitments').addColumn('takenById', 'text').execute()
  await db.schema
    .createTable('concernVoices')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('concernId', 'text', (c) => c.notNull().references('concerns.id'))
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addColumn('addedAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('concernVoicesKey', ['concernId', 'actorId'])
    .execute()
  await db.schema
    .createIndex('concernVoicesOfActor')
    .on('concernVoices')
    .columns(['placeId', 'actorId'])
    .execute()
  await shortAddresses(db)
  await claims(db)
  await addresses(db)
}

async function shortAddresses(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('shortAddresses')
    .addColumn('letters', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull().unique().references('places.id'))
    .execute()
  const taken = new Set<string>()
  for (const { id: placeId } of await db.selectFrom('places').select('id').execute()) {
    let letters = ''
    for (let nth = 0; !letters || taken.has(letters); nth++) letters = lettersOf(`${placeId}:${nth}`, 5)
    taken.add(letters)
    await db.insertInto('shortAddresses').values({ letters, placeId }).execute()
  }
}

async function claims(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('claimCodes')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('guestId', 'text', (c) => c.notNull().references('guests.id'))
    .addColumn('codeHash', 'text', (c) => c.notNull())
    .addColumn('medium', 'text', (c) => c.notNull())
    .addColumn('madeAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('claimCodesKey', ['placeId', 'guestId'])
    .execute()
  await db.schema
    .createIndex('claimCodesByHash')
    .unique()
    .on('claimCodes')
    .columns(['placeId', 'codeHash'])
    .execute()
  await db.schema
    .createTable('claims')
    .addColumn('actorId', 'text', (c) => c.notNull())
    .addColumn('guestId', 'text', (c) => c.notNull().references('guests.id'))
    .addColumn('claimedAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('claimsKey', ['actorId', 'guestId'])
    .execute()
}

const lettersOf = (text: string, length: number): string =>
  codeFrom(createHash('sha256').update(text).digest(), length).toLowerCase()

async function addresses(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('publicMatters')
    .addColumn('address', 'text', (c) => c.primaryKey())
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('concernId', 'text', (c) => c.notNull().unique().references('concerns.id'))
    .execute()
  for (const { id: concernId, placeId } of await db
    .selectFrom('concerns')
    .select(['id', 'placeId'])
    .execute())
    await db
      .insertInto('publicMatters')
      .values({ address: lettersOf(`public:${concernId}`, 12), placeId, concernId })
      .execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  for (const table of ['publicMatters', 'claims', 'claimCodes', 'shortAddresses', 'concernVoices'])
    await db.schema.dropTable(table).execute()
  await db.schema.alterTable('commitments').dropColumn('takenById').execute()
}
