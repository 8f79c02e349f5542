import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { DESK, openScreen, startBrowser } from '../support/hands/browser.ts'
import { Client } from '../support/running/client.ts'
import { bringRosterIn, chooseRoster, rosterRows } from '../support/hands/roster-hands.ts'
import { startInstance } from './playing/instance.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const FOUNDER = '周文'
const VILLAGE = {
  ...{ villageName: '石桥村', townshipName: '青石镇', facilitatorName: FOUNDER, loginName: 'zhouwen' },
  ...{ password: '石桥村口的老槐树底下', key: null, language: 'zh-Hans' },
}

/** Name, household and grid of everybody whom a list of real life holds. */
const RIGHT: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'roster-title-padded.csv': [
    ['王三', '王三', '东头网格'],
    ['李四', '李四', '东头网格'],
    ['王小三', '王三', '东头网格'],
  ],
  'roster-numbered.txt': [
    ['王三', '东头21号', ''],
    ['李四', '东头22号', ''],
  ],
  'roster-spaces.csv': [['王三', '东头21号', '']],
  'roster-tabs.csv': [
    ['王三', '王三', '东头网格'],
    ['李四', '李四', '东头网格'],
  ],
}

const inOrder = (rows: readonly (readonly string[])[]): string =>
  JSON.stringify(rows.map((row) => row.join('|')).sort())

/** What the command line reads of a list without writing anything. */
async function readByAdmin(file: string, placeId: string, env: NodeJS.ProcessEnv): Promise<string[][]> {
  const args = ['server/app/admin.ts', 'import-roster', file, '--place', placeId, '--dry-run']
  const admin = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  admin.stdout.on('data', (chunk) => (said += String(chunk)))
  await once(admin, 'close')
  const lines = said.split('\n').filter((line) => line.startsWith('{"row"'))
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ ok }) => ok)
    .map(({ values: { name, household, grid } }) => [name, household ?? '', grid ?? ''])
}

/** Brings one list into a village of its own: tried on the command line, then through the page. */
async function bringIn(browser: Browser, file: string) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-roster-'))
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' }
  const server = await startInstance(0, env)
  try {
    const founder = new Client(server.url)
    const { body } = await founder.post('/api/setup/village', VILLAGE)
    founder.placeId = body.places[0].id
    const tried = await readByAdmin(path.resolve(file), founder.placeId, env)
    const screen = await openScreen(browser, server.url, DESK, { cookie: founder.cookie })
    await screen.go('/desk/people')
    await chooseRoster(screen, { name: path.basename(file), buffer: readFileSync(file) })
    await bringRosterIn(screen, tried.length)
    await screen.context.close()
    const written = (await rosterRows(founder)).filter(([name]) => name !== FOUNDER)
    return { tried, written, problems: screen.problems }
  } finally {
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const browser = await startBrowser()
try {
  const files = process.argv.slice(2)
  if (files.length === 0) throw new Error('npm run rosters -- FILE…')
  for (const file of files) {
    const name = path.basename(file)
    const right = RIGHT[name]
    const { tried, written, problems } = await bringIn(browser, file)
    // A list of which nobody said what is right must at least read the same both ways.
    const isRight =
      problems.length === 0 &&
      inOrder(written) === inOrder(tried) &&
      (right === undefined || inOrder(written) === inOrder(right)) &&
      !/\d{15}/.test(JSON.stringify([tried, written]))
    process.stdout.write(`${JSON.stringify({ file: name, tried, written, problems, isRight })}\n`)
    if (!isRight) process.exitCode = 1
  }
} finally {
  await browser.close()
}
