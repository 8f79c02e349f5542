/** Reads and writes the browser's own memory; WeChat's private windows throw instead of answering. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** False where the browser keeps nothing: it holds for this visit only. */
export function remember(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}

const YEAR_S = 365 * 24 * 60 * 60

/** What was chosen here or on a page that the server rendered; empty where nothing was. */
export const chosen = (key: string): string =>
  new RegExp(`(?:^|; )${key}=([\\w-]+)`).exec(document.cookie)?.[1] ?? recall(key) ?? ''

/** Kept for the screens, and told to the pages that the server renders. */
export function choose(key: string, value: string): void {
  remember(key, value)
  document.cookie = `${key}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`
}
