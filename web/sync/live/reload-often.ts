import type { LiveQuery } from './live-query.svelte.ts'

const READ_EVERY_MS = 60_000

/** Reads, and goes on reading: for what happens at other places and is not heard here. Gives what ends it. */
export function reloadOften(query: Pick<LiveQuery<object>, 'reload'>): () => void {
  const again = (): void => {
    if (document.visibilityState === 'visible') void query.reload()
  }
  const timer = setInterval(again, READ_EVERY_MS)
  addEventListener('focus', again)
  return () => {
    clearInterval(timer)
    removeEventListener('focus', again)
  }
}
