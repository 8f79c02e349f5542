import type { Component } from 'svelte'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import { wallWords } from '../words/wall.ts'
import Hall from './Hall.svelte'

/** The hall's screen with its words, ready to be drawn. */
export async function open(): Promise<Component> {
  loadSongFaceIfMissing()
  await wallWords.load()
  return Hall
}
