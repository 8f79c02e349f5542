import { once } from 'node:events'
import { openProgress } from '../../replay/progress.ts'
import { oursEditing } from '../contenders.ts'
import { eveningOf, storeEvening } from '../evening-text.ts'
import { SERVER_CPU, startOn } from '../machine.ts'
import { TYPING_COLUMNS, cpuPerThousand, drawn, line, linesFor, table, type Line } from '../report.ts'
import { median, runTrial, type Effort } from '../rounds.ts'
import { BenchVillage, startOurs } from '../village.ts'

const BENCH = 'durable'
const UNSTORED = 'not storing'
const MAX_ADDED_MS = 2
const MAX_LOAD_MS = 25
const KEYSTROKES = 30_000
const LOADS = 20

/** What it costs that a key is on disk before anybody sees it, and how soon a text is back from there. */
export async function benchDurable(effort: Effort, say: (text: string) => void): Promise<Line[]> {
  const outcomes = await runTrial(
    {
      ...{ name: '200 × 20', kind: 'typing', perSecond: 5 },
      contenders: [oursEditing(), oursEditing(null, 'tests/bench/unstored.ts', UNSTORED)],
      shape: { rooms: 1, subscribers: 200, writers: 20 },
    },
    effort,
  )
  say(table('200 × 20', outcomes, TYPING_COLUMNS))
  const addedMs = median(
    outcomes.get('ours')!.map(({ p50 }, repetition) => p50 - outcomes.get(UNSTORED)![repetition]!.p50),
  )
  return [
    line(BENCH, 'added p50 ms, durable before visible', addedMs, 'target', MAX_ADDED_MS),
    ...linesFor(BENCH, 'p50 ms write → seen by an editor, 200 × 20', outcomes, ({ p50 }) => p50, [UNSTORED]),
    ...linesFor(BENCH, 'CPU ms per 1,000 deliveries, 200 × 20', outcomes, cpuPerThousand, [UNSTORED]),
    ...(await loads(effort, say)),
  ]
}

/** From the newest snapshot and its tail, as the relay opens a text, beside all rows one after another. */
async function loads({ repetitions }: Effort, say: (text: string) => void): Promise<Line[]> {
  const server = await startOurs()
  const progress = openProgress('loads', repetitions * 2)
  try {
    const village = await BenchVillage.found(server)
    const [withSnapshot, rowsOnly] = (await village.openMeetings(2)) as [string, string]
    const updates = eveningOf(KEYSTROKES)
    await storeEvening(server.dataDir, village.placeId, withSnapshot, updates, true)
    await storeEvening(server.dataDir, village.placeId, rowsOnly, updates, false)
    const times: Times = { first: [], snapshot: [], rows: [] }
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const [first, ...later] = await loadTimes(server.dataDir, withSnapshot)
      progress.step(repetition * 2 + 1)
      times.first.push(first!)
      times.snapshot.push(median(later))
      times.rows.push(median((await loadTimes(server.dataDir, rowsOnly)).slice(1)))
      progress.step(repetition * 2 + 2)
    }
    progress.end()
    return loadLines(times, say)
  } finally {
    await server.stop()
  }
}

interface Times {
  readonly first: number[]
  readonly snapshot: number[]
  readonly rows: number[]
}

function loadLines(times: Times, say: (text: string) => void): Line[] {
  const [first, snapshot, rows] = [median(times.first), median(times.snapshot), median(times.rows)]
  say(
    drawn([
      ['load of 30,000 keys', 'p50 ms'],
      ['snapshot and tail', snapshot.toFixed(1)],
      ['snapshot and tail, first in a new process', first.toFixed(1)],
      ['every row', rows.toFixed(1)],
    ]),
  )
  const metric = 'load of 30,000 keystrokes, p50 ms'
  return [
    line(BENCH, metric, snapshot, 'target', MAX_LOAD_MS),
    line(BENCH, `${metric}, first in a new process`, first, 'target', MAX_LOAD_MS),
    line(BENCH, metric, snapshot, 'every row', rows),
  ]
}

async function loadTimes(dataDir: string, meetingId: string): Promise<number[]> {
  const child = startOn(SERVER_CPU, ['tests/bench/load.ts', dataDir, meetingId, String(LOADS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout!.on('data', (chunk: Buffer) => (printed += String(chunk)))
  await once(child, 'close')
  return JSON.parse(printed)
}
