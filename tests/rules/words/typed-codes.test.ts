import { describe, expect, test } from 'vitest'
import {
  CODE_DIGITS,
  CODE_LETTERS,
  MAX_TYPED_CODE_LENGTH,
  plainCode,
} from '../../../shared/kernel/text/plain-code.ts'
import { SPOKEN_LETTERS } from '../../../shared/kernel/text/spoken-code.ts'

/** Each code that is given out, and how people type it. */
describe('a code is read as it was given out, however it is typed', () => {
  test.each([
    ['of an evening', CODE_DIGITS, '4831', ['4831', ' 48 31 ', '４８３１', '4-8-3-1', '「4831」']],
    ['of an evening', CODE_DIGITS, '4015', ['4O15', '4ol5', '40IS', '４０１５']],
    [
      'of a phone',
      CODE_LETTERS,
      '7K3M9X4H',
      ['7k3m9x4h', ' 7k3m ９Ｘ４ｈ ', '7K3M—9X4H', '7K3M/9X4H', '7·K·3·M·9·X·4·H'],
    ],
    [
      'of a phone',
      CODE_LETTERS,
      '8526UUUU',
      ['bszg-vvvv', '8526 uuuu', 'ＢＳＺＧ　ＶＶＶＶ', '8 5 2 6 : v u v u'],
    ],
    ['of an invitation', SPOKEN_LETTERS, '8K3M9X4H', ['8k3m-9x4h', 'bk3m 9x4h', '８Ｋ３Ｍ＿９Ｘ４Ｈ']],
  ])('the code %s', (_what, alphabet, code, typed) => {
    for (const one of typed) {
      expect(plainCode(one, alphabet)).toBe(code)
      expect(one.length).toBeLessThanOrEqual(MAX_TYPED_CODE_LENGTH)
    }
  })
})

test('what several letters look like stays what was typed, and is nobody’s code', () => {
  expect(plainCode('O', SPOKEN_LETTERS)).toBe('O')
  expect(plainCode('0', CODE_LETTERS)).toBe('0')
})
