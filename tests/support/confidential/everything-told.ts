import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { vi } from 'vitest'
import { reads } from '../../../shared/api.ts'
import { headOf } from '../../../server/journal/read.ts'
import type { Client } from '../running/client.ts'
import type { Village } from '../villages/village.ts'

export interface Output {
  readonly name: string
  readonly text: string
}

/** Every read, page, file, calendar and stream of one viewer. */
export async function everythingTold(
  village: Village,
  { client, as, meetingId }: { client: Client; as: 'desk' | 'phone' | 'wall'; meetingId: string },
): Promise<readonly Output[]> {
  const { app, context, placeId } = village
  const { reader } = context.database
  const headers = client.cookie === null ? {} : { cookie: client.cookie }
  const outputs: Output[] = []
  const addresses =
    as === 'wall'
      ? [`/api/places/${placeId}/meetings/${meetingId}/wall`]
      : await addressesOf(village, meetingId)
  for (const url of addresses) {
    const answer = await asked(() => app.inject({ url, headers }))
    if (answer.statusCode !== 200) continue
    const isPacked = url.includes('.xlsx')
    const parts = isPacked ? Object.values(unzipSync(answer.rawPayload)).map((part) => strFromU8(part)) : []
    outputs.push({ name: url, text: isPacked ? parts.join('\n') : answer.body })
  }
  const head = await headOf(reader, placeId)
  for (const where of as === 'desk' ? [{}, { meeting: meetingId }] : [{ meeting: meetingId }])
    try {
      const listening = await asked(() => client.listen({ since: 0, as, ...where }))
      await vi.waitFor(() => {
        if (listening.upTo < head) throw new Error(`expected ${head}, found ${listening.upTo}`)
      }, 20_000)
      listening.close()
      outputs.push({ name: 'live', text: JSON.stringify(listening.frames) })
    } catch (problem) {
      // Not let in.
      if (!/40[13]/.test(String(problem))) throw problem
    }
  return outputs
}

/** Once more where somebody asked too often within a second. */
const asked = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
  vi.waitFor(
    async () => {
      const answer = await ask()
      if ((answer as { statusCode?: number }).statusCode === 429)
        throw new Error('expected an answer, found 429')
      return answer
    },
    { timeout: 5_000, interval: 200 },
  )

async function addressesOf(
  { placeId, people, context }: Village,
  meetingId: string,
): Promise<readonly string[]> {
  const rows = await context.database.reader
    .selectFrom('concerns')
    .select('id')
    .where('placeId', '=', placeId)
    .orderBy('no')
    .execute()
  // Each kind is among them.
  const matters = rows
    .filter((_, nth) => nth % 3 === 0)
    .map(({ id }) => `/api/places/${placeId}/matters/${id}`)
  const q = `?q=${encodeURIComponent('井')}`
  const declared = reads
    .filter(({ path: one }) => !one.includes(':matterId'))
    .map(({ path: one }) =>
      one
        .replace(':placeId', placeId)
        .replace(':meetingId', meetingId)
        .replace(':personId', people['王建国']!)
        .replace(':code', '0000'),
    )
    .map((one) => (/alike|unpromised/.test(one) ? `${one}${q}` : one))
  const public_ = ['', '/month/2026-11', '/box', '/catalogue', '/who', `/minutes/${meetingId}`]
  return [
    ...declared,
    ...matters,
    ...['csv', 'xlsx'].map((kind) => `/api/places/${placeId}/ledger.${kind}?language=zh-Hans`),
    ...public_.map((one) => `/public/${placeId}${one}`),
    ...[`/plain/${placeId}/${meetingId}`, `/mine/${placeId}/plain`, `/say/${placeId}/plain`],
    ...['/', '/desk', '/ledger', `/wall/${meetingId}`, `/say/${placeId}`, `/mine/${placeId}`],
    '/api/openapi.json',
  ]
}

const BACKUP = path.join(import.meta.dirname, '../../../server/app/backup.ts')

/** A copy as the program makes it; nothing where the database is elsewhere. */
export async function everythingCopied({ storage: { where } }: Village): Promise<string> {
  if (where.databaseUrl !== null) return ''
  const copy = path.join(where.dataDir, 'copy.sqlite')
  const env = { ...process.env, DATA_DIR: where.dataDir, DATABASE_URL: '' }
  await promisify(execFile)(process.execPath, [BACKUP, copy], { env })
  return readFileSync(copy).toString('latin1')
}

/** All that lies in the database's files, or in its tables where they are elsewhere. */
export async function everythingKept(village: Village): Promise<string> {
  const { where } = village.storage
  if (where.databaseUrl === null) {
    // Closing a file takes this process's own locks on it away, and another process would think it is alone with it.
    const files = readdirSync(where.dataDir).map((file) => path.join(where.dataDir, file))
    const { stdout } = await promisify(execFile)('cat', files, { encoding: 'latin1', maxBuffer: 2 ** 30 })
    return stdout
  }
  const { reader } = village.context.database
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(reader)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(
      reader,
    )
    texts.push(rows.map(({ text }) => text).join('\n'))
  }
  return texts.join('\n')
}
