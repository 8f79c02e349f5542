import { describe, expect } from 'vitest'
import { words } from '../../../web/words/ledger/import.zh-Hans.ts'
import { DESK, PHONE, type Screen } from '../../support/hands/browser.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { oldLedger } from '../../support/files/old-ledger.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import type { Village } from '../../support/villages/village.ts'

const FILE = {
  name: '问题台账2025.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
// So many bytes take a busy machine long to hand to the browser.
const SLOW_UPLOAD = { timeout: 60_000 }
const ROWS = 400
const WRONG = 12
const GOOD = ROWS - WRONG
// Its sheet is larger than half a megabyte, from where readers like to work elsewhere.
const TOWNSHIP_ROWS = 4_000

describe('the recorder brings in the ledger of last year', () => {
  const hall = new Hall()
  let village: Village
  let recorder: Screen
  const choose = async (screen: Screen) =>
    screen.page.locator('input[type=file]').setInputFiles({ ...FILE, buffer: await oldLedger(ROWS, WRONG) })

  hall.step('the columns are guessed, and wrong rows say why', async () => {
    village = await hall.openVillage()
    const { cookie } = await village.as('陈晓')
    recorder = await hall.sit('陈晓', village.url, DESK, { cookie })
    await recorder.go('/ledger/import')
    await choose(recorder)
    await sees(recorder.page, words.counted(GOOD, WRONG))
    await expect
      .poll(() => recorder.page.getByLabel('完成时限', { exact: true }).inputValue(), PATIENCE)
      .toBe('firstDueOn')
    await sees(recorder.page, words.briefly({ column: 'problem', code: 'text-missing', text: '' }))
  })

  hall.step(
    'a row is put right where it stands, and a column that is passed over leaves its trace',
    async () => {
      const { page } = recorder
      const row = page.getByRole('listitem').filter({ has: page.getByLabel(words.line(10), { exact: true }) })
      await row.getByText(words.changeRow).click()
      const field = row.getByRole('textbox')
      await field.fill('村东头没有路灯')
      await field.blur()
      await sees(page, words.counted(GOOD + 1, WRONG - 1))
      await page.getByLabel('责任单位/责任人', { exact: true }).selectOption('')
      await sees(page, words.briefly({ column: 'owner', code: 'owner-missing', text: '' }))
      await page.getByLabel('责任单位/责任人', { exact: true }).selectOption('owner')
      await sees(page, words.counted(GOOD + 1, WRONG - 1))
    },
  )

  hall.step('good rows come in, the others stay, and the ledger holds them', async () => {
    const { page } = recorder
    await page.getByRole('button', { name: words.bringIn(GOOD + 1) }).click()
    await sees(page, words.broughtIn(GOOD + 1))
    await sees(page, words.counted(0, WRONG - 1))
    await page.getByRole('link', { name: words.seeLedger }).click()
    await sees(page, '更换第 1 处灯具')
    const table = await (await village.as('陈晓')).send('GET', `/api/places/${village.placeId}/ledger.csv`)
    expect(table.body.split('\r\n')).toHaveLength(GOOD + 1 + 2)
  })

  hall.step('the same file brings nothing in twice', async () => {
    await recorder.go('/ledger/import')
    await choose(recorder)
    await sees(recorder.page, words.counted(0, ROWS))
    await sees(recorder.page, words.briefly({ column: 'problem', code: 'already-imported', text: '' }))
  })

  hall.step('a ledger of a whole township is read, and a file larger than any is told', async () => {
    const { page } = recorder
    const field = page.locator('input[type=file]')
    await recorder.go('/ledger/import')
    await field.setInputFiles({ ...FILE, buffer: Buffer.alloc(9 * 1024 * 1024) }, SLOW_UPLOAD)
    await sees(page, words.fileTooLarge)
    await field.setInputFiles({ ...FILE, buffer: await oldLedger(TOWNSHIP_ROWS, WRONG) })
    await sees(page, words.counted(TOWNSHIP_ROWS - ROWS, ROWS))
  })

  hall.step('a cadre is told who does this', async () => {
    const { cookie } = await village.as('王建国')
    const cadre = await hall.sit('王建国', village.url, PHONE, { cookie })
    await cadre.go('/ledger/import')
    await sees(cadre.page, words.notYours)
  })
})
