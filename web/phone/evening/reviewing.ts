import type { Component, ComponentProps } from 'svelte'
import { handsWords } from '../../words/meetings/hands.ts'
import ReviewCard from './ReviewCard.svelte'

/** The promise that the hall looks at, with its words. */
export async function open(): Promise<Component<ComponentProps<typeof ReviewCard>>> {
  await handsWords.load()
  return ReviewCard
}
