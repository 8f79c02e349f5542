import type { RecordedEvent, RecordedOf } from '../kernel/event.ts'
import type { MeetingEvent } from '../meetings/meeting.ts'
import type { Line, MinutesEvent, MinutesFrame, RenderedMinutes, Signature } from './minutes.ts'

type NotSigning = 'minutes-published' | 'late-edit-read' | 'late-edits-boxed' | 'minutes-point-named'

/** Signatures of one evening after one more event; hearing it twice changes nothing. */
export function evolveSignatures(
  list: readonly Signature[],
  event: RecordedEvent<MinutesEvent> | RecordedOf<MeetingEvent, 'erratum-opened' | 'erratum-cancelled'>,
): readonly Signature[] {
  switch (event.type) {
    case 'minutes-signed': {
      const { meetingId, as, personId, minutesSeq } = event.data
      const { name } = event.words
      const signature = { meetingId, as, personId, name: name ?? '', signedAt: event.recordedAt, minutesSeq }
      return [...list.filter((one) => !isSame(one, event.data)), signature].sort(byPost)
    }
    case 'signature-taken-back':
      return list.filter((one) => !isSame(one, event.data))
    // Whoever signed the version before has not read the next one.
    case 'erratum-opened':
      return list.filter(({ meetingId }) => meetingId !== event.data.meetingId)
    case 'erratum-cancelled':
      return [...list.filter(({ meetingId }) => meetingId !== event.data.meetingId), ...restored(event)].sort(
        byPost,
      )
    default:
      event satisfies RecordedOf<MinutesEvent, NotSigning>
      return list
  }
}

/** The signatures that count again once an erratum is cancelled. */
export const restored = ({
  data: { meetingId, signatures },
  words: { names = [] },
}: RecordedOf<MeetingEvent, 'erratum-cancelled'>): readonly Signature[] =>
  signatures.map((one, at) => ({ meetingId, ...one, name: names[at] ?? '' }))

const byPost = (one: Signature, other: Signature): number =>
  one.as < other.as ? -1 : one.as > other.as ? 1 : 0

const isSame = (one: Signature, { meetingId, as }: Pick<Signature, 'meetingId' | 'as'>): boolean =>
  one.meetingId === meetingId && one.as === as

/** The minutes after one more frame; a first frame is whole and needs nothing before it. */
export function evolveRendered(before: RenderedMinutes | null, frame: MinutesFrame): RenderedMinutes {
  const { meetingId, minutesSeq, order } = frame
  const lines = new Map<string, Line>()
  for (const section of before?.sections ?? []) for (const line of section.lines) lines.set(line.key, line)
  for (const line of frame.lines) lines.set(line.key, line)
  const layout =
    order ??
    (before?.sections ?? []).map((section) => ({
      agendaItemId: section.agendaItemId,
      keys: section.lines.map(({ key }) => key),
    }))
  const sections = layout.map(({ agendaItemId, keys }) => ({
    agendaItemId,
    lines: keys.map((key) => lines.get(key)).filter((line): line is Line => line !== undefined),
  }))
  return { meetingId, minutesSeq, sections }
}
