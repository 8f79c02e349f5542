import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { flushSync, mount, unmount } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import { afterEach, expect, test } from 'vitest'
import Phrases from '../../../web/ui/text/Phrases.svelte'
import { translatePage } from '../../support/peers/page-translator.ts'

const WEB = path.join(import.meta.dirname, '../../../web')
const pages = readdirSync(WEB)
  .filter((file) => file.endsWith('.html'))
  .map((file) => [file, readFileSync(path.join(WEB, file), 'utf8')] as const)
const drawnByScripts = pages.filter(([, page]) => page.includes('<script type="module"'))

afterEach(() => document.body.replaceChildren())

test('every page whose scripts draw states keeps them from a page translation', () => {
  expect(drawnByScripts.length).toBeGreaterThanOrEqual(6)
  for (const [file, page] of drawnByScripts) expect(page, file).toContain('<body translate="no">')
})

test('words that were translated and then changed are the new ones alone', async () => {
  document.body.innerHTML = '<p translate="no"></p>'
  const said = new SvelteMap([['text', '村口的灯坏了，从开春就坏了。']])
  const props = {
    get text() {
      return said.get('text')!
    },
  }
  const shown = mount(Phrases, { target: document.body.firstElementChild!, props })
  flushSync()
  translatePage()
  expect(document.querySelectorAll('font').length).toBeGreaterThan(0)
  said.set('text', '村口的灯修好了。')
  flushSync()
  expect(document.body.textContent).toBe('村口的灯修好了。')
  await unmount(shown)
})
