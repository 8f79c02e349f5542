import { runChecks } from './checks.mjs'
import { stopEverything } from './run.mjs'
import { Tally } from './tally.mjs'

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopEverything()
    process.exit(130)
  })
}

const tally = new Tally()
await runChecks(tally, () => tally.runTests(['architecture', 'rules', 'web']))
process.exitCode = tally.close()
