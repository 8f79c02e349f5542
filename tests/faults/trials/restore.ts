import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { SQLITE_FILE } from '../../../server/storage/open.ts'
import { openProgress } from '../../replay/progress.ts'
import { openEvening, openVillage, textNow, type Evening } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import type { Typist } from '../writers/typist.ts'
import { missedOf, type Verdict } from '../verdict.ts'
import { holdsWithin, pause, until } from '../waiting.ts'

const TYPISTS = 3
const MARKS_BEFORE = 5
const MARKS_AFTER = 8
const NOTICED_WITHIN_MS = 5_000
/** How a server says that it knows less than the client: the words a client would show are its own. */
const NOTICE = /restor|epoch|older-copy/

export interface RestoreOptions {
  readonly rounds: number
}

interface Found {
  readonly isNoticed: boolean
  /** Words written after the copy that came back into the text without a word about it. */
  readonly merged: number
  /** Words that are neither in the text nor with the client. */
  readonly lost: number
  readonly acknowledged: number
}

/**
 * An older copy of the database, without the mark of a copy, is put in place under connected clients: they are told, and
 * keep their words. In every other round somebody has written in the copy until it goes further than they have read.
 */
export async function restore(where: Where, { rounds }: RestoreOptions): Promise<Verdict> {
  const server = new Server(where)
  const progress = openProgress('restore', rounds)
  const found: Found[] = []
  try {
    await server.start()
    const hosts = await openVillage(server.url)
    for (let round = 0; round < rounds; round++) {
      found.push(await oneRestore(server, await openEvening(hosts), round % 2 === 1))
      progress.step(round + 1)
    }
    progress.end()
    return judge(rounds, server, found)
  } finally {
    await server.kill()
  }
}

async function oneRestore(server: Server, evening: Evening, hasGrown: boolean): Promise<Found> {
  const typists = Array.from({ length: TYPISTS }, (_, n) => evening.typist(`r${n}`))
  for (const typist of typists) typist.connect()
  try {
    await typeAll(typists, MARKS_BEFORE)
    const copy = await takeCopy(server.where)
    await typeAll(typists, MARKS_AFTER)
    await server.kill()
    putBack(server.where, copy)
    for (const typist of typists) typist.refusals.length = 0
    if (hasGrown) for (const typist of typists) typist.disconnect()
    await server.start()
    if (hasGrown) await grow(evening, Math.max(...typists.map(({ minutesSeq }) => minutesSeq)))
    if (hasGrown) for (const typist of typists) typist.connect()
    const isNoticed = await holdsWithin(NOTICED_WITHIN_MS, () => typists.every(hasNotice))
    const { marks } = await textNow(evening)
    return lookAt(typists, new Set(marks), isNoticed)
  } finally {
    for (const typist of typists) typist.disconnect()
  }
}

/** Somebody who saw nothing of what is gone writes on. */
async function grow(evening: Evening, beyond: number): Promise<void> {
  const newcomer = evening.typist('newcomer')
  newcomer.connect()
  try {
    await until('the newcomer to read', 10_000, () => newcomer.isInStep)
    while (newcomer.minutesSeq <= beyond) await typeAll([newcomer], 1)
  } finally {
    newcomer.disconnect()
  }
}

async function typeAll(typists: readonly Typist[], marks: number): Promise<void> {
  for (let n = 0; n < marks; n++) {
    for (const typist of typists) typist.type()
    await pause(10)
  }
  await until('everything typed to be acknowledged', 20_000, () => typists.every(({ owed }) => owed === 0))
}

const hasNotice = ({ refusals }: Typist): boolean => refusals.some(({ refused }) => NOTICE.test(refused))

function lookAt(typists: readonly Typist[], there: ReadonlySet<string>, isNoticed: boolean): Found {
  const after = typists.flatMap(({ typed }) => typed.slice(MARKS_BEFORE))
  const merged = after.filter((mark) => there.has(mark)).length
  return {
    isNoticed,
    merged,
    lost: isNoticed ? 0 : after.length - merged,
    acknowledged: typists.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0),
  }
}

async function takeCopy({ dataDir }: Where): Promise<string> {
  const copy = path.join(dataDir, 'older-copy.sqlite')
  rmSync(copy, { force: true })
  const database = new SQLite(path.join(dataDir, SQLITE_FILE), { readonly: true })
  await database.backup(copy)
  database.close()
  return copy
}

function putBack({ dataDir }: Where, copy: string): void {
  const file = path.join(dataDir, SQLITE_FILE)
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true })
  copyFileSync(copy, file)
}

function judge(rounds: number, server: Server, found: readonly Found[]): Verdict {
  const sum = (of: (one: Found) => number): number => found.reduce((total, one) => total + of(one), 0)
  const notices = sum(({ isNoticed }) => (isNoticed ? 1 : 0))
  return {
    fault: 'restore',
    rounds,
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    duplicated: 0,
    corrupt: isSound(server.where) ? 0 : 1,
    figures: { restores: rounds, notices, silentlyMerged: sum(({ merged }) => merged) },
    missed: missedOf([['notices', notices, '>=', rounds]]),
  }
}
