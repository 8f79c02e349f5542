import type { Component } from 'svelte'
import { mineWords } from '../words/opened.ts'
import type { Mine } from './mine.svelte.ts'
import MyMatters from './MyMatters.svelte'

/** What this phone raised, with its words, ready to be drawn. */
export async function open(): Promise<Component<{ mine: Mine; follow: (event: MouseEvent) => void }>> {
  await mineWords.load()
  return MyMatters
}
