import type { Readable } from 'node:stream'
import Type from 'typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { commitmentRefusal } from '../../../shared/commitments/decisions/commitment-refusal.ts'
import { mayHaveEvidence } from '../../../shared/commitments/commitment.ts'
import { commitmentFor } from '../../../shared/commitments/present.ts'
import { MAX_PHOTO_BYTES, MAX_PHOTOS_WAITING } from '../../../shared/commitments/photo.ts'
import { AtPhoto, NewPhotoAt } from '../../../shared/commitments/schema.ts'
import { ID_PATTERN } from '../../../shared/kernel/id.ts'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import { Closed, Id } from '../../../shared/kernel/schema.ts'
import type { AppContext } from '../../app/feature.ts'
import { fileResponses, refusals } from '../../contract/responses.ts'
import { PhotoMaker } from './photo-making.ts'
import { bytesOf, findPhoto, keepPhoto, waitingPhotos } from './photos.ts'
import { findCommitment } from '../queries.ts'

const IS_ID = new RegExp(ID_PATTERN)

const PhotoAnswer = Closed({ photoId: Id(), width: Type.Integer(), height: Type.Integer() })

/** Photos that show how a promise stands: brought by whoever may report on it, seen by whoever may read it. */
export async function photoRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  const maker = new PhotoMaker()
  // Whatever it calls itself: what it is, is known by looking into it.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', async (_request: FastifyRequest, payload: Readable) => bodyOf(payload))
  app.post<{ Params: NewPhotoAt; Body: unknown }>(
    '/api/places/:placeId/commitments/:commitmentId/photos/:photoId',
    {
      schema: {
        tags: ['commands'],
        operationId: 'uploadPhoto',
        summary: 'A photo that waits for a report to bring it; written anew, without what its file tells',
        params: NewPhotoAt,
        consumes: ['image/jpeg', 'image/png', 'image/webp'],
        response: { 200: PhotoAnswer, ...refusals },
      },
      // Eight megabytes are not read of somebody who may not bring them.
      preParsing: (request) => mustBeWelcome(request, context),
    },
    (request) => keep(request, context, maker),
  )
  app.get<{ Params: AtPhoto }>(
    '/api/photos/:photoId/:scale',
    {
      schema: {
        tags: ['reads'],
        operationId: 'photo',
        summary: 'One photo, whole or small, for whoever may read its promise',
        params: AtPhoto,
        response: fileResponses('image/jpeg'),
      },
    },
    (request, reply) => show(request, reply, context),
  )
}

async function bodyOf(payload: Readable): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    bytes += chunk.length
    // The rest is heard and forgotten, or the sender would never read our answer.
    if (bytes <= MAX_PHOTO_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  return bytes <= MAX_PHOTO_BYTES ? Buffer.concat(chunks) : 'too-large'
}

/** @throws what is refused whatever the photo shows; the address is not yet checked by its schema */
async function mustBeWelcome(
  request: FastifyRequest<{ Params: NewPhotoAt }>,
  context: AppContext,
): Promise<void> {
  const { placeId, commitmentId, photoId } = request.params
  if (![placeId, commitmentId, photoId].every((id) => IS_ID.test(id))) throw refuse('not-found')
  const { database } = context
  const actor = await context.actorAt(request, placeId)
  if (actor.kind === 'stranger') throw refuse('not-logged-in')
  const commitment = await findCommitment(database.reader, placeId, commitmentId)
  const wrong = commitmentRefusal('add-evidence', commitment, actor)
  if (wrong) throw wrong
  if (!mayHaveEvidence(commitment!)) throw refuse('promise-not-open')
  const waiting = await waitingPhotos(database.reader, placeId, commitmentId, actor.id)
  if (waiting.length >= MAX_PHOTOS_WAITING && !waiting.includes(photoId))
    throw refuse('too-many', 'photos', MAX_PHOTOS_WAITING)
}

async function keep(
  request: FastifyRequest<{ Params: NewPhotoAt; Body: unknown }>,
  context: AppContext,
  maker: PhotoMaker,
) {
  const { placeId, commitmentId, photoId } = request.params
  const { database } = context
  const byId = (await context.actorAt(request, placeId)).id
  if (request.body === 'too-large') throw refuse('photo-too-large', 'photo')
  const made = await maker.make(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0))
  if (isRefusal(made)) throw made
  const uploadedAt = context.clock.now().toISOString()
  const photo = { id: photoId, placeId, commitmentId, byId, uploadedAt }
  const refusal = await database.write((work) => keepPhoto(work, photo, made))
  if (refusal) throw refusal
  return { photoId, width: made.width, height: made.height }
}

async function show(
  request: FastifyRequest<{ Params: AtPhoto }>,
  reply: FastifyReply,
  context: AppContext,
): Promise<FastifyReply> {
  const { photoId, scale } = request.params
  const { reader } = context.database
  const photo = await findPhoto(reader, photoId)
  if (!photo) throw refuse('not-found', 'photoId')
  const viewer = await context.viewerAt(request, photo.placeId, null)
  const commitment = await findCommitment(reader, photo.placeId, photo.commitmentId)
  const isSeen =
    photo.seq === null
      ? viewer.id !== '' && viewer.id === photo.byId
      : commitment !== null && commitmentFor(commitment, viewer) !== null
  if (!isSeen) throw refuse('not-found', 'photoId')
  // Asked again each time, so that a photo that was taken away is gone everywhere.
  const tag = `"${photoId}-${scale}"`
  const bytes = await bytesOf(reader, photoId, scale)
  if (!bytes) throw refuse('not-found', 'photoId')
  void reply.header('cache-control', 'private, no-cache').header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.type('image/jpeg').header('content-disposition', 'inline').send(bytes)
}
