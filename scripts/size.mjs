import { existsSync, readFileSync } from 'node:fs'
import { PAGES, sizeOf } from './first-load.mjs'
import { at } from './run.mjs'

const KB = 1000
const BUDGETS = { phone: 20 * KB, box: 20 * KB, wall: 20 * KB, desk: 120 * KB }

function printSizes() {
  const manifestFile = at('dist/web/.vite/manifest.json')
  if (!existsSync(manifestFile)) throw new Error('dist/web is missing: npm run build')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  for (const page of PAGES) {
    const firstLoadGzipBytes = sizeOf(page, manifest, (file) => readFileSync(at('dist/web', file)))
    console.log(JSON.stringify({ page, firstLoadGzipBytes }))
    const over = firstLoadGzipBytes - (BUDGETS[page] ?? Infinity)
    if (over <= 0) continue
    console.error(`${page} is ${over} bytes over its budget of ${BUDGETS[page]}`)
    process.exitCode = 1
  }
}

printSizes()
