import { readFileSync } from 'node:fs'
import { Converter } from 'opencc-js'
import { expect, test } from 'vitest'
import { simplifiedFiles, traditionalOf, unreviewedLines } from '../../../scripts/traditional/traditional.ts'

const toSimplified = Converter({ from: 'tw', to: 'cn' })
// Simplified too: the converter knows them as forms of other letters.
const OF_BOTH = new Set(['著', '么'])

test('every Traditional sentence is one that somebody has looked at', () => {
  expect(
    unreviewedLines(),
    'Look at these lines; an odd word goes into scripts/traditional/traditional-exceptions.ts. Then: npm run traditional',
  ).toEqual([])
})

test('no Traditional letter has slipped into what is written in Simplified', () => {
  const slips = simplifiedFiles().flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => [...line].some((letter) => !OF_BOTH.has(letter) && toSimplified(letter) !== letter)),
  )
  expect(slips).toEqual([])
})

test('an exception is written as it stands, whatever the converter thinks', () => {
  expect(traditionalOf('签字，看回音壁和台账，念一遍')).toBe('簽字，看回音壁和台帳，念一遍')
})
