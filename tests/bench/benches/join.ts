import { hocuspocus, oursEditing, yWebsocket } from '../contenders.ts'
import { eveningOf, stateOf, storeEvening } from '../evening-text.ts'
import { JOIN_COLUMNS, linesFor, table, type Line } from '../report.ts'
import { runTrial, type Effort } from '../rounds.ts'

const BENCH = 'join'
const PEERS = ['hocuspocus', 'y-websocket']
const KEYSTROKES = 30_000
/** The first ten come one by one, three hundred at once. */
const JOINERS = 310

/** A hall of editors comes back at once to a text of a whole evening. */
export async function benchJoin(effort: Effort, say: (text: string) => void): Promise<Line[]> {
  const updates = eveningOf(KEYSTROKES)
  const state = stateOf(updates)
  const text = Buffer.from(state).toString('base64')
  const ours = oursEditing(({ dataDir }, placeId, [meetingId]) =>
    storeEvening(dataDir, placeId, meetingId!, updates, true),
  )
  const outcomes = await runTrial(
    {
      ...{ name: `300 joins, ${state.length} bytes`, kind: 'joins', perSecond: 0 },
      contenders: [ours, hocuspocus(text), yWebsocket(text)],
      shape: { rooms: 1, subscribers: JOINERS, writers: 0 },
    },
    effort,
  )
  say(table('300 joins', outcomes, JOIN_COLUMNS))
  return [
    ...linesFor(BENCH, 'ms until 300 at once have the text', outcomes, ({ p99All }) => p99All, PEERS),
    ...linesFor(BENCH, 'CPU ms for 300 at once', outcomes, ({ cpuMs }) => cpuMs, PEERS),
    ...linesFor(BENCH, 'p50 ms for one late joiner', outcomes, ({ p50 }) => p50, PEERS),
  ]
}
