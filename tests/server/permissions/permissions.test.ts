import { beforeAll, describe, expect, test } from 'vitest'
import { COMMAND_PERMISSIONS, type PermittedCommand } from '../../../shared/permissions/commands.ts'
import type { Permission } from '../../../shared/permissions/permission.ts'
import { DryRun } from '../../support/running/dry-run.ts'
import { MATRIX } from '../../support/cases/matrix.ts'
import {
  command,
  isDenied,
  isNamed,
  mutationsOf,
  type Heard,
} from '../../support/permissions/permission-asking.ts'
import { bodiesFor, factsOf } from '../../support/permissions/permission-things.ts'
import {
  everyViewer,
  WHERE,
  type Everybody,
  type Viewer,
  type Where,
} from '../../support/permissions/permission-viewers.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'

interface Asked {
  readonly name: PermittedCommand
  readonly viewer: Viewer
  readonly where: Where
  readonly body: Record<string, unknown>
}

const dry = new DryRun()
let stage: Stage
let everybody: Everybody
beforeAll(() => sharedStage((ready) => (stage = ready), dry.over))
beforeAll(async () => {
  everybody = await everyViewer(stage)
  dry.isDry = true
})

/** Asked about the first state of a thing only: the others are as far from them. */
const FAR: readonly string[] = [
  ...['villager', 'discipline above', 'cadre above', 'supervision above', 'recorder beside'],
  ...['facilitator on top', 'owner on top', 'without a post', 'stranger', 'county'],
]

/** What somebody may not see may be missing for them instead. */
const HIDES: readonly string[] = ['withdraw-comment', 'withdraw-concern', 'change-visit', 'drop-visit']

function casesOf(name: PermittedCommand): Asked[] {
  const one = MATRIX.find((row) => row.name === name)!
  const bodies = bodiesFor(name, one.body(stage), stage, everybody.things)
  return WHERE.filter((where) => where !== 'county').flatMap((where) => {
    const there = where === 'village' ? bodies : [bodies[0]!]
    return there.flatMap((body, nth) =>
      everybody.viewers
        .filter((viewer) => nth === 0 || !FAR.includes(viewer.name))
        .map((viewer) => at(name, viewer, where, body)),
    )
  })
}

function at(name: PermittedCommand, viewer: Viewer, where: Where, body: Record<string, unknown>): Asked {
  const { places, things } = everybody
  const commitment =
    where === 'top' && typeof body['commitmentId'] === 'string' ? { commitmentId: things.onTop } : {}
  const placed =
    name === 'found-place'
      ? { ...body, parentId: places[where] }
      : { ...body, ...commitment, placeId: places[where] }
  return { name, viewer, where, body: placed }
}

/** Whether what was heard is what the table says. */
function isAsTold(asked: Asked, heard: Heard, row: Permission): boolean {
  const facts = factsOf(asked, stage, everybody.things)
  const isAllowed =
    asked.viewer.kind !== 'stranger' && isNamed(row, asked.viewer.roles[asked.where] ?? [], facts)
  const isOfOther = heard.refused === 'not-yours-to-hand-on'
  if (!isAllowed)
    return (
      (isDenied(heard.refused) && !isOfOther) || (HIDES.includes(asked.name) && heard.refused === 'not-found')
    )
  if (row.only && !facts.are.includes(row.only))
    return heard.status !== 200 && (isOfOther || !isDenied(heard.refused))
  return !isDenied(heard.refused)
}

const told = ({ name, viewer, where, body }: Asked, { status, refused }: Heard): string =>
  `${name} by ${viewer.name} at ${where}: ${status} ${refused ?? ''} ${JSON.stringify(body).slice(0, 160)}`

/** What can be done only after something else was, which here is always undone; the matrix does both. */
const FOLLOWS: readonly string[] = [
  ...['drop-partner', 'show-promise', 'take-promise-off-agenda', 'reopen-meeting', 'take-back-merge'],
  ...['restore-commitment', 'refuse-extension', 'cancel-erratum', 'undo-import'],
]

const names = Object.keys(COMMAND_PERMISSIONS) as PermittedCommand[]
const whole = structuredClone(COMMAND_PERMISSIONS) as Readonly<Record<PermittedCommand, Permission>>
let asked = 0
const mutated: string[] = []

describe.each(names)('%s', (name) => {
  test('is allowed to those whom the table names, and to nobody else, in every state and at every place', async () => {
    const wrong: string[] = []
    const carriedOut = new Set<string>()
    for (const one of casesOf(name)) {
      const heard = await command(stage, one.viewer, name, one.body)
      asked++
      if (!isAsTold(one, heard, whole[name])) wrong.push(told(one, heard))
      if (heard.status === 200) carriedOut.add(one.viewer.name)
    }
    expect(wrong.slice(0, 8)).toEqual([])
    if (!FOLLOWS.includes(name)) expect([...carriedOut], 'carried out for at least one').not.toEqual([])
  })

  test('no guard of it can be taken away unnoticed', async () => {
    const cases = casesOf(name)
    for (const { how, mutant } of mutationsOf(whole[name])) {
      Object.assign(COMMAND_PERMISSIONS, { [name]: mutant })
      const suspects = cases.filter((one) => differs(one, mutant))
      let isNoticed = false
      for (const one of suspects.slice(0, 12)) {
        isNoticed ||= !isAsTold(one, await command(stage, one.viewer, name, one.body), whole[name])
        if (isNoticed) break
      }
      Object.assign(COMMAND_PERMISSIONS, { [name]: whole[name] })
      expect(isNoticed, `${name} ${how} (${suspects.length} cases differ)`).toBe(true)
      mutated.push(`${name} ${how}`)
    }
  })
})

/** Whether the table with one guard less says something else about this case. */
function differs(one: Asked, mutant: Permission): boolean {
  const facts = factsOf(one, stage, everybody.things)
  const roles = one.viewer.roles[one.where] ?? []
  const is = (row: Permission) =>
    isNamed(row, roles, facts) ? (!row.only || facts.are.includes(row.only) ? 'may' : 'of others') : 'may not'
  return one.viewer.kind !== 'stranger' && is(mutant) !== is(whole[one.name])
}

test('the cases are many', () => {
  console.log(`${asked} cases, ${mutated.length} guards taken away one at a time`)
  expect(asked).toBeGreaterThanOrEqual(6_000)
})
