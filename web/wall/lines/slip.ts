import type { Component, ComponentProps } from 'svelte'
import { wallWords } from '../../words/opened.ts'
import Slip from './Slip.svelte'

/** What belongs to a line that somebody types at the wall: the name, the sending, what became of it. */
export async function open(): Promise<Component<ComponentProps<typeof Slip>>> {
  await wallWords.load()
  return Slip
}
