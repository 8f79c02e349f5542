import { describe, expect } from 'vitest'
import { words as box } from '../../../web/words/box/box.zh-Hans.ts'
import { words as door } from '../../../web/words/phone/door.zh-Hans.ts'
import { words as doorInEnglish } from '../../../web/words/phone/door.en.ts'
import { words as phone } from '../../../web/words/phone/phone.zh-Hans.ts'
import { plain } from '../../../shared/words/public.zh-Hans.ts'
import { sentences as refusals } from '../../../shared/words/refusals.zh-Hans.ts'
import { committing, composing, PHONE, type Screen } from '../../support/hands/browser.ts'
import type { Client } from '../../support/running/client.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { haveRun, holdScripts, SCRIPT } from '../../support/hands/slow-line.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import { FOUNDED_TITLE, foundWithEvening } from '../../support/villages/founded.ts'
import type { Instance } from '../../support/villages/village.ts'

const LAMP = '祠堂门口的灯泡坏了。'
const DITCH = '后沟的水渠堵了三个月。'
const WELL = '井台的石板松了。'

describe('a phone whose scripts are still on their way', () => {
  const hall = new Hall()
  let instance: Instance
  let staff: Client
  let code = ''
  const button = ({ page }: Screen, name: string) => page.getByRole('button', { name, exact: true })
  const isIn = (screen: Screen) => screen.page.getByRole('textbox', { name: phone.whatToSay }).waitFor()
  const names = async (): Promise<string[]> =>
    (await instance.context.database.reader.selectFrom('guests').select('name').execute()).map(
      ({ name }) => name ?? '',
    )

  const matters = () =>
    instance.context.database.reader
      .selectFrom('concerns')
      .select(['text', 'raisedBy', 'lane'])
      .orderBy('no')
      .execute()

  hall.step('周文 founds 石桥村 by its first page and opens an evening', async () => {
    ;({ instance, staff, code } = await foundWithEvening(hall))
  })

  hall.step(
    '李婶 types her name while they come: it stays, so does the place where she writes, and the settings that she pressed open',
    async () => {
      const lishen = await hall.sit('李婶', instance.url, PHONE)
      const letGo = await holdScripts(lishen)
      await lishen.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
      await sees(lishen.page, FOUNDED_TITLE)
      const field = lishen.page.getByLabel(door.nameLabel)
      await field.fill('李婶')
      const drawn = await field.elementHandle()
      expect(await lishen.page.title()).toContain(FOUNDED_TITLE)
      await lishen.page.getByText(door.settings, { exact: true }).click()
      letGo()
      await sees(lishen.page, 'English')
      expect(await field.inputValue()).toBe('李婶')
      expect(await drawn!.evaluate((one) => one.isConnected)).toBe(true)
      await button(lishen, door.join).click()
      await isIn(lishen)
      expect(await names()).toEqual(['李婶'])
    },
  )

  hall.step('letters that 王婶 is composing when they come are not lost', async () => {
    const wang = await hall.sit('王婶', instance.url, PHONE)
    const letGo = await holdScripts(wang)
    await wang.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
    const field = wang.page.getByLabel(door.nameLabel)
    await field.focus()
    const keyboard = await wang.keyboard()
    await composing(keyboard, 'wangshen')
    letGo()
    await haveRun(wang)
    await committing(keyboard, '王婶')
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('王婶')
    await button(wang, door.join).click()
    await isIn(wang)
    expect(await names()).toContain('王婶')
  })

  hall.step('孙大伯 presses before any script is there, and goes on with them', async () => {
    const sun = await hall.sit('孙大伯', instance.url, PHONE)
    const letGo = await holdScripts(sun)
    await sun.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
    await sun.page.getByLabel(door.nameLabel).fill('孙大伯')
    await button(sun, door.join).click({ noWaitAfter: true })
    await expect.poll(names, PATIENCE).toContain('孙大伯')
    letGo()
    await isIn(sun)
    expect(new URL(sun.page.url()).pathname).toBe(`/p/${code}`)
  })

  hall.step('a wrong code is told before any script, and the right one leads on', async () => {
    const zhao = await hall.sit('赵大爷', instance.url, PHONE)
    zhao.expect(/400/)
    // The page that says so has a style sheet of its own.
    const letGo = await holdScripts(zhao, SCRIPT)
    await zhao.page.goto(`${instance.url}/`, { waitUntil: 'commit' })
    await zhao.page.getByLabel(door.codeLabel).fill(code === '1111' ? '2222' : '1111')
    await zhao.page.getByLabel(door.nameLabel).fill('赵大爷')
    await button(zhao, door.join).click({ noWaitAfter: true })
    await sees(zhao.page, refusals.sentences['code-unknown'])
    expect(await zhao.page.getByLabel(door.nameLabel).inputValue()).toBe('赵大爷')
    await zhao.page.getByLabel(door.codeLabel).fill(code)
    await button(zhao, door.join).click({ noWaitAfter: true })
    await expect.poll(names, PATIENCE).toContain('赵大爷')
    letGo()
    await isIn(zhao)
  })

  hall.step(
    'a phone in English finds the door in English, in large letters if it was so before',
    async () => {
      const visitor = await hall.sit('visitor', instance.url, PHONE, { language: 'en', letters: '24' })
      const letGo = await holdScripts(visitor)
      await visitor.page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
      await sees(visitor.page, doorInEnglish.nameLabel)
      expect(await visitor.page.locator('html').getAttribute('data-mode')).toBe('elder')
      letGo()
      await button(visitor, doorInEnglish.joinWithoutName).click()
      await visitor.page.getByRole('textbox').first().waitFor()
    },
  )

  hall.step('what 李婶 writes into the box while they come is there, and is sent as she chose', async () => {
    const lishen = await hall.sit('李婶 at home', instance.url, PHONE)
    const letGo = await holdScripts(lishen)
    const { page } = lishen
    await page.goto(`${instance.url}/say/${staff.placeId}`, { waitUntil: 'commit' })
    await page.getByText(box.laneOpen, { exact: true }).click()
    await page.getByLabel(box.whatToSay).fill(LAMP)
    letGo()
    await haveRun(lishen)
    await page.getByText(box.unsent, { exact: true }).waitFor()
    expect(await page.getByLabel(box.whatToSay).inputValue()).toBe(LAMP)
    await page.getByLabel(box.nameLabel).fill('李婶')
    await button(lishen, box.sendOpen).click()
    await sees(page, box.sent)
    expect(await matters()).toEqual([{ text: LAMP, raisedBy: '李婶', lane: 'open' }])
  })

  hall.step('孙大伯 sends his before any script is there, pressing twice, and finds it once', async () => {
    const sun = await hall.sit('孙大伯 at home', instance.url, PHONE)
    const letGo = await holdScripts(sun)
    const { page } = sun
    await page.goto(`${instance.url}/say/${staff.placeId}`, { waitUntil: 'commit' })
    await page.getByLabel(box.whatToSay).fill(DITCH)
    await button(sun, box.sendMasked).dblclick({ noWaitAfter: true })
    await expect.poll(async () => (await matters()).length, PATIENCE).toBe(2)
    letGo()
    await sees(page, DITCH)
    expect(new URL(page.url()).pathname).toBe(`/mine/${staff.placeId}`)
    expect((await matters())[1]).toEqual({ text: DITCH, raisedBy: null, lane: 'masked' })
  })

  hall.step('钱姐 presses twice on a phone that was never there, and her matter is there once', async () => {
    const qian = await hall.sit('钱姐 at home', instance.url, PHONE)
    const { page } = qian
    await page.goto(`${instance.url}/say/${staff.placeId}`)
    await haveRun(qian)
    // Whoever begins to write is given a key; nobody writes a sentence faster than it comes.
    const key = page.waitForResponse((answer) => answer.url().endsWith('/api/sessions/key'))
    await page.getByLabel(box.whatToSay).fill(WELL)
    await key
    await button(qian, box.sendMasked).dblclick()
    await sees(page, box.sent)
    await expect
      .poll(async () => (await matters()).filter(({ text }) => text === WELL).length, PATIENCE)
      .toBe(1)
    await page.waitForLoadState('networkidle')
    expect((await matters()).filter(({ text }) => text === WELL)).toHaveLength(1)
  })

  hall.step('a sentence that was begun at another visit is there when the scripts are', async () => {
    const wang = await hall.sit('王婶 at home', instance.url, PHONE)
    const { page } = wang
    await page.goto(`${instance.url}/say/${staff.placeId}`)
    await haveRun(wang)
    await page.getByLabel(box.whatToSay).fill('半句')
    await page.getByText(box.unsent, { exact: true }).waitFor()
    await page.reload()
    await page.getByText(box.unsent, { exact: true }).waitFor()
    expect(await page.getByLabel(box.whatToSay).inputValue()).toBe('半句')
  })

  hall.step('a browser that is too old for the scripts is led to the page that needs none', async () => {
    const old = await hall.sit('an old phone', instance.url, PHONE)
    const { page } = old
    await old.context.addInitScript(() => Reflect.deleteProperty(Promise, 'any'))
    await page.goto(`${instance.url}/p/${code}`, { waitUntil: 'commit' })
    await page.waitForURL(`**/p/${code}/plain`)
    await page.getByLabel(door.nameLabel).fill('周奶奶')
    await button(old, door.join).click()
    await page.waitForURL('**/plain/**')
    await page.getByRole('radio', { name: phone.laneOpen }).check()
    await page.getByLabel(phone.whatToSay).fill(WELL)
    await button(old, plain.send).click()
    await sees(page, phone.became.held)
    await page.goto(`${instance.url}/say/${staff.placeId}`, { waitUntil: 'commit' })
    await page.waitForURL(`**/say/${staff.placeId}/plain`)
  })

  hall.step(
    'a language chosen on a public page is spoken by the phone, and by the public page after it',
    async () => {
      const reader = await hall.sit('a reader', instance.url, PHONE)
      const { page } = reader
      await page.goto(`${instance.url}/public/${staff.placeId}?language=en`)
      await page.goto(`${instance.url}/p/${code}`)
      await haveRun(reader)
      await button(reader, doorInEnglish.joinWithoutName).waitFor()
      await page.goto(`${instance.url}/public/${staff.placeId}`)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
    },
  )
})
