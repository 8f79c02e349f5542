import { afterEach, expect, test, vi } from 'vitest'
import { mayTell } from '../../../web/concerns/name-check.ts'
import { Submission } from '../../../web/sync/submission.svelte.ts'

afterEach(() => void vi.restoreAllMocks())

const heard = [{ lane: 'masked', raisedBy: '李四' }] as const

test('a double click on words that name somebody unnamed sends nothing, a second press does', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  const submission = new Submission()
  const fields = { answer: '去李四家看' }
  expect(mayTell(submission, fields, heard)).toBe(false)
  expect(submission.refusal).toMatchObject({ refused: 'names-unnamed', who: '李四' })
  now.mockReturnValue(1_200)
  expect(mayTell(submission, fields, heard)).toBe(false)
  now.mockReturnValue(1_600)
  expect(mayTell(submission, fields, heard)).toBe(true)
})

test('other words are asked about anew, and words without a name never', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  const submission = new Submission()
  expect(mayTell(submission, { reason: '李四提的' }, heard)).toBe(false)
  now.mockReturnValue(9_000)
  expect(mayTell(submission, { reason: '李四说的' }, heard)).toBe(false)
  expect(mayTell(submission, { reason: '有人提的' }, heard)).toBe(true)
  expect(mayTell(submission, { reason: '李四提的' }, [{ lane: 'open', raisedBy: '李四' }])).toBe(true)
})
