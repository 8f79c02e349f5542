// Runs a program of ours that needs a browser: with-browser.mjs PROGRAM ARGUMENT…
import { findBrowser } from './browser.mjs'
import { NODE, at, run, stopEverything } from '../run.mjs'

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopEverything()
    process.exit(130)
  })
}

const browser = await findBrowser((line) => console.error(line))
const [program, ...rest] = process.argv.slice(2)
const { code } = await run(NODE, [at(program), ...rest], { env: { CHROMIUM: browser }, loud: true })
process.exitCode = code
