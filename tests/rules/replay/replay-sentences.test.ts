import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planEvening } from '../../replay/transcript/plan.ts'
import { asks, sentencePieces, sentencesOf, undertakes } from '../../replay/transcript/sentences.ts'
import { parseTranscript } from '../../replay/transcript/transcript.ts'

const TODAY = '2026-11-22'
const planOf = (name: string) => {
  const xml = readFileSync(new URL(`../../evenings/${name}.an.xml`, import.meta.url), 'utf8')
  return planEvening(parseTranscript(xml), TODAY)
}

test('a speech falls into sentences, quotes stay with theirs', () => {
  expect(sentencesOf('她說：「灯坏了。」我去看了……还没修！\n什么时候修？（笑）')).toEqual([
    '她說：「灯坏了。」',
    '我去看了……',
    '还没修！',
    '什么时候修？（笑）',
  ])
})

test('English sentences end at their full stop, an address does not', () => {
  expect(sentencesOf('We saw it. It was dark at sli.do that night.')).toEqual([
    'We saw it.',
    'It was dark at sli.do that night.',
  ])
})

test('the pieces joined again are the speech', () => {
  for (const text of ['', '。', ' 一。 \n\n二？！', 'a. B. c', '沒有句號', '“好。”\n']) {
    expect(sentencePieces(text).join('')).toBe(text)
  }
})

test.each([
  '桥头那盏最要紧，能先修吗？',
  '能不能一笔一笔贴出来',
  '可不可以留一邊給人走',
  '換燈的錢從哪裡出呢。',
  '請問哪個單位負責',
  '希望晚上九點就停。',
  '建议把放学这条路先排上。',
])('“%s” asks', (sentence) => {
  expect(asks(sentence)).toBe(true)
})

test.each(['路灯从开春就不亮。', '我记着呢。', '我家門口是沒漫上來。', '好。'])(
  '“%s” asks nothing',
  (sentence) => {
    expect(asks(sentence)).toBe(false)
  },
)

test.each([
  '我去找供电所，坏的三盏都换掉，十号以前。',
  '泥我明天叫车拉走。',
  '收支明细我三天之内贴到公示栏。',
  '我會去跟區公所借。',
  '燈我來裝，感應的那種。',
  '這個我們會帶回去討論。',
  '會後再提供書面資料給大家。',
  '扶手一定装好。',
  '这件事我答应。',
])('an official who says “%s” undertakes something', (sentence) => {
  expect(undertakes(sentence, TODAY)).toBe(true)
})

test.each([
  '我會覺得這樣比較好。',
  '我们委员会去年开了两次会。',
  '這個我不能答應。',
  '我們能不能下週五來？',
  '排水沟是十四号清完的。',
  '打谷场是晒场。',
  '謝謝大家來開會。',
])('“%s” undertakes nothing', (sentence) => {
  expect(undertakes(sentence, TODAY)).toBe(false)
})

test('the pavilion talk leaves the promises the mock-ups tell of, each with its day', () => {
  const promises = planOf('liushuwan-2026-11-22').flatMap(({ name, promises }) =>
    promises.map(({ text, dueOn }) => ({ name, text, dueOn })),
  )
  expect(promises).toHaveLength(13)
  const by = (words: string) => promises.find((promise) => promise.text.includes(words))
  expect(by('供电所')).toMatchObject({ name: '王建国', dueOn: '2026-12-10' })
  expect(by('舞队')).toMatchObject({ name: '王建国', dueOn: '2026-12-05' })
  expect(by('开伙')).toMatchObject({ name: '赵镇长', dueOn: '2026-12-31' })
  expect(by('扶手')).toMatchObject({ name: '王建国', dueOn: '2026-11-27' })
  expect(by('收支明细')).toMatchObject({ name: '刘会计', dueOn: '2026-11-25' })
})

test('villagers ask and officials promise; a villager who offers help promises nothing', () => {
  const plan = planOf('liushuwan-2026-11-22')
  const offer = plan.find((speech) => speech.text.includes('我可以去帮着做饭'))!
  expect(offer.promises).toEqual([])
  expect(plan.filter((speech) => speech.promises.length > 0).every((speech) => speech.isOfficial)).toBe(true)
  expect(plan.flatMap((speech) => speech.concerns)).toContain('村口那段能不能限个速？')
})

test('a refusal in the stool council is no promise, the same breath may hold one', () => {
  const answer = planOf('rongshucheng-2026-11-29').find((speech) => speech.name === '許幹事')!
  expect(answer.promises.map((promise) => promise.text)).toEqual([
    '我明天把大家的意見寫成公文轉給環保局，三個工作日內把公文號碼貼在公布欄。',
  ])
})
