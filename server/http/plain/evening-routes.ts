import type { FastifyInstance, FastifyReply } from 'fastify'
import Type, { type Static } from 'typebox'
import { Id } from '../../../shared/kernel/schema.ts'
import type { Typed } from '../../../shared/protocol/plain.ts'
import { isRefused, type Refused } from './api-client.ts'
import { FormFields, type OpenRequest, type PlainRequest } from './request.ts'

const AtCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })
const AtEvening = Type.Object({ placeId: Id(), meetingId: Id() })
type AtCode = Static<typeof AtCode>
type AtEvening = Static<typeof AtEvening>

/** In by a code or by what the phone knows from before; then one evening, with what one says there. */
export function eveningRoutes(app: FastifyInstance, open: OpenRequest): void {
  app.get<{ Querystring: { other?: string } }>(
    '/plain',
    { schema: { hide: true } },
    async (request, reply) => {
      const plain = open(request, reply)
      const seat = request.query.other === undefined ? await seatOf(plain) : null
      return seat ? plain.goTo(addressOf(seat)) : showDoor(plain, '')
    },
  )
  app.get<{ Params: AtCode }>(
    '/p/:code/plain',
    { schema: { params: AtCode, hide: true } },
    async (request, reply) => {
      const plain = open(request, reply)
      const [seat, invitation] = [await seatOf(plain), await plain.api.get(`/api/codes/${codeOf(request)}`)]
      const isSeated = seat && (isRefused(invitation) || invitation.meetingId === seat.meetingId)
      return isSeated ? plain.goTo(addressOf(seat)) : showDoor(plain, request.params.code)
    },
  )
  app.post('/plain', { schema: { hide: true } }, async (request, reply) => {
    const [plain, fields] = [open(request, reply), new FormFields(request.body)]
    const [code, name] = [fields.text('code'), fields.text('name')]
    const joined = await plain.api.post('/api/sessions/join', { code, name: name || null })
    if (isRefused(joined)) return showDoor(plain, code, name, joined)
    // The form of the page with scripts was sent before they were there.
    return plain.goTo(plain.isFull ? `/p/${encodeURIComponent(code)}` : addressOf(joined))
  })
  sayRoutes(app, open)
}

function sayRoutes(app: FastifyInstance, open: OpenRequest): void {
  const schema = { params: AtEvening, hide: true }
  app.get<{ Params: AtEvening }>('/plain/:placeId/:meetingId', { schema }, (request, reply) =>
    showEvening(open(request, reply), request.params),
  )
  app.post<{ Params: AtEvening }>('/plain/:placeId/:meetingId', { schema }, async (request, reply) => {
    const [plain, fields] = [open(request, reply), new FormFields(request.body)]
    const { placeId, meetingId } = request.params
    const { text, lane, name } = fields.said
    const commandId = fields.id('commandId') ?? plain.newId()
    const said = {
      commentId: commandId,
      meetingId,
      text,
      lane,
      channel: 'phone',
      name: name || null,
    } as const
    if (lane === 'open' && name) await plain.api.post('/api/sessions/name', { name })
    const refused = await plain.api.command('post-comment', placeId, said, commandId)
    return refused
      ? showEvening(plain, request.params, refused, fields.said)
      : plain.goTo(plain.isFull ? '/' : addressOf(request.params))
  })
  app.post<{ Params: AtEvening }>(
    '/plain/:placeId/:meetingId/withdraw',
    { schema },
    async (request, reply) => {
      const [plain, fields] = [open(request, reply), new FormFields(request.body)]
      const commandId = fields.id('commandId') ?? plain.newId()
      const comment = { commentId: fields.id('commentId') ?? '' }
      const refused = await plain.api.command('withdraw-comment', request.params.placeId, comment, commandId)
      return refused ? showEvening(plain, request.params, refused) : plain.goTo(addressOf(request.params))
    },
  )
}

const codeOf = ({ params }: { params: AtCode }): string => encodeURIComponent(params.code)

const addressOf = ({ placeId, meetingId }: AtEvening): string => `/plain/${placeId}/${meetingId}`

/** The evening that this phone has joined, if it has. */
async function seatOf({ api }: PlainRequest): Promise<AtEvening | null> {
  const me = await api.get('/api/me')
  if (isRefused(me) || !me.actor?.meetingId || !me.places[0]) return null
  return { placeId: me.places[0].id, meetingId: me.actor.meetingId }
}

async function showDoor(
  plain: PlainRequest,
  code: string,
  name?: string,
  refused?: Refused,
): Promise<FastifyReply> {
  const invitation = code ? await plain.api.get(`/api/codes/${encodeURIComponent(code)}`) : null
  const me = await plain.api.get('/api/me')
  const known = isRefused(me) ? '' : (me.actor?.name ?? '')
  const why = refused ?? (isRefused(invitation) ? invitation : null)
  if (why) void plain.reply.code(400)
  return plain.show({
    kind: 'door',
    address: code && !isRefused(invitation) ? `/p/${encodeURIComponent(code)}/plain` : '/plain',
    problem: why?.sentence ?? null,
    newId: plain.newId,
    invitation: isRefused(invitation) ? null : invitation,
    code,
    isFull: plain.isFull,
    name: name ?? known,
  })
}

async function showEvening(
  plain: PlainRequest,
  at: AtEvening,
  refused?: Refused,
  typed?: Typed,
): Promise<FastifyReply> {
  const room = await plain.api.get(`/api/places/${at.placeId}/meetings/${at.meetingId}/room?as=phone`)
  // Whoever has not joined is asked for the code first.
  if (isRefused(room)) return room.refused === 'not-found' ? plain.goTo('/plain?other') : showDoor(plain, '')
  const me = await plain.api.get('/api/me')
  const actor = isRefused(me) ? null : me.actor
  if (refused) void plain.reply.code(400)
  return plain.show({
    kind: 'evening',
    address: addressOf(at),
    problem: refused?.sentence ?? null,
    newId: plain.newId,
    room,
    readerId: actor?.id ?? null,
    readAt: plain.readAt,
    typed: typed ?? { text: '', lane: 'masked', name: actor?.name ?? '' },
  })
}
