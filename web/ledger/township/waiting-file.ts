import { csvText } from '../../../shared/kernel/text/csv.ts'
import { daysBetween } from '../../../shared/kernel/day.ts'
import type { WaitingMatter, WaitingView } from '../../../shared/ledger/waiting.ts'
import type { Handed } from '../../custody/hands.svelte.ts'
import type { WaitingWords } from '../../words/ledger/parts.zh-Hans.ts'

type Offer = Handed & { readonly name: string }

/** The table as it stands on the screen, for a spreadsheet. */
export function waitingFile(
  { today, places }: WaitingView,
  matters: readonly WaitingMatter[],
  offers: readonly Offer[],
  words: WaitingWords,
): string {
  const nameOf = new Map<string, string>(places.map(({ placeId, name }) => [placeId, name]))
  const {
    columnGroup,
    columnPlace,
    columnMatter,
    columnOwner,
    columnFirst,
    columnNow,
    columnAsked,
    columnLeft,
  } = words
  return csvText([
    [columnGroup, columnPlace, columnMatter, columnOwner, columnFirst, columnNow, columnAsked, columnLeft],
    ...offers.map(({ custody, concern, name }) => [
      ...[words.group('offer'), name, concern?.text ?? '', null, null],
      ...[custody.offer!.answerBy, null, daysBetween(today, custody.offer!.answerBy)],
    ]),
    ...matters.map(({ kind, placeId, concern, commitment }) => [
      ...[
        words.group(kind),
        nameOf.get(placeId) ?? '',
        concern?.text ?? commitment.measure,
        commitment.owner,
      ],
      ...[commitment.firstDueOn, commitment.dueOn, commitment.askedDueOn],
      daysBetween(today, commitment.dueOn),
    ]),
  ])
}
