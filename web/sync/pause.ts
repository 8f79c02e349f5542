const FIRST_MS = 500
const LONGEST_MS = 8_000

/** How long to wait before the next try; the jitter keeps a whole hall from coming back in one instant. */
export function pauseMs(attempt: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)
  return longest / 2 + Math.random() * (longest / 2)
}

export const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms))
