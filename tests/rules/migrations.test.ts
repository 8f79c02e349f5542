import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = path.join(import.meta.dirname, '../../migrations')

/**
 * Two that were written side by side each took one number. They run in the order of their whole names, and a database
 * remembers those names: renamed, it would take them for lost and refuse to start.
 */
const PAIRS = [
  ['0140-minutes-have-versions.ts', '0140-people-are-invited.ts'],
  ['0160-imports-can-be-undone.ts', '0160-places-have-partners.ts'],
]

/** Migrations that share a number with another one. */
function sharingNumbers(files: readonly string[]): string[][] {
  const byNumber = new Map<string, string[]>()
  for (const file of files.toSorted()) {
    const number = file.slice(0, 4)
    byNumber.set(number, [...(byNumber.get(number) ?? []), file])
  }
  return [...byNumber.values()].filter((group) => group.length > 1)
}

test('no two migrations have one number, but for the two pairs that databases remember by name', () => {
  expect(sharingNumbers(readdirSync(FOLDER))).toEqual(PAIRS)
})

test('another pair, and a third of an old number, are found', () => {
  const [versions, invited] = PAIRS[0]!
  const planted = [versions!, '0168-a.ts', '0169-c.ts', '0168-b.ts', invited!, '0140-third.ts']
  expect(sharingNumbers(planted)).toEqual([
    [versions, invited, '0140-third.ts'],
    ['0168-a.ts', '0168-b.ts'],
  ])
})

test('every migration has a number of four digits and says what is true after it', () => {
  for (const file of readdirSync(FOLDER)) expect(file).toMatch(/^\d{4}-[a-z]+(-[a-z]+)*\.ts$/)
})
