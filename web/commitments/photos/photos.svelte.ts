import { MAX_PHOTOS } from '../../../shared/commitments/photo.ts'
import type { CommitmentId, PhotoId, PlaceId } from '../../../shared/kernel/id.ts'
import { newId } from '../../sync/id.ts'
import { smaller } from './smaller.ts'

export type PhotoState = 'preparing' | 'uploading' | 'ready' | 'unreadable' | 'unreachable'

export interface PendingPhoto {
  readonly id: PhotoId
  readonly state: PhotoState
  /** What the server says of it, in a sentence. */
  readonly sentence: string
}

const GIVE_UP_MS = 60_000

interface Where {
  readonly placeId: PlaceId
  readonly commitmentId: CommitmentId
}

/** Photos on their way to the server; whoever sends the report names those that arrived. */
export class Photos {
  list = $state.raw<readonly PendingPhoto[]>([])
  isTooMany = $state(false)
  #made = new Map<PhotoId, Blob>()
  #where: Where
  #changed: (ids: readonly PhotoId[]) => void

  constructor(where: Where, ready: readonly PhotoId[], changed: (ids: readonly PhotoId[]) => void) {
    this.#where = where
    this.#changed = changed
    this.list = ready.map((id) => ({ id, state: 'ready', sentence: '' }))
  }

  get isBusy(): boolean {
    return this.list.some(({ state }) => state === 'preparing' || state === 'uploading')
  }

  get room(): number {
    return MAX_PHOTOS - this.list.length
  }

  async add(files: readonly Blob[]): Promise<void> {
    this.isTooMany = files.length > this.room
    const chosen = files.slice(0, this.room).map((file) => ({ file, id: newId() }))
    this.list = [
      ...this.list,
      ...chosen.map(({ id }): PendingPhoto => ({ id, state: 'preparing', sentence: '' })),
    ]
    // One after the other: a cheap phone has not the memory for four large photos at once.
    for (const { file, id } of chosen) {
      const made = await smaller(file)
      if (!this.list.some((one) => one.id === id)) continue
      if (!made) {
        this.#turn(id, 'unreadable')
        continue
      }
      this.#made.set(id, made)
      await this.send(id)
    }
  }

  /** May be asked again with the same photo: it counts once. */
  async send(id: PhotoId): Promise<void> {
    const made = this.#made.get(id)
    if (!made) return
    this.#turn(id, 'uploading')
    const { placeId, commitmentId } = this.#where
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), GIVE_UP_MS)
    try {
      const answer = await fetch(`/api/places/${placeId}/commitments/${commitmentId}/photos/${id}`, {
        method: 'POST',
        headers: { 'Content-Type': 'image/jpeg' },
        body: made,
        credentials: 'same-origin',
        signal: giveUp.signal,
      })
      if (answer.ok) this.#turn(id, 'ready')
      else if (answer.status >= 500) this.#turn(id, 'unreachable')
      else this.#turn(id, 'unreadable', String((await answer.json()).sentence ?? ''))
    } catch {
      this.#turn(id, 'unreachable')
    } finally {
      clearTimeout(timer)
    }
  }

  takeOut(id: PhotoId): void {
    this.#made.delete(id)
    this.isTooMany = false
    this.list = this.list.filter((one) => one.id !== id)
    this.#tell()
  }

  #turn(id: PhotoId, state: PhotoState, sentence = ''): void {
    this.list = this.list.map((one) => (one.id === id ? { id, state, sentence } : one))
    this.#tell()
  }

  #tell(): void {
    this.#changed(this.list.filter(({ state }) => state === 'ready').map(({ id }) => id))
  }
}
