import { render } from 'svelte/server'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { PlainPage, Reading, RenderedPage } from '../../shared/protocol/plain.ts'
import type { Language } from '../../shared/words/language.ts'
import Box from './Box.svelte'
import Choices from './Choices.svelte'
import Door from './Door.svelte'
import Evening from './Evening.svelte'
import Mine from './Mine.svelte'
import { PLAIN_WORDS, type PlainWords } from '../words/rendered.ts'

const WORDS: Readonly<Record<Language, PlainWords>> = isolating(PLAIN_WORDS)

/** One page for one reader: everything comes in by its arguments, so renders at the same time never mix. */
export function renderPage(page: PlainPage, reading: Reading): RenderedPage {
  const words = WORDS[reading.language]
  const { body: choices } = render(Choices, { props: { address: page.address, reading, words } })
  return { title: titleOf(page, words), body: bodyOf(page, words) + choices }
}

function bodyOf(page: PlainPage, words: PlainWords): string {
  switch (page.kind) {
    case 'door':
      return render(Door, { props: { page, words } }).body
    case 'evening':
      return render(Evening, { props: { page, words } }).body
    case 'mine':
      return render(Mine, { props: { page, words } }).body
    case 'box':
      return render(Box, { props: { page, words } }).body
  }
}

function titleOf(page: PlainPage, { door, box }: PlainWords): string {
  switch (page.kind) {
    case 'door':
      return page.invitation ? `${door.pageTitle} · ${page.invitation.title}` : door.joinTitle
    case 'evening':
      return `${door.pageTitle} · ${page.room.meeting.title}`
    case 'mine':
      return `${box.mineTitle} · ${page.view.place.name}`
    case 'box':
      return `${box.boxTitle} · ${page.view.place.name}`
  }
}
