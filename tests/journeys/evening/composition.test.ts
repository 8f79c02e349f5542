import { describe, expect } from 'vitest'
import * as Y from 'yjs'
import { committing, composing, DESK, type Screen } from '../../support/hands/browser.ts'
import * as editor from '../../support/hands/editor-hands.ts'
import { Hall, PATIENCE } from '../../support/hands/hall.ts'
import { openRecorder, type Recorder } from '../../support/peers/recorder.ts'
import { openEvening, type Evening } from '../../support/villages/village.ts'

const LINES = ['甲乙丙丁', '天地玄黄宇宙', '东南西北']

/** What somebody else does while a word is composed between 黄 and 宇, and how the text reads then. */
const PLACEMENTS: readonly (readonly [string, (other: Recorder) => void, readonly string[]])[] = [
  ['nothing', () => {}, ['甲乙丙丁', '天地玄黄你好宇宙', '东南西北']],
  [
    'writes at the caret',
    (other) => words(other, 1).insert(4, '人'),
    ['甲乙丙丁', '天地玄黄你好人宇宙', '东南西北'],
  ],
  [
    'writes just before it',
    (other) => words(other, 1).insert(3, '人'),
    ['甲乙丙丁', '天地玄人黄你好宇宙', '东南西北'],
  ],
  [
    'writes at the end of the line',
    (other) => words(other, 1).insert(6, '人'),
    ['甲乙丙丁', '天地玄黄你好宇宙人', '东南西北'],
  ],
  [
    'deletes the letter before',
    (other) => words(other, 1).delete(3, 1),
    ['甲乙丙丁', '天地玄你好宇宙', '东南西北'],
  ],
  [
    'deletes the letter after',
    (other) => words(other, 1).delete(4, 1),
    ['甲乙丙丁', '天地玄黄你好宙', '东南西北'],
  ],
  [
    'begins a line above',
    (other) => section(other).insert(1, [new Y.XmlElement('turn')]),
    ['甲乙丙丁', '天地玄黄你好宇宙', '东南西北'],
  ],
  [
    'begins a line below',
    (other) => section(other).insert(2, [new Y.XmlElement('turn')]),
    ['甲乙丙丁', '天地玄黄你好宇宙', '东南西北'],
  ],
  ['deletes the line above', (other) => section(other).delete(0, 1), ['天地玄黄你好宇宙', '东南西北']],
  [
    'changes who speaks',
    (other) => turn(other, 1).setAttribute('speaker', '李婶'),
    ['甲乙丙丁', '天地玄黄你好宇宙', '东南西北'],
  ],
  [
    'puts a chip behind the line',
    (other) => other.chip(turn(other, 1), { concernId: crypto.randomUUID() }),
    ['甲乙丙丁', '天地玄黄你好宇宙', '东南西北'],
  ],
  [
    'writes far before and far behind',
    (other) => {
      words(other, 0).insert(0, '前')
      words(other, 2).insert(4, '后')
    },
    ['前甲乙丙丁', '天地玄黄你好宇宙', '东南西北后'],
  ],
]

const section = (other: Recorder): Y.XmlElement => other.fragment.get(0) as Y.XmlElement
const turn = (other: Recorder, at: number): Y.XmlElement => section(other).get(at) as Y.XmlElement
const words = (other: Recorder, at: number): Y.XmlText =>
  turn(other, at)
    .toArray()
    .find((node): node is Y.XmlText => node instanceof Y.XmlText)!

/** Three plain lines and nothing else. */
function begin(other: Recorder): void {
  other.doc.transact(() => {
    other.fragment.delete(0, other.fragment.length)
    for (const line of LINES) other.turn(null, line)
  })
}

describe('composing a Chinese word while somebody else writes', () => {
  const hall = new Hall()
  let evening: Evening
  let desk: Screen
  let other: Recorder

  hall.step('a recorder sits at the desk, another writes from elsewhere', async () => {
    const village = await hall.openVillage()
    evening = await openEvening(village)
    const { cookie } = await village.as('陈晓')
    other = await openRecorder(evening.facilitator, evening.meetingId)
    // Of two words at one place, that of the smaller client stands first.
    other.doc.clientID = 2 ** 32 - 1
    desk = await hall.sit('陈晓', village.url, DESK, { cookie })
    await desk.go(`/desk/meeting/${evening.meetingId}`)
    await editor.text(desk).waitFor()
  })

  for (const [title, act, read] of PLACEMENTS)
    hall.step(`the other ${title}: what was typed is what stands there`, async () => {
      begin(other)
      await expect.poll(() => editor.linesOn(desk), PATIENCE).toEqual(LINES.map((line) => `：${line}`))
      await editor.line(desk, LINES[1]!).click()
      await desk.page.keyboard.press('Home')
      for (let letter = 0; letter < 4; letter++) await desk.page.keyboard.press('ArrowRight')
      const seen: string[] = []
      other.doc.on('update', () => seen.push(other.text.join()))
      const keyboard = await desk.keyboard()
      await composing(keyboard, 'ni')
      act(other)
      await other.saved()
      await composing(keyboard, 'ni hao')
      await committing(keyboard, '你好')
      await expect.poll(() => other.text.join(), PATIENCE).toContain('你好')
      await editor.allSaved(desk)
      expect(other.text.filter(Boolean)).toEqual(read)
      const drawn = (): Promise<string[]> =>
        editor.linesOn(desk).then((lines) => lines.map((line) => line.replace(/^.*：/, '')))
      await expect.poll(drawn, PATIENCE).toEqual(read)
      expect(seen.join(), 'nobody sees half-typed letters').not.toMatch(/[a-z]/)
    })

  hall.step('they go home', async () => {
    other.close()
    await hall.leave('陈晓')
  })
})
