import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import AgendaEditor from '../../../web/meetings/AgendaEditor.svelte'
import { isComposing } from '../../../web/ui/forms/composition.ts'
import { deskWords } from '../../../web/words/pages.ts'

const press = (field: Element, init: KeyboardEventInit & { keyCode?: number } = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init })
  field.dispatchEvent(event)
  flushSync()
  return event
}

/** As Safari tells it: the composition has ended, then comes the key that ended it. */
const endInSafari = (field: Element): KeyboardEvent => {
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  return press(field)
}

afterEach(() => document.body.replaceChildren())

test('the Enter that ends a pinyin word adds nothing; the next one does', async () => {
  await deskWords.load()
  const onadd = vi.fn()
  const nothing = (): void => {}
  const props = {
    items: [],
    words: deskWords.now,
    onadd,
    onrename: nothing,
    onmove: nothing,
    ondrop: nothing,
  }
  const editor = mount(AgendaEditor, { target: document.body, props })
  flushSync()
  const field = document.querySelector('input')!
  field.value = '村口的路灯'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
  press(field, { isComposing: true })
  press(field, { keyCode: 229 })
  endInSafari(field)
  expect(onadd).not.toHaveBeenCalled()
  await vi.waitFor(() => {
    press(field)
    expect(onadd).toHaveBeenCalledWith('村口的路灯')
  })
  await unmount(editor)
})

test('a form with no key handler of its own is not sent by it either', () => {
  document.body.innerHTML = '<form><input /><textarea></textarea><div contenteditable></div></form>'
  for (const field of document.querySelectorAll('input, textarea')) {
    expect(press(field, { keyCode: 229 }).defaultPrevented).toBe(true)
    expect(endInSafari(field).defaultPrevented).toBe(true)
  }
  // The minutes keep their own watch over compositions.
  expect(press(document.querySelector('div')!, { keyCode: 229 }).defaultPrevented).toBe(false)
})

test('letters of a composition are told from letters that are keys', () => {
  expect(
    isComposing(new KeyboardEvent('keydown', { key: 'Process', keyCode: 229 } as KeyboardEventInit)),
  ).toBe(true)
  expect(isComposing(new KeyboardEvent('keydown', { key: 'j', keyCode: 74 } as KeyboardEventInit))).toBe(
    false,
  )
})
