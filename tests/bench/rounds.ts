import { openProgress } from '../replay/progress.ts'
import type { Contender, Shape } from './contenders.ts'
import type { Job, Outcome, Said } from './generator/job.ts'
import { GENERATOR_CPU, startOn, stop } from './machine.ts'

export interface Effort {
  readonly repetitions: number
  readonly seconds: number
}

export interface Trial {
  readonly name: string
  readonly contenders: readonly Contender[]
  readonly shape: Shape
  readonly kind: Job['kind']
  readonly perSecond: number
}

/** What came of each contender, one outcome for each repetition. */
export type Outcomes = ReadonlyMap<string, readonly Outcome[]>

const WARM_UP_MS = 1_500
const SEED = 2026

/** Lets all contenders run in turn, the other way round every second time, so that none always has the quiet moment. */
export async function runTrial(trial: Trial, effort: Effort): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome[]>(trial.contenders.map(({ name }) => [name, []]))
  const progress = openProgress(trial.name, effort.repetitions * trial.contenders.length)
  let done = 0
  for (let repetition = 0; repetition < effort.repetitions; repetition++) {
    const inTurn = repetition % 2 === 0 ? trial.contenders : trial.contenders.toReversed()
    for (const contender of inTurn) {
      const outcome = await runOnce(trial, contender, effort, repetition)
      outcomes.get(contender.name)!.push(outcome)
      progress.step(++done)
    }
  }
  progress.end()
  return outcomes
}

async function runOnce(
  { shape, kind, perSecond }: Trial,
  contender: Contender,
  { seconds }: Effort,
  repetition: number,
): Promise<Outcome> {
  const opened = await contender.open(shape)
  try {
    const { pid, port, seats, saying, text } = opened
    return await generate({
      ...{ kind, pid, port, seats, saying, text, perSecond },
      warmUpMs: WARM_UP_MS,
      measureMs: seconds * 1000,
      seed: SEED + repetition,
    })
  } catch (problem) {
    throw new Error(`${contender.name} did not get through`, { cause: problem })
  } finally {
    await opened.stop()
  }
}

async function generate(job: Job): Promise<Outcome> {
  const child = startOn(GENERATOR_CPU, ['tests/bench/generator/generator.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      child.on('message', (said: Said) => {
        if (said.kind === 'outcome') resolve(said.outcome)
        if (said.kind === 'failed') reject(new Error(said.why))
      })
      child.once('exit', (code) => reject(new Error(`the generator ended with ${code}`)))
      child.send(job)
    })
  } finally {
    await stop(child)
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
