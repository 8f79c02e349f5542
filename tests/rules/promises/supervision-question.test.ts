import { expect, test } from 'vitest'
import { unansweredIn, type QuestionEvent } from '../../../shared/notices/supervision-question.ts'
import { facilitator, recorded } from '../../support/villages/given.ts'

const AT = '2026-12-01T01:00:00.000Z'
type Step = readonly [type: string, kind?: string | undefined, commitmentId?: string]
const told = (...events: readonly Step[]) =>
  events.map(
    ([type, kind, commitmentId = 'lamp'], at) =>
      recorded(
        {
          type,
          data: { commitmentId, meetingId: null, ...(kind && { kind }) },
          words: { said: '断了几米', byName: '赵明', byPost: '青石镇镇长' },
        } as never,
        at + 1,
        facilitator,
        AT,
      ) as unknown as QuestionEvent,
  )
const seqs = (...events: readonly Step[]) => unansweredIn(told(...events)).map(({ seq }) => seq)
const asked = ['commitment-supervised', 'comment'] as const

test('a question waits with who asked it, until something is said in public', () => {
  expect(unansweredIn(told(asked))).toMatchObject([{ seq: 1, by: '青石镇镇长 赵明', said: '断了几米' }])
  for (const answer of ['evidence-added', 'part-reported', 'commitment-done', 'commitment-settled'])
    expect(seqs(asked, [answer])).toEqual([])
})

test('what was said before the question does not answer it, nor does a word about another promise', () => {
  expect(seqs(['evidence-added'], asked)).toEqual([2])
  expect(seqs(asked, ['evidence-added', undefined, 'toilet'])).toEqual([1])
})

test('one answer answers all that was asked before; a later question waits again', () => {
  expect(seqs(asked, ['commitment-supervised', 'evidence-request'], ['evidence-added'], asked)).toEqual([4])
})

test('a reminder asks for the deed, not for words', () => {
  expect(seqs(['commitment-supervised', 'reminder'])).toEqual([])
})

test('a report that is taken back answers no longer, but what was shown meanwhile does', () => {
  expect(seqs(asked, ['commitment-done'], ['report-taken-back'])).toEqual([1])
  expect(seqs(asked, ['commitment-done'], ['evidence-added'], ['report-taken-back'])).toEqual([])
  expect(seqs(asked, ['evidence-added'], ['commitment-done'], ['report-taken-back'])).toEqual([])
})

test('a later day that was refused waits with its reason until its owner says something or asks anew', () => {
  const refused = ['extension-refused'] as const
  const [open] = unansweredIn([
    { ...told(refused)[0]!, data: { commitmentId: 'lamp', meetingId: null, dueOn: '2026-12-28' } } as never,
  ])
  expect(open).toMatchObject({ kind: 'later-day-refused', refusedDueOn: '2026-12-28', by: '青石镇镇长 赵明' })
  for (const after of ['extension-asked', 'due-day-moved', 'part-reported', 'commitment-done'])
    expect(seqs(refused, [after])).toEqual([])
  expect(seqs(asked, refused, ['due-day-moved'])).toEqual([1])
})
