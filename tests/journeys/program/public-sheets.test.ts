import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { echoWallOf } from '../../../server/public/echo-wall.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { MonthPage } from '../../../shared/protocol/public.ts'
import { added, type MonthRow, type MonthSums } from '../../../shared/ledger/month/month.ts'
import { month as monthWords } from '../../../shared/words/public.zh-Hans.ts'
import { startReadersBrowser } from '../../support/hands/browser.ts'
import { aConcern, anEvening, aPromise } from '../../support/villages/evening.ts'
import { publicPage } from '../../support/records/public-page.ts'

const NOTHING_AROUND = { published: [], planned: [], address: null, addresses: new Map<string, string>() }
const TODAY = '2026-12-12'
let browser: Browser
beforeAll(async () => {
  browser = await startReadersBrowser()
})
afterAll(() => browser.close())

const styles = (file: string): string => {
  const at = path.join(import.meta.dirname, '../../../web/ui/styles', file)
  return readFileSync(at, 'utf8').replace(/@import '\.\/([a-z.]+)';/g, (_, inner: string) => styles(inner))
}
const CSS = `${styles('public.css')} @media screen and (max-width: 860px) {${styles('public-narrow.css')}}`

async function opened(body: string, width: number, rootSize?: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  const larger = rootSize
    ? `<style>:root[data-mode='notice']{font-size:${rootSize}px !important}</style>`
    : ''
  await page.setContent(
    `<!doctype html><html lang="zh-Hans" data-mode="notice" data-mood="day"><meta name="viewport" content="width=device-width"><style>${CSS}</style>${larger}<body>${body}</body></html>`,
  )
  return page
}

const { place } = anEvening()
const monthSheet = (changed: Partial<MonthPage>): string =>
  publicPage({
    kind: 'month',
    place,
    month: '2026-11',
    today: TODAY,
    own: null,
    below: [],
    countersigns: [],
    levels: {},
    above: null,
    ...changed,
  })

const sums = (changed: Partial<MonthSums>): MonthSums => ({ ...added([]), ...changed })
const busy = sums({ promised: 31, kept: 12, keptInTime: 9, overdue: 7, raised: 40, responded: 38 })
const villages = (count: number): MonthRow[] =>
  Array.from({ length: count }, (_, at) => ({
    names: [`${'上下东西南北'[at % 6]}${'河沟店湾岭坡'[at % 5]}第${at + 1}自然村`],
    sums: { ...busy, due: 14, resolved: 9, rated: at % 2 ? 1 : 12, satisfied: at % 2 ? 0 : 9 },
  }))
const promises = (count: number): Commitment[] =>
  Array.from({ length: count }, (_, at) =>
    aPromise(`p${at}`, {
      ...{ state: 'open', firstDueOn: '2026-11-10', dueOn: '2026-11-20', timesMoved: 1 },
      measure: `把第 ${at + 1} 组的路灯线路重新排查一遍，坏的灯泡和开关都换新的`,
    }),
  )

test.each([1, 12, 24, 40])('the month of a township with %i villages is one printed sheet', async (count) => {
  const page = await opened(monthSheet({ below: villages(count) }), 1200)
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  await page.close()
})

test('the month of a village with all the rows it may show is one printed sheet', async () => {
  const own = { sums: busy, rows: { overdue: promises(30), kept: promises(30) }, verdicts: {} }
  const page = await opened(monthSheet({ own }), 1200)
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  await page.close()
})

const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

test('on a phone every number of a township month says what it counts', async () => {
  const page = await opened(monthSheet({ below: villages(6) }), 360)
  const row = page.locator('.places tbody tr').first()
  for (const name of ['件答应了', '件过了日子', monthWords.rate.satisfaction])
    expect(await row.getByText(name, { exact: true }).isVisible()).toBe(true)
  expect(await sticksOut(page)).toEqual([])
  await page.close()
})

test('a rate from one answer is on no sheet', async () => {
  const one = { ...busy, rated: 1, satisfied: 0 }
  for (const sheet of [
    monthSheet({ own: { sums: one, rows: { overdue: [], kept: [] }, verdicts: {} } }),
    monthSheet({ below: [{ names: ['上河村'], sums: one }] }),
  ]) {
    expect(sheet).toContain(monthWords.tooFew)
    expect(sheet).not.toContain(monthWords.rateWhat.satisfaction(0, 1))
    expect(sheet).not.toMatch(/>\s*0%/)
  }
})

test.each([
  [360, 18],
  [540, 27],
  [1366, 30],
  [1920, 20],
])('at %i px and letters of %i px no number of the echo wall lies over its matter', async (width, size) => {
  const concerns = [7, 99, 227, 12345].map((no) => aConcern(`c${no}`, `第 ${no} 件：路灯不亮`, { no }))
  const commitments = concerns.map(({ id }) => aPromise(`p-${id}`, { state: 'open', concernId: id }))
  const view = {
    ...{ asOf: 1, place, today: TODAY, concerns, commitments, dueChanges: [], meetings: [], newerDays: [] },
    ...{ progress: [], photos: [] },
  }
  const page = await opened(publicPage(echoWallOf(view, NOTHING_AROUND)), width, size)
  const overlaps = await page.locator('tbody tr').evaluateAll(
    (rows) =>
      rows.filter((row) => {
        const range = document.createRange()
        range.selectNodeContents(row.querySelector('.no')!)
        const number = range.getBoundingClientRect()
        range.selectNodeContents(row.querySelector('th')!)
        return number.right > range.getBoundingClientRect().left
      }).length,
  )
  expect(overlaps).toBe(0)
  // The frame of what is late stands around the row, not inside it.
  const bars = await page
    .locator('.late tbody td')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderLeftWidth))
  if (width < 760) expect(new Set(bars)).toEqual(new Set(['0px']))
  await page.close()
})

const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sheet *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 80)),
  )
