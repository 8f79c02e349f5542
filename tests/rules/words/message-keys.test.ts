import { expect, test } from 'vitest'
import { keysOf, messageSources, unusedKeys } from '../../support/architecture/message-keys.ts'

const DECLARED = `/** What a lamp says. */
export const lamp = {
  ...everywhere,
  /** Shown beside the lamp. */
  on: '亮着',
  off: '关了',
  times: (count: number) => \`开过 \${count} 回\`,
  deeper: {
    inside: '里头',
  },
  states,
}
export type LampWords = typeof lamp
`

test('the keys of messages are read from their Simplified', () => {
  expect(keysOf(DECLARED)).toEqual(['on', 'off', 'times', 'deeper', 'states'])
})

test('a message that no page and no rule names is found', () => {
  const sources = [
    { file: 'web/words/lamp.zh-Hans.ts', text: DECLARED },
    {
      file: 'web/desk/Lamp.svelte',
      text: '{words.on} {words.times(2)} {words.deeper.inside} {words.states[state]}',
    },
  ]
  expect(unusedKeys(sources)).toEqual(['web/words/lamp.zh-Hans.ts: off'])
})

test('every message is used', () => {
  const sources = messageSources()
  expect(sources.flatMap(({ text }) => keysOf(text)).length).toBeGreaterThan(800)
  expect(unusedKeys(sources)).toEqual([])
})
