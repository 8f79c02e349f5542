import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { isDay } from '../../shared/kernel/day.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import { ID_PATTERN, type PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { ANY_SEPARATORS, PLAIN_SEPARATORS } from '../../shared/tables/delimited.ts'
import { sheetsIn } from '../../shared/tables/file.ts'
import type { Sheet } from '../../shared/tables/table.ts'
import { PEOPLE_COMMANDS } from './admin-people.ts'
import { PLACE_COMMANDS } from './admin-places.ts'
import { readConfig, type Config } from './config.ts'
import { bellInProcess } from '../journal/bell.ts'
import { PostgresBell } from '../journal/bell-postgres.ts'
import { systemAt } from '../journal/system.ts'
import type { AppContext, Brought, BringIn } from './feature.ts'
import { bringLedger } from '../ledger/import/bring-in.ts'
import { assembleContext } from './context.ts'
import { bringRoster } from '../people/bring-in.ts'
import { openDatabase } from '../storage/open.ts'

const USAGE = `npm run admin -- list
npm run admin -- reset-login LOGIN-NAME|PERSON-ID
npm run admin -- end-sessions LOGIN-NAME|PERSON-ID
npm run admin -- erase-person LOGIN-NAME|PERSON-ID --yes
npm run admin -- export-place PLACE-ID FILE.zip
npm run admin -- remove-place PLACE-ID [--without-export] --yes
npm run admin -- import-ledger FILE --place ID [--dry-run] [--today DAY]
npm run admin -- import-roster FILE --place ID [--dry-run] [--today DAY]`

const COMMANDS: Readonly<Record<string, { bring: BringIn; separators: readonly string[] }>> = {
  'import-ledger': { bring: bringLedger, separators: PLAIN_SEPARATORS },
  'import-roster': { bring: bringRoster, separators: ANY_SEPARATORS },
}

interface Asked {
  readonly command: (typeof COMMANDS)[string]
  readonly file: string
  readonly placeId: PlaceId
  readonly today: string | null
  readonly isDry: boolean
}

/** What whoever keeps the machine does without a page; also while the server runs. */
async function administer(args: readonly string[]): Promise<void> {
  process.umask(0o077)
  const [name = '', who = '', ...rest] = args
  const command = PEOPLE_COMMANDS[name] ?? PLACE_COMMANDS[name]
  if (!command) return bringIn(askedIn(args))
  if (name !== 'list' && who === '') throw new Error(USAGE)
  return withContext(null, async (context, { publicUrl, port }) => {
    const flags = rest.filter((one) => one.startsWith('--'))
    const [file = null] = rest.filter((one) => !one.startsWith('--'))
    const address = publicUrl ?? `http://localhost:${port}`
    const lines = await command(context, { who, file, flags, address })
    for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
  })
}

async function withContext(
  today: string | null,
  work: (context: AppContext, config: Config) => Promise<void>,
): Promise<void> {
  const { config, secrets } = readConfig(process.env)
  const database = await openDatabase({ databaseUrl: secrets.databaseUrl, dataDir: config.dataDir })
  const bell = secrets.databaseUrl
    ? new PostgresBell({ url: secrets.listenUrl ?? secrets.databaseUrl })
    : bellInProcess()
  try {
    const now = (): Date => (today === null ? new Date() : new Date(`${today}T12:00:00Z`))
    await work(assembleContext({ ...config, database, bell, clock: { now }, setupKey: '' }), config)
  } finally {
    await bell.close()
    await database.close()
  }
}

async function bringIn(asked: Asked): Promise<void> {
  const sheets = await sheetsOf(asked)
  await withContext(asked.today, async (context) => {
    const actor: Actor = { ...systemAt(asked.placeId), roles: ['facilitator', 'recorder'] }
    const { isDry, placeId } = asked
    const brought = await asked.command.bring(context, actor, sheets, {
      ...{ placeId, isDry, fileName: asked.file.replace(/^.*[\\/]/, '') },
    })
    if (isRefusal(brought)) throw new Error(`refused: ${brought.refused} ${brought.field ?? ''}`)
    print(brought)
  })
}

function askedIn(args: readonly string[]): Asked {
  const [name = '', ...rest] = args
  const valueOf = (option: string): string | null => {
    const at = rest.indexOf(option)
    return at < 0 ? null : (rest[at + 1] ?? '')
  }
  const takesValue = ['--place', '--today']
  const file = rest.find((one, at) => !one.startsWith('--') && !takesValue.includes(rest[at - 1] ?? ''))
  const [command, placeId, today] = [COMMANDS[name], valueOf('--place'), valueOf('--today')]
  if (!command || !file || placeId === null) throw new Error(USAGE)
  if (!new RegExp(ID_PATTERN).test(placeId))
    throw new Error(`--place is the id of a place, not "${placeId}"\n${USAGE}`)
  if (today !== null && !isDay(today)) throw new Error(`--today is a day such as 2026-11-28, not "${today}"`)
  return {
    ...{ command, file, placeId, today },
    isDry: rest.includes('--dry-run'),
  }
}

async function sheetsOf({ file, command }: Asked): Promise<readonly Sheet[]> {
  const bytes = new Uint8Array(readFileSync(file))
  const sheets = await sheetsIn(bytes, async () => unzipSync, command.separators)
  if (sheets === 'too-large') throw new Error(`${file} is larger than a list of a village can be`)
  if (sheets === 'unreadable')
    throw new Error(`${file} is neither a workbook (.xlsx) nor a table as text; save it anew as one of these`)
  return sheets
}

/** One line of JSON for each row of the file, and one for all of them. */
function print({ rows, passedOver }: Brought): void {
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
  const good = rows.filter(({ ok }) => ok).length
  process.stdout.write(`${JSON.stringify({ good, bad: rows.length - good, passedOver })}\n`)
}

administer(process.argv.slice(2)).catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exitCode = 1
})
