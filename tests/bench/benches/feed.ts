import { bareFeed, oursFeed } from '../contenders.ts'
import { TYPING_COLUMNS, cpuPerThousand, linesFor, table, type Line } from '../report.ts'
import { runTrial, type Effort } from '../rounds.ts'

const BENCH = 'feed'
const PEERS = ['bare ws']
/** As long as our own feed gathers for phones. */
const TICK_MS = 100
const COMMENTS_PER_SECOND = 5

/** A comment on one phone, until it stands on a thousand. */
export async function benchFeed(effort: Effort, say: (text: string) => void): Promise<Line[]> {
  const outcomes = await runTrial(
    {
      ...{ name: '1,000 phones', kind: 'comments', perSecond: COMMENTS_PER_SECOND },
      contenders: [oursFeed(), bareFeed(TICK_MS)],
      shape: { rooms: 1, subscribers: 1000, writers: 0 },
    },
    { ...effort, seconds: effort.seconds * 2 },
  )
  say(table('1,000 phones', outcomes, TYPING_COLUMNS))
  return [
    ...linesFor(BENCH, 'p99 ms comment → a phone', outcomes, ({ p99 }) => p99, PEERS),
    ...linesFor(BENCH, 'p50 ms comment → a phone', outcomes, ({ p50 }) => p50, PEERS),
    ...linesFor(BENCH, 'CPU ms per 1,000 deliveries', outcomes, cpuPerThousand, PEERS),
  ]
}
