import type { Component, ComponentProps } from 'svelte'
import { alikeWords } from '../../words/villagers.ts'
import { eveningWords, inboxWords, planWords, promiseWords } from '../../words/desk.ts'
import Inbox from './Inbox.svelte'
import NextEvening from '../home/NextEvening.svelte'
import NextEveningPlan from '../home/NextEveningPlan.svelte'
import WaitingForMe from '../home/WaitingForMe.svelte'

interface InboxParts {
  readonly Inbox: Component<ComponentProps<typeof Inbox>>
  readonly NextEvening: Component<ComponentProps<typeof NextEvening>>
  readonly NextEveningPlan: Component<ComponentProps<typeof NextEveningPlan>>
  readonly WaitingForMe: Component<ComponentProps<typeof WaitingForMe>>
}

/** What waits for an outcome, with its words, ready to be drawn. */
export async function open(): Promise<InboxParts> {
  const words = [inboxWords, eveningWords, promiseWords, alikeWords, planWords]
  await Promise.all(words.map((one) => one.load()))
  return { Inbox, NextEvening, NextEveningPlan, WaitingForMe }
}
