import { sql, type Kysely } from 'kysely'

type Column = readonly [name: string, type: 'text' | 'integer', before?: string | number]

const CONCERNS: readonly Column[] = [
  ['kind', 'text', 'stated'],
  ['category', 'text', 'other'],
  ['size', 'text', 'general'],
  ['groups', 'text', '[]'],
  ['gridId', 'text'],
  ['route', 'text'],
  ['settledOn', 'text'],
  ['settledById', 'text'],
  ['voices', 'integer', 1],
  ['mergedIntoId', 'text'],
  ['timesReopened', 'integer', 0],
  ['escalatedToId', 'text'],
  ['isForNextAgenda', 'integer', 0],
  ['closedAs', 'text'],
]

const COMMITMENTS: readonly Column[] = [
  ['origin', 'text', 'promise'],
  ['entryId', 'text'],
  ['isListed', 'integer', 0],
  ['countedFrom', 'text', ''],
  ['limitUnit', 'text'],
  ['limitCount', 'integer'],
  ['calendarVersion', 'text', 'cn-2025-11-04'],
  ['isOnTheSpot', 'integer', 0],
  ['daysAdded', 'integer', 0],
  ['askedDueOn', 'text'],
  ['askedReason', 'text'],
  ['timesReopened', 'integer', 0],
  ['timesLate', 'integer', 0],
  ['settledAs', 'text'],
]

const DUE_CHANGES: readonly Column[] = [['kind', 'text', 'extended']]

async function add(db: Kysely<any>, table: string, columns: readonly Column[]): Promise<void> {
  for (const [name, type, before] of columns)
    await db.schema
      .alterTable(table)
      .addColumn(name, type, (c) => (before === undefined ? c : c.notNull().defaultTo(before)))
      .execute()
}

async function drop(db: Kysely<any>, table: string, columns: readonly Column[]): Promise<void> {
  for (const [name] of [...columns].reverse()) await db.schema.alterTable(table).dropColumn(name).execute()
}

export async function up(db: Kysely<any>): Promise<void> {
  await add(db, 'concerns', CONCERNS)
  await add(db, 'commitments', COMMITMENTS)
  await add(db, 'dueChanges', DUE_CHANGES)
  // What stood there before was written down in front of whoever raised it, and counted from that evening.
  await db.updateTable('concerns').set({ state: 'recorded' }).where('state', '=', 'raised').execute()
  await db
    .updateTable('concerns')
    .set({ settledOn: sql`substr("settledAt", 1, 10)` })
    .where('settledAt', 'is not', null)
    .execute()
  await db
    .updateTable('commitments')
    .set({ countedFrom: sql`substr("recordedAt", 1, 10)` })
    .execute()
  await db.schema
    .createTable('progress')
    .addColumn('placeId', 'text', (c) => c.notNull())
    .addColumn('commitmentId', 'text', (c) => c.notNull().references('commitments.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('coOwner', 'integer')
    .addColumn('remainder', 'text')
    .addColumn('remainderOn', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('progress_key', ['placeId', 'seq'])
    .execute()
  await db.schema.createIndex('progress_by_commitment').on('progress').column('commitmentId').execute()
  await db.schema.createIndex('commitments_by_concern').on('commitments').column('concernId').execute()
}

export async function down(db: Kysely<any>): Promise<void> {
  await db.schema.dropIndex('commitments_by_concern').execute()
  await db.schema.dropTable('progress').execute()
  await db.updateTable('concerns').set({ state: 'raised' }).where('state', '=', 'recorded').execute()
  await drop(db, 'dueChanges', DUE_CHANGES)
  await drop(db, 'commitments', COMMITMENTS)
  await drop(db, 'concerns', CONCERNS)
}
