import { beforeAll, describe, expect, test } from 'vitest'
import { OPERATION_PERMISSIONS, type PermittedOperation } from '../../../shared/permissions/operations.ts'
import type { Permission } from '../../../shared/permissions/permission.ts'
import { DryRun } from '../../support/running/dry-run.ts'
import { isDenied, isNamed, mutationsOf, type Heard } from '../../support/permissions/permission-asking.ts'
import {
  carryOut,
  operationCasesOf,
  operationFactsOf,
  operationThings,
  type AskedOperation,
  type OperationThings,
} from '../../support/permissions/permission-operations.ts'
import { everyViewer, type Everybody } from '../../support/permissions/permission-viewers.ts'
import { sharedStage, type Stage } from '../../support/villages/stage.ts'
import { openInstance, SETUP_KEY } from '../../support/villages/village.ts'

const dry = new DryRun()
let stage: Stage
let everybody: Everybody
let things: OperationThings
beforeAll(() => sharedStage((ready) => (stage = ready), dry.over))
beforeAll(async () => {
  everybody = await everyViewer(stage)
  things = await operationThings(stage)
  dry.isDry = true
})

const whole = structuredClone(OPERATION_PERMISSIONS) as Readonly<Record<PermittedOperation, Permission>>
const everyName = Object.keys(whole) as PermittedOperation[]
const isOfSetUp = (name: PermittedOperation): boolean => name.startsWith('setUp')
const names = everyName.filter((name) => !isOfSetUp(name))

const isNamedIn = (row: Permission, one: AskedOperation): boolean =>
  isNamed(row, one.viewer.roles[one.where] ?? [], operationFactsOf(one, things))
const isAsTold = (one: AskedOperation, { refused }: Heard): boolean =>
  isDenied(refused) !== isNamedIn(whole[one.name], one)

let asked = 0
let mutated = 0

describe.each(names)('%s', (name) => {
  const cases = () => operationCasesOf(name, stage, everybody, things)

  test('is open to those whom the table names, and to nobody else, at every place', async () => {
    const wrong: string[] = []
    const carriedOut = new Set<string>()
    for (const one of cases()) {
      const heard = await carryOut(stage, one)
      asked++
      const { viewer, where, wish } = one
      if (!isAsTold(one, heard))
        wrong.push(`${viewer.name} at ${where}: ${heard.status} ${heard.refused} ${JSON.stringify(wish)}`)
      if (heard.status === 200) carriedOut.add(viewer.name)
    }
    expect(wrong.slice(0, 8)).toEqual([])
    expect([...carriedOut], 'carried out for at least one').not.toEqual([])
  })

  test('no guard of it can be taken away unnoticed', async () => {
    for (const { how, mutant } of mutationsOf(whole[name])) {
      Object.assign(OPERATION_PERMISSIONS, { [name]: mutant })
      const suspects = cases().filter((one) => isNamedIn(mutant, one) !== isNamedIn(whole[name], one))
      let isNoticed = false
      for (const one of suspects.slice(0, 8)) isNoticed ||= !isAsTold(one, await carryOut(stage, one))
      Object.assign(OPERATION_PERMISSIONS, { [name]: whole[name] })
      expect(isNoticed, `${name} ${how} (${suspects.length} cases differ)`).toBe(true)
      mutated++
    }
  })
})

const ELSEWHERE = { 'x-forwarded-for': '203.0.113.9' }
const OWN = { facilitatorName: '陈静', loginName: 'chen', password: 'short' }
/** Complete but for a password or name that is too short: whoever may is told so, and nothing is founded. */
const NEW: Partial<Record<PermittedOperation, object>> = {
  setUpVillage: { villageName: '柳树湾村', townshipName: null, ...OWN },
  setUpAbove: {
    kind: 'county',
    name: '云岭县',
    below: [],
    governorName: '李明',
    loginName: 'li',
    password: 'short',
  },
  setUpSample: {},
}

describe.each(everyName.filter(isOfSetUp))('%s of a new instance', (name) => {
  const knocks = [
    { who: 'at the machine', headers: {}, key: null, isInstaller: true },
    { who: 'elsewhere with the key', headers: ELSEWHERE, key: SETUP_KEY, isInstaller: true },
    { who: 'elsewhere without it', headers: ELSEWHERE, key: null, isInstaller: false },
    { who: 'elsewhere with another', headers: ELSEWHERE, key: 'another', isInstaller: false },
  ]
  const knock = async (
    instance: Awaited<ReturnType<typeof openInstance>>,
    { headers, key }: (typeof knocks)[0],
  ) => {
    const path = `/api/setup/${name.slice('setUp'.length).toLowerCase()}`
    const body = { ...NEW[name], key, language: 'zh-Hans' }
    return (await instance.stranger().send('POST', path, body, headers)).body.refused as string | undefined
  }

  test('is open to whoever installs it, and no guard can be taken away unnoticed', async () => {
    const instance = await openInstance()
    const wrongIn = async (): Promise<string[]> => {
      const wrong: string[] = []
      // The sample is founded at once, so those who may not come first.
      for (const one of [...knocks].reverse()) {
        const refused = await knock(instance, one)
        asked++
        if ((refused === 'wrong-setup-key') === one.isInstaller) wrong.push(`${one.who}: ${refused}`)
      }
      return wrong
    }
    for (const { how, mutant } of mutationsOf(whole[name])) {
      Object.assign(OPERATION_PERMISSIONS, { [name]: mutant })
      expect(await wrongIn(), how).not.toEqual([])
      Object.assign(OPERATION_PERMISSIONS, { [name]: whole[name] })
      mutated++
    }
    expect(await wrongIn()).toEqual([])
  })
})

test('the cases are many', () => {
  console.log(`${asked} cases, ${mutated} guards taken away one at a time`)
  expect(asked).toBeGreaterThanOrEqual(2_000)
})
