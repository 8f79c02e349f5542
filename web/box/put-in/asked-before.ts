import type { Component, ComponentProps } from 'svelte'
import { alikeWords } from '../../words/villagers.ts'
import AskedBefore from './AskedBefore.svelte'

/** What was asked before in the same words, with its own words, ready to be drawn. */
export async function open(): Promise<Component<ComponentProps<typeof AskedBefore>>> {
  await alikeWords.load()
  return AskedBefore
}
