import { expect, test } from 'vitest'
import { chosen } from '../../../web/ui/memory.ts'
import { locale } from '../../../web/words/messages.svelte.ts'

test('whoever loads the page anew while the words are on their way has chosen their language all the same', async () => {
  let arrive = (): void => {}
  locale.follow(() => new Promise<void>((resolve) => (arrive = resolve)))
  const changed = locale.change('en')
  expect([chosen('language'), locale.now]).toEqual(['en', 'zh-Hans'])
  arrive()
  await changed
  expect(locale.now).toBe('en')
})
