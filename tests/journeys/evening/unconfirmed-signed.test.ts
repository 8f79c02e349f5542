import { describe, expect } from 'vitest'
import { general as told } from '../../../shared/words/public.zh-Hans.ts'
import { evening, signing } from '../../../web/words/desk/evening.zh-Hans.ts'
import { promise } from '../../../web/words/meeting.zh-Hans.ts'
import { words as wall } from '../../../web/words/wall/wall.zh-Hans.ts'
import { PHONE, WALL, type Screen } from '../../support/hands/browser.ts'
import * as hands from '../../support/hands/desk-hands.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { raise } from '../../support/hands/evening-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { comeIn, sees } from '../../support/hands/phone-hands.ts'
import { RECORDER, setUpTwoVillages, type TwoVillages } from '../../support/villages/two-villages.ts'

const PROMISES = {
  nodded: { raised: '路灯从开春就不亮。', who: RECORDER, how: '更换 2 盏路灯', byWhen: '12月5日' },
  putOff: { raised: '排水沟堵了。', who: '刘会计', how: '清淤 120 米', byWhen: '12月6日' },
  dropped: { raised: '桥头护栏松了。', who: '张大爷', how: '焊好两根栏杆', byWhen: '12月7日' },
}
const REASON = '墙上念的是 3 盏，纪要里打错了'
const ADDED = '念的是 3 盏。'

/** What nobody nodded to, from the end of an evening to the second version of its minutes. */
describe('a promise that nobody confirmed', () => {
  const hall = new Hall()
  let two: TwoVillages
  let facilitator: Screen, recorder: Screen, screen: Screen, reader: Screen
  let minutes = ''
  const waiting = () =>
    facilitator.page.getByRole('region', { name: signing.unconfirmedTitle }).getByRole('listitem')
  const isLeft = (how: string) => waiting().filter({ hasText: how })

  hall.step(
    'three are written down on an evening of an own village, and nobody reads them back',
    async () => {
      two = await setUpTwoVillages(hall)
      ;({ facilitator, recorder } = two)
      await facilitator.go('/desk')
      const address = await hands.plan(facilitator, '凉亭夜话', '头一场', [])
      minutes = address.replace('/wall/', `/public/${two.placeId}/minutes/`)
      const code = await hands.openTonight(facilitator)
      const phone = await hall.sit('李婶', two.instance.url, PHONE)
      await comeIn(phone, code, '李婶', true)
      screen = await hall.sit('wall', two.instance.url, WALL)
      await screen.go(`${address}?place=${two.placeId}&code=${code}`)
      for (const spoken of Object.values(PROMISES)) {
        await raise(facilitator, phone, spoken.raised)
        await facilitator.page.keyboard.press('p')
        await writeDown(spoken)
      }
      await recorder.go(address.replace('/wall/', '/desk/meeting/'))
      await hands.close(facilitator)
      await expect.poll(() => waiting().count(), PATIENCE).toBe(3)
      await sees(facilitator.page, signing.cannotSign(3))
      await sees(recorder.page, signing.cannotSign(3))
    },
  )

  hall.step('each goes one of three ways by one key, and only then it can be signed', async () => {
    await isLeft(PROMISES.nodded.how).click()
    await hands.hit(facilitator, 'b')
    await screen.page.getByText(PROMISES.nodded.how).waitFor()
    await hands.hit(facilitator, 'y')
    await isLeft(PROMISES.nodded.how).waitFor({ state: 'detached' })
    await isLeft(PROMISES.putOff.how).click()
    await hands.hit(facilitator, 'd')
    await sees(facilitator.page, signing.hasPutOff(PROMISES.putOff.who))
    await isLeft(PROMISES.putOff.how).waitFor({ state: 'detached' })
    await sees(facilitator.page, signing.cannotSign(1))
    await isLeft(PROMISES.dropped.how).click()
    await hands.hit(facilitator, 'x')
    await expect.poll(() => waiting().count(), PATIENCE).toBe(0)
    await hands.sign(facilitator, evening.signAsFacilitator)
    await hands.sign(recorder, evening.signAsRecorder)
    await sees(facilitator.page, signing.versionSigned(1))
    await sees(screen.page, wall.signed)
  })

  hall.step('the public reads as promised what was nodded to, and nothing else', async () => {
    reader = await hall.sit('reader', two.instance.url, PHONE, { withScripts: false })
    await reader.go(`/public/${two.placeId}`)
    await sees(reader.page, PROMISES.nodded.how)
    for (const { how } of [PROMISES.putOff, PROMISES.dropped])
      expect(await reader.page.getByText(how).count()).toBe(0)
    await reader.go(minutes)
    await expect
      .poll(() => reader.page.getByText(told.promiseSeal, { exact: true }).count(), PATIENCE)
      .toBe(1)
  })

  hall.step('an erratum with its reason is a second version, which both sign', async () => {
    const { page } = recorder
    await page.getByRole('button', { name: signing.correct }).click()
    await page.getByRole('dialog').getByLabel(signing.correctReason).fill(REASON)
    await page.getByRole('button', { name: signing.correctStart(2) }).click()
    await sees(page, signing.bothAgain(2))
    await sees(await reader.go(minutes), told.beingCorrected)
    await editor.goTo(recorder, PROMISES.nodded.raised)
    await page.keyboard.insertText(ADDED)
    await editor.allSaved(recorder)
    await hands.sign(recorder, evening.signAsRecorder)
    await hands.sign(facilitator, evening.signAsFacilitator)
    await sees(facilitator.page, signing.versionSigned(2))
    await sees(recorder.page, signing.versionSigned(2))
  })

  hall.step('everybody reads the new version with its reason, and the old one as it was', async () => {
    const page = await reader.go(minutes)
    await sees(page, ADDED)
    await sees(page, told.correctedBecause(REASON, RECORDER))
    await page.getByRole('link', { name: told.seeVersion(1) }).click()
    await sees(page, told.correctedSince)
    await sees(page, PROMISES.nodded.raised)
    expect(await page.getByText(ADDED).count()).toBe(0)
  })

  /** Fills the strip and keeps it as said, without the wall. */
  async function writeDown({ who, how, byWhen }: hands.SpokenPromise): Promise<void> {
    const strip = facilitator.page.getByRole('form', { name: promise.promise })
    await strip.getByLabel(promise.who, { exact: true }).fill(who)
    await strip.getByLabel(promise.how, { exact: true }).fill(how)
    await strip.getByLabel(promise.byWhen, { exact: true }).fill(byWhen)
    await strip.getByRole('button', { name: promise.recordOnly }).click()
    await strip.waitFor({ state: 'detached' })
    await sees(hands.promised(facilitator), how)
  }
})
