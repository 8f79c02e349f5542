import { describe, expect } from 'vitest'
import type { ActId } from '../../../web/ledger/matter/acts/act.ts'
import { acts } from '../../../web/words/ledger/acts.zh-Hans.ts'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { inbox } from '../../../web/words/desk/home.zh-Hans.ts'
import { places } from '../../../web/words/village/places.zh-Hans.ts'
import { words as ledger } from '../../../web/words/ledger/ledger.zh-Hans.ts'
import { story } from '../../../web/words/ledger/parts.zh-Hans.ts'
import { DESK, type Screen } from '../../support/hands/browser.ts'
import { Hall } from '../../support/hands/hall.ts'
import { actOn } from '../../support/hands/ledger-hands.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import {
  comeBy,
  found,
  inviteFirst,
  inviteTo,
  saysOf,
  setUpAbove,
  turnTo,
} from '../../support/hands/places-hands.ts'
import type { Instance } from '../../support/villages/village.ts'

const DRAIN = '一组的排水沟塌了，一下雨就进院子。'
const OWN = '自己想的一句话做密码'
/** How long a hand needs for a press and for a letter, generously. */
const PRESS_S = 2
const LETTER_S = 0.7

/** Presses, and letters that were typed, on one screen. */
async function countWork({ page }: Screen): Promise<() => Promise<number>> {
  const seconds = { presses: 0, letters: 0 }
  await page.exposeFunction('noteWork', (kind: 'presses' | 'letters', count: number) => {
    seconds[kind] += count
  })
  const listen = (): void => {
    const note = (window as unknown as { noteWork: (kind: string, count: number) => void }).noteWork
    const lengths = new WeakMap<EventTarget, number>()
    addEventListener('click', ({ isTrusted }) => isTrusted && note('presses', 1), true)
    addEventListener(
      'keydown',
      ({ key, isTrusted }) => isTrusted && key === 'Enter' && note('presses', 1),
      true,
    )
    addEventListener(
      'input',
      ({ target }) => {
        const field = target as HTMLInputElement
        note('letters', Math.max(0, field.value.length - (lengths.get(field) ?? 0)))
        lengths.set(field, field.value.length)
      },
      true,
    )
  }
  await page.addInitScript(listen)
  await page.evaluate(listen)
  return () => Promise.resolve(seconds.presses * PRESS_S + seconds.letters * LETTER_S)
}

describe('a county is set up, and a matter goes up from a grid to it', () => {
  const hall = new Hall()
  let instance: Instance
  let county: Screen, mayor: Screen, office: Screen, worker: Screen
  let villageId = ''
  let matterId = ''
  const act = (screen: Screen, name: ActId, typed: Record<string, string> = {}) =>
    actOn(screen, villageId, matterId, name, typed)
  /** The matter's story on somebody's ledger. */
  const tells = async (screen: Screen, told: string) => {
    await screen.page.goto('about:blank')
    const page = await screen.go(`/ledger?place=${villageId}#${matterId}`)
    await sees(page, told)
  }

  hall.step('the first page of a new instance sets up a county with two townships', async () => {
    instance = await hall.openInstance()
    county = await hall.sit('李国平', instance.url, DESK)
    await setUpAbove(county, 'county', {
      ...{ name: '云岭县', below: ['青石镇', '白水镇'], who: '李国平' },
      ...{ loginName: 'liguoping', password: OWN },
    })
    await saysOf(county, '青石镇', places.nobody('township'))
  })

  hall.step('the county invites a mayor, who comes by the link and chooses a password', async () => {
    await turnTo(county, '青石镇')
    const link = await inviteFirst(county, '赵明')
    expect(link).toMatch(/\/invited#[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await saysOf(county, '青石镇', places.notCome)
    mayor = await hall.sit('赵明', instance.url, DESK)
    await comeBy(mayor, link, 'zhaoming', OWN)
    await sees(county.page, '赵明')
  })

  hall.step('a village with its first facilitator takes less than 90 seconds of hands', async () => {
    await mayor.go('/desk/places')
    await turnTo(mayor, '青石镇')
    office = await hall.sit('冯春梅', instance.url, DESK)
    const [above, below] = [await countWork(mayor), await countWork(office)]
    const started = Date.now()
    await found(mayor, 'village', '石门村')
    const link = await inviteFirst(mayor, '冯春梅')
    await comeBy(office, link, 'fengchunmei', OWN)
    expect(Date.now() - started).toBeLessThan(90_000)
    const seconds = (await above()) + (await below())
    expect(seconds).toBeGreaterThan(10)
    expect(seconds).toBeLessThanOrEqual(90)
    await saysOf(mayor, '石门村', '冯春梅')
    const me = await office.page.evaluate(() => fetch('/api/me').then((answer) => answer.json()))
    villageId = me.places[0].id
    expect(me.places).toMatchObject([{ name: '石门村', roles: ['facilitator'] }])
  })

  hall.step('a second village, renamed and moved to the other township by the county', async () => {
    await turnTo(mayor, '青石镇')
    await found(mayor, 'village', '上河')
    await mayor.page.getByRole('button', { name: places.rename, exact: true }).click()
    await mayor.page.getByLabel(places.newName, { exact: true }).fill('上河村')
    await mayor.page.getByRole('button', { name: places.save, exact: true }).click()
    await mayor.page.getByRole('heading', { level: 1, name: '上河村' }).waitFor()
    await mayor.page.getByRole('button', { name: places.move, exact: true }).click()
    await sees(mayor.page, places.moveNothing)
    await mayor.page.keyboard.press('Escape')
    await county.go('/desk/places')
    await turnTo(county, '上河村')
    await county.page.getByRole('button', { name: places.move, exact: true }).click()
    await county.page.getByRole('button', { name: places.moveNow, exact: true }).click()
    await sees(county.page, places.moved('上河村', '白水镇'))
    await sees(county.page.getByRole('main'), places.standsIn('白水镇'))
  })

  hall.step('the village draws its grids and gives one to a worker', async () => {
    await office.go('/desk/places')
    for (const grid of ['一组', '二组']) {
      await turnTo(office, '石门村')
      await found(office, 'grid', grid)
    }
    await turnTo(office, '一组')
    const link = await inviteFirst(office, '刘翠兰')
    worker = await hall.sit('刘翠兰', instance.url, DESK)
    await comeBy(worker, link, 'liucuilan', OWN)
    await saysOf(office, '一组', '刘翠兰')
    await turnTo(office, '石门村')
    const recorder = await inviteTo(office, places.role('recorder', 'village'), '何秀英', '会计')
    expect(recorder).toContain('/invited#')
    await sees(office.page.getByRole('row').filter({ hasText: '何秀英' }), places.waitingFor)
  })

  hall.step('what is raised in the grid is with its worker first, who hands it up', async () => {
    const page = await worker.go('/desk')
    await page.getByRole('button', { name: inbox.takeIn }).click()
    const form = page.getByRole('form', { name: inbox.takeIn })
    await form.getByText(inbox.channel.visit, { exact: true }).click()
    await form.getByText(inbox.lane.open).first().click()
    await form.getByLabel(inbox.who).fill('李婶')
    await form.getByLabel(inbox.what).fill(DRAIN)
    await form.getByLabel(inbox.gridLabel).selectOption({ label: '一组' })
    await form.getByRole('button', { name: inbox.putIn }).click()
    await sees(page, DRAIN)
    const kept = await page.evaluate(
      (id) => fetch(`/api/places/${id}/inbox`).then((answer) => answer.json()),
      villageId,
    )
    matterId = kept.concerns[0].id
    await tells(worker, ledger.heldBy('一组'))
    await act(worker, 'offer', { toPlaceId: '石门村', reason: '要村里出机械。' })
  })

  hall.step('the village hands it to the township, which returns it once', async () => {
    await act(office, 'accept')
    await act(office, 'offer', { toPlaceId: '青石镇', reason: '村里没有挖机。' })
    await act(mayor, 'return', { reason: '先量出塌了多长。' })
    await tells(office, story.tells['matter-returned']({ from: '石门村', to: '青石镇' } as never))
    await act(office, 'offer', { toPlaceId: '青石镇', reason: '量过了，塌了 40 米。' })
    await act(mayor, 'accept')
  })

  hall.step('the township summons a department, which comes, and hands it on to the county', async () => {
    await act(mayor, 'summon', { toPlaceId: '云岭县', unit: '水利局', reason: '请来看看能不能改道。' })
    await act(mayor, 'came', { unit: '水利局', report: '要重修 40 米，县里立项。' })
    await act(mayor, 'offer', { toPlaceId: '云岭县', reason: '县里立项才有钱。' })
    await act(county, 'accept')
    await tells(county, ledger.heldBy('云岭县'))
  })

  hall.step('the county answers, and whoever asked says how it went', async () => {
    await act(county, 'answer', { answer: '已经立项，下月开工，两个月修好。' })
    await act(office, 'rate', {
      ...{ done: acts.doneAnswer('done'), satisfied: acts.satisfiedAnswer('satisfied') },
      witness: '李婶',
    })
    await tells(worker, story.tells['unit-came']({ unit: '水利局' } as never))
  })

  hall.step('a post is taken back, and it stands written who gave and who took it', async () => {
    await mayor.go('/desk/places')
    await turnTo(mayor, '石门村')
    await mayor.page.getByText(places.deeds).click()
    await sees(mayor.page, places.deed({ kind: 'person-invited', who: '冯春梅', what: '主持人' }))
    await office.go('/desk/places')
    await turnTo(office, '一组')
    await office.page.getByRole('button', { name: places.takeBackFrom('刘翠兰', '网格员') }).click()
    await saysOf(office, '一组', places.nobody('grid'))
    const page = await worker.go('/desk')
    await page.getByText(desk.noPost).waitFor()
  })
})
