import type { Component, ComponentProps } from 'svelte'
import { minutesWords } from '../words/minutes.ts'
import Written from './Written.svelte'

/** The minutes with their words, fetched when there is something to read. */
export async function open(): Promise<Component<ComponentProps<typeof Written>>> {
  await minutesWords.load()
  return Written
}
