import type { Component, ComponentProps } from 'svelte'
import { wallWords } from '../../words/opened.ts'
import PromiseSheet from './PromiseSheet.svelte'

/** The promise as it is read back, with its words. */
export async function open(): Promise<Component<ComponentProps<typeof PromiseSheet>>> {
  await wallWords.load()
  return PromiseSheet
}
