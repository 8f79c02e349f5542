import { untrack } from 'svelte'
import { recall, remember } from '../memory.ts'

const PREFIX = 'form:'
const OWNER = 'forms-of'

export interface StoredForm {
  /** What was written has been sent or left: a reload begins anew. */
  readonly forget: () => void
}

interface Options {
  /** It opens anew each time: whoever closes it, sent or not, is done with what was written. */
  readonly untilClosed?: boolean
}

/** Keeps what a form holds through a reload; call it while the component is made. */
export function storedForm<Value>(
  name: string,
  read: () => Value,
  write: (value: Value) => void,
  { untilClosed = false }: Options = {},
): StoredForm {
  const key = PREFIX + name
  let blank = JSON.stringify(untrack(read))
  const stored = recallForm<Value>(name)
  if (stored !== null) untrack(() => write(stored))
  let kept = recall(key)
  /** What another tab has written since is not taken away. */
  function keep(text: string | null): void {
    if (text !== null || recall(key) === kept) store(key, text)
    kept = text
  }
  $effect(() => {
    const now = JSON.stringify(read())
    keep(now === blank ? null : now)
  })
  if (untilClosed) $effect(() => () => keep(null))
  return {
    forget: () => {
      blank = JSON.stringify(untrack(read))
      keep(null)
    },
  }
}

/** What a form of this name held before the page was loaded anew; null for nothing, or nothing readable. */
export function recallForm<Value>(name: string): Value | null {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? null : (JSON.parse(text) as Value)
  } catch {
    return null
  }
}

export const storeForm = (name: string, value: unknown): void => store(PREFIX + name, JSON.stringify(value))
export const forgetForm = (name: string): void => store(PREFIX + name, null)

/** Whoever else logs in on this machine finds nothing of what was written before. */
export function formsBelongTo(personId: string): void {
  if (recall(OWNER) !== personId) forgetForms()
  remember(OWNER, personId)
}

export function forgetForms(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  } catch {
    // There is nothing to forget where nothing can be stored.
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // The words stay on the page for as long as it is open.
  }
}
