import { bareWs, hocuspocus, hocuspocus15, oursEditing, yWebsocket } from '../contenders.ts'
import { TYPING_COLUMNS, cpuPerThousand, linesFor, table, type Line } from '../report.ts'
import { runTrial, type Effort } from '../rounds.ts'

const BENCH = 'rooms'
const PEERS = ['hocuspocus', 'hocuspocus 15 ms', 'y-websocket', 'bare ws']
const KEYS_PER_SECOND = 4

/** Five hundred evenings on one machine, five at each text, one of whom writes. */
export async function benchRooms(effort: Effort, say: (text: string) => void): Promise<Line[]> {
  const outcomes = await runTrial(
    {
      ...{ name: '500 × 5', kind: 'typing', perSecond: KEYS_PER_SECOND },
      contenders: [oursEditing(), hocuspocus(), hocuspocus15(), yWebsocket(), bareWs()],
      shape: { rooms: 500, subscribers: 5, writers: 1 },
    },
    effort,
  )
  say(table('500 × 5', outcomes, TYPING_COLUMNS))
  return [
    ...linesFor(BENCH, 'CPU ms per 1,000 deliveries, 500 × 5', outcomes, cpuPerThousand, PEERS),
    ...linesFor(BENCH, 'memory MiB, 500 × 5', outcomes, ({ rssMiB }) => rssMiB, PEERS),
  ]
}
