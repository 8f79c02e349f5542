import type { FastifyInstance, FastifyReply } from 'fastify'
import Type, { type Static } from 'typebox'
import { Id } from '../../../shared/kernel/schema.ts'
import type { MineView } from '../../../shared/ledger/mine.ts'
import type { Typed } from '../../../shared/protocol/plain.ts'
import { DONE_ANSWERS, SATISFIED_ANSWERS } from '../../../shared/ratings/rating.ts'
import { isRefused, type Refused } from './api-client.ts'
import { FormFields, type OpenRequest, type PlainRequest } from './request.ts'

const AtPlace = Type.Object({ placeId: Id() })
type AtPlace = Static<typeof AtPlace>

/** What the phone raised at one place, with the two questions; and the opinion box. */
export function mineRoutes(app: FastifyInstance, open: OpenRequest): void {
  const schema = { params: AtPlace, hide: true }
  app.get<{ Params: AtPlace }>('/mine/:placeId/plain', { schema }, (request, reply) =>
    showMine(open(request, reply), request.params.placeId),
  )
  // One matter has no page of its own here: it stands among the others, with all of its story that counts.
  app.get<{ Params: AtPlace }>(
    '/mine/:placeId/:matterId/plain',
    { schema: { hide: true } },
    (request, reply) => reply.redirect(`/mine/${encodeURIComponent(request.params.placeId)}/plain`, 302),
  )
  app.post<{ Params: AtPlace }>('/mine/:placeId/plain', { schema }, async (request, reply) => {
    const { placeId } = request.params
    const plain = open(request, reply)
    const refused = await judge(plain, placeId, new FormFields(request.body))
    return refused ? showMine(plain, placeId, refused) : plain.goTo(`/mine/${placeId}/plain`)
  })
  app.get<{ Params: AtPlace; Querystring: { sent?: string } }>(
    '/say/:placeId/plain',
    { schema },
    (request, reply) =>
      showBox(open(request, reply), request.params.placeId, { isSent: request.query.sent !== undefined }),
  )
  app.post<{ Params: AtPlace }>('/say/:placeId/plain', { schema }, async (request, reply) => {
    const { placeId } = request.params
    const [plain, fields] = [open(request, reply), new FormFields(request.body)]
    const refused = await putIn(plain, placeId, fields)
    if (refused) return showBox(plain, placeId, { isSent: false, refused, typed: fields.said })
    // The form of the page with scripts was sent before they were there: its own list says that it arrived.
    return plain.goTo(plain.isFull ? `/mine/${placeId}` : `/say/${placeId}/plain?sent`)
  })
}

/** A first answer, or another one instead of it. */
function judge({ api, newId }: PlainRequest, placeId: string, fields: FormFields): Promise<Refused | null> {
  const commandId = fields.id('commandId') ?? newId()
  const said = {
    done: oneOf(DONE_ANSWERS, fields.text('done')),
    satisfied: oneOf(SATISFIED_ANSWERS, fields.text('satisfied')),
    word: fields.textOrNull('word'),
  }
  const ratingId = fields.id('ratingId')
  if (ratingId) return api.command('change-rating', placeId, { ratingId, ...said }, commandId)
  const subject = { concernId: fields.id('concernId'), commitmentId: fields.id('commitmentId') }
  return api.command('rate-outcome', placeId, { ratingId: commandId, ...subject, ...said }, commandId)
}

/** What is none of them is left to the interface to refuse. */
const oneOf = <Value extends string>(values: readonly Value[], text: string): Value =>
  values.find((one) => one === text) ?? (text as Value)

/** Whoever writes into the box is known by a key from then on. */
async function putIn(
  { api, newId }: PlainRequest,
  placeId: string,
  fields: FormFields,
): Promise<Refused | null> {
  const key = await api.post('/api/sessions/key', { placeId })
  if (isRefused(key)) return key
  const { text, lane, name } = fields.said
  const commandId = fields.id('commandId') ?? newId()
  return api.command(
    'raise-concern',
    placeId,
    {
      ...{ concernId: commandId, meetingId: null, channel: 'form', commentId: null, agendaItemId: null },
      ...{ text, raisedBy: name || null, lane, gridId: fields.id('gridId'), isAgreed: false },
    },
    commandId,
  )
}

async function viewAt({ api }: PlainRequest, placeId: string): Promise<MineView> {
  const view = await api.get(`/api/places/${placeId}/mine`)
  if (isRefused(view)) throw view
  return view as MineView
}

async function showMine(plain: PlainRequest, placeId: string, refused?: Refused): Promise<FastifyReply> {
  const view = await viewAt(plain, placeId)
  if (refused) void plain.reply.code(400)
  return plain.show({
    kind: 'mine',
    address: `/mine/${placeId}/plain`,
    problem: refused?.sentence ?? null,
    newId: plain.newId,
    view,
    readAt: plain.readAt,
  })
}

interface BoxState {
  readonly isSent: boolean
  readonly refused?: Refused
  readonly typed?: Typed
}

async function showBox(
  plain: PlainRequest,
  placeId: string,
  { isSent, refused, typed }: BoxState,
): Promise<FastifyReply> {
  const view = await viewAt(plain, placeId)
  if (refused) void plain.reply.code(400)
  return plain.show({
    kind: 'box',
    address: `/say/${placeId}/plain`,
    problem: refused?.sentence ?? null,
    newId: plain.newId,
    view,
    isSent,
    typed: typed ?? { text: '', lane: 'masked', name: '' },
  })
}
