import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { SampleLogin } from './sample.ts'

type Colour = readonly [red: number, green: number, blue: number]
/** The colour at a point of a picture that is one wide and one high. */
type Drawing = (x: number, y: number) => Colour

const WIDTH = 720
const HEIGHT = 480
const SKY: Colour = [243, 226, 191]
const HILL: Colour = [214, 203, 184]
const GRASS: Colour = [205, 219, 178]
const WALL_OF_DITCH: Colour = [160, 135, 100]
const WATER: Colour = [140, 178, 190]
const PAVED: Colour = [190, 180, 158]
const LID: Colour = [222, 218, 208]
const GAP: Colour = [112, 104, 90]

// Drawn, so that the sample shows nobody's real yard.
const ditch: Drawing = (x, y) => {
  if (y < 0.3 - 0.08 * Math.sin(x * 7)) return SKY
  if (y < 0.42) return HILL
  const fromMiddle = Math.abs(x - 0.5)
  const spread = (y - 0.3) * 0.32
  if (fromMiddle < spread * 0.55) return Math.sin(y * 90 + x * 6) > 0.93 ? SKY : WATER
  return fromMiddle < spread ? WALL_OF_DITCH : GRASS
}
const lids: Drawing = (x, y) => {
  if (y < 0.32) return SKY
  const spread = 0.26 + (y - 0.32) * 0.3
  if (Math.abs(x - 0.5) > spread + 0.06) return GRASS
  const across = ((x - 0.5) / spread + 1) * 1.5
  const down = (y - 0.4) * 3.6
  if (across < 0 || across > 3 || down < 0 || down > 2) return PAVED
  return Math.min(across % 1, 1 - (across % 1), down % 1, 1 - (down % 1)) < 0.05 ? GAP : LID
}

function photoOf(drawing: Drawing): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) pixels.set(drawing(x / WIDTH, y / HEIGHT), (y * WIDTH + x) * 3)
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg()
    .toBuffer()
}

/** Brings two photos to promises of the sample, as whoever did the work brings them. */
export async function bringPhotos(
  app: FastifyInstance,
  login: SampleLogin,
  placeId: PlaceId,
  promises: { readonly ditch: string; readonly lids: string },
  newId: () => string,
): Promise<void> {
  const { loginName, password } = login
  const entered = await app.inject({ method: 'POST', url: '/api/sessions', payload: { loginName, password } })
  const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]))
  const brought = [
    [ditch, promises.ditch],
    [lids, promises.lids],
  ] as const
  for (const [drawing, commitmentId] of brought) {
    const photoId = newId()
    const uploaded = await app.inject({
      ...{ method: 'POST' as const, cookies, headers: { 'content-type': 'image/jpeg' } },
      url: `/api/places/${placeId}/commitments/${commitmentId}/photos/${photoId}`,
      payload: await photoOf(drawing),
    })
    const sent = await app.inject({
      ...{ method: 'POST' as const, cookies, url: '/api/commands/add-evidence' },
      headers: { 'idempotency-key': newId() },
      payload: { placeId, commitmentId, evidence: '照片', photoIds: [photoId] },
    })
    if (uploaded.statusCode >= 400 || sent.statusCode >= 400)
      throw new Error(`expected a photo to be taken, found ${uploaded.body} ${sent.body}`)
  }
}
