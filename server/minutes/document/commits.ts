import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import type { MeetingId } from '../../../shared/kernel/id.ts'
import type { AppContext } from '../../app/feature.ts'
import { StorageFailed, type Work } from '../../storage/database.ts'
import { Appending, lockMinutes, type Appended, type Batch } from './appending.ts'
import { boxUpdates } from '../late/box.ts'
import { tellOfBox } from '../late/box-bell.ts'
import { isPublished } from './updates.ts'

export type Stored = Appended | 'boxed' | Refusal

/** What of the application it takes to write texts down. */
export type TextContext = Pick<AppContext, 'database' | 'journal' | 'clock' | 'newId' | 'newToken'>

interface Job {
  readonly batch: Batch
  readonly resolve: (stored: Stored) => void
}

/** Nodes that hold a text hear of it by its own id: the place's bell would wake every feed at every key. */
export const channelOf = (meetingId: MeetingId): string => meetingId

/** What the texts of one node have to write within one beat goes to disk as one transaction. */
export class Commits {
  readonly #context: TextContext
  readonly #failed: (problem: unknown) => void
  readonly #appending = new Appending()
  #gathered: Job[] = []

  constructor(context: TextContext, failed: (problem: unknown) => void) {
    this.#context = context
    this.#failed = failed
  }

  /** Resolves once the batch is on disk: in the text, or in the box when both have signed. */
  add(batch: Batch): Promise<Stored> {
    return new Promise((resolve) => {
      this.#gathered.push({ batch, resolve })
      if (this.#gathered.length === 1) queueMicrotask(() => void this.#write())
    })
  }

  async #write(): Promise<void> {
    const jobs: Job[] = []
    const batches = (): Batch[] => {
      // Whatever came until the writer's turn goes along.
      jobs.push(...this.#gathered.splice(0))
      return jobs.map(({ batch }) => batch)
    }
    try {
      const stored = await this.#commit(batches)
      for (const [at, { resolve }] of jobs.entries()) resolve(stored[at]!)
    } catch (problem) {
      // It did not even get its turn.
      if (jobs.length === 0) jobs.push(...this.#gathered.splice(0))
      await this.#oneByOne(jobs, problem)
    }
  }

  // What one text cannot have must not keep the others from the disk.
  async #oneByOne(jobs: readonly Job[], problem: unknown): Promise<void> {
    for (const { batch, resolve } of jobs) {
      if (jobs.length === 1 || problem instanceof StorageFailed) resolve(this.#refusalFor(problem))
      else
        await this.#commit(() => [batch])
          .then(([stored]) => resolve(stored!))
          .catch((reason: unknown) => resolve(this.#refusalFor(reason)))
    }
  }

  #refusalFor(problem: unknown): Refusal {
    this.#failed(problem)
    return refuse(problem instanceof StorageFailed ? 'storage-failed' : 'unexpected')
  }

  /** Others hear of what was written, and the desks of what lies in a box, only once it lies there. */
  async #commit(batches: () => readonly Batch[]): Promise<Stored[]> {
    const { database, journal } = this.#context
    const boxed = new Set<Batch>()
    let taken: readonly Batch[] = []
    const stored = await database.write((work) => this.#storeAll(work, (taken = batches()), boxed))
    for (const [at, { meetingId }] of taken.entries())
      if (stored[at] !== 'boxed' && !isRefusal(stored[at])) journal.bell.ringElsewhere(channelOf(meetingId))
    for (const { placeId, meetingId } of boxed)
      tellOfBox(this.#context, placeId, meetingId).catch(this.#failed)
    return stored
  }

  async #storeAll(work: Work, batches: readonly Batch[], boxed: Set<Batch>): Promise<Stored[]> {
    if (batches.length === 0) return []
    const at = this.#context.clock.now().toISOString()
    const forText = batches.filter(({ isOfEarlier }) => !isOfEarlier)
    const outcomes = forText.length > 0 ? await this.#appending.append(work, forText, at) : []
    const stored: Stored[] = []
    for (const batch of batches) {
      const outcome = batch.isOfEarlier ? 'earlier' : outcomes[forText.indexOf(batch)]!
      if (outcome === 'frozen' || outcome === 'earlier') stored.push(await this.#late(work, batch, at, boxed))
      else stored.push(outcome)
    }
    return stored
  }

  async #late(work: Work, batch: Batch, receivedAt: string, boxed: Set<Batch>): Promise<Stored> {
    const { placeId, meetingId, updates, isOfEarlier } = batch
    if (isOfEarlier) await lockMinutes(work, placeId, meetingId)
    // With one signature it may still be taken back: the writer keeps the words and tries again.
    if (!isOfEarlier && !(await isPublished(work, meetingId))) return refuse('minutes-signed')
    const late = { placeId, meetingId, receivedAt, newId: this.#context.newId }
    if ((await boxUpdates(work, updates, late)) > 0) boxed.add(batch)
    return 'boxed'
  }
}
