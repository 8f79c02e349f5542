import type { Component } from 'svelte'
import { phoneWords } from '../words/opened.ts'
import Evening from './evening/Evening.svelte'
import type { Visit } from './visit.svelte.ts'

/** The evening with its words, ready to be drawn. */
export async function open(): Promise<Component<{ visit: Visit }>> {
  await phoneWords.load()
  return Evening
}
