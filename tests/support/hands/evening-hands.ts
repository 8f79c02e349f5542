import { expect } from 'vitest'
import { hands as hand } from '../../../web/words/phone/villagers.zh-Hans.ts'
import { waiting } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { countActions } from './actions.ts'
import type { Screen } from './browser.ts'
import * as hands from './desk-hands.ts'
import { PATIENCE } from './hall.ts'
import { say, sees } from './phone-hands.ts'

/** Said on a phone, and made a matter at the desk. */
export async function raise(desk: Screen, phone: Screen, text: string): Promise<void> {
  await say(phone, text, 'open')
  await hands.comment(desk, text).waitFor()
  await hands.choose(desk, text)
  await desk.page.keyboard.press('c')
  await sees(hands.open(desk), text)
}

/** Raised, and given its outcome by one key and what is filled in under it. */
export async function raiseAndSettle(
  desk: Screen,
  phone: Screen,
  text: string,
  key: 'a' | 'r' | 'v' | 'd',
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  await raise(desk, phone, text)
  await settle(desk, text, key, typed)
}

/** The open matter that is chosen gets its outcome. */
export async function settle(
  desk: Screen,
  text: string,
  key: 'a' | 'r' | 'v' | 'd',
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  await desk.page.keyboard.press(key)
  for (const [label, words] of Object.entries(typed))
    await desk.page.getByLabel(label, { exact: true }).fill(words)
  await desk.page.keyboard.press('Enter')
  await hands.open(desk).getByText(text).waitFor({ state: 'detached' })
}

/** Raised, promised, read back and nodded to. */
export async function raiseAndPromise(
  desk: Screen,
  phone: Screen,
  text: string,
  spoken: hands.SpokenPromise,
): Promise<void> {
  await raise(desk, phone, text)
  await desk.page.keyboard.press('p')
  await hands.promiseAndReadBack(desk, spoken)
  await hands.hit(desk, 'y')
  await expect.poll(() => hands.promised(desk).innerText(), PATIENCE).toContain(spoken.how)
}

/** Hands for both questions, as two people counted them. */
export async function countHands(desk: Screen, numbers: readonly string[], teller?: string): Promise<void> {
  await hands.hit(desk, 'u')
  const form = desk.page.locator('form').filter({ hasText: hand.wasItDone })
  const fields = form.locator('input')
  for (const [at, text] of numbers.entries()) await fields.nth(at).fill(text)
  if (teller) await fields.nth(7).fill(teller)
  await desk.page.keyboard.press('Enter')
}

/** A township takes a matter that was handed up, on its first screen; tells how many actions that took. */
export async function takeHandUp(township: Screen, townshipId: string, text: string): Promise<number> {
  const page = await township.go(`/ledger?place=${townshipId}`)
  const box = page.locator('li[data-matter]').filter({ hasText: text }).getByRole('checkbox')
  await box.waitFor()
  const actions = await countActions(township)
  await box.click()
  await page.getByRole('button', { name: waiting.accept(1) }).click()
  await box.waitFor({ state: 'detached' })
  return actions()
}
