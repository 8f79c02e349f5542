import { PostgresAdapter } from 'kysely'
import type { Reader } from './database.ts'

/** Where the two databases have no words in common. */
export const isPostgres = (reader: Reader): boolean => reader.getExecutor().adapter instanceof PostgresAdapter
