import { beforeAll, describe, expect, test, vi } from 'vitest'
import { FIELD_PERMISSIONS, type PermittedField } from '../../../shared/permissions/fields.ts'
import type { Permission } from '../../../shared/permissions/permission.ts'
import type { Listening } from '../../support/running/client.ts'
import { isNamed, mutationsOf } from '../../support/permissions/permission-asking.ts'
import {
  framesOf,
  holdsSecret,
  listenTo,
  isReadAgain,
  readAll,
  readOne,
  type Output,
} from '../../support/permissions/permission-outputs.ts'
import { plantSecrets, type Secret } from '../../support/permissions/permission-secrets.ts'
import { everyViewer, type Everybody, type Viewer } from '../../support/permissions/permission-viewers.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'

let stage: Stage
let everybody: Everybody
let secrets: readonly Secret[]
let viewers: readonly Viewer[]
const live = new Map<Viewer, readonly Listening[]>()

beforeAll(() => sharedStage((ready) => (stage = ready)))
beforeAll(async () => {
  const all = await everyViewer(stage)
  const before = all.viewers.filter(({ kind }) => kind !== 'instance')
  const head = (await stage.facilitator.room(stage.evening.meetingId)).asOf
  for (const viewer of before) live.set(viewer, await listenTo(stage, viewer, head))
  const planted = await plantSecrets(
    stage,
    before.find(({ name }) => name === 'box')!,
  )
  secrets = planted.secrets
  viewers = [...before, ...planted.viewers]
  everybody = { ...all, viewers }
})

const whole = structuredClone(FIELD_PERMISSIONS) as Readonly<Record<PermittedField, Permission>>
/** Told to one person when something falls due; their rule is asked by itself (tests/rules/promises/notices.test.ts). */
const OF_REMINDERS = /^reminder\./
const fields = (Object.keys(whole) as PermittedField[]).filter((field) => !OF_REMINDERS.test(field))

function mayIn(row: Permission, { are = {}, when = [] }: Secret, viewer: Viewer): boolean {
  const roles = viewer.roles.village ?? []
  const isInside = roles.length > 0 || viewer.joined === stage.evening.meetingId
  const relation = are[viewer.name]
  const relations = [
    'anybody',
    ...(viewer.kind === 'stranger' ? [] : ['somebody']),
    ...(isInside ? ['follower'] : []),
    ...(relation ? [relation] : []),
  ]
  return isNamed(row, roles, { are: relations, when })
}

const holding = (about: readonly Secret[], outputs: readonly Output[]): readonly Secret[] =>
  about.filter((secret) => outputs.some((output) => holdsSecret(secret, output)))

const isSame = (some: readonly Secret[], others: readonly Secret[]): boolean =>
  some.length === others.length && some.every((secret) => others.includes(secret))

/** Where somebody was told what is kept in this field: a guard that is gone is noticed there first. */
function addressesTelling(about: readonly Secret[]): readonly string[] {
  const told = [...known.values()].flat().filter((output) => holding(about, [output]).length > 0)
  return [...new Set(told.map(({ name }) => name))].filter(isReadAgain)
}

/** Whether this viewer is told otherwise than before, at one of these addresses or by anything at all. */
async function isToldOtherwise(
  viewer: Viewer,
  about: readonly Secret[],
  telling: readonly string[],
): Promise<boolean> {
  const before = known.get(viewer)!
  for (const address of telling) {
    const now = await readOne(stage, viewer, address)
    const then = before.filter(({ name }) => name === address)
    if (!isSame(holding(about, now), holding(about, then))) return true
  }
  return !isSame(holding(about, await allFor(viewer)), holding(about, before))
}

/** All that a viewer gets to know: by asking, and by listening from the beginning. */
async function allFor(viewer: Viewer): Promise<Output[]> {
  const { reader } = stage.village.context.database
  const ids = (
    await reader.selectFrom('concerns').select('id').where('placeId', '=', stage.village.placeId).execute()
  ).map(({ id }) => id)
  const outputs = await readAll(stage, everybody, viewer, ids)
  const { head } = await reader
    .selectFrom('heads')
    .select('seq as head')
    .where('placeId', '=', stage.village.placeId)
    .executeTakeFirstOrThrow()
  const again = await listenTo(stage, viewer, 0)
  await heardUpTo(again, head)
  const frames = framesOf('live from the beginning', again)
  for (const one of again) one.close()
  return [...outputs, ...frames]
}

const heardUpTo = (listening: readonly Listening[], head: number) =>
  vi.waitFor(() => expect(listening.every(({ upTo }) => upTo >= head)).toBe(true), { timeout: 15_000 })

/** For a second a server tells the same to all who missed the same. */
const TOLD_AGAIN_MS = 1_000

/** A guard is asked by the same code on both databases: there one of each field is taken away, here all of them. */
const mutationsHere = (row: Permission) =>
  process.env['TEST_DATABASE'] === 'postgres' ? mutationsOf(row).slice(0, 1) : mutationsOf(row)

const known = new Map<Viewer, readonly Output[]>()
let asked = 0
let mutated = 0

test('nobody is told more or less than the table says, by no read, file, page or stream', async () => {
  const wrong: string[] = []
  for (const viewer of viewers) {
    const outputs = [...(await allFor(viewer)), ...framesOf('live', live.get(viewer) ?? [])]
    known.set(viewer, outputs)
    for (const secret of secrets) {
      const may = mayIn(whole[secret.field], secret, viewer)
      const where = outputs.filter((output) => holdsSecret(secret, output))
      asked += outputs.length
      if (!may && where.length > 0)
        wrong.push(`${secret.field} is told to ${viewer.name} by ${where[0]!.name}`)
      if (may && where.length === 0 && viewer.roles.village)
        wrong.push(`${secret.field} is nowhere told to ${viewer.name}`)
    }
  }
  expect(wrong.slice(0, 20)).toEqual([])
})

test('whoever listens while it happens hears the same as whoever listens later', () => {
  for (const [viewer, listening] of live)
    for (const secret of secrets.filter(({ field }) => field !== 'meeting.code')) {
      const now = framesOf('live', listening).some((output) => holdsSecret(secret, output))
      if (now) expect(mayIn(whole[secret.field], secret, viewer), `${secret.field} ${viewer.name}`).toBe(true)
    }
})

describe.each(fields)('%s', (field) => {
  test('no guard of it can be taken away unnoticed', async () => {
    const about = secrets.filter((secret) => secret.field === field)
    expect(about).not.toEqual([])
    const telling = addressesTelling(about)
    for (const { how, mutant } of mutationsHere(whole[field])) {
      const suspects = viewers.filter((viewer) =>
        about.some((secret) => mayIn(mutant, secret, viewer) !== mayIn(whole[field], secret, viewer)),
      )
      Object.assign(FIELD_PERMISSIONS, { [field]: mutant })
      stage.village.clock.advance(TOLD_AGAIN_MS)
      let isNoticed = false
      for (const viewer of suspects.slice(0, 4)) isNoticed ||= await isToldOtherwise(viewer, about, telling)
      Object.assign(FIELD_PERMISSIONS, { [field]: whole[field] })
      expect(isNoticed, `${field} ${how} (${suspects.length} would know otherwise)`).toBe(true)
      mutated++
    }
  })
})

test('the cases are many', () => {
  console.log(`${asked} cases, ${mutated} guards taken away one at a time`)
  expect(asked).toBeGreaterThanOrEqual(20_000)
})
