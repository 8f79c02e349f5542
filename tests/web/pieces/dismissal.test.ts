import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listenForEscape, openLayer } from '../../../web/ui/layout/dismissal.ts'

let stop: () => void
const closed: string[] = []

const add = (html: string): HTMLElement => {
  document.body.insertAdjacentHTML('beforeend', html)
  return document.body.lastElementChild as HTMLElement
}
const escape = (more: KeyboardEventInit = {}): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...more }),
  )

describe('Escape', () => {
  beforeEach(() => {
    closed.length = 0
    stop = listenForEscape()
  })
  afterEach(() => {
    stop()
    document.body.innerHTML = ''
  })

  test('closes the form that was opened last, and one form at a time', () => {
    const below = add('<form><input></form>')
    const above = add('<form><input></form>')
    const closeBelow = openLayer(below, () => closed.push('below'))
    const closeAbove = openLayer(above, () => (closed.push('above'), closeAbove()))
    escape()
    expect(closed).toEqual(['above'])
    escape()
    expect(closed).toEqual(['above', 'below'])
    closeBelow()
  })

  test('takes the caret out of the minutes, and leaves an open form beside them alone', () => {
    const close = openLayer(add('<form><input></form>'), () => closed.push('form'))
    const minutes = add('<textarea></textarea>')
    minutes.focus()
    escape()
    expect(document.activeElement).toBe(document.body)
    expect(closed).toEqual([])
    escape()
    expect(closed).toEqual(['form'])
    close()
  })

  test('closes a form from inside its own field', () => {
    const form = add('<form><input></form>')
    const close = openLayer(form, () => closed.push('form'))
    form.querySelector('input')!.focus()
    escape()
    expect(closed).toEqual(['form'])
    close()
  })

  test('is one press while it is held down, and none while an input method composes', () => {
    const close = openLayer(add('<form></form>'), () => closed.push('form'))
    escape({ isComposing: true })
    escape({ repeat: true })
    expect(closed).toEqual([])
    escape()
    expect(closed).toEqual(['form'])
    close()
  })

  test('is left to the browser where nothing is open', () => {
    expect(escape()).toBe(true)
  })
})
