import { openProgress } from '../../replay/progress.ts'
import { Chance } from '../chance.ts'
import { Crowd, checkAtTheEnd } from '../writers/crowd.ts'
import { openEvening, openVillage, type Hosts } from '../writers/evening.ts'
import { Server, isSound, type Where } from '../machine/server.ts'
import { missedOf, percentile, sumOf, type Tally, type Verdict } from '../verdict.ts'
import { pause } from '../waiting.ts'

const WRITERS = { typists: 4, callers: 3 }
const READY_MS = 3_000
/** Rounds at one evening before the next opens. */
const ROUNDS_AN_EVENING = 20
const ALIVE_MS = [200, 3_000] as const
const BOOTING_MS = [50, 500] as const

export interface KillOptions {
  readonly rounds: number
  readonly seed: number
  readonly aliveMostMs?: number
}

/** The process is killed while people write, one time in four while it still starts; what was acknowledged is there. */
export async function kill(where: Where, options: KillOptions): Promise<Verdict> {
  const chance = new Chance(options.seed)
  const server = new Server(where)
  const progress = openProgress('kill', options.rounds)
  const tallies: Tally[] = []
  const crowds: Crowd[] = []
  const boots = chance.shuffled(
    Array.from({ length: options.rounds }, (_, n) => n < Math.round(options.rounds / 4)),
  )
  let corrupt = 0
  try {
    await server.start()
    const hosts = await openVillage(server.url)
    for (let round = 0; round < options.rounds; round++) {
      if (round % ROUNDS_AN_EVENING === 0) crowds.push(await nextCrowd(hosts, crowds, chance))
      await pause(chance.between(ALIVE_MS[0], options.aliveMostMs ?? ALIVE_MS[1]))
      await server.kill()
      if (boots[round]) await server.startAndKill(chance.between(...BOOTING_MS))
      await server.start()
      tallies.push(await crowds.at(-1)!.check())
      if (!isSound(where)) corrupt++
      progress.step(round + 1)
    }
    const end = await checkAtTheEnd(server, crowds)
    progress.end()
    return judge(options, server, { tallies, end, corrupt, booting: boots.filter(Boolean).length })
  } finally {
    for (const crowd of crowds) crowd.leave()
    await server.kill()
  }
}

async function nextCrowd(hosts: Hosts, crowds: readonly Crowd[], chance: Chance): Promise<Crowd> {
  const before = crowds.at(-1)
  await before?.settle()
  before?.leave()
  const crowd = await Crowd.gather(await openEvening(hosts), WRITERS, chance)
  crowd.start()
  return crowd
}

interface Found {
  readonly tallies: readonly Tally[]
  readonly end: Tally
  readonly corrupt: number
  readonly booting: number
}

function judge({ rounds }: KillOptions, server: Server, found: Found): Verdict {
  const each = sumOf(found.tallies)
  const readyMsP99 = percentile(server.bootsMs, 0.99)
  return {
    fault: 'kill',
    rounds,
    acknowledged: found.end.acknowledged,
    lost: each.lost + found.end.lost,
    duplicated: each.duplicated + found.end.duplicated,
    corrupt: found.corrupt + each.strange + found.end.strange,
    figures: {
      killedWhileStarting: found.booting,
      readyMsP50: percentile(server.bootsMs, 0.5),
      readyMsP99,
      exits: server.exits,
    },
    missed: missedOf([
      ['readyMsP99', readyMsP99, '<=', READY_MS],
      ['exits', server.exits, '<=', 0],
      ['acknowledged', found.end.acknowledged, '>=', rounds >= 200 ? 10_000 : rounds],
    ]),
  }
}
