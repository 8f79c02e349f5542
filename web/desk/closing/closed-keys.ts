import { toasts } from '../../ui/feedback/toast.svelte.ts'
import { signingWords } from '../../words/desk.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { EveningActions } from '../evening/evening-actions.svelte.ts'
import { putOff } from './closing-acts.ts'
import { eveningKeys } from '../evening/keys/evening-keys.ts'
import type { KeyTable } from '../evening/keys/keys.svelte.ts'

// Of the keys of an open evening, those that still have a meaning.
const STILL = ['ArrowUp', 'ArrowDown', 'a', 'p', 'r', 'd', 'e', 'b', 'y', 'm', 'z'] as const

// Between the two signatures nothing that both sign is changed.
const sayWhyNot = (): void => toasts.show(refusalSentence({ refused: 'minutes-half-signed' }))
const SETTLING: KeyTable = { a: sayWhyNot, p: sayWhyNot, r: sayWhyNot, d: sayWhyNot, e: sayWhyNot }

/** The first comment that nobody looked at, ready for its keys. */
export const lookAtUnseen = (): void => document.querySelector<HTMLElement>('#unseen ~ ol > li')?.focus()

/** Signs, or goes to the box that says it was read, or says what has to be settled before. */
function pressSign(unconfirmed: number): void {
  if (unconfirmed) {
    toasts.show(signingWords.now.cannotSign(unconfirmed))
    document.querySelector<HTMLElement>('[data-unconfirmed] > [aria-current]')?.focus()
    return
  }
  const button = document.querySelector<HTMLButtonElement>('[data-sign] button:not([disabled])')
  if (button) button.click()
  else document.querySelector<HTMLElement>('[data-has-read]')?.focus()
}

/** Keys after the evening: what nobody nodded to is read back, put off or dropped by one key each. */
export function closedKeys(actions: EveningActions): KeyTable {
  const { evening } = actions
  const { phase } = evening.room.meeting ?? {}
  const unseen: KeyTable = evening.unseen.length ? { u: lookAtUnseen } : {}
  if (phase === 'signed') return { z: () => actions.undo(), ...unseen }
  if (phase !== 'closed') return {}
  const all = eveningKeys(actions, () => {})
  const isHalfSigned = evening.room.signatures.length === 1
  const acts = { ...all, ...(isHalfSigned ? SETTLING : {}) }
  const table = Object.fromEntries(STILL.flatMap((key) => (acts[key] ? [[key, acts[key]]] : [])))
  return {
    ...table,
    ...unseen,
    s: () => pressSign(evening.unconfirmed.length),
    ...(evening.mayRecord ? unconfirmedKeys(actions) : {}),
  }
}

function unconfirmedKeys(actions: EveningActions): KeyTable {
  const { evening } = actions
  const { picked } = evening.matters
  const promise = picked ? evening.unconfirmed.find(({ id }) => id === picked.id) : evening.unconfirmed[0]
  if (!promise) return {}
  return {
    b: () => void actions.readBack(promise),
    y: () => void actions.confirm(promise),
    d: () => void putOff(actions, promise),
    x: () => void actions.drop(promise),
  }
}
