import type { Page } from 'playwright-core'
import { words as desk } from '../../web/words/desk/desk.zh-Hans.ts'
import { words as door } from '../../web/words/phone/door.zh-Hans.ts'
import { evening } from '../../web/words/desk/evening.zh-Hans.ts'
import { words as ledger } from '../../web/words/ledger/ledger.zh-Hans.ts'
import { words as english } from '../../web/words/phone/phone.en.ts'
import { minutes, promise } from '../../web/words/meeting.zh-Hans.ts'
import { words as phone } from '../../web/words/phone/phone.zh-Hans.ts'
import { roster } from '../../web/words/village/people.zh-Hans.ts'
import { invited } from '../../web/words/village/places.zh-Hans.ts'
import { words as setup } from '../../web/words/setup/setup.zh-Hans.ts'
import { words as wall } from '../../web/words/wall/wall.zh-Hans.ts'
import { general as open } from '../../shared/words/public.zh-Hans.ts'
import { DESK, PHONE, WALL } from '../support/hands/browser.ts'
import type { Client } from '../support/running/client.ts'
import { seen, SIZES, type Shot } from './camera.ts'
import type { Cast } from './cast.ts'
import { PEOPLE_IN_THE_HALL, type Tonight } from './tonight.ts'

const LAMPS_ARE_DARK = '路灯从开春就不亮'
const LAMP = '联系供电所，更换 3 盏路灯'
const MINUTES = '修牌坊捐的钱'
const WRITING = '桥头那盏最要紧，能先修吗？'

/** The wall looks with the eyes of the hall: by a log-in it finds its evening at once. */
const wallOf = (by: Client, meetingId: string): Pick<Shot, 'address' | 'cookie'> => ({
  address: `/wall/${meetingId}?place=${by.placeId}`,
  cookie: by.cookie,
})

const write = (page: Page): Promise<void> =>
  page.getByRole('textbox', { name: phone.whatToSay }).fill(WRITING)

export const beforeAnything = (): Shot[] => [
  { name: 'setup', address: '/', ready: setup.welcome },
  {
    ...{ name: 'setup-own', address: '/setup', ready: setup.welcome, views: [PHONE, DESK] },
    act: (page) => page.getByRole('button', { name: setup.ownWhat }).click(),
  },
  {
    ...{ name: 'setup-township', address: '/setup', ready: setup.welcome, views: [PHONE, DESK] },
    act: (page) => page.getByRole('button', { name: setup.aboveWhat.township }).click(),
  },
  { name: 'invited', address: '/invited', ready: invited.codeTitle, views: [PHONE, DESK] },
  { name: 'setup-en', address: '/setup', ready: /./, language: 'en', views: [DESK] },
]

export const council = (
  { facilitator }: Cast,
  { meetingId, code }: { readonly meetingId: string; readonly code: string },
): Shot[] => [
  { name: 'wall-day', ...wallOf(facilitator, meetingId), ready: code, views: [WALL] },
  { name: 'phone-door', address: `/p/${code}`, ready: '小板凳议事会' },
]

export const planned = ({ facilitator }: Cast, { meetingId }: Tonight): Shot[] => [
  { name: 'desk-home', address: '/desk', cookie: facilitator.cookie, ready: desk.tonight },
  { name: 'desk-people', address: '/desk/people', cookie: facilitator.cookie, ready: roster.title },
  { name: 'desk-login', address: '/desk/login', ready: desk.logInTitle },
  {
    ...{ name: 'desk-planned', address: `/desk/meeting/${meetingId}`, cookie: facilitator.cookie },
    ...{ ready: evening.openNow, views: [DESK] },
  },
  { name: 'wall-planned', ...wallOf(facilitator, meetingId), ready: wall.notBegun, views: [WALL] },
  { name: 'wall-unconnected', address: `/wall/${meetingId}`, ready: wall.codeTitle, views: [WALL] },
]

export const talking = ({ facilitator }: Cast, tonight: Tonight): Shot[] => {
  const inside = { address: `/p/${tonight.code}`, cookie: tonight.phone.cookie, views: [PHONE] }
  const writing = { ...inside, ready: phone.whoMayKnow, act: write }
  return [
    { name: 'phone', ...writing, views: SIZES },
    { name: 'phone-elder', ...writing, letters: '24' },
    { name: 'phone-largest', ...inside, ready: phone.whoMayKnow, letters: '30' },
    { name: 'phone-code', address: '/', ready: door.joinTitle, views: [PHONE] },
    { name: 'phone-en', ...inside, ready: english.whoMayKnow, language: 'en' },
    { name: 'wall-night', ...wallOf(facilitator, tonight.meetingId), ready: tonight.code, act: hallIsFull },
    { name: 'desk', ...deskOf(facilitator, tonight), act: writePromise },
  ]
}

/** The count of those who came is told every two seconds. */
const hallIsFull = (page: Page): Promise<void> => seen(page, new RegExp(`^${PEOPLE_IN_THE_HALL}$`))

const deskOf = (by: Client, { meetingId }: Tonight): Pick<Shot, 'address' | 'cookie' | 'ready'> => ({
  ...{ address: `/desk/meeting/${meetingId}`, cookie: by.cookie },
  ready: '村里的路灯',
})

/** A small desk shows one column at a time. */
const turnTo = (tab: string) => async (page: Page) => {
  const button = page.getByRole('button', { name: tab, exact: true })
  if (await button.isVisible()) await button.click()
  else await seen(page, evening.phonesHere(PEOPLE_IN_THE_HALL))
}

/** The recorder's fifteen seconds: who, how, by which day. */
async function writePromise(page: Page): Promise<void> {
  await turnTo(evening.tabIncoming(4))(page)
  const concern = page.getByRole('region', { name: evening.unsettled }).getByText(LAMPS_ARE_DARK)
  if (!(await concern.isVisible())) return
  await concern.click()
  await page.keyboard.press('p')
  const strip = page.getByRole('form', { name: promise.promise })
  await strip.getByLabel(promise.who, { exact: true }).fill('王建国')
  await strip.getByLabel(promise.how, { exact: true }).fill(LAMP)
  await strip.getByLabel(promise.byWhen, { exact: true }).fill('10号')
}

export const readBack = ({ facilitator }: Cast, tonight: Tonight): Shot[] => [
  { name: 'wall-promise', ...wallOf(facilitator, tonight.meetingId), ready: LAMP, views: [WALL, DESK] },
  { name: 'desk-read-back', ...deskOf(facilitator, tonight), views: [DESK] },
  { name: 'desk-minutes', ...deskOf(facilitator, tonight), views: [PHONE], act: turnTo(evening.tabMinutes) },
  {
    name: 'desk-promised',
    ...deskOf(facilitator, tonight),
    views: [PHONE],
    act: turnTo(evening.tabPromised(1)),
  },
  { name: 'desk-history', ...deskOf(facilitator, tonight), views: [PHONE, DESK], act: lookBack },
]

async function lookBack(page: Page): Promise<void> {
  await turnTo(evening.tabMinutes)(page)
  await page.getByRole('button', { name: minutes.history }).click()
  const panel = page.getByRole('dialog', { name: minutes.history })
  const points = panel.getByRole('listitem').getByRole('button')
  await points.or(panel.getByText(minutes.historyEmpty)).first().waitFor()
  if ((await points.count()) === 0) return
  await points.last().click()
  await panel.getByRole('status').filter({ hasText: '行' }).waitFor()
}

export const nodded = (tonight: Tonight): Shot[] => [
  { name: 'wall-yes', ...wallOf(tonight.phone, tonight.meetingId), ready: LAMP, views: [WALL] },
]

export const goingOn = (tonight: Tonight): Shot[] => [
  {
    ...{ name: 'phone-promises', address: `/p/${tonight.code}`, cookie: tonight.phone.cookie },
    ...{ ready: phone.matters, views: [PHONE] },
    act: (page) =>
      page
        .getByText(phone.matters)
        .first()
        .evaluate((title) => title.scrollIntoView()),
  },
]

export const closed = ({ facilitator, recorder }: Cast, tonight: Tonight): Shot[] => [
  { name: 'desk-closed', ...deskOf(recorder, tonight), ready: evening.closedTitle, views: [DESK] },
  { name: 'wall-over', ...wallOf(facilitator, tonight.meetingId), ready: wall.over, views: [WALL] },
]

export const signed = ({ facilitator, cadre, placeId }: Cast, tonight: Tonight): Shot[] => {
  const ofCadre = { address: '/ledger', cookie: cadre.cookie, ready: ledger.group('overdue') }
  const whole = { address: '/ledger', cookie: facilitator.cookie, ready: ledger.whole('village') }
  return [
    { name: 'phone-signed', address: '/', cookie: tonight.phone.cookie, ready: phone.closed, views: [PHONE] },
    { name: 'desk-signed', ...deskOf(facilitator, tonight), ready: evening.signed, views: [DESK] },
    { name: 'ledger', ...ofCadre },
    { name: 'ledger-whole', ...whole, views: [PHONE, DESK], act: lookAtAll },
    ...publicPages(placeId, tonight),
  ]
}

async function lookAtAll(page: Page): Promise<void> {
  await page.getByText(ledger.whole('village'), { exact: true }).click()
  await seen(page, ledger.group('overdue'))
}

function publicPages(placeId: string, { meetingId }: Tonight): Shot[] {
  const plain = { withScripts: false }
  return [
    { name: 'public-echo-wall', address: `/public/${placeId}`, ready: open.echoWall, ...plain },
    { name: 'public-month', address: `/public/${placeId}/month/2026-11`, ready: '有回话的', ...plain },
    { name: 'public-minutes', address: `/public/${placeId}/minutes/${meetingId}`, ready: MINUTES, ...plain },
  ]
}
