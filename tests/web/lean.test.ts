import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import fc from 'fast-check'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainFields } from '../../web/lean-fields.ts'
import { leanSvelte } from '../../web/lean-svelte.ts'

const LIST = `
<script>
  let { board } = $props()
  const shown = $derived(board.items.filter(({ isHidden }) => !isHidden))
  $effect(() => {
    board.heard(shown.length)
    return () => board.left()
  })
</script>

<ul onclick={() => board.pressed('list')}>
  {#each shown as item, at (item.id)}
    <li data-id={item.id}>
      <button onclick={() => board.pressed(item.id)}>{at}:{item.text}</button>
      {#if item.isNew}<b>new</b>{:else}<i>old</i>{/if}
    </li>
  {:else}
    <li class="none">nothing</li>
  {/each}
</ul>
`

const ENTRY = `
import { flushSync, mount, unmount } from 'svelte'
import { Board } from './board.svelte.js'
import List from './List.svelte'
export { Board, flushSync, unmount }
export const open = (board) => mount(List, { target: document.body, props: { board } })
`

const BOARD = `
export class Board {
  #items = $state.raw([])
  log = []
  get items() { return this.#items }
  show(items) { this.#items = items }
  heard(count) { this.log.push('heard ' + count) }
  left() { this.log.push('left') }
  pressed(id) { this.log.push('pressed ' + id) }
}
`

interface Item {
  readonly id: number
  readonly text: string
  readonly isNew?: boolean
  readonly isHidden?: boolean
}

interface Board {
  readonly log: string[]
  show(items: readonly Item[]): void
}

interface Built {
  readonly Board: new () => Board
  readonly open: (board: Board) => object
  readonly flushSync: () => void
  readonly unmount: (page: object) => Promise<void>
}

const CACHE = path.join(import.meta.dirname, '../../.cache')

/** A page as phone and wall are built: with our own pieces in the place of some of Svelte's. */
describe('the lean Svelte of phone and wall', () => {
  let folder = ''
  let built: Built

  beforeAll(async () => {
    mkdirSync(CACHE, { recursive: true })
    folder = mkdtempSync(path.join(CACHE, 'lean-'))
    for (const [name, text] of Object.entries({
      'entry.js': ENTRY,
      'board.svelte.js': BOARD,
      'List.svelte': LIST,
    }))
      writeFileSync(path.join(folder, name), text)
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [leanSvelte(['client']), svelte({ configFile: false }), plainFields(['client'])],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { lib: { entry: path.join(folder, 'entry.js'), formats: ['es'], fileName: () => 'page.mjs' } },
    })
    built = (await import(pathToFileURL(path.join(folder, 'dist/page.mjs')).href)) as Built
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const rows = () => [...document.querySelectorAll('li')]
  const texts = () => rows().map((row) => row.textContent?.replace(/\s+/g, ' ').trim())
  const said = (items: readonly Item[]) =>
    items.length === 0
      ? ['nothing']
      : items.map(({ text, isNew }, at) => `${at}:${text} ${isNew ? 'new' : 'old'}`)

  function show(board: Board, items: readonly Item[]): void {
    board.show(items)
    built.flushSync()
  }
  async function withBoard(act: (board: Board) => void): Promise<void> {
    const board = new built.Board()
    const page = built.open(board)
    try {
      act(board)
    } finally {
      await built.unmount(page)
    }
    expect(document.querySelector('ul')).toBeNull()
  }

  test('whatever a list becomes, its rows are right, and rows that stay are the same', async () => {
    const item = fc.record({ id: fc.nat(9), text: fc.constantFrom('a', 'b'), isNew: fc.boolean() })
    const list = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 6 }), (lists) =>
        withBoard((board) => {
          let before = new Map<string, Element>()
          for (const items of lists) {
            show(board, items)
            expect(texts()).toEqual(said(items))
            const now = new Map(rows().map((row) => [row.dataset['id'] ?? 'none', row]))
            for (const [id, row] of now) if (before.has(id)) expect(row).toBe(before.get(id))
            before = now
          }
        }),
      ),
    )
  })

  test('a new first row moves none of the others', async () => {
    await withBoard((board) => {
      show(
        board,
        [1, 2, 3].map((id) => ({ id, text: 'a' })),
      )
      rows()[1]?.querySelector('button')?.focus()
      show(
        board,
        [4, 1, 2, 3].map((id) => ({ id, text: 'a' })),
      )
      expect(texts()).toHaveLength(4)
      expect(document.activeElement).toBe(rows()[2]?.querySelector('button'))
    })
  })

  test('a press is heard by the button and by what holds it', async () => {
    await withBoard((board) => {
      show(board, [{ id: 7, text: 'a' }])
      board.log.length = 0
      document.querySelector('button')?.click()
      expect(board.log).toEqual(['pressed 7', 'pressed list'])
    })
  })

  test('an effect runs once for a change, cleans up before, and ends with the page', async () => {
    const log: string[] = []
    await withBoard((board) => {
      built.flushSync()
      show(board, [{ id: 1, text: 'a' }])
      show(board, [
        { id: 1, text: 'a' },
        { id: 2, text: 'b', isHidden: true },
      ])
      log.push(...board.log)
    })
    expect(log).toEqual(['heard 0', 'left', 'heard 1', 'left', 'heard 1'])
  })

  test('two rows with one key are told, and the list goes on afterwards', async () => {
    await withBoard((board) => {
      const twice = [1, 1].map((id) => ({ id, text: 'a' }))
      expect(() => show(board, twice)).toThrow('key 1')
      show(board, [{ id: 2, text: 'b' }])
      expect(texts()).toContain('0:b old')
    })
  })
})
