import type { Component, ComponentProps } from 'svelte'
import { photoWords } from '../../words/villagers.ts'
import { loadRefusals } from '../../words/refusals.ts'
import PromiseAct from './PromiseAct.svelte'

/** Reporting, photos and asking for a later day, fetched when somebody presses one of them. */
export async function open(): Promise<Component<ComponentProps<typeof PromiseAct>>> {
  await Promise.all([photoWords.load(), loadRefusals()])
  return PromiseAct
}
