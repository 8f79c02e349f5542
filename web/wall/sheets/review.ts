import type { Component, ComponentProps } from 'svelte'
import { wallWords } from '../../words/opened.ts'
import ReviewSheet from './ReviewSheet.svelte'

/** One promise of before, with its words. */
export async function open(): Promise<Component<ComponentProps<typeof ReviewSheet>>> {
  await wallWords.load()
  return ReviewSheet
}
