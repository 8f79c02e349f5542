import type { Screen } from './browser.ts'

export const SCRIPT = /\.js$/
export const SCRIPT_OR_STYLE = /\.(js|css)$/

/** A line so slow that neither script nor style sheet has come yet; what is given back lets them come. */
export async function holdScripts({ context }: Screen, files = SCRIPT_OR_STYLE): Promise<() => void> {
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await context.route(files, (route) => held.then(() => route.continue()))
  return letGo
}

/** Svelte says that it is there, and nothing more is on its way. */
export async function haveRun({ page }: Screen): Promise<void> {
  await page.waitForFunction(() => '__svelte' in window)
  await page.waitForLoadState('networkidle')
}
