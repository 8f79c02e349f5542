import { describe, expect } from 'vitest'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import type { Screen } from '../../support/hands/browser.ts'
import { Hall } from '../../support/hands/hall.ts'
import { bringRosterIn, chooseRoster, rosterRows } from '../../support/hands/roster-hands.ts'
import { setUpTwoVillages, type TwoVillages } from '../../support/villages/two-villages.ts'
import { xlsx } from '../../support/files/xlsx.ts'

const text = (...lines: string[]): Buffer => Buffer.from(`\ufeff${lines.join('\n')}`)

/** Lists as villages keep them, each with what it must come in as. */
const LISTS = [
  {
    what: 'a workbook with a title above its heading',
    file: {
      name: '花名册.xlsx',
      buffer: Buffer.from(
        xlsx([
          ['石桥村村民花名册', null, null, null],
          ['序 号', '姓　名', '户 主', '网 格'],
          [1, '何 大年', '何大年', '北坡网格'],
          [2, '吕小凤', '何大年', '北坡网格'],
        ]),
      ),
    },
    rows: [
      ['何大年', '何大年', '北坡网格'],
      ['吕小凤', '何大年', '北坡网格'],
    ],
  },
  {
    what: 'running numbers without a heading',
    file: { name: '名单.txt', buffer: text('1\t许春\t河沿5号', '2\t许夏\t河沿6号') },
    rows: [
      ['许春', '河沿5号', ''],
      ['许夏', '河沿6号', ''],
    ],
  },
  {
    what: 'identity numbers, with a tab behind them against rounding',
    file: {
      name: '名单.csv',
      buffer: text('姓名,身份证号,户主,所在网格', '罗一,"110101199001011237\t",罗一,南坡网格'),
    },
    rows: [['罗一', '罗一', '南坡网格']],
  },
] as const

describe('rosters come in through the page', () => {
  const hall = new Hall()
  let two: TwoVillages
  let screen: Screen
  const all: string[][] = []

  hall.step('an own village opens its list of people', async () => {
    two = await setUpTwoVillages(hall)
    screen = two.facilitator
    await screen.go('/desk/people')
    await screen.page.getByRole('navigation').getByRole('link', { name: desk.roster }).waitFor()
    all.push(...(await rosterRows(two.staff)))
  })

  for (const { what, file, rows } of LISTS)
    hall.step(what, async () => {
      expect(await chooseRoster(screen, file)).toEqual(rows)
      await bringRosterIn(screen, rows.length)
      all.push(...rows.map((row) => [...row]))
      expect((await rosterRows(two.staff)).toSorted()).toEqual(all.toSorted())
      expect(JSON.stringify(await rosterRows(two.staff))).not.toMatch(/\d{17}/)
    })

  hall.step('a name with a gap in it is the one that was there before, and stays out', async () => {
    const buffer = text('姓名,户', '许　春,河沿5号')
    await chooseRoster(screen, { name: '又一份.csv', buffer })
    await screen.page.locator('tr.wrong').waitFor()
    expect((await rosterRows(two.staff)).toSorted()).toEqual(all.toSorted())
  })
})
