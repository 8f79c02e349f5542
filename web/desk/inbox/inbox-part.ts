import type { Component, ComponentProps } from 'svelte'
import { alikeWords } from '../../words/alike.ts'
import { eveningWords } from '../../words/evening.ts'
import { inboxWords } from '../../words/inbox.ts'
import { promiseWords } from '../../words/promise.ts'
import Inbox from './Inbox.svelte'
import NextEvening from '../home/NextEvening.svelte'
import WaitingForMe from '../home/WaitingForMe.svelte'

interface InboxParts {
  readonly Inbox: Component<ComponentProps<typeof Inbox>>
  readonly NextEvening: Component<ComponentProps<typeof NextEvening>>
  readonly WaitingForMe: Component<ComponentProps<typeof WaitingForMe>>
}

/** What waits for an outcome, with its words, ready to be drawn. */
export async function open(): Promise<InboxParts> {
  await Promise.all([inboxWords.load(), eveningWords.load(), promiseWords.load(), alikeWords.load()])
  return { Inbox, NextEvening, WaitingForMe }
}
