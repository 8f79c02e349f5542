import type { Component, ComponentProps } from 'svelte'
import { mineWords } from '../../words/opened.ts'
import MatterPage from './MatterPage.svelte'

/** One matter of this phone, with its words, ready to be drawn. */
export async function open(): Promise<Component<ComponentProps<typeof MatterPage>>> {
  await mineWords.load()
  return MatterPage
}
