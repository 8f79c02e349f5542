import type { Me } from '../../../shared/people/person.ts'
import { pause, pauseMs } from '../../sync/pause.ts'
import { read } from '../../sync/read.ts'
import { loadMe, session } from '../../sync/session.svelte.ts'
import { codeInAddress, meetingInAddress, placeInAddress, type WallSession } from '../wall-session.svelte.ts'

type PlaceOfMine = Me['places'][number]

/** Where the server will let this browser in, so that no wall begins with a refusal. */
function placeOf(meetingId: string, placeId: string | null): string | undefined {
  const { actor, places = [] } = session.me ?? {}
  const isLetIn = ({ roles }: PlaceOfMine): boolean => roles.length > 0 || actor?.meetingId === meetingId
  return places.find((place) => (placeId === null || place.id === placeId) && isLetIn(place))?.id
}

/** For an address without an evening: the one that is open where this browser's reader holds a post, or today's. */
async function hangTonights(hanging: WallSession): Promise<void> {
  const own = (session.me?.places ?? []).filter(({ roles }) => roles.length > 0)
  for (const { id: placeId } of own) {
    const answer = await read('/api/places/:placeId/meetings', { placeId })
    if (answer.kind !== 'told') continue
    const { meetings, today } = answer.value
    const tonight =
      meetings.find(({ phase }) => phase === 'open') ??
      meetings.find(({ phase, onDay }) => phase === 'planned' && onDay === today)
    if (tonight) return hanging.hang(placeId, tonight.id)
  }
}

async function hangBySession(hanging: WallSession): Promise<void> {
  const meetingId = meetingInAddress() ?? session.me?.actor?.meetingId
  if (!meetingId) return hangTonights(hanging)
  const placeId = placeOf(meetingId, placeInAddress())
  if (placeId) await hanging.hang(placeId, meetingId)
}

/** Finds the evening by the session of this browser; where there is none, the code will be asked for. */
export async function openBySession(hanging: WallSession): Promise<void> {
  for (let tries = 0; (await loadMe()).kind !== 'told'; tries++) await pause(pauseMs(tries))
  // What the whole address names was read already, unless the code goes before it.
  if (!(meetingInAddress() && placeInAddress()) || codeInAddress()) await hangBySession(hanging)
}

/** Whether somebody has logged in or come in beside this page, or tonight's evening has been planned since. */
export async function lookAgain(hanging: WallSession): Promise<void> {
  if ((await loadMe()).kind === 'told' && hanging.isLost) await hangBySession(hanging)
}
