import type { Component, ComponentProps } from 'svelte'
import { overWords } from '../../words/meeting.ts'
import Over from './Over.svelte'

/** What a phone shows after the evening, with its words. */
export async function open(): Promise<Component<ComponentProps<typeof Over>>> {
  await overWords.load()
  return Over
}
