import { phoneWords } from '../words/phone.ts'
import Settings from '../ui/Settings.svelte'

/** The settings with their words; fetched when somebody wants them, so that the first page stays small. */
export const open = async () => ({ Settings, words: await phoneWords.load() })
