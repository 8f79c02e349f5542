import { parseArgs } from 'node:util'
import { benchDurable } from './benches/durable.ts'
import { benchFirstInput } from './benches/first-input.ts'
import { benchFeed } from './benches/feed.ts'
import { benchJoin } from './benches/join.ts'
import { benchLedger } from './benches/ledger.ts'
import { benchMinutes } from './benches/minutes.ts'
import { benchRooms } from './benches/rooms.ts'
import { assertMeasurable, goFirst, isPinned } from './machine.ts'
import type { Line } from './report.ts'
import type { Effort } from './rounds.ts'

type Bench = (effort: Effort, say: (text: string) => void) => Promise<Line[]>

const BENCHES: Readonly<Record<string, Bench>> = {
  minutes: benchMinutes,
  feed: benchFeed,
  join: benchJoin,
  rooms: benchRooms,
  durable: benchDurable,
  ledger: benchLedger,
  'first-input': benchFirstInput,
}
const FULL: Effort = { repetitions: 3, seconds: 5 }
const QUICK: Effort = { repetitions: 1, seconds: 2 }
const USAGE = `npm run bench -- ${Object.keys(BENCHES).join('|')}… [--repetitions N] [--seconds S] [--quick]`

function readArguments(): { benches: Bench[]; effort: Effort } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      repetitions: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  })
  const start = values.quick ? QUICK : FULL
  const effort = {
    repetitions: Number(values.repetitions ?? start.repetitions),
    seconds: Number(values.seconds ?? start.seconds),
  }
  const benches = positionals.flatMap((name) => BENCHES[name] ?? [])
  const isWrong = benches.length === 0 || benches.length < positionals.length
  if (isWrong || !Number.isInteger(effort.repetitions) || effort.repetitions < 1 || !(effort.seconds > 0))
    throw new Error(USAGE)
  return { benches, effort }
}

async function main(): Promise<void> {
  const { benches, effort } = readArguments()
  assertMeasurable()
  goFirst()
  if (!isPinned)
    process.stderr.write('No taskset or one processor only: server and generator get in each other’s way\n')
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  for (const bench of benches)
    for (const line of await bench(effort, say)) process.stdout.write(`${JSON.stringify(line)}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
main().then(
  () => process.exit(0),
  (problem: unknown) => {
    process.stderr.write(`${reasonsOf(problem)}\n`)
    process.exit(1)
  },
)

const reasonsOf = (problem: unknown): string =>
  problem instanceof Error
    ? problem.message + (problem.cause ? `: ${reasonsOf(problem.cause)}` : '')
    : String(problem)
