import type { Locator, Page, WebSocket } from 'playwright-core'
import { expect } from 'vitest'
import { words as door } from '../../../web/words/phone/door.zh-Hans.ts'
import { words } from '../../../web/words/phone/phone.zh-Hans.ts'
import type { Screen } from './browser.ts'
import { PATIENCE } from './hall.ts'

export const sees = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor()

/** Comes in by the code on the wall: scanned, it is in the address; otherwise it is typed. */
export async function comeIn(
  screen: Screen,
  code: string,
  name: string | null,
  isScanned: boolean,
): Promise<void> {
  const page = await screen.go(isScanned ? `/p/${code}` : '/')
  if (!isScanned) await page.getByLabel(door.codeLabel).fill(code)
  if (name) await page.getByLabel(door.nameLabel).fill(name)
  await page.getByRole('button', { name: name ? door.join : door.joinWithoutName, exact: true }).click()
  await page.getByRole('textbox', { name: words.whatToSay }).waitFor()
}

export async function say({ page }: Screen, text: string, lane: 'open' | 'masked'): Promise<void> {
  const isNamed = lane === 'open'
  await page.getByRole('radio', { name: isNamed ? words.laneOpen : words.laneMasked }).check({ force: true })
  await page.getByRole('textbox', { name: words.whatToSay }).fill(text)
  await sees(page, words.unsent)
  await page.getByRole('button', { name: isNamed ? words.sendOpen : words.sendMasked }).click()
}

/** One's own comments, as the phone lists them. */
export const mine = ({ page }: Screen, text: string): Locator =>
  page.getByRole('region', { name: words.mine }).getByRole('listitem').filter({ hasText: text })

export async function mineIs(screen: Screen, text: string, state: string): Promise<void> {
  await expect
    .poll(() => mine(screen, text).allInnerTexts(), PATIENCE)
    .toEqual([expect.stringContaining(state)])
}

/** Everything that comes down the sockets of a screen, to be searched for what must not be there. */
export function overhear({ page }: Screen): () => string {
  const frames: string[] = []
  const listen = (socket: WebSocket): void =>
    void socket.on('framereceived', ({ payload }) => frames.push(String(payload)))
  page.on('websocket', listen)
  return () => frames.join('\n')
}
