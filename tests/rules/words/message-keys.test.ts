import { expect, test } from 'vitest'
import { keysOf, messageSources, unusedKeys } from '../../support/architecture/message-keys.ts'

const DECLARED = `export interface LampWords {
  /** Shown beside the lamp. */
  on: string
  readonly off: string
  times: (count: number) => string
  deeper: { inside: string }
}
`

test('the keys of messages are read from their interface', () => {
  expect(keysOf(DECLARED)).toEqual(['on', 'off', 'times', 'deeper'])
})

test('a message that no page and no rule names is found', () => {
  const sources = [
    { file: 'web/words/lamp.ts', text: DECLARED },
    { file: 'web/desk/Lamp.svelte', text: '{words.on} {words.times(2)} {words.deeper.inside}' },
  ]
  expect(unusedKeys(sources)).toEqual(['web/words/lamp.ts: off'])
})

test('every message is used', () => {
  const sources = messageSources()
  expect(sources.flatMap(({ text }) => keysOf(text)).length).toBeGreaterThan(800)
  expect(unusedKeys(sources)).toEqual([])
})
