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

/** The evening that is open where this browser's reader holds a post, or today's; after another one, at its place. */
async function hangTonights(hanging: WallSession): Promise<void> {
  const last = hanging.isOver ? hanging.picture : null
  const own = (session.me?.places ?? []).filter(
    ({ id, roles }) => roles.length > 0 && (!last || last.placeId === id),
  )
  for (const { id: placeId } of own) {
    const answer = await read('/api/places/:placeId/meetings', { placeId })
    if (answer.kind !== 'told') continue
    const { meetings, today } = answer.value
    // The end of an evening stays in sight on its day, until another one is opened after it.
    const mayBePlanned = !last?.view || last.view.onDay < today
    const endedAt = meetings.find(({ id }) => id === last?.meetingId)?.closedAt ?? ''
    const tonight =
      meetings.find(({ phase, openedAt }) => phase === 'open' && (openedAt ?? '') > endedAt) ??
      (mayBePlanned ? meetings.find(({ phase, onDay }) => phase === 'planned' && onDay === today) : undefined)
    if (tonight) return last ? goOn(hanging, placeId, tonight.id) : hanging.hang(placeId, tonight.id)
  }
}

/** After another evening: an address that named that one names the new one, also after a reload. */
export function goOn(hanging: WallSession, placeId: string, meetingId: string): Promise<void> {
  if (meetingInAddress()) history.replaceState(null, '', `/wall/${meetingId}?place=${placeId}`)
  return hanging.hang(placeId, meetingId)
}

/** By a code that was typed beside this page, or to tonight's. */
async function goOnBySession(hanging: WallSession): Promise<void> {
  const { actor, places = [] } = session.me ?? {}
  const [place] = places
  const isElsewhere = actor?.meetingId && actor.meetingId !== hanging.picture?.meetingId
  await (isElsewhere && place ? goOn(hanging, place.id, actor.meetingId!) : hangTonights(hanging))
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
  if (hanging.isOver) return goOnBySession(hanging)
  // What the whole address names was read already, unless the code goes before it.
  if (!(meetingInAddress() && placeInAddress()) || codeInAddress()) await hangBySession(hanging)
}

/** Whether somebody has logged in or come in beside this page, or tonight's evening has been planned since. */
export async function lookAgain(hanging: WallSession): Promise<void> {
  if ((await loadMe()).kind !== 'told') return
  if (hanging.isLost) await hangBySession(hanging)
  else if (hanging.isOver) await goOnBySession(hanging)
}
