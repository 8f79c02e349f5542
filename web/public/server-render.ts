import { render } from 'svelte/server'
import { firstDayOf } from '../../shared/ledger/month/month.ts'
import type { Reading, RenderedPage } from '../../shared/protocol/plain.ts'
import type { PublicPage } from '../../shared/protocol/public.ts'
import BoxSheet from './BoxSheet.svelte'
import Catalogue from './Catalogue.svelte'
import EchoWall from './echo-wall/EchoWall.svelte'
import Mailbox from './Mailbox.svelte'
import Matter from './matter/Matter.svelte'
import Slip from './matter/Slip.svelte'
import SlipQuestion from './matter/SlipQuestion.svelte'
import Minutes from './minutes/Minutes.svelte'
import Month from './month/Month.svelte'
import Refusal from './Refusal.svelte'
import WhoMay from './WhoMay.svelte'
import { PUBLIC_MESSAGES, type PublicMessages } from '../words/rendered.ts'

/** One page for everybody: all comes in by its arguments, so renders at the same time never mix. */
export function renderPage(page: PublicPage, { language }: Pick<Reading, 'language'>): RenderedPage {
  const messages = PUBLIC_MESSAGES[language]
  return { title: titleOf(page, messages), body: bodyOf(page, messages) }
}

function bodyOf(page: PublicPage, messages: PublicMessages): string {
  switch (page.kind) {
    case 'not-found':
    case 'refused':
    case 'not-yet-signed':
      return render(Refusal, { props: { page, messages } }).body
    case 'mailbox':
      return render(Mailbox, { props: { page, messages } }).body
    case 'slip-question':
      return render(SlipQuestion, { props: { page, messages } }).body
    case 'slip':
      return render(Slip, { props: { page, messages } }).body
    case 'box-sheet':
      return render(BoxSheet, { props: { page, messages } }).body
    case 'matter':
      return render(Matter, { props: { page, messages } }).body
    case 'catalogue':
      return render(Catalogue, { props: { page, messages } }).body
    case 'who-may':
      return render(WhoMay, { props: { page, messages } }).body
    case 'month':
      return render(Month, { props: { page, messages } }).body
    case 'echo-wall':
      return render(EchoWall, { props: { page, messages } }).body
    case 'minutes':
      return render(Minutes, { props: { page, messages } }).body
  }
}

function titleOf(
  page: PublicPage,
  { general, catalogue, claim, mailbox, month, whoMay }: PublicMessages,
): string {
  switch (page.kind) {
    case 'not-found':
      return general.notFoundTitle
    case 'refused':
      return general.cannotShow
    case 'not-yet-signed':
      return `${page.meetingTitle} · ${general.minutes}`
    case 'mailbox':
      return mailbox.title
    case 'slip-question':
      return `${claim.print} · ${page.place.name}`
    case 'slip':
      return `${claim.slipTitle} · ${page.place.name}`
    case 'box-sheet':
      return `${general.opinionBox} · ${page.place.name}`
    case 'matter':
      return `${page.concern.text} · ${page.place.name}`
    case 'catalogue':
      return `${catalogue.title} · ${page.place.name}`
    case 'who-may':
      return `${whoMay.title} · ${page.place.name}`
    case 'month':
      return `${month.title(firstDayOf(page.month))} · ${page.place.name}`
    case 'echo-wall':
      return `${general.echoWall} · ${page.place.name}`
    case 'minutes':
      return `${page.meeting.title} · ${general.minutes}`
  }
}
