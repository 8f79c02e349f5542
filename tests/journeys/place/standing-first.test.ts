import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { words as desk } from '../../../web/words/desk/desk.zh-Hans.ts'
import { words as deskInEnglish } from '../../../web/words/desk/desk.en.ts'
import { evening } from '../../../web/words/desk/evening.zh-Hans.ts'
import { hall as hallWords } from '../../../web/words/meeting.zh-Hans.ts'
import { WALL, type Screen } from '../../support/hands/browser.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { sees } from '../../support/hands/phone-hands.ts'
import { holdScripts, SCRIPT } from '../../support/hands/slow-line.ts'
import type { Client } from '../../support/running/client.ts'
import { FOUNDED_TITLE, foundWithEvening } from '../../support/villages/founded.ts'
import type { Instance } from '../../support/villages/village.ts'

const LAMP = '祠堂门口的灯泡坏了。'
const DITCH = '后沟的水渠堵了三个月。'

describe('wall and desk on a slow line', () => {
  const hall = new Hall()
  let instance: Instance
  let staff: Client
  let office: Screen
  let meetingId = ''
  let code = ''

  const say = async (text: string): Promise<void> => {
    const commentId = randomUUID()
    const said = { commentId, meetingId, text, lane: 'masked', channel: 'staff', name: '王婶' }
    await staff.must('post-comment', said)
    await staff.must('show-comment', { commentId })
  }

  hall.step('周文 founds 石桥村 by its first page and opens an evening', async () => {
    ;({ instance, office, staff, meetingId, code } = await foundWithEvening(hall))
    await say(LAMP)
  })

  hall.step(
    'the desk shows its evenings before its scripts, and goes on with what stands there',
    async () => {
      const asked: string[] = []
      office.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      const letGo = await holdScripts(office, SCRIPT)
      await office.page.goto(`${instance.url}/desk`, { waitUntil: 'commit' })
      // The page before it may have asked.
      asked.length = 0
      await sees(office.page, FOUNDED_TITLE)
      await sees(office.page, desk.evenings)
      const drawn = await office.page.getByText(FOUNDED_TITLE).first().elementHandle()
      const enter = office.page.locator('main [data-key=o], main .button').first()
      await enter.waitFor()
      letGo()
      await expect
        .poll(async () => {
          await office.page.keyboard.press('o')
          return new URL(office.page.url()).pathname
        }, PATIENCE)
        .toBe(`/desk/meeting/${meetingId}`)
      await sees(office.page, evening.tabMinutes)
      expect(await drawn!.evaluate((one) => one.isConnected)).toBe(false)
      expect(asked.filter((one) => /\/api\/me$|\/meetings$/.test(one))).toEqual([])
    },
  )

  hall.step('it stands there in the language that was chosen, at the place that was chosen', async () => {
    const { headers, url } = {
      headers: { cookie: `${staff.cookie}; language=en; letters=24` },
      url: instance.url,
    }
    const markup = await (await fetch(`${url}/desk`, { headers })).text()
    expect(markup).toContain(deskInEnglish.evenings)
    expect(markup).toMatch(/<html lang="en"[^>]* data-mode="elder"/)
    const stranger = await (await fetch(`${url}/desk`)).text()
    expect(stranger).not.toContain(FOUNDED_TITLE)
    expect(stranger).toContain('<div id="app"></div>')
  })

  hall.step('the wall shows what was said before its scripts, and hears on from there', async () => {
    const wall = await hall.sit('the wall', instance.url, WALL)
    await wall.go(`/wall?code=${code}`)
    await sees(wall.page, LAMP)
    const letGo = await holdScripts(wall, SCRIPT)
    const address = wall.page.url()
    await wall.page.goto(address, { waitUntil: 'commit' })
    await sees(wall.page, LAMP)
    const drawn = await wall.page.getByText(LAMP).elementHandle()
    await say(DITCH)
    letGo()
    await sees(wall.page, DITCH)
    expect(await drawn!.evaluate((one) => one.isConnected)).toBe(true)
    await wall.page.getByLabel(hallWords.typeHere).waitFor()
  })

  hall.step(
    'a wall in large letters of its reader keeps its own size, and a stranger is shown nothing',
    async () => {
      const { url } = instance
      const path = `/wall/${meetingId}?place=${staff.placeId}`
      const seen = await (
        await fetch(url + path, { headers: { cookie: `${staff.cookie}; letters=30` } })
      ).text()
      expect(seen).toContain(LAMP)
      expect(seen).toMatch(/<html lang="zh-Hans"[^>]* data-mode="wall"/)
      expect(seen).not.toContain('elder')
      const stranger = await (await fetch(url + path)).text()
      expect(stranger).not.toContain(LAMP)
      expect(stranger).toContain('<div id="app"></div>')
    },
  )
})
