import type { Component, ComponentProps } from 'svelte'
import type { WallView } from '../../shared/protocol/wall.ts'
import { Part } from '../sync/part.svelte.ts'
import type CodeAsk from './gate/CodeAsk.svelte'
import type Quiet from './Quiet.svelte'
import type PromiseSheet from './sheets/PromiseSheet.svelte'
import type ReviewSheet from './sheets/ReviewSheet.svelte'
import { codeInAddress, meetingInAddress, placeInAddress, WallSession } from './wall-session.svelte.ts'

/** What hangs on the wall, and the parts of it that are fetched when they are wanted. */
export interface WallParts {
  readonly hanging: WallSession
  readonly asking: Part<Component<ComponentProps<typeof CodeAsk>>>
  readonly sheet: Part<Component<ComponentProps<typeof PromiseSheet>>>
  readonly reviewing: Part<Component<ComponentProps<typeof ReviewSheet>>>
  readonly quiet: Part<Component<ComponentProps<typeof Quiet>>>
}

export function wallParts(path = location.pathname, search = location.search): WallParts {
  const hanging = new WallSession()
  const [meetingId, placeId] = [meetingInAddress(path), placeInAddress(search)]
  // With a code in the address, whoever has no session yet comes in by it first.
  if (meetingId && placeId && !codeInAddress(search)) hanging.take(placeId, meetingId)
  return {
    hanging,
    asking: new Part(() => import('./gate/asking.ts').then(({ open }) => open(hanging))),
    sheet: new Part(() => import('./sheets/sheet.ts').then(({ open }) => open())),
    reviewing: new Part(() => import('./sheets/review.ts').then(({ open }) => open())),
    quiet: new Part(() => import('./quiet.ts').then(({ open }) => open())),
  }
}

/** Resolves when everything that this picture is drawn with is there. */
export async function wantParts({ sheet, reviewing, quiet }: WallParts, view: WallView): Promise<void> {
  await Promise.all([
    view.promise && sheet.want(),
    view.review && reviewing.want(),
    view.phase !== 'open' && quiet.want(),
  ])
}
