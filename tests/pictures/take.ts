import { rmSync } from 'node:fs'
import path from 'node:path'
import { startBrowser } from '../support/hands/browser.ts'
import { Camera } from './camera.ts'
import { openPicturedInstance } from './instance.ts'
import { pieces, servePieces } from './pieces.ts'
import { Stage, STOPS } from './story.ts'

const FOLDER = path.join(import.meta.dirname, '../../.pictures')

const say = (line: string): void => void process.stderr.write(`${line}\n`)

rmSync(FOLDER, { recursive: true, force: true })
const browser = await startBrowser()
const instance = await openPicturedInstance()
try {
  const camera = new Camera(browser, instance.url, FOLDER, say)
  const stage = new Stage(instance)
  for (const { reach } of STOPS) await camera.take(...(await reach(stage)))
  const development = await servePieces()
  const ofPieces = new Camera(browser, development.url, FOLDER, say)
  await ofPieces.take(...pieces).finally(development.close)
  const problems = [...camera.problems, ...ofPieces.problems]
  for (const problem of problems) say(`  ${problem}`)
  say(`${camera.taken + ofPieces.taken} pictures in .pictures, ${problems.length} problems`)
  if (problems.length > 0) process.exitCode = 1
} finally {
  await browser.close()
  await instance.close()
}
