import { expect, test, vi } from 'vitest'
import { Who } from '../../../web/people/who.svelte.ts'
import { inbox } from '../../../web/words/desk/home.zh-Hans.ts'
import {
  click,
  find,
  isSent,
  open,
  press,
  sees,
  sent,
  somebody,
  usesDesk,
} from '../../support/records/desk.ts'
import { aPromise } from '../../support/villages/evening.ts'

usesDesk()

test('a question of the township is answered with Ctrl and Enter, and not by Enter alone', async () => {
  const commitment = aPromise('p1', { state: 'open', measure: '换 6 块水泥盖板' })
  const question = {
    ...{ seq: 7, kind: 'comment', said: '三组井盖换了几块', by: '青石镇经办人 赵明' },
    ...{ at: '2026-11-20T01:00:00.000Z', askedOn: '2026-11-20', commitment },
  }
  await open('/desk', somebody('cadre'), {
    'GET /api/places/.*/supervision': { asOf: 10, today: '2026-11-22', questions: [question] },
  })
  await sees('三组井盖换了几块')
  click(inbox.answerIt)
  const area = find<HTMLTextAreaElement>('form textarea')
  area.value = '换了四块，还有两块。'
  area.dispatchEvent(new Event('input', { bubbles: true }))
  press('Enter', {}, area)
  expect(sent('add-evidence')).toEqual([])
  press('Enter', { ctrlKey: true }, area)
  await isSent('add-evidence', { commitmentId: 'p1', evidence: '换了四块，还有两块。' })
  await vi.waitFor(() => expect(document.querySelector('form textarea')).toBeNull())
})

test('nobody is called unknown while the name is only half typed', () => {
  const choice = { personId: 'wang', name: '王建国', title: '村书记', shown: '王建国 村书记' }
  const typing = (text: string) => new Who(() => [choice], text).isBegun
  expect(typing('王')).toBe(true)
  expect(typing('王建')).toBe(true)
  expect(typing('王建国')).toBe(false)
  expect(typing('王小二')).toBe(false)
  expect(typing('')).toBe(false)
})
