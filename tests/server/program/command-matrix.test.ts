import { beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../../server/app/features.ts'
import { MATRIX } from '../../support/cases/matrix.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'

const handlers = features.flatMap((feature) => feature.handlers)

test('every command has its row in the matrix', () => {
  expect(MATRIX.map(({ name }) => name).sort()).toEqual(handlers.map(({ name }) => name).sort())
})

describe('one evening lives through every command', () => {
  let stage: Stage
  beforeAll(() => sharedStage((ready) => (stage = ready)))

  for (const { name, by, body, refused } of MATRIX) {
    test(`${name}: refused (${refused.because}), then granted`, async () => {
      const no = await stage[refused.by].command(name, (refused.body ?? body)(stage))
      expect(no.body).toMatchObject({ refused: refused.because })
      expect(no.body.sentence.length).toBeGreaterThan(4)
      expect(no.status).toBeGreaterThanOrEqual(400)
      const yes = await stage[by].command(name, body(stage))
      expect(yes, JSON.stringify(yes.body)).toMatchObject({ status: 200, body: { seq: expect.any(Number) } })
    })
  }
})
