import type { Component } from 'svelte'
import AlikeList from '../concerns/AlikeList.svelte'
import { alikeWords } from '../words/alike.ts'

/** What was asked before in the same words, with its own words, ready to be drawn. */
export async function open(): Promise<Component<{ placeId: string; text: string }>> {
  await alikeWords.load()
  return AlikeList
}
