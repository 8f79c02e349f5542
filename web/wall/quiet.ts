import type { Component, ComponentProps } from 'svelte'
import { wallWords } from '../words/opened.ts'
import Quiet from './Quiet.svelte'

/** What hangs there before and after the evening, with its words. */
export async function open(): Promise<Component<ComponentProps<typeof Quiet>>> {
  await wallWords.load()
  return Quiet
}
