import type { Page } from 'playwright-core'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { invited, places } from '../../../web/words/village/places.zh-Hans.ts'
import { words as setup } from '../../../web/words/setup/setup.zh-Hans.ts'
import type { Screen } from './browser.ts'
import type { Client } from '../running/client.ts'
import { sees } from './phone-hands.ts'

/** A county or township set up on the first page of a new instance. */
export async function setUpAbove(
  screen: Screen,
  kind: 'county' | 'township',
  typed: { name: string; below: readonly string[]; who: string; loginName: string; password: string },
): Promise<void> {
  const page = await screen.go('/')
  await page.getByRole('button', { name: setup.aboveTitle[kind] }).click()
  await page.getByLabel(setup.aboveName[kind], { exact: true }).fill(typed.name)
  await page.getByLabel(setup.below[kind], { exact: true }).fill(typed.below.join('\n'))
  await page.getByLabel(setup.governorName, { exact: true }).fill(typed.who)
  await page.getByLabel(setup.loginName, { exact: true }).fill(typed.loginName)
  await page.getByLabel(setup.password, { exact: true }).fill(typed.password)
  await page.getByLabel(setup.passwordAgain, { exact: true }).fill(typed.password)
  await page.getByRole('button', { name: setup.send, exact: true }).click()
  await page.getByRole('heading', { name: typed.name }).waitFor()
}

/** A village of one's own, founded on the first page; gives who set it up, for what is done without pages. */
export async function setUpVillage(
  screen: Screen,
  founder: Client,
  typed: { village: string; who: string; loginName: string; password: string },
): Promise<Client> {
  const page = await screen.go('/')
  await page.getByRole('button', { name: setup.ownWhat }).click()
  const fields = [
    [setup.villageName, typed.village],
    [setup.facilitatorName, typed.who],
    [setup.loginName, typed.loginName],
    [setup.password, typed.password],
    [setup.passwordAgain, typed.password],
  ] as const
  for (const [label, text] of fields) await page.getByLabel(label, { exact: true }).fill(text)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: desk.tonight }).waitFor()
  const me = await page.evaluate(async () => (await fetch('/api/me')).json())
  const { id } = me.places.find(({ kind }: { kind: string }) => kind === 'village')
  const cookie = (await screen.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  return Object.assign(founder, { placeId: id, cookie })
}

const tree = (page: Page) => page.getByRole('navigation', { name: places.tree, exact: true })

/** Opens one place of the tree. */
export async function turnTo({ page }: Screen, name: string): Promise<void> {
  await tree(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Founds a place below the one that is open: one field, and it is open then. */
export async function found(
  { page }: Screen,
  kind: 'township' | 'village' | 'grid',
  name: string,
): Promise<void> {
  const field = page.getByRole('textbox', { name: places.newPlace[kind] }).last()
  await field.fill(name)
  await field.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Invites whoever shall run the open place, and gives the link that stands on the slip. */
export async function inviteFirst({ page }: Screen, who: string): Promise<string> {
  await page.getByLabel(places.who, { exact: true }).fill(who)
  await page.getByRole('button', { name: places.invite, exact: true }).click()
  return page.getByLabel(places.link, { exact: true }).inputValue()
}

/** Invites somebody to another post of the open place. */
export async function inviteTo({ page }: Screen, role: string, who: string, title: string): Promise<string> {
  await page.getByRole('button', { name: places.giveFor(role), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(places.who, { exact: true }).fill(who)
  await dialog.getByLabel(places.called, { exact: true }).fill(title)
  await dialog.getByRole('button', { name: places.invite, exact: true }).click()
  const link = await page.getByRole('dialog').getByLabel(places.link, { exact: true }).inputValue()
  await page.getByRole('dialog').getByRole('button', { name: places.close, exact: true }).click()
  return link
}

/** Opens the link of an invitation, chooses a log-in, and is in. */
export async function comeBy(
  screen: Screen,
  link: string,
  loginName: string,
  password: string,
): Promise<void> {
  const { page } = screen
  await page.goto(link)
  await page.getByLabel(invited.loginName, { exact: true }).fill(loginName)
  await page.getByLabel(invited.password, { exact: true }).fill(password)
  await page.getByLabel(invited.passwordAgain, { exact: true }).fill(password)
  await page.getByRole('button', { name: invited.accept, exact: true }).click()
  await page.waitForURL(/\/desk/)
}

/** What the tree says of one place. */
export const saysOf = ({ page }: Screen, place: string, told: string): Promise<void> =>
  sees(
    tree(page)
      .getByRole('button', { name: new RegExp(`^${place}`) })
      .first(),
    told,
  )
