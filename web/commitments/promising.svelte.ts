import type { Concern } from '../../shared/concerns/concern.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { dayInWords } from '../../shared/words/days.ts'
import { PlaceDays } from '../calendar/place-days.svelte.ts'
import { PlaceCatalogue } from '../catalogue/place-catalogue.svelte.ts'
import { Roster } from '../people/roster.svelte.ts'
import { newId } from '../sync/id.ts'
import type { Submission } from '../sync/submission.svelte.ts'
import { locale } from '../words/messages.svelte.ts'
import { PromiseDraft } from './promise-draft.svelte.ts'

/** Promises written between two meetings: whom they name, which days are worked, what kinds there are. */
export class Promising {
  readonly roster: Roster
  readonly days: PlaceDays
  readonly catalogue: PlaceCatalogue
  private readonly placeId: PlaceId
  private readonly submission: Submission

  constructor(placeId: PlaceId, submission: Submission) {
    this.placeId = placeId
    this.submission = submission
    this.roster = new Roster(placeId)
    this.days = new PlaceDays(placeId)
    this.catalogue = new PlaceCatalogue(placeId)
  }

  read(): void {
    for (const thing of [this.roster, this.days, this.catalogue]) void thing.reload()
  }

  draftFor({ id, text }: Pick<Concern, 'id' | 'text'>, today: Day): PromiseDraft {
    const around = {
      today,
      calendar: () => this.days.calendar,
      choices: () => this.roster.choices,
      entries: () => this.catalogue.entries,
      newId,
      dayInWords: (day: string) => dayInWords(day, locale.now, today),
    }
    const draft = new PromiseDraft(around, id)
    draft.verbatim = text
    return draft
  }

  /** Written down; nobody has heard it yet. */
  async record(draft: PromiseDraft): Promise<boolean> {
    const isRecorded = await this.submission.put('record-commitment', draft.record(this.placeId, null))
    // Recorded at an earlier try whose answer was lost: the next step goes on from there.
    if (this.submission.refusal?.refused !== 'already-exists') return !!isRecorded
    this.submission.clear()
    return true
  }

  /** Whoever promises is on the line or in the room: it is read to them, and they nod. */
  async nodded(draft: PromiseDraft): Promise<boolean> {
    const about = { commitmentId: draft.id }
    return (
      (await this.record(draft)) &&
      !!(await this.submission.put('read-back-commitment', about)) &&
      !!(await this.submission.put('confirm-commitment', about))
    )
  }
}
