import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const FAMILY = '👨‍👩‍👧‍👦'
const EXTENSION_B = '𠮷田𪚥'
const RIGHT_TO_LEFT = '\u200f'

test('what villagers really type arrives letter for letter', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone(EXTENSION_B)
  const texts = [
    '好',
    FAMILY,
    FAMILY.repeat(140),
    '长'.repeat(140),
    '𠮷'.repeat(140),
    `${RIGHT_TO_LEFT}سلام${RIGHT_TO_LEFT}，你好`,
    'e\u0301'.repeat(140),
    '  前后有空格  ',
    '两行\n第二行',
    '=1+1，@谁，<b>不是标签</b> &amp; "引号"',
  ]
  for (const text of texts)
    await phone.must('post-comment', remark(evening.meetingId, { text, name: EXTENSION_B }))
  const { comments } = await evening.facilitator.room(evening.meetingId)
  expect(comments.map(({ text }: { text: string }) => text).sort()).toEqual([...texts].sort())
  expect(comments[0].name).toBe(EXTENSION_B)
})

test.each([
  ['141 letters', '长'.repeat(141), 'too-long'],
  ['141 families', FAMILY.repeat(141), 'too-long'],
  ['141 letters with accents of their own', 'e\u0301'.repeat(141), 'too-long'],
  ['nothing', '', 'too-short'],
  ['only spaces', ' \u3000\n ', 'too-short'],
  ['only a mark of direction', RIGHT_TO_LEFT, 'too-short'],
  ['only joiners', '\u200d\u200d\ufeff', 'too-short'],
  ['half a character', '你\ud842好', 'field-wrong'],
  ['only control characters', '\u0007\u0000', 'too-short'],
])('%s is refused by name and nothing is kept', async (_name, text, because) => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone('李婶')
  const answer = await phone.command('post-comment', remark(evening.meetingId, { text }))
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ refused: because, field: 'text' })
  expect((await evening.facilitator.room(evening.meetingId)).comments).toEqual([])
})

test('a limit is told in letters, in the reader’s language', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone('李婶')
  const body = { placeId: phone.placeId, ...remark(evening.meetingId, { text: FAMILY.repeat(141) }) }
  const sentence = async (language: string): Promise<string> => {
    const key = { 'idempotency-key': randomUUID(), 'accept-language': language }
    const answer = await phone.send('POST', '/api/commands/post-comment', body, key)
    expect(answer.body.limit).toBe(140)
    return answer.body.sentence
  }
  const sentences = [await sentence('zh-CN'), await sentence('zh-TW'), await sentence('en-GB')]
  for (const text of sentences) expect(text).toContain('140')
  expect(new Set(sentences).size).toBe(3)
})

test('what a paste brings along between the letters becomes a line end or nothing', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const phone = await evening.phone('李\u0007婶')
  const text = '路灯\u000b坏了\u000c井水\u2028浑了\u0085\u0000\u0007\u009f\u202e完\u2066'
  await phone.must('post-comment', remark(evening.meetingId, { text, name: '李\u0001婶' }))
  const { comments } = await evening.facilitator.room(evening.meetingId)
  expect(comments).toMatchObject([{ text: '路灯\n坏了\n井水\n浑了\n完', name: '李婶' }])
})
