import { existsSync, readFileSync } from 'node:fs'
import { sizeOf } from './first-load.mjs'
import { at } from './run.mjs'

const KB = 1000
const BUDGETS = { phone: 20 * KB, wall: 20 * KB, desk: 120 * KB, ledger: null, setup: null }

function printSizes() {
  const manifestFile = at('dist/web/.vite/manifest.json')
  if (!existsSync(manifestFile)) throw new Error('dist/web is missing: npm run build')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  for (const [page, budget] of Object.entries(BUDGETS)) {
    const firstLoadGzipBytes = sizeOf(page, manifest, (file) => readFileSync(at('dist/web', file)))
    console.log(JSON.stringify({ page, firstLoadGzipBytes }))
    if (budget !== null && firstLoadGzipBytes > budget) {
      console.error(`${page} is ${firstLoadGzipBytes - budget} bytes over its budget of ${budget}`)
      process.exitCode = 1
    }
  }
}

printSizes()
