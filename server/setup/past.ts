import { addDays, type Day } from '../../shared/kernel/day.ts'
import type { Actor, Role } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal } from '../../shared/kernel/refusal.ts'
import { TIME_ZONE_DEFAULT } from '../../shared/places/place.ts'
import { dayAt } from '../clock/day.ts'
import type { AppContext } from '../app/feature.ts'
import * as story from './past-story.ts'
import type { PastAnswer, PastPromise } from './past-story.ts'

export interface PastVillage {
  readonly villageId: PlaceId
  readonly townshipId: PlaceId
  readonly countyId: PlaceId
  readonly ids: ReadonlyMap<string, string>
  readonly spelt: (text: string) => string
}

const NOON = 'T04:00:00.000Z'
const EVENING = 'T11:00:00.000Z'

interface PastAct {
  readonly at: number
  readonly act: () => Promise<void>
}

/** Lives through two earlier evenings and what lay between them, by the commands that a real village uses. */
export class Past {
  readonly #context: AppContext
  readonly #village: PastVillage
  readonly #today: Day
  readonly #acts: PastAct[] = []
  #now: Date

  constructor(context: AppContext, village: PastVillage) {
    this.#context = context
    this.#village = village
    this.#now = context.clock.now()
    this.#today = dayAt(this.#now, TIME_ZONE_DEFAULT)
  }

  /** Ids of the promises by what they answer, in the letters of the story. */
  async live(): Promise<ReadonlyMap<string, string>> {
    this.#later(story.FIRST - 7, () => this.#catalogue())
    this.#later(story.FIRST, () => this.#firstEvening())
    this.#later(story.SECOND, () => this.#secondEvening())
    for (const { at, ...asked } of story.CAME_IN)
      this.#later(at, () => this.#raise({ ...asked, meetingId: null }).then(() => undefined))
    this.#later(-2, () =>
      this.#by('王建国', 'cadre', 'note-visit', {
        visitId: this.#context.newId(),
        onDay: this.#day(-2),
        ...story.VISIT,
      }),
    )
    for (let next = this.#next(); next; next = this.#next()) {
      const isEvening = next.at === story.FIRST || next.at === story.SECOND
      this.#now = new Date(this.#day(next.at) + (isEvening ? EVENING : NOON))
      await next.act()
    }
    return new Map([...this.#promised].map(([{ text }, commitmentId]) => [text, commitmentId]))
  }

  #next(): PastAct | undefined {
    this.#acts.sort((one, other) => one.at - other.at)
    return this.#acts.shift()
  }

  #later(at: number, act: () => Promise<void>): void {
    this.#acts.push({ at, act })
  }

  #day(at: number): Day {
    return addDays(this.#today, at)
  }

  /** @throws a refusal: the story is told right */
  async #by(
    name: string,
    role: Role,
    command: string,
    fields: object,
    placeId = this.#village.villageId,
  ): Promise<void> {
    const { spelt, ids } = this.#village
    const personId = ids.get(name) ?? null
    const actor: Actor = {
      ...{
        id: personId ?? '',
        kind: 'person',
        name: spelt(name),
        personId,
        placeId,
        roles: [role],
        meetingId: null,
      },
    }
    const body = { placeId, ...(speltAll(fields, spelt) as object) }
    const outcome = await this.#context.perform(command, body, actor, this.#context.newId(), this.#now)
    if (isRefusal(outcome)) throw outcome
  }

  readonly #runs = (command: string, fields: object): Promise<void> =>
    this.#by('陈静', 'facilitator', command, fields)
  readonly #writes = (command: string, fields: object): Promise<void> =>
    this.#by('陈晓', 'recorder', command, fields)

  async #catalogue(): Promise<void> {
    for (const [name, unit, level, kind, count, guidance, stance] of story.CATALOGUE) {
      const limit = kind === null ? null : { unit: kind, count }
      const entry = { entryId: this.#context.newId(), name, unit, level, limit, guidance, stance }
      await this.#runs('write-catalogue-entry', entry)
    }
  }

  async #firstEvening(): Promise<void> {
    const meetingId = await this.#open(story.FIRST, '上上次凉亭夜话', ['村里的灯和水沟'])
    for (const promise of story.FIRST_PROMISES) await this.#promise(meetingId, promise)
    for (const answer of story.FIRST_ANSWERS) await this.#answer(meetingId, answer)
    await this.#closeAndSign(meetingId)
  }

  async #secondEvening(): Promise<void> {
    const meetingId = await this.#open(story.SECOND, '上次凉亭夜话', ['路、桥和车', story.NOT_REACHED])
    for (const promise of story.FIRST_PROMISES) await this.#hands(meetingId, promise)
    for (const promise of story.SECOND_PROMISES) await this.#promise(meetingId, promise)
    await this.#raise({ ...story.LEFT_OVER, meetingId, channel: 'meeting' })
    for (const { reason, onward, ...matter } of story.HANDED_UP) {
      const concernId = await this.#raise({ ...matter, meetingId, channel: 'meeting' })
      this.#later(story.SECOND + 2, () => this.#handUp(concernId, reason, onward))
    }
    await this.#closeAndSign(meetingId)
  }

  async #open(at: number, title: string, topics: readonly string[]): Promise<string> {
    const meetingId = this.#context.newId()
    const agenda = ['上次答应的事', ...topics].map((topic) => ({
      agendaItemId: this.#context.newId(),
      title: topic,
    }))
    await this.#runs('plan-meeting', {
      meetingId,
      format: 'pavilion-talk',
      title,
      ...{ onDay: this.#day(at), beginsAt: '19:00', venue: '村口凉亭' },
      agenda,
    })
    await this.#runs('open-meeting', { meetingId })
    await this.#runs('start-agenda-item', { meetingId, agendaItemId: agenda[1]!.agendaItemId })
    return meetingId
  }

  async #closeAndSign(meetingId: string): Promise<void> {
    await this.#runs('close-meeting', { meetingId })
    await this.#runs('sign-minutes', { meetingId, as: 'facilitator', minutesSeq: 0 })
    await this.#writes('sign-minutes', { meetingId, as: 'recorder', minutesSeq: 0 })
  }

  async #raise(matter: {
    readonly text: string
    readonly raisedBy: string | null
    readonly meetingId: string | null
    readonly channel: string
  }): Promise<string> {
    const concernId = this.#context.newId()
    const lane = matter.raisedBy === null ? 'masked' : 'open'
    const rest = { commentId: null, agendaItemId: null, lane, isAgreed: true, gridId: null }
    await this.#writes('raise-concern', { concernId, ...matter, ...rest })
    return concernId
  }

  async #answer(meetingId: string, { raisedBy, text, name, fields }: PastAnswer): Promise<void> {
    const concernId = await this.#raise({ raisedBy, text, meetingId, channel: 'meeting' })
    await this.#writes(name, { concernId, ...fields })
  }

  readonly #promised = new Map<PastPromise, string>()

  async #promise(meetingId: string, promise: PastPromise): Promise<void> {
    const { raisedBy, text, owner, measure, verbatim, due, moved, done, told, again, hands } = promise
    const concernId = await this.#raise({ raisedBy, text, meetingId, channel: 'meeting' })
    const commitmentId = this.#context.newId()
    this.#promised.set(promise, commitmentId)
    const ownerId = this.#village.ids.get(owner) ?? null
    const wording = { verbatim, ownerId, owner, measure, dueOn: this.#day(due), coOwners: [] }
    const source = { concernId, origin: 'promise', entryId: null, limit: null, isOnTheSpot: false }
    await this.#writes('record-commitment', { commitmentId, meetingId, ...source, ...wording })
    await this.#runs('read-back-commitment', { commitmentId })
    await this.#runs('confirm-commitment', { commitmentId })
    if (moved)
      this.#later(moved.at, () =>
        this.#by('赵明', 'township', 'move-due-date', {
          ...{ commitmentId, dueOn: this.#day(moved.to), reason: moved.why },
        }),
      )
    for (const report of [done, again])
      if (report)
        this.#later(report.at, () =>
          this.#by(owner, 'cadre', 'report-done', { commitmentId, report: report.report }),
        )
    if (told) this.#later(told.at, () => this.#told(commitmentId, told, hands !== undefined))
  }

  async #told(
    commitmentId: string,
    { isGood, witness }: NonNullable<PastPromise['told']>,
    isAgain: boolean,
  ): Promise<void> {
    const answers = isGood ? { done: 'done', satisfied: 'satisfied' } : { done: 'not', satisfied: 'not' }
    const about = { ratingId: this.#context.newId(), concernId: null, commitmentId, word: null, witness }
    await this.#runs('note-rating', { ...about, ...answers })
    if (isGood && !isAgain) await this.#by('赵明', 'township', 'settle-commitment', { commitmentId })
  }

  async #hands(meetingId: string, promise: PastPromise): Promise<void> {
    const commitmentId = this.#promised.get(promise)
    if (!promise.hands || commitmentId === undefined) return
    const { good, partly, not } = promise.hands
    await this.#runs('show-promise', { meetingId, commitmentId })
    await this.#runs('count-hands', {
      ...{ ratingId: this.#context.newId(), concernId: null, commitmentId, meetingId },
      ...{ done: { done: good, partly, not }, satisfied: { satisfied: good, acceptable: partly, not } },
      tellers: ['周志强', '孙丽'],
    })
  }

  async #handUp(concernId: string, reason: string, onward: string | null): Promise<void> {
    const { townshipId, countyId } = this.#village
    await this.#runs('offer-matter', { concernId, toPlaceId: townshipId, reason })
    await this.#by('赵明', 'township', 'accept-matter', { concernId })
    if (onward !== null)
      await this.#by('赵明', 'township', 'offer-matter', { concernId, toPlaceId: countyId, reason: onward })
  }
}

/** Every text in the letters of the reader's language; ids and days have none of ours. */
function speltAll(value: unknown, spelt: (text: string) => string): unknown {
  if (typeof value === 'string') return spelt(value)
  if (Array.isArray(value)) return value.map((one) => speltAll(one, spelt))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, speltAll(one, spelt)]))
}
