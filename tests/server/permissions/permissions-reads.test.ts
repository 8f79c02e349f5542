import { beforeAll, describe, expect, test } from 'vitest'
import { READ_PERMISSIONS, type PermittedRead } from '../../../shared/permissions/reads.ts'
import type { Permission } from '../../../shared/permissions/permission.ts'
import {
  isDenied,
  isNamed,
  mutationsOf,
  read,
  type Heard,
} from '../../support/permissions/permission-asking.ts'
import { NONE, readCasesOf, readFactsOf, type AskedRead } from '../../support/permissions/permission-reads.ts'
import { everyViewer, type Everybody } from '../../support/permissions/permission-viewers.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'

let stage: Stage
let everybody: Everybody
beforeAll(() => sharedStage((ready) => (stage = ready)))
beforeAll(async () => {
  everybody = await everyViewer(stage)
})

const paths = Object.keys(READ_PERMISSIONS) as PermittedRead[]
const whole = structuredClone(READ_PERMISSIONS) as Readonly<Record<PermittedRead, Permission>>

const isNamedIn = (row: Permission, one: AskedRead): boolean =>
  isNamed(row, one.viewer.roles[one.where] ?? [], readFactsOf(one, stage))
const isAsTold = (one: AskedRead, { refused }: Heard): boolean =>
  isDenied(refused) !== isNamedIn(whole[one.path], one)

let asked = 0
let mutated = 0

describe.each(paths)('%s', (path) => {
  test('answers those whom the table names, and nobody else, at every place', async () => {
    const wrong: string[] = []
    const answered = new Set<string>()
    for (const one of readCasesOf(path, stage, everybody)) {
      const heard = await read(stage, one.viewer, one.address)
      asked++
      const { status, refused } = heard
      if (!isAsTold(one, heard))
        wrong.push(`${one.viewer.name} at ${one.where}: ${status} ${refused} ${one.address}`)
      if (status === 200) answered.add(one.viewer.name)
    }
    expect(wrong.slice(0, 8)).toEqual([])
    expect([...answered]).not.toEqual([])
  })

  test('says the same about what they may not see and what is not there', async () => {
    const cases = readCasesOf(path, stage, everybody)
    for (const one of cases.filter(({ about, where }) => about === NONE && where === 'village')) {
      const none = await read(stage, one.viewer, one.address)
      for (const other of cases.filter((it) => it.viewer === one.viewer && it.where === 'village')) {
        const heard = await read(stage, other.viewer, other.address)
        if (heard.status !== 200 && !isNamedIn(whole[path], other)) expect(heard.text).toBe(none.text)
        if (heard.refused === 'not-found') expect(heard.text).toBe(none.text)
      }
    }
  })

  test('no guard of it can be taken away unnoticed', async () => {
    const cases = readCasesOf(path, stage, everybody)
    for (const { how, mutant } of mutationsOf(whole[path])) {
      Object.assign(READ_PERMISSIONS, { [path]: mutant })
      const suspects = cases.filter((one) => isNamedIn(mutant, one) !== isNamedIn(whole[path], one))
      let isNoticed = false
      for (const one of suspects.slice(0, 8))
        isNoticed ||= !isAsTold(one, await read(stage, one.viewer, one.address))
      Object.assign(READ_PERMISSIONS, { [path]: whole[path] })
      expect(isNoticed, `${path} ${how} (${suspects.length} cases differ)`).toBe(true)
      mutated++
    }
  })
})

test('the cases are many', () => {
  console.log(`${asked} cases, ${mutated} guards taken away one at a time`)
  expect(asked).toBeGreaterThanOrEqual(2_000)
})
