import type { Locator } from 'playwright-core'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { evening } from '../../../web/words/desk/evening.zh-Hans.ts'
import { promise } from '../../../web/words/meeting.zh-Hans.ts'
import { compose, type Screen } from './browser.ts'
import { sees } from './phone-hands.ts'

const press = ({ page }: Screen, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click()

export async function typeLogIn(screen: Screen, loginName: string, password: string): Promise<void> {
  const page = await screen.go('/desk/login')
  await page.getByLabel(desk.loginName, { exact: true }).fill(loginName)
  await page.getByLabel(desk.password, { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

export async function logIn(screen: Screen, loginName: string, password: string): Promise<void> {
  await typeLogIn(screen, loginName, password)
  await screen.page.getByRole('heading', { name: desk.tonight }).waitFor()
}

/** Plans an evening from a format with one more matter; gives the address of its wall. */
export async function plan(
  screen: Screen,
  format: string,
  title: string,
  matters: readonly string[],
): Promise<string> {
  const { page } = screen
  const another = page.locator('summary').filter({ hasText: desk.planOther })
  if (await another.isVisible()) await another.click()
  await page.getByRole('radio', { name: format }).check({ force: true })
  await page.getByRole('textbox', { name: desk.title, exact: true }).fill(title)
  for (const matter of matters) {
    await page.getByRole('textbox', { name: desk.addItem }).fill(matter)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: desk.plan, exact: true }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  const wall = page.getByRole('link', { name: desk.wall })
  return (await wall.getAttribute('href')) ?? ''
}

export async function openTonight(screen: Screen): Promise<string> {
  await press(screen, new RegExp(`^${desk.open}`))
  const code = screen.page.getByText(/^\d{4,8}$/).first()
  await code.waitFor()
  return (await code.textContent()) ?? ''
}

/** A key of the desk, with the caret outside of every text. */
export async function hit({ page }: Screen, key: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press(key)
}

const incoming = ({ page }: Screen): Locator => page.getByRole('region', { name: evening.incoming })

export const comment = (screen: Screen, text: string): Locator =>
  incoming(screen).getByRole('listitem').filter({ hasText: text })

export async function look(screen: Screen, list: 'held' | 'shown'): Promise<void> {
  const name = list === 'held' ? /句等着/ : /^上过墙/
  await incoming(screen).getByRole('button', { name }).click()
}

export const choose = (screen: Screen, text: string): Promise<void> =>
  comment(screen, text).getByText(text).click()

export async function showOnWall(screen: Screen, text: string): Promise<void> {
  await choose(screen, text)
  await screen.page.keyboard.press('Enter')
  await comment(screen, text).waitFor({ state: 'detached' })
}

/** Types what somebody in the hall has said. */
export async function sayFor(screen: Screen, name: string, text: string): Promise<void> {
  await hit(screen, 'k')
  await screen.page.keyboard.insertText(name)
  await screen.page.keyboard.press('Enter')
  await compose(screen, 'ta', text)
  await screen.page.keyboard.press('Enter')
  await sees(screen.page, evening.saidFor(name))
}

export const open = ({ page }: Screen): Locator => page.getByRole('region', { name: evening.unsettled })
export const promised = ({ page }: Screen): Locator =>
  page.getByRole('region', { name: evening.promisedTonight })

export interface SpokenPromise {
  readonly who: string
  readonly how: string
  readonly byWhen: string
}

/** Fills the strip below the minutes, part after part with Enter, and reads it back on the wall. */
export async function promiseAndReadBack({ page }: Screen, spoken: SpokenPromise): Promise<void> {
  const strip = page.getByRole('form', { name: promise.promise })
  await strip.getByLabel(promise.who, { exact: true }).fill(spoken.who)
  await page.keyboard.press('Enter')
  await strip.getByLabel(promise.how, { exact: true }).fill(spoken.how)
  await page.keyboard.press('Enter')
  await strip.getByLabel(promise.byWhen, { exact: true }).fill(spoken.byWhen)
  await page.keyboard.press('Control+Enter')
  await strip.waitFor({ state: 'detached' })
  await sees(promised({ page } as Screen), spoken.how)
}

export async function close(screen: Screen): Promise<void> {
  await press(screen, evening.closeEvening)
  await sees(screen.page, evening.closeSure)
  const dialog = screen.page.getByRole('dialog')
  await dialog.getByRole('button', { name: evening.closeYes, exact: true }).click()
  await screen.page.getByRole('heading', { name: evening.closedTitle }).waitFor()
}

export async function sign({ page }: Screen, label: string): Promise<void> {
  await page.getByRole('heading', { name: evening.closedTitle }).waitFor()
  await page.getByRole('checkbox', { name: evening.haveRead }).check()
  await page.getByRole('button', { name: label }).click()
}
