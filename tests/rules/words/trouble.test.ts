import { expect, test } from 'vitest'
import { troubleOf } from '../../../shared/notices/trouble.ts'
import { place as english } from '../../../web/words/village/place.en.ts'
import { place as simplified } from '../../../web/words/village/place.zh-Hans.ts'
import { place as traditional } from '../../../web/words/village/place.zh-Hant.ts'

test('why a message did not arrive is told in words by which somebody can put it right', () => {
  const told = [
    ['sent', null],
    ['timeout', 'timeout'],
    ['unreachable', 'unreachable'],
    ['unclear', 'unclear'],
    ['secret-lost', 'secret-lost'],
    ['refused-310000', 'settings'],
    ['refused-19021', 'settings'],
    ['refused-93000', 'address-gone'],
    ['status-404', 'address-gone'],
    ['refused-45009', 'too-often'],
    ['status-429', 'too-often'],
    ['refused-550', 'mailbox-unknown'],
    ['refused-552', 'mailbox-full'],
    ['refused-451', 'later'],
    ['status-503', 'later'],
    ['refused-40058', 'refused'],
    ['status-302', 'refused'],
  ] as const
  for (const [outcome, trouble] of told) expect(troubleOf(outcome), outcome).toBe(trouble)
  expect(simplified.deliveryWhy('refused-310000')).toBe(
    '安全设置对不上（加签或关键词），请核对密钥（310000）',
  )
  for (const words of [simplified, traditional, english])
    for (const [outcome] of told) expect(words.deliveryWhy(outcome)).not.toMatch(/refused-|status-|undefined/)
})
