import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const STOPS_MOST = 120

const isHere = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Walks with Tab until it stands on the target; everywhere on the way the focus must be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const unseen: string[] = []
  for (let stops = 0; !(await isHere(target)); stops++) {
    if (stops === STOPS_MOST)
      throw new Error(`expected ${target} within ${STOPS_MOST} stops, found it nowhere`)
    await page.keyboard.press('Tab')
    unseen.push(...(await unseenFocus(page)))
  }
  expect(unseen).toEqual([])
}

/** The focused element, if nothing on the screen shows that it is. */
export function unseenFocus(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return []
    // A hidden radio is drawn by the label or the words beside it.
    const drawn = [focused, focused.nextElementSibling, focused.closest('label'), focused.parentElement]
    const isDrawn = drawn.some((element) => {
      if (!element) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
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
