import { join, loadMe, session } from '../sync/session.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import { Room } from '../meetings/room.svelte.ts'
import type { ToldRefusal } from '../sync/ask.ts'

/** Finds out which evening this wall hangs in: by its address if it may see it, else by the code of the evening. */
export class Hanging {
  room = $state.raw<Room | null>(null)
  needsCode = $state(false)
  refusal = $state.raw<ToldRefusal | null>(null)

  async start(): Promise<void> {
    for (let tries = 0; (await loadMe()).kind !== 'told'; tries++) await pause(pauseMs(tries))
    const meetingId = /^\/wall\/([^/]+)/.exec(location.pathname)?.[1] ?? session.me?.actor?.meetingId
    const places = session.me?.places.map(({ id }) => id) ?? []
    const wanted = new URLSearchParams(location.search).get('place')
    for (const placeId of wanted ? [wanted] : places)
      if (meetingId && session.me?.actor && (await this.#hang(placeId, meetingId))) return
    this.needsCode = true
  }

  async connect(code: string): Promise<void> {
    const answer = await join(code, null)
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    if (answer.kind !== 'told') return
    const { placeId, meetingId } = answer.value
    history.replaceState(null, '', `/wall/${meetingId}?place=${placeId}`)
    this.needsCode = !(await this.#hang(placeId, meetingId))
  }

  async #hang(placeId: string, meetingId: string): Promise<boolean> {
    const room = new Room({ placeId, meetingId, as: 'wall' })
    this.room = room
    await room.open()
    if (room.state === 'ready') return true
    room.close()
    this.room = null
    return false
  }
}
