import { strFromU8, unzipSync } from 'fflate'
import { READ_PERMISSIONS, type PermittedRead } from '../../../shared/permissions/reads.ts'
import { Client, type Listening } from '../running/client.ts'
import { readCasesOf } from './permission-reads.ts'
import type { Secret } from './permission-secrets.ts'
import type { Everybody, Viewer } from './permission-viewers.ts'
import type { Stage } from '../villages/stage.ts'

/** What somebody got to know: its address and all that stood in it. */
export interface Output {
  readonly name: string
  readonly text: string
  readonly value: unknown
}

/** The addresses that one viewer tries at the village: every read, every file and the public pages. */
function addressesFor(stage: Stage, everybody: Everybody): readonly string[] {
  const { placeId } = stage.village
  const stranger = everybody.viewers.find(({ kind }) => kind === 'stranger')!
  const one = { ...everybody, viewers: [stranger] }
  const reads = (Object.keys(READ_PERMISSIONS) as PermittedRead[]).flatMap((path) =>
    readCasesOf(path, stage, one)
      .filter(({ where }) => where === 'village')
      .map(({ address }) => address),
  )
  const q = (words: string) => `?q=${encodeURIComponent(words)}`
  return [
    ...reads,
    `/api/places/${placeId}/alike${q('晒谷场的井盖松了')}`,
    `/api/places/${placeId}/ledger/unpromised${q('晒谷场的井盖松了')}`,
    ...['csv', 'xlsx'].map((kind) => `/api/places/${placeId}/ledger.${kind}?language=zh-Hans`),
    `/public/${placeId}`,
    `/public/${placeId}/minutes/${stage.signedMeeting}`,
    `/public/${placeId}/month/2026-11`,
  ]
}

const headersOf = ({ cookie }: Viewer): { cookie?: string } => (cookie === null ? {} : { cookie })

/** What one address answers to one viewer; nothing, where it refuses. */
export async function readOne({ village: { app } }: Stage, viewer: Viewer, url: string): Promise<Output[]> {
  const answer = await app.inject({ url, headers: headersOf(viewer) })
  return answer.statusCode === 200 ? [outputOf(url, answer.rawPayload, answer.body)] : []
}

/** Whether an output has an address of its own that anybody can ask again; a calendar's is made for each reading. */
export const isReadAgain = (name: string): boolean => name.startsWith('/') && !name.startsWith('/calendar/')

/** Everything that is answered to one viewer, with the calendar that they make, and what stands there about `ids`. */
export async function readAll(
  stage: Stage,
  everybody: Everybody,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Output[]> {
  const { app, placeId } = stage.village
  const headers = headersOf(viewer)
  const matters = ids.map((id) => `/api/places/${placeId}/matters/${id}`)
  const outputs: Output[] = []
  for (const url of [...addressesFor(stage, everybody), ...matters])
    outputs.push(...(await readOne(stage, viewer, url)))
  for (const scope of ['mine', 'unit']) {
    const payload = { placeId, scope }
    const link = await app.inject({ method: 'POST', url: '/api/calendar-links', headers, payload })
    if (link.statusCode !== 200) continue
    const { token, linkId } = link.json()
    const url = `/calendar/${token}.ics`
    outputs.push(outputOf(url, Buffer.alloc(0), (await app.inject({ url })).body))
    await app.inject({ method: 'DELETE', url: `/api/calendar-links/${linkId}`, headers })
  }
  return outputs
}

function outputOf(name: string, bytes: Buffer, body: string): Output {
  const text = name.includes('.xlsx')
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : body
  return { name, text, value: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null }
}

/** The ways of listening: a desk to the whole place, and each window to the evening. */
const EARS = [
  { as: 'desk', isWhole: true },
  { as: 'desk', isWhole: false },
  { as: 'phone', isWhole: false },
  { as: 'wall', isWhole: false },
] as const

/** Opens every stream that this viewer is let into. */
export async function listenTo(stage: Stage, viewer: Viewer, since: number): Promise<Listening[]> {
  const { village, evening } = stage
  const client = new Client(village.url)
  Object.assign(client, { cookie: viewer.cookie, placeId: village.placeId })
  const opened: Listening[] = []
  for (const { as, isWhole } of EARS)
    try {
      const where = isWhole ? {} : { meeting: evening.meetingId }
      opened.push(Object.assign(await client.listen({ since, as, ...where }), { ear: as }))
    } catch {
      // Not let in: the reads of the table say who is.
    }
  return opened
}

export const framesOf = (name: string, listening: readonly Listening[]): Output[] =>
  listening.map((one) => ({ name, text: JSON.stringify(one.frames), value: one.frames }))

/** Whether this secret stands in what was told. */
export function holdsSecret({ within, text, node }: Secret, output: Output): boolean {
  if (within && !within.test(output.name)) return false
  return text !== undefined ? output.text.includes(text) : node !== undefined && anyNode(output.value, node)
}

function anyNode(value: unknown, matches: NonNullable<Secret['node']>): boolean {
  if (value === null || typeof value !== 'object') return false
  if (Array.isArray(value)) return value.some((one) => anyNode(one, matches))
  return (
    matches(value as Record<string, unknown>) || Object.values(value).some((one) => anyNode(one, matches))
  )
}
