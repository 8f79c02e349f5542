import type { Day } from '../../shared/kernel/day.ts'
import { deciderOf, type ProgressKind } from '../../shared/commitments/commitment.ts'
import type { MyMatter } from '../../shared/ledger/mine.ts'
import { dayAt } from '../sync/time.ts'
import type { MineWords } from '../words/keys/mine.ts'

/** One line of what became of a matter. */
export interface Step {
  readonly key: string
  readonly on: Day
  readonly tone: 'plain' | 'vow' | 'late' | 'done'
  readonly lead: string
  readonly text: string
}

interface Around {
  readonly today: Day
  readonly zone: string
  readonly placeOf: (id: string) => string
  readonly words: MineWords
}

type Dated = Omit<Step, 'key' | 'on'> & { readonly at: string; readonly on?: Day }

/** What was said, promised, moved, handed on and reported, the first thing first. */
export function storyOf(matter: MyMatter, around: Around): readonly Step[] {
  const all = [
    raised(matter, around),
    ...promises(matter, around),
    ...hands(matter, around),
    ...outcome(matter, around),
  ]
  return all
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ at, on, ...step }, index) => ({
      ...step,
      on: on ?? dayAt(Date.parse(at), around.zone),
      key: `${at}${index}`,
    }))
}

function raised({ concern }: MyMatter, { words }: Around): Dated {
  const [lead, text] = words.youRaised(concern.text, words.channel[concern.channel])
  return { at: concern.raisedAt, tone: 'plain', lead, text }
}

const leadOf = (kind: ProgressKind, words: Around['words']): string =>
  ({ part: words.partDone, evidence: words.evidence, order: words.ordered, ...words.supervised })[kind]

function promises({ commitments, dueChanges, progress }: MyMatter, { words, today }: Around): Dated[] {
  const dayOf = (day: Day): string => words.day(day, today)
  return commitments.flatMap((one): Dated[] => {
    const moved = dueChanges.filter(({ commitmentId }) => commitmentId === one.id)
    const steps = progress.filter(({ commitmentId }) => commitmentId === one.id)
    const promised: Dated = {
      at: one.confirmedAt ?? one.recordedAt,
      tone: 'vow',
      lead: words.promised([one.owner, ...one.coOwners.map(({ name }) => name)].join('、')),
      text: `${one.measure}，${words.byDay(dayOf(one.firstDueOn))}`,
    }
    const changes = moved.map(({ kind, toOn, reason, movedAt, ...by }): Dated => ({
      at: movedAt,
      tone: kind === 'extended' ? 'vow' : kind === 'reopened' ? 'late' : 'plain',
      lead: words[kind](dayOf(toOn), deciderOf(by)),
      text: reason,
    }))
    const onTheWay = steps.map(({ kind, text, remainder, remainderOn, at }): Dated => {
      const lead = leadOf(kind, words)
      const left = remainder ? `；${words.remainder(remainder, remainderOn && dayOf(remainderOn))}` : ''
      return { at, tone: kind === 'order' ? 'late' : 'plain', lead, text: text + left }
    })
    const done: Dated[] = one.doneOn
      ? [
          {
            at: `${one.doneOn}T23:59`,
            on: one.doneOn,
            tone: 'done',
            lead: words.reported,
            text: one.report ?? '',
          },
        ]
      : []
    return [promised, ...changes, ...onTheWay, ...done]
  })
}

function hands({ steps }: MyMatter, { words, placeOf }: Around): Dated[] {
  return steps.flatMap(({ kind, fromPlaceId, toPlaceId, unit, reason, at }): Dated[] => {
    const to = placeOf(toPlaceId)
    const leads = {
      offered: words.handedUp(to),
      accepted: words.accepted(to),
      returned: words.returned(to),
      summoned: words.summoned(unit ?? to),
      came: words.came(unit ?? placeOf(fromPlaceId)),
    }
    // A slip of the finger is no part of the story.
    return kind in leads ? [{ at, tone: 'plain', lead: leads[kind as keyof typeof leads], text: reason }] : []
  })
}

function outcome({ concern, into }: MyMatter, { words }: Around): Dated[] {
  const { state, settledAt, outcome: text, referredTo, route } = into ?? concern
  if (settledAt === null || state === 'promised') return []
  const lead =
    state === 'referred' || referredTo
      ? words.referred([referredTo, route && words.route(route)].filter(Boolean).join('，'))
      : state === 'assembly'
        ? words.assembly
        : state === 'declined'
          ? words.declined
          : words.answered
  return text || referredTo ? [{ at: settledAt, tone: 'done', lead, text: text ?? '' }] : []
}
