import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { askingFirst } from '../../../web/concerns/asking-first.ts'
import { askedOf } from '../../../web/concerns/name-check.ts'
import { linesThatName } from '../../../web/desk/closing/lines-that-name.ts'
import { CommandRunner } from '../../../web/desk/command-runner.svelte.ts'
import type { EveningActions } from '../../../web/desk/evening/evening-actions.svelte.ts'
import { insertTurn } from '../../../web/minutes/text.ts'
import { Submission } from '../../../web/sync/submission.svelte.ts'

afterEach(() => void vi.restoreAllMocks())

const heard = [{ lane: 'masked', raisedBy: '李四' }] as const

test('a double click on words that name somebody unnamed sends nothing, a second press does', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  const check = {}
  const fields = { answer: '去李四家看' }
  const told = { refused: 'names-unnamed', who: '李四' }
  expect(askedOf(check, fields, heard)?.refusal).toMatchObject(told)
  now.mockReturnValue(1_200)
  expect(askedOf(check, fields, heard)?.refusal).toMatchObject(told)
  now.mockReturnValue(1_600)
  expect(askedOf(check, fields, heard)).toBeNull()
})

test('other words are asked about anew, and words without a name never', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  const check = {}
  expect(askedOf(check, { reason: '李四提的' }, heard)).not.toBeNull()
  now.mockReturnValue(9_000)
  expect(askedOf(check, { reason: '李四说的' }, heard)).not.toBeNull()
  expect(askedOf(check, { reason: '有人提的' }, heard)).toBeNull()
  expect(askedOf(check, { reason: '李四提的' }, [{ lane: 'open', raisedBy: '李四' }])).toBeNull()
})

test('what is written down with the name of whoever asked to stay unnamed is asked about by itself', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  const send = vi.fn(() => Promise.resolve({ kind: 'told', value: {} }))
  const asking = askingFirst(send as never)
  const submission = new Submission(() => ({ send: asking }))
  const told = { text: '李四家门口的灯', raisedBy: '李四', lane: 'masked' } as const
  const put = () => submission.put('raise-concern', told as never)
  expect(await put()).toBeNull()
  expect(submission.refusal).toMatchObject({ refused: 'names-unnamed', who: '李四' })
  now.mockReturnValue(2_000)
  expect(await put()).not.toBeNull()
  expect(send).toHaveBeenCalledTimes(1)
})

test('a line of the minutes that names somebody unnamed is shown before it is signed, and signed at the second press', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  const doc = new Y.Doc()
  insertTurn(doc, null, '老王', '灯这周就修')
  insertTurn(doc, null, null, '李四说了三回')
  insertTurn(doc, null, '李四', '板松了')
  const acts = new CommandRunner('p')
  acts.heard = () => heard
  const actions = { evening: { acts }, minutes: { doc } } as unknown as EveningActions
  expect((await linesThatName(actions))?.lines).toEqual(['李四说了三回', '李四：板松了'])
  now.mockReturnValue(2_000)
  expect(await linesThatName(actions)).toBeNull()
  acts.heard = () => []
  expect(await linesThatName(actions)).toBeNull()
})
