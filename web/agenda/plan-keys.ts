import { isComposing } from '../ui/forms/composition.ts'

interface PlanActions {
  readonly move: (by: 1 | -1) => void
  readonly shift: (by: 1 | -1) => void
  readonly keep: (isKept: boolean) => void
  readonly add: () => void
  readonly back: () => void
  readonly settle: () => void
}

const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="radio"]), textarea, select, dialog') !== null

/** Single keys act only while no text has the caret; Ctrl+Enter acts everywhere. */
export function planKeys(actions: PlanActions): (event: KeyboardEvent) => void {
  const single: Readonly<Record<string, () => void>> = {
    ArrowUp: () => actions.move(-1),
    ArrowDown: () => actions.move(1),
    k: () => actions.keep(true),
    d: () => actions.keep(false),
    n: () => actions.add(),
    z: () => actions.back(),
  }
  return (event) => {
    const { key, altKey, ctrlKey, metaKey } = event
    if (isComposing(event) || event.defaultPrevented) return
    if (key === 'Enter' && (ctrlKey || metaKey)) actions.settle()
    else if (isWritten(event.target)) return
    else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) actions.shift(key === 'ArrowUp' ? -1 : 1)
    else {
      const act =
        altKey || ctrlKey || metaKey ? undefined : single[key.length === 1 ? key.toLowerCase() : key]
      if (!act) return
      act()
    }
    event.preventDefault()
  }
}
