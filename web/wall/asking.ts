import type { Component, ComponentProps } from 'svelte'
import { pause, pauseMs } from '../sync/pause.ts'
import { loadMe, session } from '../sync/session.svelte.ts'
import { wallWords } from '../words/wall.ts'
import CodeAsk from './CodeAsk.svelte'
import { meetingInAddress, placeInAddress, type Hanging } from './hanging.svelte.ts'

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

export async function open(hanging: Hanging): Promise<Component<ComponentProps<typeof CodeAsk>>> {
  await wallWords.load()
  await hangBySession(hanging)
  return CodeAsk
}
