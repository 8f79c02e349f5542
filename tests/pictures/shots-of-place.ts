import { waiting } from '../../web/words/ledger/parts.zh-Hans.ts'
import type { Page } from 'playwright-core'
import { catalogue, place } from '../../web/words/village/place.zh-Hans.ts'
import { general as open } from '../../shared/words/public.zh-Hans.ts'
import { words as who } from '../../shared/words/who-may.zh-Hans.ts'
import { words as box } from '../../web/words/box/box.zh-Hans.ts'
import { inbox } from '../../web/words/desk/home.zh-Hans.ts'
import { words as importing } from '../../web/words/ledger/import.zh-Hans.ts'
import { words as ledger } from '../../web/words/ledger/ledger.zh-Hans.ts'
import { words as mine } from '../../web/words/box/mine.zh-Hans.ts'
import { places } from '../../web/words/village/places.zh-Hans.ts'
import { visits } from '../../web/words/village/people.zh-Hans.ts'
import { DESK, PHONE } from '../support/hands/browser.ts'
import type { Client } from '../support/running/client.ts'
import { oldLedger } from '../support/files/old-ledger.ts'
import { seen, type Shot } from './camera.ts'
import type { Cast } from './cast.ts'

const OLD_LEDGER = {
  name: '问题台账2025.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What teaches where nothing has been written. */
export const empty = ({ facilitator, recorder, cadre, placeId }: Cast): Shot[] => {
  const { cookie } = facilitator
  const once = { cookie, views: [PHONE] }
  return [
    { name: 'visits-empty', address: '/desk/visits', ...once, cookie: cadre.cookie, ready: visits.empty },
    { name: 'catalogue-empty', address: '/desk/catalogue', ...once, ready: place.firstKind },
    { name: 'robots-empty', address: '/desk/robots', ...once, ready: place.noRobot },
    { name: 'ledger-empty', address: '/ledger', ...once, ready: ledger.emptyAction },
    { name: 'mine-empty', address: `/mine/${placeId}`, views: [PHONE], ready: mine.none },
    {
      ...{ name: 'import', address: '/ledger/import', cookie: recorder.cookie, ready: importing.file },
      ...{ views: [DESK, PHONE], act: chooseOldLedger },
    },
  ]
}

async function chooseOldLedger(page: Page): Promise<void> {
  const buffer = await oldLedger(40, 1)
  await page.locator('input[type=file]').setInputFiles({ ...OLD_LEDGER, buffer })
  await seen(page, importing.counted(39, 1))
}

const nameIsMissing = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: box.sendMasked }).click()
  await seen(page, box.notWrittenYet)
}

export const boxes = ({ placeId }: Cast, phone: Client): Shot[] => [
  { name: 'box', address: `/say/${placeId}`, ready: box.whatToSay },
  {
    ...{ name: 'box-not-written', address: `/say/${placeId}`, ready: box.whatToSay, views: [PHONE] },
    ...{ letters: '24' as const, act: nameIsMissing },
  },
  { name: 'mine', address: `/mine/${placeId}`, cookie: phone.cookie, ready: mine.state.answered },
  { name: 'public-box', address: `/public/${placeId}/box`, ready: open.opinionBoxScan, withScripts: false },
]

export const written = ({ facilitator, cadre, placeId }: Cast): Shot[] => {
  const { cookie } = facilitator
  const views = [DESK, PHONE]
  const walked = { address: '/desk/visits', cookie: cadre.cookie, ready: '孙大伯' }
  return [
    { name: 'visits', ...walked },
    { name: 'visits-writing', ...walked, views: [PHONE], act: press(visits.write) },
    { name: 'visits-matter', ...walked, views: [PHONE], act: press(visits.makeMatter) },
    { name: 'catalogue', address: '/desk/catalogue', cookie, ready: '路灯报修' },
    { name: 'days', address: '/desk/days', cookie, ready: place.holidays },
    { name: 'robots', address: '/desk/robots', cookie, views, ready: place.robotEnding('b7c9') },
    {
      ...{ name: 'public-catalogue', address: `/public/${placeId}/catalogue`, ready: catalogue.takesOn },
      withScripts: false,
    },
    { name: 'public-who', address: `/public/${placeId}/who`, ready: who.title, withScripts: false },
    {
      ...{ name: 'desk-inbox', address: '/desk', cookie, views, ready: inbox.title },
      act: (page) => page.getByText(inbox.title).evaluate((title) => title.scrollIntoView()),
    },
  ]
}

const press = (words: string) => (page: Page) => page.getByText(words).first().click()

const openVillage = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^柳树湾村/ }).click()
  await seen(page, /王建国/)
}

/** A village with its first facilitator: one field, and an invitation as it is printed. */
async function inviteFirst(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: places.newPlace.village }).fill('石门村')
  await page.getByRole('button', { name: places.add, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '石门村' }).waitFor()
  await page.getByLabel(places.who, { exact: true }).fill('冯春梅')
  await page.getByRole('button', { name: places.invite, exact: true }).click()
  await page.getByLabel(places.link, { exact: true }).waitFor()
}

/** What the levels above the village see. */
export const above = ({ township, townshipId }: Cast): Shot[] => {
  const ofTownship = { address: `/ledger?place=${townshipId}&view=unit`, cookie: township.cookie }
  return [
    {
      ...{ name: 'places', address: '/desk/places', cookie: township.cookie, ready: places.posts },
      act: openVillage,
    },
    {
      ...{ name: 'places-new', address: '/desk/places', cookie: township.cookie, ready: places.posts },
      ...{ views: [DESK], act: inviteFirst },
    },
    {
      ...{ name: 'township', address: '/ledger', cookie: township.cookie },
      ...{ views: [DESK, PHONE], ready: waiting.byPlace },
    },
    {
      ...{ name: 'ledger-below', ...ofTownship, views: [DESK, PHONE], ready: ledger.below },
      act: async (page) => {
        await page.getByText(ledger.below, { exact: true }).click()
        await seen(page, '柳树湾村')
      },
    },
    {
      ...{ name: 'public-township', address: `/public/${townshipId}`, ready: open.echoWall },
      ...{ views: [PHONE, DESK], withScripts: false },
    },
    {
      ...{ name: 'public-township-month', address: `/public/${townshipId}/month/2026-11` },
      ...{ ready: '有回话的', views: [PHONE, DESK], withScripts: false },
    },
  ]
}
