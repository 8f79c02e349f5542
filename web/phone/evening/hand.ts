import type { Component } from 'svelte'
import type { MeetingStore } from '../../meetings/room.svelte.ts'
import { handWords } from '../../words/meeting.ts'
import TakeOn from './TakeOn.svelte'

/** The matters that somebody in the hall may take on, with their words, ready to be drawn. */
export async function open(): Promise<Component<{ room: MeetingStore }>> {
  await handWords.load()
  return TakeOn
}
