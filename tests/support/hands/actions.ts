import type { Screen } from './browser.ts'

/** Clicks, keys that command, and fields that were filled in and left: what somebody at the desk has to do. */
export async function countActions({ page }: Screen): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { actions: number }
    counted.actions = 0
    const takesText = (target: EventTarget | null) =>
      target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
    addEventListener('click', ({ isTrusted }) => (counted.actions += isTrusted ? 1 : 0), true)
    addEventListener(
      'keydown',
      ({ target, key, isTrusted }) => {
        const isCommand = key === 'Enter' || key === 'Escape' || (!takesText(target) && key.length === 1)
        if (isTrusted && isCommand) counted.actions++
      },
      true,
    )
  })
  return () => page.evaluate(() => (window as unknown as { actions: number }).actions)
}
