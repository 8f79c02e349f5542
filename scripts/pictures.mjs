import { findBrowser } from './browser.mjs'
import { NODE, at, run, stopEverything } from './run.mjs'

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopEverything()
    process.exit(130)
  })
}

const browser = await findBrowser((line) => console.error(line))
const { code } = await run(NODE, [at('tests/pictures/take.ts')], { env: { CHROMIUM: browser }, loud: true })
process.exitCode = code
