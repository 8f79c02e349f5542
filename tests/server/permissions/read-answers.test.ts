import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { Compile } from 'typebox/schema'
import { reads } from '../../../shared/api.ts'
import { features } from '../../../server/app/features.ts'
import { MATRIX } from '../../support/cases/matrix.ts'
import { askerOf, READ_CASES, type ReadCase } from '../../support/permissions/read-cases.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'

/** What the handlers answered last, before anything of it was left out on the way. */
const answered = new Map<string, unknown>()
const registered = features.flatMap((feature) => feature.reads ?? [])
for (const read of registered) {
  const { path, handle } = read
  const noting: typeof handle = async (...asked) => {
    const answer = await handle(...asked)
    answered.set(path, answer)
    return answer
  }
  Object.assign(read, { handle: noting })
}

test('every declared read is answered by one feature and asked for here', () => {
  const paths = reads.map(({ path }) => path).sort()
  expect(registered.map(({ path }) => path).sort()).toEqual(paths)
  expect(Object.keys(READ_CASES).sort()).toEqual(paths)
  expect(Object.values(READ_CASES).filter((cases) => cases.length === 0)).toEqual([])
})

describe('every read answers what it declares, no more and no less, whoever asks', () => {
  let stage: Stage
  beforeAll(() => sharedStage((ready) => (stage = ready)))
  beforeAll(() => whatPeopleKeep(stage))

  for (const read of reads)
    test(`${read.path} during the evening`, async () => {
      for (const one of READ_CASES[read.path]) expect(await ask(stage, one, read), one.by).toBe(200)
    })

  test('every command is carried out once', { timeout: 120_000 }, async () => {
    for (const { name, by, body } of MATRIX) {
      const { status, body: answer } = await stage[by].command(name, body(stage))
      expect(status, JSON.stringify(answer)).toBe(200)
    }
  })

  for (const read of reads)
    test(`${read.path} after all that may be done was done`, async () => {
      for (const one of READ_CASES[read.path]) await ask(stage, one, read)
    })
})

/** Asks, and compares what comes with what was answered and with what is declared. */
async function ask(stage: Stage, { by, address }: ReadCase, read: (typeof reads)[number]): Promise<number> {
  const asked = address(stage)
  const { status, body } = await askerOf(stage, by).get(asked)
  if (status !== 200) return status
  const whole: unknown = JSON.parse(JSON.stringify(answered.get(read.path)))
  const [isDeclared, problems] = Compile(read.answer).Errors(whole)
  expect(isDeclared ? [] : problems.slice(0, 3), `${asked} as ${by}`).toEqual([])
  expect(body, `${asked} as ${by}`).toEqual(whole)
  return status
}

async function whatPeopleKeep({ village, facilitator, cadre }: Stage): Promise<void> {
  const { placeId, people } = village
  const kept = [
    await facilitator.post('/api/saved-views', {
      ...{ viewId: randomUUID(), placeId, name: '催办' },
      question: { view: 'unit', standing: 'overdue', q: '路灯', sort: 'due' },
    }),
    await facilitator.post('/api/calendar-links', { placeId, scope: 'unit', language: 'zh-Hans' }),
    await cadre.post('/api/mailboxes', {
      ...{ placeId, personId: people['王建国'], address: 'wang@example.org', language: 'zh-Hans' },
    }),
  ]
  expect(kept.map(({ status }) => status)).toEqual([200, 200, 200])
}
