import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../../shared/words/language.ts'
import { seen, type Shot } from '../../pictures/camera.ts'
import { openPicturedInstance, type PicturedInstance } from '../../pictures/instance.ts'
import { Stage, STOPS } from '../../pictures/story.ts'
import {
  DESK,
  openScreen,
  PHONE,
  startReadersBrowser,
  type Screen,
  type View,
} from '../../support/hands/browser.ts'
import { unseenFocus } from '../../support/hands/keyboard.ts'
import { layoutFaults, viewsAround } from '../../support/hands/layout.ts'

const GRAVE = ['serious', 'critical']
const ofAxe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
/** Every page takes it in anew: the short form is half as long. */
const axeSource = readFileSync(ofAxe.resolve('axe-core/axe.min.js'), 'utf8')
/** What a rule says of its weight stands above what its checks say: these never find anything grave. */
const NEVER_GRAVE = ruleWeights()
  .filter(({ impact }) => impact && !GRAVE.includes(impact))
  .map(({ id }) => id)
const MAX_FOCUS_STOPS = 30
/** A stop of the story has up to twelve pages, each in several windows. */
const PAGES_MS = 480_000
/** Every page once more as others read it. */
const OTHERWISE: readonly { readonly language: Language; readonly letters: '24' | '30' }[] = [
  { language: 'zh-Hant', letters: '24' },
  { language: 'en', letters: '30' },
]
const ONCE_MORE = [
  'setup',
  'phone-code',
  'desk-home',
  'desk-people',
  'desk-read-back',
  'ledger',
  'public-echo-wall',
]
/** These are only looked at for how they lie. */
const LAID_OUT_ONCE_MORE = [
  'public-township-month',
  'phone-promises',
  'box',
  'visits',
  'desk-signed',
  'public-month',
  'public-minutes',
  'public-who',
]

function ruleWeights(): readonly { readonly id: string; readonly impact: string | null }[] {
  return (ofAxe('axe-core') as { _audit: { rules: ReturnType<typeof ruleWeights> } })._audit.rules
}

async function graveFaults(page: Page): Promise<string[]> {
  // What is in order need not be told node by node.
  const axe = new AxeBuilder({ page, axeSource })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .disableRules(NEVER_GRAVE)
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' · ')}`)
}

/** Whether the focus came round to where it began. A date is several stops of one element. */
const isRoundDone = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const walk = window as Window & { walk?: { first: Element; last: Element } }
    const here = document.activeElement
    if (!here || here === document.body) return false
    const { first, last } = walk.walk ?? { first: here, last: here }
    walk.walk = { first, last: here }
    return here === first && last !== first
  })

async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = []
  for (let stops = 0; stops < MAX_FOCUS_STOPS && !(await isRoundDone(page)); stops++) {
    await page.keyboard.press('Tab')
    unseen.push(...(await unseenFocus(page)))
  }
  return [...new Set(unseen)].map((element) => `focus is not seen on ${element}`)
}

describe('what lies badly on a page is found', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startReadersBrowser()
  })
  afterAll(() => browser.close())

  const found = async (body: string): Promise<string[]> => {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } })
    await page.setContent(`<style>body, p { margin: 0; font: 16px/20px sans-serif }</style>${body}`)
    const faults = await layoutFaults(page)
    await page.close()
    return faults
  }

  test.each([
    [
      'a column of single letters',
      '<p style="width: 1em; word-break: break-all">lanterns</p>',
      /one character a line/,
    ],
    ['words over words', '<p>lanterns</p><p style="margin-top: -16px">bridge</p>', /lies over/],
    [
      'words past the edge',
      '<p style="width: 3em; overflow: hidden; white-space: nowrap">lanterns</p>',
      /cut off/,
    ],
    ['a page wider than its window', '<p style="width: 400px">lanterns</p>', /the page is 400 wide in 360/],
  ])('%s', async (_, body, fault) => {
    expect(await found(body)).toEqual([expect.stringMatching(fault)])
  })

  test('and so are words too pale to read', async () => {
    const page = await browser.newPage()
    await page.setContent('<p style="color: #bbb; background: #fff">lanterns at the bridge</p>')
    expect(await graveFaults(page)).toContainEqual(expect.stringMatching(/^color-contrast/))
    await page.close()
  })

  test('and what lies well, or can be scrolled to, is none', async () => {
    const scrolled = '<div style="overflow-x: auto"><p style="width: 400px">lanterns at the bridge</p></div>'
    const shortened = '<p style="width: 3em; overflow: hidden; text-overflow: ellipsis">lanterns</p>'
    expect(await found(`<h1>Bridge</h1><p>lanterns</p>${scrolled}${shortened}`)).toEqual([])
  })
})

describe('everybody can use every page', () => {
  let browser: Browser
  let instance: PicturedInstance
  let stage: Stage
  const screens = new Map<string, Screen>()

  beforeAll(async () => {
    browser = await startReadersBrowser()
    instance = await openPicturedInstance()
    stage = new Stage(instance)
  })
  afterAll(async () => {
    await browser.close()
    await instance.close()
  })

  /** One browser for all pages that the same person reads in the same way: what they share is fetched once. */
  async function screenFor({ cookie, language, letters }: Shot, view: View): Promise<Screen> {
    const key = JSON.stringify([cookie, language, letters, view])
    const options = { ...(cookie && { cookie }), ...(language && { language }), ...(letters && { letters }) }
    const screen = screens.get(key) ?? (await openScreen(browser, instance.url, view, options))
    screens.set(key, screen)
    return screen
  }

  async function faultsOf(shot: Shot, view: View, label: string): Promise<string[]> {
    const screen = await screenFor(shot, view)
    const page = await screen.context.newPage()
    await page.goto(new URL(shot.address, instance.url).href)
    await seen(page, shot.ready)
    await shot.act?.(page, view)
    const isOnlyLaidOut = LAID_OUT_ONCE_MORE.includes(shot.name) && shot.letters !== undefined
    const faults = isOnlyLaidOut ? [] : await graveFaults(page)
    if (view === DESK && !isOnlyLaidOut) faults.push(...(await unseenStops(page)))
    for (const size of viewsAround(shot.name, view)) {
      await page.setViewportSize(size)
      const broken = await layoutFaults(page)
      faults.push(...broken.map((fault) => `in a window of ${size.width} × ${size.height} ${fault}`))
    }
    await page.close()
    return [...faults, ...screen.problems.splice(0)].map((fault) => `${label}: ${fault}`)
  }

  for (const { name, reach } of STOPS)
    test(
      name,
      async () => {
        const faults: string[] = []
        for (const shot of await reach(stage)) {
          const views = shot.views ? [shot.views[0]!] : [PHONE, DESK]
          for (const view of views) faults.push(...(await faultsOf(shot, view, `${shot.name} ${view.width}`)))
          if (![...ONCE_MORE, ...LAID_OUT_ONCE_MORE].includes(shot.name)) continue
          for (const other of OTHERWISE) {
            const act = (page: Page): Promise<void> => page.getByRole('heading').first().waitFor()
            const again = { ...shot, ...other, ready: /./, act }
            const view = LAID_OUT_ONCE_MORE.includes(shot.name) ? views[0]! : views.at(-1)!
            faults.push(...(await faultsOf(again, view, `${shot.name} ${other.language}`)))
          }
        }
        expect(faults).toEqual([])
      },
      PAGES_MS,
    )
})
