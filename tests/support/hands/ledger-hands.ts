import { acts } from '../../../web/words/ledger/acts.zh-Hans.ts'
import type { ActId } from '../../../web/ledger/matter/acts/act.ts'
import { words as mine } from '../../../web/words/box/mine.zh-Hans.ts'
import type { DoneAnswer, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import type { Screen } from './browser.ts'

/** Opens one matter by its link and does one thing to it, filling what is asked for by its labels. */
export async function actOn(
  screen: Screen,
  placeId: string,
  matterId: string,
  act: ActId,
  typed: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { page } = screen
  const { name, send, fields, told } = acts.acts[act]
  // Another address first: the same one with another mark would not be read anew.
  await page.goto('about:blank')
  await screen.go(`/ledger?place=${placeId}#${matterId}`)
  const press = page.locator('[data-matter]').getByRole('button', { name, exact: true })
  const more = page.locator('[data-matter]').getByRole('button', { name: acts.moreActs, exact: true })
  await press.or(more).first().waitFor()
  if (!(await press.isVisible())) await more.click()
  await press.click()
  if (Object.keys(typed).length > 0 || (await page.getByRole('form', { name }).isVisible())) {
    const form = page.getByRole('form', { name })
    for (const [field, value] of Object.entries(typed)) {
      const label = fields?.[field]?.label ?? field
      const group = form.getByRole('group', { name: label, exact: true })
      // The question may hold the same words as its answers.
      if (await group.isVisible()) await group.locator('label').filter({ hasText: value }).first().click()
      else await form.getByLabel(label, { exact: true }).fill(value)
    }
    await form.getByRole('button', { name: send, exact: true }).click()
  }
  // All of it up to the day that is told: its first words may stand on a button.
  const [said = ''] = told('\n').split('\n')
  await page.getByText(said).first().waitFor()
}

/** One of her matters, as her phone shows it. */
export const card = ({ page }: Screen, text: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading').filter({ hasText: text }) })

/** The two questions, answered on the villager's own page. */
export async function judge(
  screen: Screen,
  placeId: string,
  text: string,
  done: DoneAnswer,
  satisfied: SatisfiedAnswer,
): Promise<void> {
  await screen.go(`/mine/${placeId}`)
  const matter = card(screen, text)
  await matter.waitFor()
  const begin = matter.getByRole('button', { name: mine.mayAnswer, exact: true })
  if (await begin.isVisible()) await begin.click()
  await matter.getByRole('radio', { name: mine.done[done], exact: true }).check({ force: true })
  await matter.getByRole('radio', { name: mine.satisfied[satisfied], exact: true }).check({ force: true })
  await matter.getByRole('button', { name: mine.judge, exact: true }).click()
  const judged = matter.getByText(mine.youSaid(mine.done[done], mine.satisfied[satisfied]))
  // A promise has a new day then; an answer is only open again.
  const anew = mine.judged({ by: 'self', done, satisfied })
  const reopened = matter.getByText(new RegExp(`^(${anew}，|${mine.state.reopened}$)`)).first()
  await judged.or(reopened).first().waitFor()
}
