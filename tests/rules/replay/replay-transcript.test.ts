import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseTranscript } from '../../replay/transcript/transcript.ts'

const evening = (name: string) =>
  readFileSync(new URL(`../../evenings/${name}.an.xml`, import.meta.url), 'utf8')
const debate = (body: string) =>
  `<akomaNtoso><debate><debateBody><debateSection><heading>夜話</heading>${body}</debateSection></debateBody></debate></akomaNtoso>`
const textsOf = (xml: string) => parseTranscript(xml).speeches.map((speech) => speech.text)

test.each(['liushuwan-2026-11-22', 'rongshucheng-2026-11-29', 'odd'])(
  'every speech of %s counts once',
  (name) => {
    const xml = evening(name)
    const { speeches } = parseTranscript(xml)
    expect(speeches).toHaveLength(xml.match(/<speech\b/g)!.length)
    expect(speeches.map((speech) => speech.index)).toEqual(speeches.map((_, index) => index))
  },
)

test('the pavilion talk has its day, its title, six matters and the posts people hold', () => {
  const { title, onDay, sections, people, speeches } = parseTranscript(evening('liushuwan-2026-11-22'))
  expect(title).toBe('柳树湾村 凉亭夜话（第十四场）')
  expect(onDay).toBe('2026-11-22')
  expect(sections.map((section) => section.heading)).toEqual([
    '上次答应的事',
    '村口捐款公示',
    '村里的路灯',
    '广场音响',
    '一老食堂',
    '还有什么想说的',
  ])
  expect(people.filter((person) => person.isOfficial).map((person) => person.name)).toEqual([
    '王建国',
    '赵镇长',
    '刘会计',
  ])
  expect(speeches[0]).toMatchObject({ name: '陈静', sectionIndex: 0, at: '2026-11-22T19:03:10' })
  const times = speeches.map((speech) => speech.at!)
  expect(times).toEqual([...times].sort())
})

test('words in links and tags are read, mark-up and its line breaks are not', () => {
  const [, , linked] = textsOf(evening('odd'))
  expect(linked).toBe('可以到路燈登記表查詢，謝謝。')
})

test('the space between English words stays, however the file is wrapped', () => {
  expect(textsOf(debate('<speech by="#a"><p>a cup\n    of  <i>hot</i>\n tea</p></speech>'))).toEqual([
    'a cup of hot tea',
  ])
})

test('HTML entities become the signs they stand for', () => {
  expect(
    textsOf(debate('<speech by="#a"><p>等&hellip;&nbsp;5 &lt; 7 &amp;amp; &#x20BB7;</p></speech>')),
  ).toEqual(['等…\u00a05 < 7 &amp; 𠮷'])
})

test('each paragraph is a line, and an empty one is none', () => {
  expect(parseTranscript(evening('odd')).speeches[10]!.text).toBe(
    '第一段。\n第二段，換了一行還是第二段。\n一、先量\n二、再畫\n第三段\n是兩行。',
  )
})

test('a speech without a speaker and one without words are still speeches', () => {
  const { speeches } = parseTranscript(evening('odd'))
  expect(speeches[8]).toMatchObject({ by: null, name: '', text: '這句話是誰說的，記錄的人也沒聽清。' })
  expect(speeches.filter((speech) => speech.text === '').map((speech) => speech.index)).toEqual([6, 7])
})

test('somebody who is on no list speaks under the name the speech gives', () => {
  const { people, speeches } = parseTranscript(evening('odd'))
  expect(speeches[9]!.name).toBe('後排的 阿姨')
  expect(people.at(-1)).toEqual({ id: '沒有登記的人', name: '後排的 阿姨', isOfficial: false })
})

test('a speaker with spaces in the name is the same person when the reference is encoded', () => {
  const { speeches } = parseTranscript(evening('odd'))
  expect(speeches[1]!.by).toBe('Ana Lúcia de Souza')
  expect(speeches[2]!.by).toBe(speeches[1]!.by)
})

test('an evening never goes back to an earlier section, it opens it once more', () => {
  const { sections, speeches } = parseTranscript(evening('odd'))
  const order = speeches.map((speech) => speech.sectionIndex)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(sections[speeches[14]!.sectionIndex]!.heading).toBe(sections[speeches[1]!.sectionIndex]!.heading)
  expect(sections[speeches[0]!.sectionIndex]!.heading).toBe('')
})

test('tags that were never closed lose no speech and no word', () => {
  const { speeches } = parseTranscript(
    debate('<speech by="#a"><p>一<i>二</p><speech by="#b"><p>三<p>四</speech></b><speech by="#c">五'),
  )
  expect(speeches.map(({ by, text }) => [by, text])).toEqual([
    ['a', '一二'],
    ['b', '三\n四'],
    ['c', '五'],
  ])
})

test('without posts in the file, the chair and whoever introduces themselves for an office are officials', () => {
  const said = (by: string, text: string) => `<speech by="#${by}"><p>${text}</p></speech>`
  const { people } = parseTranscript(
    debate(
      said('chair', '開始。') +
        said('office', '大家好，我是內政部營建署的陳小姐。') +
        said('school', '大家好，我是海洋大學的研發處。') +
        said('tribe', '我是來自社頂部落的人。') +
        said('coop', '我是合作社的經理，也常跑社會局。') +
        said('chair', '請說。') +
        said('town', '各位好，我是縣政府勞工處的小林。') +
        said('chair', '謝謝。'),
    ),
  )
  expect(people.filter((person) => person.isOfficial).map((person) => person.id)).toEqual([
    'chair',
    'office',
    'town',
  ])
})

test('a transcript of 2,580 speeches is read whole', () => {
  const body = Array.from(
    { length: 2580 },
    (_, n) => `<speech by="#p${n % 90}"><p>第${n}句&nbsp;話。</p></speech>`,
  )
  const { speeches, people } = parseTranscript(debate(body.join('\n')))
  expect(speeches).toHaveLength(2580)
  expect(people).toHaveLength(90)
  expect(speeches[2579]!.text).toBe('第2579句\u00a0話。')
})
