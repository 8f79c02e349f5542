import ReadMinutes from '../../minutes/ReadMinutes.svelte'
import { minutesWords } from '../../words/meeting.ts'

/** The minutes with their words, fetched when somebody wants to read them. */
export async function open(): Promise<{ ReadMinutes: typeof ReadMinutes; words: typeof minutesWords }> {
  await minutesWords.load()
  return { ReadMinutes, words: minutesWords }
}
