import type { Job, Said } from './job.ts'
import { runJoins } from './joins.ts'
import { runComments, runTyping } from './typing.ts'

const RUNS = { typing: runTyping, comments: runComments, joins: runJoins } as const

const tell = (said: Said): void => void process.send!(said)

process.once('message', (job: Job) => {
  RUNS[job.kind](job, (count, of) => tell({ kind: 'joined', count, of })).then(
    (outcome) => tell({ kind: 'outcome', outcome }),
    (problem: unknown) =>
      tell({
        kind: 'failed',
        why: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
      }),
  )
})
