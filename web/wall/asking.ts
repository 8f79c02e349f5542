import type { Component, ComponentProps } from 'svelte'
import { pause, pauseMs } from '../sync/pause.ts'
import { join, loadMe, session } from '../sync/session.svelte.ts'
import { wallWords } from '../words/wall.ts'
import CodeAsk from './CodeAsk.svelte'
import { codeInAddress, meetingInAddress, placeInAddress, type Hanging } from './hanging.svelte.ts'

/** Finds the evening by the session of this browser; where there is none, the code will be asked for. */
async function hangBySession(hanging: Hanging): Promise<void> {
  for (let tries = 0; (await loadMe()).kind !== 'told'; tries++) await pause(pauseMs(tries))
  const { actor, places = [] } = session.me ?? {}
  const meetingId = meetingInAddress() ?? actor?.meetingId
  if (!actor || !meetingId || placeInAddress()) return
  for (const { id } of places) {
    await hanging.hang(id, meetingId)
    if (!hanging.isLost) return
  }
}

/** An address with the code in it opens by itself; the code does not stay there. */
async function hangByCode(hanging: Hanging): Promise<void> {
  const [code, meetingHere, placeHere] = [codeInAddress(), meetingInAddress(), placeInAddress()]
  if (!code || !hanging.isLost) return
  if (session.me?.actor && meetingHere && placeHere) await hanging.hang(placeHere, meetingHere)
  if (!hanging.isLost) return
  const answer = await join(code, null)
  if (answer.kind !== 'told') return
  const { placeId, meetingId } = answer.value
  history.replaceState(null, '', `/wall/${meetingId}?place=${placeId}`)
  await hanging.hang(placeId, meetingId)
}

export async function open(hanging: Hanging): Promise<Component<ComponentProps<typeof CodeAsk>>> {
  await wallWords.load()
  await hangBySession(hanging)
  await hangByCode(hanging)
  return CodeAsk
}
