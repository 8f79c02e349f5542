import type { Component, ComponentProps } from 'svelte'
import Settings from '../ui/Settings.svelte'
import { phoneWords } from '../words/phone.ts'

type Props = ComponentProps<typeof Settings>

/** The settings with their words; fetched when somebody wants them, so that the first page stays small. */
export const open = async (): Promise<{ Settings: Component<Props>; words: Props['words'] }> => ({
  Settings,
  words: await phoneWords.load(),
})
