import sharp from 'sharp'
import { PHOTO_PIXELS, PHOTO_SMALL_PIXELS } from '../../../shared/commitments/photo.ts'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { WorkQueue } from '../../contract/work-queue.ts'

// What is no photo is not even looked into: drawings and documents have had parsers that run what they hold.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)

/** A phone's largest photos; what unpacks to more is no photo. */
const MAX_PIXELS = 64_000_000
const AT_ONCE = 2
/** Eight megabytes each. */
const MAX_WAITING = 20
const JPEG = { quality: 78, mozjpeg: true }

export interface MadePhoto {
  readonly full: Buffer
  readonly small: Buffer
  readonly width: number
  readonly height: number
}

/** Writes photos anew, a few at a time. */
export class PhotoMaker {
  readonly #queue = new WorkQueue({ atOnce: AT_ONCE, maxWaiting: MAX_WAITING, refusal: 'too-often' })

  /** Upright and smaller, with nothing of what its file told besides the picture. @throws too-often */
  make(bytes: Buffer): Promise<MadePhoto | Refusal> {
    return this.#queue.run(async () => {
      try {
        return await made(bytes)
      } catch (problem) {
        const isLarge = problem instanceof Error && /pixel limit|too large/i.test(problem.message)
        return refuse(isLarge ? 'photo-too-large' : 'photo-unreadable', 'photo')
      }
    })
  }
}

async function made(bytes: Buffer): Promise<MadePhoto> {
  // Metadata is left out by default; the orientation that it tells is carried out first.
  const { data: full, info } = await sharp(bytes, {
    limitInputPixels: MAX_PIXELS,
    failOn: 'error',
    pages: 1,
  })
    .autoOrient()
    .resize({ width: PHOTO_PIXELS, height: PHOTO_PIXELS, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg(JPEG)
    .toBuffer({ resolveWithObject: true })
  const small = await sharp(full)
    .resize({
      width: PHOTO_SMALL_PIXELS,
      height: PHOTO_SMALL_PIXELS,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .jpeg(JPEG)
    .toBuffer()
  return { full, small, width: info.width, height: info.height }
}
