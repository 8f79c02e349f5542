import { expect, onTestFinished, test } from 'vitest'
import { FIELD_PERMISSIONS } from '../../../shared/permissions/fields.ts'
import { liveThrough, openWorld } from '../../support/confidential/paired-evenings.ts'

/** PostgreSQL tells the same by the same code: fewer of them. */
const PAIRS = process.env['TEST_DATABASE'] === 'postgres' ? 10 : 100
/** Then both move on to a new village: what is told of all evenings grows with each of them. */
const EVENINGS_IN_A_VILLAGE = 20
const KEEPS = /^(facilitator|recorder) /

test(`${PAIRS} evenings that differ only in who hid the name are the same to all who may not know`, async () => {
  let worlds = [await openWorld(0), await openWorld(1)] as const
  let [same, other, bytes] = [0, 0, 0]
  for (let nth = 1; nth <= PAIRS; nth++) {
    if (nth > 1 && nth % EVENINGS_IN_A_VILLAGE === 1) worlds = [await openWorld(0), await openWorld(1)]
    const [one, another] = [await liveThrough(worlds[0], nth), await liveThrough(worlds[1], nth)]
    expect(Object.keys(another)).toEqual(Object.keys(one))
    for (const [output, text] of Object.entries(one)) {
      if (KEEPS.test(output)) continue
      expect(another[output], `${output} of evening ${nth}`).toBe(text)
      same++
      bytes += text.length
    }
    // Whoever keeps the record does know.
    const isTold = Object.keys(one).some((output) => KEEPS.test(output) && one[output] !== another[output])
    expect(isTold, `evening ${nth} to those who may know`).toBe(true)
    other++
  }
  console.log(
    `${PAIRS} pairs: ${same} answers and streams alike (${bytes} letters), ${other} told apart by the record`,
  )
}, 300_000)

test('one name more that a cadre may read is noticed', async () => {
  const [field, whole] = ['comment.name', FIELD_PERMISSIONS['comment.name']] as const
  onTestFinished(() => void Object.assign(FIELD_PERMISSIONS, { [field]: whole }))
  Object.assign(FIELD_PERMISSIONS, { [field]: { who: [...whole.who, 'cadre'] } })
  const worlds = [await openWorld(0), await openWorld(1)] as const
  const differing = new Set<string>()
  for (let nth = 1; nth <= 4; nth++) {
    const [one, another] = [await liveThrough(worlds[0], nth), await liveThrough(worlds[1], nth)]
    for (const output of Object.keys(one)) if (one[output] !== another[output]) differing.add(output)
  }
  expect([...differing].filter((output) => !KEEPS.test(output))).toContain('cadre live')
})
