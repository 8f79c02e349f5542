import { findBrowser } from './test-env/browser.mjs'
import { pageSizes, runCheck, runChecks } from './checks.mjs'
import { openPostgres } from './test-env/postgres.mjs'
import { stopEverything } from './run.mjs'
import { Tally } from './tally.mjs'

const FAST = ['architecture', 'rules', 'web', 'server-sqlite', 'server-postgres']

const tally = new Tally()
let postgres = null

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    stopEverything()
    await postgres?.close()
    process.exit(130)
  })
}

const found = async (name, look) => {
  const begun = performance.now()
  try {
    const thing = await look((line) => console.log(`  ${line}`))
    tally.note(name, true, '', performance.now() - begun)
    return thing
  } catch (error) {
    tally.note(name, false, error.message, performance.now() - begun)
    return null
  }
}

/** Half of a journey is waiting for a browser, so the processors have time for other tests meanwhile. */
let journeys
await runChecks(tally, async () => {
  await runCheck(pageSizes, tally)
  postgres = await found('PostgreSQL for the tests', openPostgres)
  const browser = await found('browser for the tests', findBrowser)
  const env = { TEST_POSTGRES_URL: postgres?.url ?? '', CHROMIUM: browser ?? '' }
  journeys = tally.runTests(['journeys'], env, { loud: false })
  await tally.runTests(FAST, env)
})
console.log(await journeys)
await postgres?.close()
process.exitCode = tally.close()
