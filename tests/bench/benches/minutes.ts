import { bareWs, hocuspocus, hocuspocus15, oursEditing, oursHall, yWebsocket } from '../contenders.ts'
import { TYPING_COLUMNS, cpuPerThousand, linesFor, table, type Line } from '../report.ts'
import { runTrial, type Effort } from '../rounds.ts'

const BENCH = 'minutes'
const PEERS = ['hocuspocus', 'hocuspocus 15 ms', 'y-websocket', 'bare ws']
const KEYS_PER_SECOND = 5

/** Twenty write, a thousand or two hundred see it: CPU for each key that reaches one of them, and how soon it does. */
export async function benchMinutes(effort: Effort, say: (text: string) => void): Promise<Line[]> {
  const peers = [hocuspocus(), hocuspocus15(), yWebsocket(), bareWs()]
  const large = await runTrial(
    {
      ...{ name: '1,000 × 20', kind: 'typing', perSecond: KEYS_PER_SECOND },
      contenders: [oursEditing(), oursHall(), ...peers],
      shape: { rooms: 1, subscribers: 1000, writers: 20 },
    },
    effort,
  )
  say(table('1,000 × 20', large, TYPING_COLUMNS))
  const small = await runTrial(
    {
      ...{ name: '200 × 20', kind: 'typing', perSecond: KEYS_PER_SECOND },
      contenders: [oursEditing(), ...peers],
      shape: { rooms: 1, subscribers: 200, writers: 20 },
    },
    effort,
  )
  say(table('200 × 20', small, TYPING_COLUMNS))
  const cpu = 'CPU ms per 1,000 deliveries'
  return [
    ...linesFor(BENCH, `${cpu}, 1,000 × 20, editors`, large, cpuPerThousand, PEERS),
    ...linesFor(BENCH, `${cpu}, 1,000 × 20, phones and wall`, large, cpuPerThousand, PEERS, 'ours, hall'),
    ...linesFor(BENCH, `${cpu}, 200 × 20, editors`, small, cpuPerThousand, PEERS),
    ...linesFor(BENCH, 'p99 ms write → seen by an editor, 1,000 × 20', large, ({ p99 }) => p99, PEERS),
    ...linesFor(
      BENCH,
      'p99 ms write → seen by all editors, 1,000 × 20',
      large,
      ({ p99All }) => p99All,
      PEERS,
    ),
  ]
}
