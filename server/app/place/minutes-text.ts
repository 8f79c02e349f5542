import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { Line, Piece, RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import { fairCopy } from '../../minutes/publishing/publishing.ts'
import type { Reader } from '../../storage/database.ts'

export interface Text {
  readonly name: string
  readonly text: string
}

/** The minutes of every evening as plain text, as they were signed or as they stand. */
export async function minutesAsText(reader: Reader, placeId: PlaceId): Promise<readonly Text[]> {
  const meetings = await reader
    .selectFrom('meetings')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('onDay')
    .execute()
  const says = await saysOf(reader, placeId)
  const texts: Text[] = []
  for (const { id, onDay, title, venue } of meetings) {
    const { rendered, digest, isSigned } = await standing(reader, id)
    const headings = new Map(
      (
        await reader.selectFrom('agendaItems').select(['id', 'title']).where('meetingId', '=', id).execute()
      ).map((one) => [one.id, one.title]),
    )
    const sections = (JSON.parse(rendered) as RenderedMinutes).sections.map(({ agendaItemId, lines }) =>
      [`## ${headings.get(agendaItemId ?? '') ?? ''}`, ...lines.map((line) => lineOf(line, says))].join('\n'),
    )
    const seal = `SHA-256 ${digest}${isSigned ? '' : ' (not signed)'}`
    const head = [`# ${title}`, [onDay, venue ?? ''].join(' ').trim(), ...(await signersOf(reader, id)), seal]
    texts.push({
      name: `minutes/${onDay}-${id}.txt`,
      text: `${[head.join('\n'), ...sections].join('\n\n')}\n`,
    })
  }
  return texts
}

async function standing(reader: Reader, meetingId: MeetingId) {
  const signed = await reader
    .selectFrom('publishedMinutes')
    .select(['rendered', 'digest'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return { ...(signed ?? (await fairCopy(reader, meetingId))), isSigned: signed !== undefined }
}

async function signersOf(reader: Reader, meetingId: MeetingId): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('signatures')
    .select(['as', 'name', 'signedAt'])
    .where('meetingId', '=', meetingId)
    .execute()
  return rows.map(({ as, name, signedAt }) => `${as}: ${name}, ${signedAt}`)
}

/** What a matter or a promise that stands in a line says. */
async function saysOf(reader: Reader, placeId: PlaceId): Promise<ReadonlyMap<string, string>> {
  const matters = await reader
    .selectFrom('concerns')
    .select(['id', 'no', 'text'])
    .where('placeId', '=', placeId)
    .execute()
  const promises = await reader
    .selectFrom('commitments')
    .select(['id', 'owner', 'measure', 'dueOn'])
    .where('placeId', '=', placeId)
    .execute()
  return new Map([
    ...matters.map(({ id, no, text }) => [id, `[${no} ${text}]`] as const),
    ...promises.map(({ id, owner, measure, dueOn }) => [id, `[${owner}：${measure}，${dueOn}]`] as const),
  ])
}

const lineOf = ({ speaker, pieces }: Line, says: ReadonlyMap<string, string>): string =>
  `${speaker === null ? '' : `${speaker}：`}${pieces.map((piece) => pieceOf(piece, says)).join('')}`

function pieceOf(piece: Piece, says: ReadonlyMap<string, string>): string {
  if (piece.kind === 'text') return piece.text
  return says.get(piece.kind === 'concern' ? piece.concernId : piece.commitmentId) ?? ''
}
