import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { guessedMapping, ledgerFile, linesOf } from '../../../shared/ledger/import/import-reading.ts'
import { rowsOfText } from '../../../shared/tables/delimited.ts'
import { csvText } from '../../../shared/kernel/text/csv.ts'
import { MATRIX } from '../cases/matrix.ts'
import { importRow } from '../files/old-ledger.ts'
import { openRecorder } from '../peers/recorder.ts'
import type { Client } from '../running/client.ts'
import { matter, promise, remark, type Stage } from '../villages/stage.ts'
import { CLASSES, fitted } from './texts.ts'

/** Fields that people write into; all others hold ids, days and choices. */
const WRITTEN = new Set([
  ...['text', 'name', 'title', 'reason', 'measure', 'owner', 'ownerTitle', 'report', 'remainder', 'answer'],
  ...['venue', 'evidence', 'order', 'word', 'witness', 'visited', 'seen', 'need', 'next', 'door', 'raisedBy'],
  ...[
    'speaker',
    'outcome',
    'referredTo',
    'said',
    'unit',
    'guidance',
    'contact',
    'missing',
    'note',
    'why',
    'label',
  ],
])
const SHORT = 30
const LONG = 120

export class HostileHands {
  /** Where a text stands that was accepted. */
  readonly fields = new Set<string>()
  readonly texts = new Set<string>()
  #nth = 0

  next(field: string, most = SHORT): string {
    let text = fitted(this.#nth++, most)
    // Too long for it is a refusal, and no trial.
    while (text.length > most) text = fitted(this.#nth++, most)
    this.fields.add(field)
    this.texts.add(text)
    return text
  }

  kept() {
    return { fields: new Set(this.fields), texts: new Set(this.texts) }
  }

  /** What came since was refused. */
  forgetBeyond({ fields, texts }: ReturnType<HostileHands['kept']>): void {
    for (const field of this.fields) if (!fields.has(field)) this.fields.delete(field)
    for (const text of this.texts) if (!texts.has(text)) this.texts.delete(text)
  }

  /** Each class once. */
  async each(put: () => Promise<unknown>, times = CLASSES): Promise<void> {
    for (let nth = 0; nth < times; nth++) await put()
  }
}

/** Once more where it came too soon. */
export async function command(client: Client, name: string, fields: object): Promise<number> {
  return vi.waitFor(
    async () => {
      const { status } = await client.command(name, fields)
      if (status === 429) throw new Error('expected an answer, found 429')
      return status
    },
    { timeout: 10_000, interval: 200 },
  )
}

const must = async (client: Client, name: string, fields: object): Promise<void> => {
  const status = await command(client, name, fields)
  if (status !== 200)
    throw new Error(`expected ${name} to be accepted, found ${status} ${JSON.stringify(fields)}`)
}

/** What is said on an evening, in the box, between evenings and in lists. */
export async function putInMuch(stage: Stage, hands: HostileHands): Promise<void> {
  const { evening, facilitator, recorder, phone } = stage
  const { meetingId } = evening
  await hands.each(async () => {
    const said = remark(meetingId, {
      text: hands.next('comment text', LONG),
      name: hands.next('comment name'),
    })
    await must(phone, 'post-comment', said)
    await must(facilitator, 'show-comment', { commentId: said.commentId })
  })
  await hands.each(async () => {
    const said = matter(meetingId, {
      ...{ text: hands.next('matter', LONG), raisedBy: hands.next('who raised it') },
    })
    await must(recorder, 'raise-concern', said)
    const answer = hands.next('answer', LONG)
    await must(recorder, 'answer-concern', { concernId: said.concernId, answer })
  })
  await hands.each(async () => {
    const spoken = promise(stage.village, {
      ...{ meetingId, ownerId: null, owner: hands.next('owner'), measure: hands.next('measure', LONG) },
    })
    await must(recorder, 'record-commitment', spoken)
    for (const name of ['read-back-commitment', 'confirm-commitment'])
      await must(recorder, name, { commitmentId: spoken.commitmentId })
  })
  await putInLists(stage, hands)
}

async function putInLists(stage: Stage, hands: HostileHands): Promise<void> {
  const { evening, facilitator, recorder, cadre } = stage
  await hands.each(() =>
    command(facilitator, 'add-person', {
      ...{ personId: randomUUID(), name: hands.next('person'), householdId: null },
    }),
  )
  await hands.each(() =>
    command(cadre, 'note-visit', {
      ...{ visitId: randomUUID(), onDay: '2026-11-22', atTime: null, gridId: null, visitors: [] },
      ...{ door: hands.next('door'), visited: hands.next('visited'), seen: hands.next('seen', LONG) },
      ...{ need: hands.next('need', LONG), next: hands.next('next', LONG) },
    }),
  )
  const head = ['提出时间', '问题', '措施', '责任人', '完成时限']
  const rows = Array.from({ length: CLASSES }, () => [
    ...['2025-03-05', hands.next('imported matter', LONG), hands.next('imported measure', LONG)],
    ...[hands.next('imported owner'), '2026-12-05'],
  ])
  const file = ledgerFile([{ rows: rowsOfText(csvText([head, ...rows])), is1904: false }])
  const known = await recorder.read(`/api/places/${recorder.placeId}/ledger/imported`)
  const lines = linesOf(file, guessedMapping(file), known).map(importRow)
  await must(recorder, 'import-ledger', { importId: randomUUID(), rows: lines })
  const seat = await openRecorder(recorder, evening.meetingId)
  await hands.each(
    async () => void seat.turn(hands.next('minutes speaker'), hands.next('minutes text', LONG)),
  )
  await seat.saved()
  seat.close()
}

/** Every command once, with a text in every field that people write into. */
export async function putInEverywhere(stage: Stage, hands: HostileHands): Promise<void> {
  for (const { name, by, body } of MATRIX) {
    const plain = body(stage)
    const before = hands.kept()
    const status = await command(stage[by], name, spoiled(plain, name, hands) as object)
    if (status === 200) continue
    hands.forgetBeyond(before)
    await command(stage[by], name, plain)
  }
}

function spoiled(value: unknown, at: string, hands: HostileHands): unknown {
  if (Array.isArray(value)) return value.map((one) => spoiled(one, at, hands))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      typeof one === 'string' && WRITTEN.has(field) ? hands.next(`${at}.${field}`) : spoiled(one, at, hands),
    ]),
  )
}
