import { describe, expect } from 'vitest'
import { PASSWORD_SHORTEST } from '../../../shared/people/log-in/login.ts'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { account } from '../../../web/words/village/places.zh-Hans.ts'
import { words as english } from '../../../web/words/desk/desk.en.ts'
import { words as door } from '../../../web/words/phone/door.zh-Hans.ts'
import { words as doorInEnglish } from '../../../web/words/phone/door.en.ts'
import { evening } from '../../../web/words/desk/evening.zh-Hans.ts'
import { roster } from '../../../web/words/village/people.zh-Hans.ts'
import { words as setup } from '../../../web/words/setup/setup.zh-Hans.ts'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import { typeLogIn } from '../../support/hands/desk-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { pressBy, tabTo, typeInto } from '../../support/hands/keyboard.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import type { Instance } from '../../support/villages/village.ts'

const PASTED = [
  '姓名\t户\t网格',
  '李秀英\t东头 3 号\t第一网格',
  '\t东头 5 号\t第一网格',
  '陈小满\t西坡 1 号\t第二网格',
].join('\n')
const OWN_PASSWORD = '只有我自己知道的一句'
const RECORDER = { loginName: 'xiaoman', password: '一句好记的话写在这里' }

describe('a village of one’s own, with the keyboard alone', () => {
  const hall = new Hall()
  let instance: Instance
  let screen: Screen

  hall.step('the first page of a new instance founds it', async () => {
    instance = await hall.openInstance()
    screen = await hall.sit('facilitator', instance.url, DESK)
    const page = await screen.go('/')
    expect(new URL(page.url()).pathname).toBe('/setup')
    await pressBy(page, page.getByRole('button', { name: setup.ownWhat }))
    const typed = [
      [setup.villageName, '石桥村'],
      [setup.facilitatorName, '周文'],
      [setup.loginName, 'zhouwen'],
      [setup.password, '石桥村口的老槐树底下'],
      [setup.passwordAgain, '石桥村口的老槐'],
    ] as const
    for (const [label, text] of typed) await typeInto(page, page.getByLabel(label, { exact: true }), text)
    await page.keyboard.press('Enter')
    await sees(page, setup.passwordsDiffer)
    await typeInto(page, page.getByLabel(setup.passwordAgain, { exact: true }), '石桥村口的老槐树底下')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: desk.tonight }).waitFor()
    await sees(page, desk.noEveningYet)
  })

  hall.step('a pasted list keeps the wrong row back until it is put right', async () => {
    const { page } = screen
    const people = page.getByRole('navigation').getByRole('link', { name: desk.roster })
    await pressBy(page, people)
    const list = page.getByRole('textbox', { name: roster.addMany })
    await typeInto(page, list, PASTED)
    await sees(page, roster.preview(2, 1))
    await sees(page, roster.problem({ line: 3, code: 'name-missing', column: 'name', text: '' }))
    await pressBy(page, page.getByRole('button', { name: roster.importGood(2) }))
    await sees(page, roster.imported(2))
    await sees(page, roster.preview(0, 1))
    expect(await list.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('赵大姐')
    await pressBy(page, page.getByRole('button', { name: roster.importGood(1) }))
    await sees(page, roster.counts(4, 3, 2))
    await expect.poll(() => list.inputValue(), PATIENCE).toBe('')
  })

  hall.step('the recorder gets a post and a log-in', async () => {
    const { page } = screen
    const person = page.getByRole('listitem').filter({ hasText: '陈小满' })
    await pressBy(page, person.getByRole('button', { name: /^陈小满/ }))
    const role = person.getByRole('combobox', { name: roster.postRole })
    await tabTo(page, role)
    await page.keyboard.press('Home')
    for (let downs = 0; (await role.inputValue()) !== 'recorder' && downs < 9; downs++)
      await page.keyboard.press('ArrowDown')
    await typeInto(page, person.getByLabel(roster.postTitle), '记录人')
    await page.keyboard.press('Enter')
    await sees(page, roster.postGiven('陈小满', '记录人'))
    await pressBy(page, person.getByRole('button', { name: roster.giveLogin }))
    await typeInto(page, person.getByLabel(roster.loginName), RECORDER.loginName)
    await typeInto(page, person.getByLabel(roster.password), '短')
    expect(await person.getByRole('button', { name: desk.save }).isDisabled()).toBe(true)
    await sees(person, roster.passwordWhat(PASSWORD_SHORTEST))
    await typeInto(page, person.getByLabel(roster.password), RECORDER.password)
    await page.keyboard.press('Enter')
    await sees(page, roster.loginPut('陈小满'))
  })

  hall.step('an evening is planned and opened in five actions', async () => {
    const { page } = screen
    let actions = 0
    const act = async (done: Promise<unknown>): Promise<void> => {
      await done
      actions++
    }
    await act(page.getByRole('navigation').getByRole('link', { name: desk.evenings }).click())
    await act(page.getByRole('radio', { name: '小板凳议事会' }).check({ force: true }))
    await act(page.getByRole('textbox', { name: desk.addItem }).fill('桥头的护栏'))
    await act(page.getByRole('button', { name: desk.planAndOpen }).click())
    await sees(page, /^\d{4,8}$/)
    expect(actions).toBeLessThanOrEqual(5)
    await page.getByText(evening.agenda).click()
    await expect
      .poll(() => page.getByRole('textbox', { name: desk.agendaItem(2) }).inputValue(), PATIENCE)
      .toBe('桥头的护栏')
  })

  hall.step('the recorder logs in and finds it', async () => {
    const recorder = await hall.sit('recorder', instance.url, DESK)
    await typeLogIn(recorder, RECORDER.loginName, RECORDER.password)
    await sees(recorder.page, account.setByWhat)
    await recorder.page.getByLabel(account.oldPassword).fill(RECORDER.password)
    await recorder.page.getByLabel(account.newPassword).fill(OWN_PASSWORD)
    await recorder.page.getByLabel(account.again).fill(OWN_PASSWORD)
    await recorder.page.getByRole('button', { name: account.save }).click()
    await sees(recorder.page, account.saved)
    await recorder.page.getByText(account.setByWhat).waitFor({ state: 'detached' })
    await recorder.page.getByRole('navigation').getByRole('link', { name: desk.evenings }).click()
    await recorder.page.getByRole('button', { name: desk.goOn }).click()
    await recorder.page.getByRole('textbox', { name: evening.sayWords }).waitFor()
  })
})

describe('how a screen is read', () => {
  const hall = new Hall()
  const look = ({ page }: Screen) =>
    page.evaluate(() => [document.documentElement.dataset['mode'], document.documentElement.lang])

  hall.step('large letters and English on a phone survive a reload', async () => {
    const { url } = await hall.openVillage()
    const screen = await hall.sit('phone', url, PHONE)
    const page = await screen.go('/')
    await openSettings(screen, door.settings)
    await page.getByText(desk.letters24, { exact: true }).click()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { name: doorInEnglish.joinTitle }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: doorInEnglish.joinTitle }).waitFor()
    expect(await look(screen)).toEqual(['elder', 'en'])
  })

  hall.step('and at the desk', async () => {
    const village = await hall.openVillage()
    const { cookie } = await village.as('陈静')
    const screen = await hall.sit('desk', village.url, DESK, { cookie })
    const page = await screen.go('/desk')
    await page.getByRole('button', { name: desk.more }).click()
    await openSettings(screen, desk.settings)
    await page.getByText(desk.letters30, { exact: true }).click()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { name: english.tonight }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: english.tonight }).waitFor()
    expect(await look(screen)).toEqual(['elder', 'en'])
  })
})

/** The settings fold away where there is no room for them. */
async function openSettings({ page }: Screen, title: string): Promise<void> {
  const details = page.locator('details').filter({ has: page.locator('summary', { hasText: title }) })
  await details.waitFor()
  if (!(await details.evaluate((part: HTMLDetailsElement) => part.open)))
    await details.locator('summary').click()
}
