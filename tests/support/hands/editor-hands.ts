import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { minutes as words } from '../../../web/words/meeting.zh-Hans.ts'
import { compose, type Screen } from './browser.ts'
import { PATIENCE } from './hall.ts'

export const text = ({ page }: Screen): Locator => page.getByRole('textbox', { name: words.text })

const lines = (screen: Screen): Locator => text(screen).getByRole('paragraph')

/** The lines that hold words, each as `speaker：words`, without carets and chips. */
export function linesOn(screen: Screen): Promise<string[]> {
  return lines(screen).evaluateAll((paragraphs) =>
    paragraphs
      .map((paragraph) => {
        const bare = paragraph.cloneNode(true) as HTMLElement
        for (const added of bare.querySelectorAll('.caret, .chip')) added.remove()
        return `${bare.dataset['speaker'] ?? ''}：${bare.textContent.replaceAll(/[\u2060\ufeff]/g, '').trim()}`
      })
      .filter((text) => text !== '：'),
  )
}

export const line = (screen: Screen, part: string): Locator => lines(screen).filter({ hasText: part })

/** Puts the caret behind the last word of a line. */
export async function goTo(screen: Screen, part: string): Promise<void> {
  await line(screen, part).click()
  await screen.page.keyboard.press('End')
}

/** A new line at the end: the name through the input method, a colon, then the words. */
export async function writeLine(
  screen: Screen,
  speaker: string,
  spelling: string,
  said: string,
): Promise<void> {
  const { keyboard } = screen.page
  await text(screen).focus()
  await keyboard.press('Control+End')
  await keyboard.press('Enter')
  await compose(screen, 'ming', speaker)
  await keyboard.insertText('：')
  await compose(screen, spelling, said)
}

export async function allSaved({ page }: Screen): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /已存 \d\d:\d\d/ })
    .waitFor()
}

/** Both screens come to show the same lines. */
export async function agree(one: Screen, other: Screen): Promise<string[]> {
  await expect
    .poll(async () => [await linesOn(one), await linesOn(other)].map(String), PATIENCE)
    .toSatisfy(([here, there]: string[]) => here === there && here !== '')
  return linesOn(one)
}
