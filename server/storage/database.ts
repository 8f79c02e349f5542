import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables/tables.ts'

/** May read. */
export type Reader = Kysely<Tables>

declare const inWork: unique symbol
/** May read and write, inside the one transaction that will be committed before anybody hears of it. */
export type Work = Transaction<Tables> & { readonly [inWork]: true }

export interface Database {
  readonly dialect: 'sqlite' | 'postgres'
  readonly reader: Reader
  /** The history it tells; another one after it was brought back from a copy. */
  readonly epoch: string
  /** Resolves with the task's value after it is committed to disk; a task that throws leaves nothing behind. */
  write<Result>(task: (work: Work) => Promise<Result>): Promise<Result>
  /** Reads several things as they were at one moment. */
  snapshot<Result>(read: (reader: Reader) => Promise<Result>): Promise<Result>
  /** Says that another process committed something; of PostgreSQL its own notifications tell that. */
  onOutsideCommit(hear: () => void): () => void
  close(): Promise<void>
}

/** The disk or the database could not take it; nothing was written and the sender still holds their words. */
export class StorageFailed extends Error {
  override name = 'StorageFailed'
}
