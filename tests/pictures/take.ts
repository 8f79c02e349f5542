import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'
import { Camera } from './camera.ts'
import { openSampleVillage } from './cast.ts'
import { playCouncil } from './council.ts'
import { openPicturedInstance, type PicturedInstance } from './instance.ts'
import { closeAndSign, playPast } from './past.ts'
import * as shots from './shots.ts'
import { Tonight } from './tonight.ts'

const FOLDER = path.join(import.meta.dirname, '../../.pictures')

const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function takeAll(browser: Browser, instance: PicturedInstance): Promise<Camera> {
  const camera = new Camera(browser, instance.url, FOLDER, say)
  await camera.take(...shots.beforeAnything())
  const cast = await openSampleVillage(instance.url, instance.clock)
  await playPast(cast)
  await camera.take(...shots.council(cast, await playCouncil(cast)))
  const tonight = new Tonight(cast)
  await tonight.plan()
  await camera.take(...shots.planned(cast, tonight))
  await tonight.talk()
  await camera.take(...shots.talking(cast, tonight))
  await tonight.readBack()
  await camera.take(...shots.readBack(cast, tonight))
  await tonight.nod()
  await camera.take(...shots.nodded(tonight))
  await tonight.goOn()
  await camera.take(...shots.goingOn(tonight))
  await tonight.close()
  await camera.take(...shots.closed(cast, tonight))
  await closeAndSign(cast, tonight.meetingId)
  await camera.take(...shots.signed(cast, tonight))
  tonight.leave()
  return camera
}

rmSync(FOLDER, { recursive: true, force: true })
const browser = await startBrowser()
const instance = await openPicturedInstance()
try {
  const { taken, problems } = await takeAll(browser, instance)
  for (const problem of problems) say(`  ${problem}`)
  say(`${taken} pictures in .pictures, ${problems.length} problems`)
  if (problems.length > 0) process.exitCode = 1
} finally {
  await browser.close()
  await instance.close()
}
