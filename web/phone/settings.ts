import type { Component } from 'svelte'
import { phoneWords } from '../words/opened.ts'
import PhoneSettings from './PhoneSettings.svelte'

/** The settings and their words. */
export const open = async (): Promise<Component> => {
  await phoneWords.load()
  return PhoneSettings
}
