import { existsSync, readFileSync } from 'node:fs'
import { PAGES, sizeOf } from './first-load.mjs'
import { at } from './run.mjs'

const KB = 1000
const BUDGETS = {
  phone: 32 * KB,
  'phone-returning': 45 * KB,
  wall: 32 * KB,
  box: 34 * KB,
  'box-mine': 42 * KB,
  desk: 115 * KB,
  'desk-with-editor': 225 * KB,
  ledger: 60 * KB,
  setup: 40 * KB,
}

function printSizes() {
  const manifestFile = at('dist/web/.vite/manifest.json')
  if (!existsSync(manifestFile)) throw new Error('dist/web is missing: npm run build')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  for (const page of PAGES) {
    const firstLoadGzipBytes = sizeOf(page, manifest, (file) => readFileSync(at('dist/web', file)))
    console.log(JSON.stringify({ page, firstLoadGzipBytes }))
    const over = firstLoadGzipBytes - BUDGETS[page]
    if (over <= 0) continue
    console.error(`${page} is ${over} bytes over its budget of ${BUDGETS[page]}`)
    process.exitCode = 1
  }
}

printSizes()
