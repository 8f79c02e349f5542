import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Below this an answer fits one packet as it is. */
export const WORTH_PACKING_BYTES = 1_000
/** A fifth of the time of the usual level for a tenth more bytes. */
const BROTLI_QUALITY = 4
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }

/** For answers that are kept and packed once, the better one first. */
export const PACKINGS = [
  { name: 'br', pack: (text: string | Buffer) => promisify(brotliCompress)(text, BROTLI) },
  { name: 'gzip', pack: (text: string | Buffer) => promisify(gzip)(text) },
] as const

/**
 * Packs answers that were made for this request; files lie packed already.
 * No answer holds a secret beside words that a stranger chose, which packing would give away (BREACH, CVE-2013-3587).
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    threshold: WORTH_PACKING_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: BROTLI,
    // A packed request could unpack to any size.
    globalDecompression: false,
  })
}
