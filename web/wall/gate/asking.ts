import type { Component, ComponentProps } from 'svelte'
import { join } from '../../sync/session.svelte.ts'
import { wallWords } from '../../words/opened.ts'
import { codeInAddress, type WallSession } from '../wall-session.svelte.ts'
import { openBySession } from './by-session.ts'
import CodeAsk from './CodeAsk.svelte'

/** An address with the code in it opens by itself; the code does not stay there. */
async function openByCode(hanging: WallSession): Promise<void> {
  const code = codeInAddress()
  if (!code || !hanging.isLost) return
  const answer = await join(code, null)
  if (answer.kind !== 'told') return
  const { placeId, meetingId } = answer.value
  history.replaceState(null, '', `/wall/${meetingId}?place=${placeId}`)
  await hanging.hang(placeId, meetingId)
}

export async function open(hanging: WallSession): Promise<Component<ComponentProps<typeof CodeAsk>>> {
  await wallWords.load()
  await openBySession(hanging)
  await openByCode(hanging)
  return CodeAsk
}
