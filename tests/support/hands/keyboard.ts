import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const MAX_STOPS = 120

const isHere = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Walks with Tab until it stands on the target; everywhere on the way the focus must be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const unseen: string[] = []
  for (let stops = 0; !(await isHere(target)); stops++) {
    if (stops === MAX_STOPS) throw new Error(`expected ${target} within ${MAX_STOPS} stops, found it nowhere`)
    await page.keyboard.press('Tab')
    unseen.push(...(await unseenFocus(page)))
  }
  expect(unseen).toEqual([])
}

/** The focused element, if neither a ring, nor a line in the colour of focus, nor a caret shows that it is. */
export function unseenFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body || focused.isContentEditable) return []
    // On a part of a date the browser draws its own mark.
    if (focused instanceof HTMLInputElement && focused.type === 'date' && !focused.matches(':focus'))
      return []
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'var(--focus)'
    const colour = getComputedStyle(probe).color
    probe.remove()
    // A hidden radio is drawn by the words beside or around it.
    const drawn = [focused, focused.nextElementSibling, focused.closest('label')]
    const isDrawn = drawn.some((element) => {
      if (!element) return false
      const { outlineStyle, outlineWidth, borderBottomColor } = getComputedStyle(element)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || borderBottomColor === colour
    })
    return isDrawn ? [] : [focused.outerHTML.slice(0, 120)]
  })
}

/** Presses what Tab leads to. */
export async function pressBy(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}
