import { handWords } from '../../words/meeting.ts'
import OwnMatter from './OwnMatter.svelte'
import TakeOn from './TakeOn.svelte'

/** What became of somebody's own words, and the matters that somebody in the hall may take on: ready to be drawn. */
export async function open() {
  await handWords.load()
  return { OwnMatter, TakeOn }
}
