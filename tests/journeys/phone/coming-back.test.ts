import { describe, expect } from 'vitest'
import { words as door } from '../../../web/words/phone/door.zh-Hans.ts'
import { words as phone } from '../../../web/words/phone/phone.zh-Hans.ts'
import { PHONE, type Screen } from '../../support/hands/browser.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import { haveRun, holdScripts, SCRIPT } from '../../support/hands/slow-line.ts'
import { foundWithEvening } from '../../support/villages/founded.ts'
import type { Instance } from '../../support/villages/village.ts'

const LAMP = '祠堂门口的灯泡坏了。'
const DITCH = '后沟的水渠堵了三个月。'
const WELL = '井台的石板松了。'

describe('a phone that comes back to the evening', () => {
  const hall = new Hall()
  let instance: Instance
  let code = ''
  const button = ({ page }: Screen, name: string) => page.getByRole('button', { name, exact: true })
  const isIn = (screen: Screen) => screen.page.getByRole('textbox', { name: phone.whatToSay }).waitFor()
  hall.step('周文 founds 石桥村 by its first page and opens an evening', async () => {
    ;({ instance, code } = await foundWithEvening(hall))
  })

  hall.step('李婶 comes in by the code', async () => {
    const lishen = await hall.sit('李婶', instance.url, PHONE)
    await lishen.go(`/p/${code}`)
    await lishen.page.getByLabel(door.nameLabel).fill('李婶')
    await button(lishen, door.join).click()
    await isIn(lishen)
  })

  const isAnswered = ({ page }: Screen, text: string) =>
    page.getByRole('listitem').filter({ hasText: text, hasNotText: phone.sending }).first().waitFor()
  const said = async (): Promise<string[]> =>
    (
      await instance.context.database.reader.selectFrom('comments').select('text').orderBy('text').execute()
    ).map(({ text }) => text ?? '')

  hall.step(
    '李婶 comes back: the evening stands there before its scripts, nothing is asked twice, and what she writes meanwhile stays',
    async () => {
      const lishen = await hall.sit('李婶, back', instance.url, PHONE)
      await lishen.context.addCookies(await hall.cookiesOf('李婶'))
      const asked: string[] = []
      lishen.page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (pathname.startsWith('/api/')) asked.push(pathname.split('/').at(-1)!)
      })
      const letGo = await holdScripts(lishen)
      await lishen.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
      const field = lishen.page.getByRole('textbox', { name: phone.whatToSay })
      await field.fill(DITCH)
      const drawn = await field.elementHandle()
      letGo()
      await sees(lishen.page, phone.unsent)
      expect(await field.inputValue()).toBe(DITCH)
      expect(await drawn!.evaluate((one) => one.isConnected)).toBe(true)
      expect(asked.filter((one) => ['me', code, 'room'].includes(one))).toEqual([])
      await button(lishen, phone.sendMasked).click()
      await isAnswered(lishen, DITCH)
      expect(await said()).toEqual([DITCH])
    },
  )

  hall.step(
    'what 李婶 left unsent at her last visit stands before what she writes while the scripts come',
    async () => {
      const lishen = await hall.sit('李婶, again', instance.url, PHONE)
      await lishen.context.addCookies(await hall.cookiesOf('李婶'))
      await lishen.page.goto(`${instance.url}/p/${code}`)
      const field = lishen.page.getByRole('textbox', { name: phone.whatToSay })
      await haveRun(lishen)
      await field.fill('前天就想说：')
      const letGo = await holdScripts(lishen)
      await lishen.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
      await field.fill(WELL)
      letGo()
      await expect.poll(() => field.inputValue(), PATIENCE).toBe(`前天就想说：\n${WELL}`)
    },
  )

  hall.step(
    '李婶 sends before any script is there: it is said once, and the evening stands there again',
    async () => {
      const lishen = await hall.sit('李婶, quick', instance.url, PHONE)
      await lishen.context.addCookies(await hall.cookiesOf('李婶'))
      const letGo = await holdScripts(lishen, SCRIPT)
      await lishen.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
      await lishen.page.getByRole('textbox', { name: phone.whatToSay }).fill(LAMP)
      await button(lishen, phone.sendMasked).click()
      await isAnswered(lishen, LAMP)
      letGo()
      await haveRun(lishen)
      expect(await said()).toEqual([DITCH, LAMP].sort())
    },
  )

  const lane = ({ page }: Screen, value: 'open' | 'masked') =>
    page.locator(`input[name=lane][value=${value}]`)
  /** A page of 李婶's phone whose scripts wait, with what her browser has chosen before. */
  async function slowly(who: string, chosen?: 'open'): Promise<{ screen: Screen; letGo: () => void }> {
    const screen = await hall.sit(who, instance.url, PHONE)
    await screen.context.addCookies(await hall.cookiesOf('李婶'))
    if (chosen) await screen.context.addCookies([{ name: 'lane', value: chosen, url: instance.url }])
    const letGo = await holdScripts(screen)
    await screen.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
    return { screen, letGo }
  }

  hall.step(
    'scripts that come turn no hidden name into a shown one, and no shown one into a hidden one',
    async () => {
      const before = await slowly('李婶, who showed her name last time', 'open')
      await sees(before.screen.page, phone.sendOpen)
      expect(await lane(before.screen, 'open').isChecked()).toBe(true)
      await lane(before.screen, 'masked').check()
      before.letGo()
      await haveRun(before.screen)
      await sees(before.screen.page, phone.sendMasked)
      expect(await lane(before.screen, 'masked').isChecked()).toBe(true)
      const now = await slowly('李婶, who shows her name now')
      await lane(now.screen, 'open').check()
      now.letGo()
      await haveRun(now.screen)
      await sees(now.screen.page, phone.sendOpen)
      expect(await lane(now.screen, 'open').isChecked()).toBe(true)
    },
  )

  hall.step('a choice that only the scripts remember shows no name where the page hides it', async () => {
    const screen = await hall.sit('李婶, from before', instance.url, PHONE)
    await screen.context.addCookies(await hall.cookiesOf('李婶'))
    await screen.context.addInitScript(() => localStorage.setItem('lane', 'open'))
    await screen.page.goto(`${instance.url}/p/${code}`)
    await haveRun(screen)
    await sees(screen.page, phone.sendMasked)
  })

  hall.step('the way back from her matters leads 孙二 to the evening, not to the door', async () => {
    const sun = await hall.sit('孙二', instance.url, PHONE)
    await sun.go(`/p/${code}`)
    await sun.page.getByLabel(door.nameLabel).fill('孙二')
    await button(sun, door.join).click()
    await isIn(sun)
    await sun.page.getByRole('link', { name: phone.myMatters }).click()
    await sun.page.waitForURL(/\/mine\//)
    await sun.page.goBack()
    await isIn(sun)
    expect(await sun.page.getByLabel(door.nameLabel).count()).toBe(0)
    // Whoever lost the way back, as after a reload, finds a link.
    await sun.go(
      `/mine/${(await sun.page.evaluate(async () => (await fetch('/api/me')).json())).places[0].id}`,
    )
    await sun.page.getByRole('link', { name: /^回到「/ }).click()
    await isIn(sun)
    expect(await sun.page.getByLabel(door.nameLabel).count()).toBe(0)
  })
})
