import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TSchema } from 'typebox'
import { features } from '../../../server/app/features.ts'
import type { Answer } from '../../support/running/client.ts'
import type { Case } from '../../support/cases/case.ts'
import { MATRIX } from '../../support/cases/matrix.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'

type Schema = TSchema & {
  properties: Record<string, Schema>
  required: string[]
  anyOf?: Schema[]
  maxLength?: number
  maxItems?: number
  type?: string
}

const handlers = features.flatMap((feature) => feature.handlers)
const schemaOf = (name: string): Schema => handlers.find((handler) => handler.name === name)!.body as Schema

/** Journal and rows together: what a refused command must leave as it was. */
async function everything({ village }: Stage): Promise<string> {
  const { reader } = village.context.database
  const [journal, heads, receipts, comments] = await Promise.all([
    reader
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow(),
    reader.selectFrom('heads').selectAll().where('seq', '>', 0).orderBy('placeId').execute(),
    reader
      .selectFrom('receipts')
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow(),
    reader.selectFrom('comments').selectAll().orderBy('id').execute(),
  ])
  return JSON.stringify([Number(journal.n), heads, Number(receipts.n), comments])
}

function expectRefusal(answer: Answer, field: string, ...codes: string[]): void {
  expect(answer.body, JSON.stringify(answer.body)).toMatchObject({ field, sentence: expect.any(String) })
  expect(codes).toContain(answer.body.refused)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
}

describe('whatever is sent, the answer names the field and nothing is half-written', () => {
  let stage: Stage
  let before: string
  beforeAll(() => sharedStage((ready) => (stage = ready)))
  beforeAll(async () => {
    before = await everything(stage)
  })

  for (const row of MATRIX) {
    const schema = schemaOf(row.name)
    const fields = Object.keys(schema.properties)
    const send = (over: object, commandId?: string) =>
      stage[row.by].command(row.name, { ...row.body(stage), ...over }, commandId)

    test(`${row.name} with a field missing, of another type, too long, or unknown`, async () => {
      for (const field of fields) {
        if (schema.required.includes(field))
          expectRefusal(await send({ [field]: undefined }), field, 'field-missing')
        expectRefusal(
          await send({ [field]: isObject(schema.properties[field]!) ? 'odd' : { odd: true } }),
          field,
          'field-wrong',
        )
        if (tooLong(schema.properties[field]!) !== undefined)
          expectRefusal(
            await send({ [field]: tooLong(schema.properties[field]!) }),
            field,
            'too-long',
            'too-many',
            'field-wrong',
          )
      }
      expectRefusal(await send({ isChair: true }), 'isChair', 'field-unknown')
      expect(await everything(stage)).toBe(before)
    })

    test(`${row.name} about things of another place`, async () => {
      for (const field of row.names) {
        const answer = await send({ [field]: randomUUID() })
        expect(answer.status, `${field}: ${JSON.stringify(answer.body)}`).toBeGreaterThanOrEqual(400)
        expect(['not-found', 'not-allowed', 'not-your-comment']).toContain(answer.body.refused)
        if (answer.body.refused === 'not-found') expect(answer.body.field).toBe(field)
      }
      const elsewhere = await send(
        row.makes === 'placeId' ? { parentId: randomUUID() } : { placeId: randomUUID() },
      )
      expect([401, 403, 404]).toContain(elsewhere.status)
      expect(await everything(stage)).toBe(before)
    })
  }

  test('a command without an id, or with one that is none', async () => {
    const { phone, evening } = stage
    const body = {
      placeId: phone.placeId,
      ...MATRIX.find(({ name }) => name === 'post-comment')!.body(stage),
    }
    const path = '/api/commands/post-comment'
    expectRefusal(await phone.send('POST', path, body), 'Idempotency-Key', 'field-missing')
    const odd = await phone.send('POST', path, body, { 'idempotency-key': 'once' })
    expectRefusal(odd, 'Idempotency-Key', 'field-wrong')
    expect(evening.meetingId).toBeTruthy()
  })

  test('a body that is no JSON, no object, or far too big', async () => {
    const { phone } = stage
    const path = '/api/commands/post-comment'
    const key = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' }
    for (const body of ['{"text":', '[]', 'null', '"words"']) {
      const answer = await phone.send('POST', path, body, key)
      expect(answer.status, body).toBe(400)
      expect(answer.body.field).toBeTruthy()
    }
    const big = await phone.send('POST', path, JSON.stringify({ text: '很'.repeat(400_000) }), key)
    expect(big.body).toMatchObject({ refused: 'too-long', field: 'body' })
    expect((await phone.get('/api/health')).status).toBe(200)
    expect(await everything(stage)).toBe(before)
  })

  const makers = MATRIX.filter((row): row is Case & { makes: string } => row.makes !== undefined)
  test.each(makers)('$name with an id that exists already', async (row) => {
    const body = row.body(stage)
    const first = await stage[row.by].command(row.name, body)
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    const again = await stage[row.by].command(row.name, body)
    expectRefusal(again, row.makes, 'already-exists')
  })
})

const isObject = (schema: Schema): boolean =>
  [schema, ...(schema.anyOf ?? [])].some(({ type }) => type === 'object')

function tooLong(schema: Schema): unknown {
  const text = [schema, ...(schema.anyOf ?? [])].find(({ maxLength }) => maxLength !== undefined)
  if (text?.maxLength) return '长'.repeat(text.maxLength + 1)
  return schema.maxItems === undefined ? undefined : Array.from({ length: schema.maxItems + 1 }, () => ({}))
}
