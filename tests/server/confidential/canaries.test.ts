import { expect, test } from 'vitest'
import { Canaries, KINDS, VIEWERS, type KindName, type Viewer } from '../../support/confidential/canaries.ts'
import {
  everythingCopied,
  everythingKept,
  everythingTold,
} from '../../support/confidential/everything-told.ts'
import { putAll } from '../../support/confidential/planted.ts'
import type { Client } from '../../support/running/client.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const WITHIN = { timeout: 30_000 }

test('what is put in by any way is found only where the table says, in no log line, and on no disk where it must not lie', async () => {
  const log: string[] = []
  const village = await openVillage({ withPages: true, logged: (line) => log.push(line) })
  const evening = await openEvening(village)
  const canaries = new Canaries()
  const [facilitator, recorder] = [evening.facilitator, await village.as('陈晓')]
  const [cadre, supervision, township] = [
    await village.as('王建国'),
    await village.as('周志强'),
    await village.as('赵明'),
  ]
  const [author, raiser, neighbour] = [await evening.phone(), await evening.phone(), await evening.phone()]
  await putAll({
    village,
    evening,
    staff: { facilitator, recorder, cadre, township },
    author,
    raiser,
    canaries,
  })
  const clients: Readonly<Record<Viewer, Client>> = {
    ...{ facilitator, recorder, cadre, supervision, township, author, raiser, neighbour },
    ...{ wall: facilitator, stranger: Object.assign(village.stranger(), { placeId: village.placeId }) },
  }

  const wrong: string[] = []
  let outputs = 0
  for (const viewer of VIEWERS) {
    const isPhone = ['author', 'raiser', 'neighbour', 'stranger'].includes(viewer)
    const as = viewer === 'wall' ? 'wall' : isPhone ? 'phone' : 'desk'
    const told = await everythingTold(village, { client: clients[viewer], as, meetingId: evening.meetingId })
    outputs += told.length
    const where = new Map<string, string>()
    for (const { name, text } of told)
      for (const one of canaries.in(text)) if (!where.has(one)) where.set(one, name)
    for (const [canary, kind] of canaries.kinds) wrong.push(...judged(viewer, kind, where.get(canary)))
  }
  expect([...new Set(wrong)]).toEqual([])

  const lines = log.join('\n')
  expect([...new Set([...canaries.in(lines)].map((one) => canaries.kinds.get(one)))]).toEqual([])
  const mustNotLie = (kept: string): KindName[] =>
    [...new Set([...canaries.in(kept)].map((one) => canaries.kinds.get(one)!))].filter(
      (kind) => !KINDS[kind].isKept,
    )
  await expect.poll(async () => mustNotLie(await everythingKept(village)), WITHIN).toEqual([])
  expect(mustNotLie(await everythingCopied(village))).toEqual([])
  console.log(
    `${canaries.kinds.size} canaries of ${Object.keys(KINDS).length} kinds in ${outputs} outputs of ${VIEWERS.length} viewers, ${log.length} log lines`,
  )
  expect(canaries.kinds.size).toBeGreaterThanOrEqual(1_000)
}, 240_000)

function judged(viewer: Viewer, kind: KindName, where: string | undefined): string[] {
  const { read, may = [] }: { read: readonly Viewer[]; may?: readonly Viewer[] } = KINDS[kind]
  if (read.includes(viewer)) return where === undefined ? [`${kind} is nowhere told to ${viewer}`] : []
  return where === undefined || may.includes(viewer)
    ? []
    : [`${kind} is told to ${viewer} by ${where.replace(/[0-9a-f-]{36}/g, '…')}`]
}
