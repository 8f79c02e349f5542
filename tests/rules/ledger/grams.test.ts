import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded } from '../../../shared/kernel/text/folding.ts'
import { areGramsEnough, gramsAsked, gramsOf } from '../../../shared/kernel/text/grams.ts'

const letters = fc.string({
  unit: fc.constantFrom('路', '灯', '村', 'A', 'a', '%', '𠮷', '\n', ' '),
  maxLength: 12,
})
const asked = fc.string({
  unit: fc.constantFrom('路', '灯', '村', 'a', '%', '𠮷'),
  minLength: 1,
  maxLength: 5,
})
const holdsAll = (text: string, q: string): boolean => {
  const held = new Set(gramsOf(folded(text)))
  return gramsAsked(folded(q)).every((gram) => held.has(gram))
}

test('whoever says it has its grams, and one or two letters are told by grams alone', () => {
  fc.assert(
    fc.property(letters, asked, (text, q) => {
      const isSaid = text.split('\n').some((line) => folded(line).includes(folded(q)))
      if (isSaid) expect(holdsAll(text, q)).toBe(true)
      if (areGramsEnough(q)) expect(holdsAll(text, q)).toBe(isSaid)
    }),
    { seed: 4 },
  )
})

test('large and small letters are alike, and the end of one line never joins the next', () => {
  expect(holdsAll('LED 灯', 'led')).toBe(true)
  expect(holdsAll('村口\n路灯', '口路')).toBe(false)
})
