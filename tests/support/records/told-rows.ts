import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { ReviewedPromise, ReviewView } from '../../../shared/agenda/review.ts'
import { isReportedDone } from '../../../shared/commitments/commitment.ts'
import type { LedgerMatter } from '../../../shared/ledger/ledger.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { general as published } from '../../../shared/words/public.zh-Hans.ts'
import { hands as hand } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import { words as wall } from '../../../web/words/wall/wall.zh-Hans.ts'
import { wholeLedger } from './books.ts'
import type { Screen } from '../hands/browser.ts'
import type { Client } from '../running/client.ts'
import { hit } from '../hands/desk-hands.ts'
import { PATIENCE } from '../hands/hall.ts'

/** What is recorded of the promises that an evening looks at; every screen must tell exactly this. */
export interface Recorded {
  readonly matters: readonly LedgerMatter[]
  readonly reviewed: readonly ReviewedPromise[]
  readonly meetingId: string
  readonly day: (on: string) => string
  /** How long a screen may take to tell it. */
  readonly patience?: { readonly timeout: number }
}

export async function readRecorded(client: Client, meetingId: string, today: string): Promise<Recorded> {
  const at = `/api/places/${client.placeId}`
  const { promises }: ReviewView = await client.read(`${at}/meetings/${meetingId}/review`)
  return {
    matters: await wholeLedger(client, `${at}/ledger`),
    reviewed: promises,
    meetingId,
    day: (on) => dayInWords(on, 'zh-Hans', today),
  }
}

type Row = readonly string[]
type Told = () => Promise<readonly Row[]>

const DAY = /(?:\d{4}年)?\d{1,2}月\d{1,2}日/g
const daysIn = (text: string): string[] => text.match(DAY) ?? []
const textOf = async (found: Locator): Promise<string> => (await found.innerText()).trim()
const sorted = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => a.join().localeCompare(b.join()))
const expectRows = (told: Told, rows: readonly Row[], { patience = PATIENCE }: Recorded): Promise<void> =>
  expect.poll(async () => sorted(await told()), patience).toEqual(sorted(rows))
const rowsIn = async (found: Locator, read: (one: Locator) => Promise<Row>): Promise<Row[]> =>
  Promise.all((await found.all()).map(read))

/** First day and present day, told once where they are one day. */
const firstAndNow = ({ firstDueOn, dueOn }: { firstDueOn: string; dueOn: string }): string[] => [
  ...new Set([firstDueOn, dueOn]),
]

/** The facilitator turns to each promise of before, and the wall tells it as it is recorded, hands included. */
export async function expectWallTells(desk: Screen, screen: Screen, recorded: Recorded): Promise<void> {
  const { reviewed, day } = recorded
  const sheet = screen.page.locator('article')
  for (const _ of reviewed) await hit(desk, ',')
  for (const [at, { commitment, concern, rating }] of reviewed.entries()) {
    const { done, satisfied } = rating!.hands!
    const hands = [...Object.values(satisfied), ...Object.values(done)].map(String)
    await expectRows(
      async () => {
        const shown = [await textOf(sheet.locator('h1')), await textOf(sheet.locator('.promise'))]
        const days = daysIn((await sheet.locator('dd').allInnerTexts()).join())
        const counted = screen.page.getByRole('status', { name: wall.raiseHands })
        const numbers = await counted.locator('b').allInnerTexts()
        const others = (await textOf(counted.locator('span'))).replace(DAY, '').match(/\d+/g) ?? []
        return [[...shown, ...days, ...numbers, ...others]]
      },
      [
        [
          concern!.text,
          wall.ownerSays(commitment.owner, commitment.measure),
          ...firstAndNow(commitment).map(day),
          ...hands,
        ],
      ],
      recorded,
    )
    if (at + 1 < reviewed.length) await hit(desk, '.')
  }
}

/** The desk lists all of them, with who promised and what the hall said of it. */
export const expectDeskTells = ({ page }: Screen, recorded: Recorded): Promise<void> =>
  expectRows(
    async () => {
      const list = page.getByRole('region', { name: hand.fromBefore })
      return rowsIn(list.getByRole('button').filter({ has: page.locator('b') }), async (one) => [
        await textOf(one.locator('b')),
        await textOf(one.locator('span')),
      ])
    },
    recorded.reviewed.map(({ commitment, concern, rating }) => [
      concern!.text,
      [
        commitment.owner,
        hand.said(rating!),
        // Judged "not", it runs on until another day.
        ...(commitment.state === 'open' && commitment.timesReopened > 0
          ? [hand.runsUntil(recorded.day(commitment.dueOn))]
          : []),
      ].join('，'),
    ]),
    recorded,
  )

/** The ledger's rows, once they are drawn. */
export const expectLedgerTells = ({ page }: Screen, recorded: Recorded): Promise<void> =>
  expectRows(
    () =>
      rowsIn(page.locator('[data-row]'), async (one) => [
        await textOf(one.locator('.what > b')),
        await textOf(one.locator('strong')),
        ...daysIn(`${await textOf(one.locator('.first'))} ${await textOf(one.locator('.now'))}`),
        (await textOf(one.locator('.now'))).match(/\d+ 次/)?.[0] ?? '',
      ]),
    recorded.matters.map(({ commitment }) => [
      commitment.measure,
      commitment.owner,
      ...bookDays(commitment).map(recorded.day),
      commitment.timesMoved > 0 ? `${commitment.timesMoved} 次` : '',
    ]),
    recorded,
  )

/** Of what was reported done a book tells that day instead of the present one. */
const bookDays = (commitment: LedgerMatter['commitment']): string[] => [
  commitment.firstDueOn,
  isReportedDone(commitment) ? commitment.doneOn! : commitment.dueOn,
]

/** The public sheet: matter, who does what, both days. */
export const expectEchoWallTells = ({ page }: Screen, recorded: Recorded): Promise<void> =>
  expectRows(
    () =>
      rowsIn(page.locator('tbody tr'), async (one) => [
        await textOf(one.locator('th b')),
        await textOf(one.locator('th span')),
        ...daysIn(await textOf(one.locator('.first'))),
        ...daysIn(await textOf(one.locator('.now'))),
      ]),
    recorded.matters.map(({ commitment, concern }) => [
      concern!.text,
      published.doing([commitment.owner], commitment.measure),
      ...bookDays(commitment).map(recorded.day),
    ]),
    recorded,
  )

/** The public minutes: what was promised, by whom, for which day, and every hand. */
export const expectMinutesTell = ({ page }: Screen, recorded: Recorded): Promise<void> =>
  expectRows(
    async () => {
      const list = page.locator('section').filter({ has: page.getByText(published.reviewedTitle) })
      return rowsIn(list.locator('li'), async (one) => [
        await textOf(one.locator('p').first()),
        await textOf(one.locator('b')),
      ])
    },
    recorded.reviewed.map(({ commitment: { measure, owner, firstDueOn }, rating }) => [
      `${measure} ${published.byDay(owner, recorded.day(firstDueOn))}`,
      published.handsFor(rating!.hands!),
    ]),
    recorded,
  )

/** What one phone follows: its matters with the promise, both days and what became of each. */
export const expectPhoneTells = (
  { page }: Screen,
  recorded: Recorded,
  texts: readonly string[],
): Promise<void> =>
  expectRows(
    () =>
      rowsIn(page.getByRole('article').filter({ has: page.locator('.who') }), async (one) => [
        await textOf(one.locator('h2')),
        await textOf(one.locator('.who')),
        ...new Set(daysIn(await textOf(one.locator('.days')))),
      ]),
    recorded.matters
      .filter(({ concern }) => texts.includes(concern!.text))
      .map(({ commitment, concern }) => [
        concern!.text,
        `${mine.promised(commitment.owner)}${commitment.measure}`,
        ...firstAndNow(commitment).map(recorded.day),
      ]),
    recorded,
  )
