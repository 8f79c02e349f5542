import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { dayInWords } from '../../../shared/words/days.ts'
import { general as published } from '../../../shared/words/public.zh-Hans.ts'
import { hands as hand } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { words as wall } from '../../../web/words/wall/wall.zh-Hans.ts'
import { borrowBrowser, giveBack, Screen } from '../../support/hands/browser.ts'
import * as told from '../../support/records/told-rows.ts'

/** What one surface says of a promise, as its page is built. */
interface Said {
  readonly text: string
  readonly owner: string
  readonly measure: string
  readonly first: string
  readonly now: string
  /** Satisfied, acceptable, not; done, partly, not. */
  readonly hands: readonly number[]
}

const MEASURE = '清水沟 120 米'
const TRUE: Said = {
  ...{ text: '水沟堵了', owner: '王建国', measure: MEASURE, first: '12月5日', now: '12月10日' },
  hands: [9, 3, 1, 11, 2, 0],
}
const rating = {
  ...{ done: 'done', satisfied: 'satisfied' },
  hands: { satisfied: { satisfied: 9, acceptable: 3, not: 1 }, done: { done: 11, partly: 2, not: 0 } },
}
const commitment = {
  ...{ owner: '王建国', measure: MEASURE, firstDueOn: '2026-12-05', dueOn: '2026-12-10' },
  ...{ timesMoved: 1, state: 'open', doneOn: null },
}
const concern = { text: '水沟堵了' }
const RECORDED = {
  matters: [{ commitment, concern }],
  reviewed: [{ commitment, concern, rating }],
  meetingId: 'tonight',
  day: (on: string) => dayInWords(on, 'zh-Hans', '2026-12-13'),
} as unknown as told.Recorded
/** The page stands already: what is wrong on it stays wrong. */
const AT_ONCE = { ...RECORDED, patience: { timeout: 600 } }

const handsOf = ([satisfied = 0, acceptable = 0, no = 0, done = 0, partly = 0, not = 0]: Said['hands']) => ({
  done: { done, partly, not },
  satisfied: { satisfied, acceptable, not: no },
})

type Look = (screen: Screen, recorded: told.Recorded) => Promise<void>

/** Each surface: how its page tells a promise, who compares it, and what it tells wrongly. */
const SURFACES: readonly (readonly [string, (said: Said) => string, Look, Partial<Said>])[] = [
  [
    'the wall',
    ({ text, owner, measure, first, now, hands }) =>
      `<article><h1>${text}</h1><p class="promise">${wall.ownerSays(owner, measure)}</p>
      <dl><dd>${first}</dd><dd>${now}</dd></dl></article>
      <div role="status" aria-label="${wall.raiseHands}">${hands
        .slice(0, 3)
        .map((count) => `<b>${count}</b>`)
        .join('')}<span>${hands.slice(3).join('，')}</span></div>`,
    (screen, recorded) => told.expectWallTells(screen, screen, recorded),
    { hands: [9, 3, 2, 11, 2, 0] },
  ],
  [
    'the desk',
    ({ text, owner }) =>
      `<section aria-label="${hand.fromBefore}"><button><b>${text}</b><span>${owner}，${hand.said(
        rating as never,
      )}</span></button></section>`,
    told.expectDeskTells,
    { owner: '王建军' },
  ],
  [
    'the ledger',
    ({ owner, measure, first, now }) =>
      `<div data-row><p class="what"><b>${measure}</b></p><strong>${owner}</strong>
      <p class="first">${first}</p><p class="now">${now} 1 次</p></div>`,
    told.expectLedgerTells,
    { first: '12月6日' },
  ],
  [
    'the echo wall',
    ({ text, owner, measure, first, now }) =>
      `<table><tbody><tr><th><b>${text}</b><span>${published.doing([owner], measure)}</span></th>
      <td class="first">${first}</td><td class="now">${now}</td></tr></tbody></table>`,
    told.expectEchoWallTells,
    { now: '12月11日' },
  ],
  [
    'the minutes',
    ({ owner, measure, first, hands }) =>
      `<section><h2>${published.reviewedTitle}</h2><ul><li><p>${measure} ${published.byDay(owner, first)}</p>
      <b>${published.handsFor(handsOf(hands))}</b></li></ul></section>`,
    told.expectMinutesTell,
    { hands: [9, 3, 1, 10, 2, 0] },
  ],
  [
    'the phone',
    ({ text, owner, measure, first, now }) =>
      `<article><h2>${text}</h2><p class="who">${mine.promised(owner)}${measure}</p>
      <p class="days">${first} ${now}</p></article>`,
    (screen, recorded) => told.expectPhoneTells(screen, recorded, [TRUE.text]),
    { measure: '清水沟 12 米' },
  ],
]

let browser: Browser
let screen: Screen
beforeAll(async () => {
  browser = await borrowBrowser()
  const context = await browser.newContext()
  screen = new Screen('about:blank', context, await context.newPage())
})
afterAll(() => giveBack(browser))

for (const [surface, page, look, wrong] of SURFACES)
  test(`${surface} that tells one thing wrongly, a row too few or one too many is caught`, async () => {
    await screen.page.setContent(page(TRUE))
    await look(screen, RECORDED)
    for (const html of [page({ ...TRUE, ...wrong }), '', `${page(TRUE)}${page({ ...TRUE, ...wrong })}`]) {
      await screen.page.setContent(html)
      await expect(look(screen, AT_ONCE)).rejects.toThrow()
    }
  })
