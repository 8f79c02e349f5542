import type { Component, ComponentProps } from 'svelte'
import type { Me } from '../../shared/people/person.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import { join, loadMe, session } from '../sync/session.svelte.ts'
import { wallWords } from '../words/wall/wall.ts'
import CodeAsk from './CodeAsk.svelte'
import { codeInAddress, meetingInAddress, placeInAddress, type WallSession } from './wall-session.svelte.ts'

/** Where the server will let this browser in, so that no wall begins with a refusal. */
function placeOf(meetingId: string, placeId: string | null): string | undefined {
  const { actor, places = [] } = session.me ?? {}
  const isLetIn = ({ roles }: Me['places'][number]): boolean =>
    roles.length > 0 || actor?.meetingId === meetingId
  return places.find((place) => (placeId === null || place.id === placeId) && isLetIn(place))?.id
}

/** Finds the evening by the session of this browser; where there is none, the code will be asked for. */
async function openBySession(hanging: WallSession): Promise<void> {
  for (let tries = 0; (await loadMe()).kind !== 'told'; tries++) await pause(pauseMs(tries))
  const meetingId = meetingInAddress() ?? session.me?.actor?.meetingId
  // What the whole address names was read already, unless the code goes before it.
  if (!meetingId || (placeInAddress() && !codeInAddress())) return
  const placeId = placeOf(meetingId, placeInAddress())
  if (placeId) await hanging.hang(placeId, meetingId)
}

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
