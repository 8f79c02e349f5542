import { openProgress } from '../../replay/progress.ts'
import { Chance } from '../chance.ts'
import { Crowd, checkAtTheEnd } from '../writers/crowd.ts'
import { openEvening, openVillage } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import { missedOf, percentile, type Tally, type Verdict } from '../verdict.ts'
import { pause } from '../waiting.ts'

const READY_MS = 3_000
const ALIVE_MS = [200, 1_200] as const

export interface RestartOptions {
  readonly rounds: number
  readonly seed: number
  readonly typists?: number
}

/** The process stops, orderly or not, and starts again under people who go on typing: nothing stands there twice. */
export async function restart(where: Where, options: RestartOptions): Promise<Verdict> {
  const chance = new Chance(options.seed)
  const server = new Server(where)
  const progress = openProgress('restart', options.rounds)
  let crowd: Crowd | null = null
  try {
    await server.start()
    const evening = await openEvening(await openVillage(server.url))
    crowd = await Crowd.gather(evening, { typists: options.typists ?? 10, callers: 0 }, chance)
    crowd.start()
    for (let round = 0; round < options.rounds; round++) {
      await pause(chance.between(...ALIVE_MS))
      await server.kill(chance.happens(0.5) ? 'SIGTERM' : 'SIGKILL')
      await server.start()
      progress.step(round + 1)
    }
    const end = await checkAtTheEnd(server, [crowd])
    progress.end()
    return judge(options.rounds, server, end)
  } finally {
    crowd?.leave()
    await server.kill()
  }
}

function judge(rounds: number, server: Server, end: Tally): Verdict {
  const readyMsP99 = percentile(server.bootsMs, 0.99)
  return {
    fault: 'restart',
    rounds,
    acknowledged: end.acknowledged,
    lost: end.lost,
    duplicated: end.duplicated,
    corrupt: end.strange + (isSound(server.where) ? 0 : 1),
    figures: { readyMsP50: percentile(server.bootsMs, 0.5), readyMsP99, exits: server.exits },
    missed: missedOf([
      ['readyMsP99', readyMsP99, '<=', READY_MS],
      ['exits', server.exits, '<=', 0],
      ['acknowledged', end.acknowledged, '>=', rounds],
    ]),
  }
}
