import { parseArgs } from 'node:util'
import { crowd } from './trials/crowd.ts'
import { disk } from './trials/disk.ts'
import { converge } from './trials/converge.ts'
import { fullDisk } from './trials/full-disk.ts'
import { fuzz } from './trials/fuzz.ts'
import { kill } from './trials/kill.ts'
import { offline } from './trials/offline.ts'
import { restart } from './trials/restart.ts'
import { restore } from './trials/restore.ts'
import { temporaryFolder, type Where } from './machine/server.ts'
import { signed } from './trials/signed.ts'
import { slowReaders } from './trials/slow-readers.ts'
import { slowStore } from './trials/slow-store.ts'
import { sync } from './trials/sync.ts'
import { twoWriters } from './trials/two-writers.ts'
import { isKept, joined, lineOf, type Verdict } from './verdict.ts'

/** What a fault is told: how often, from which seed, and a file for the one that wants one. */
export interface Told {
  readonly rounds: number
  readonly seed: number
  readonly file: string | null
}

type Part = (where: Where, told: Told) => Promise<Verdict>

interface Fault {
  readonly rounds: number
  readonly parts: readonly Part[]
}

const times =
  (rounds: number, part: Part): Part =>
  (where, told) =>
    part(where, { ...told, rounds })

const FULL_DISKS = 3
const RESTORES = 0.5
const SEEDS = 20

const FAULTS: Readonly<Record<string, Fault>> = {
  kill: { rounds: 200, parts: [kill] },
  sync: { rounds: 1_000, parts: [sync] },
  disk: { rounds: 200, parts: [disk, times(FULL_DISKS, fullDisk)] },
  fuzz: { rounds: 100_000, parts: [fuzz] },
  slow: { rounds: 50, parts: [slowReaders, times(6, slowStore)] },
  restart: {
    rounds: 100,
    parts: [restart, (where, told) => restore(where, { rounds: Math.ceil(told.rounds * RESTORES) })],
  },
  offline: { rounds: 100, parts: [offline, times(SEEDS, converge), twoWriters] },
  crowd: { rounds: 300, parts: [crowd] },
  signed: { rounds: 40, parts: [signed] },
  'full-disk': { rounds: FULL_DISKS, parts: [fullDisk] },
  'slow-readers': { rounds: 50, parts: [slowReaders] },
  'slow-store': { rounds: 6, parts: [slowStore] },
  restore: { rounds: 50, parts: [restore] },
  converge: { rounds: 20, parts: [converge] },
  'two-writers': { rounds: 1, parts: [twoWriters] },
}

function readArguments(): { name: string; fault: Fault; told: Told } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, seed: { type: 'string' } },
  })
  const [name = '', file = null] = positionals
  const fault = FAULTS[name]
  const rounds = Number(values.rounds ?? fault?.rounds)
  const seed = Number(values.seed ?? 20_261_122)
  if (!fault || !(rounds > 0) || !Number.isInteger(rounds) || !Number.isInteger(seed))
    throw new Error(`npm run faults -- ${Object.keys(FAULTS).join('|')} [FILE] [--rounds N] [--seed S]`)
  return { name, fault, told: { rounds, seed, file } }
}

async function main(): Promise<void> {
  const { name, fault, told } = readArguments()
  const verdicts: Verdict[] = []
  for (const part of fault.parts) {
    const { where, remove } = temporaryFolder()
    try {
      verdicts.push(await part(where, told))
    } finally {
      remove()
    }
  }
  const verdict = verdicts.length === 1 ? verdicts[0]! : joined(name, verdicts)
  process.stdout.write(`${lineOf(verdict)}\n`)
  process.exit(isKept(verdict) ? 0 : 1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
main().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`)
  process.exit(1)
})
