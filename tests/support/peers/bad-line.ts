import type { Route } from 'playwright-core'
import type { Screen } from '../hands/browser.ts'

/**
 * While `act` runs, commands reach the server but their answers are lost on the way back, as on a line that
 * breaks at the wrong moment; at least one answer must have been lost.
 */
export async function loseTheAnswer({ page }: Screen, act: () => Promise<unknown>): Promise<void> {
  const path = '**/api/commands/**'
  let lost = (): void => {}
  const oneLost = new Promise<void>((resolve) => (lost = resolve))
  const lose = async (route: Route): Promise<void> => {
    await route.fetch()
    // A page that was loaded anew in the meantime has lost it already.
    await route.abort('internetdisconnected').catch(() => {})
    lost()
  }
  await page.route(path, lose)
  await act()
  await oneLost
  await page.unroute(path, lose)
}
