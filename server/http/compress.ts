import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Below this an answer fits one packet as it is. */
const WORTH_IT_BYTES = 1_000
/** A fifth of the time of the usual level for a tenth more bytes. */
const BROTLI_QUALITY = 4

/**
 * Packs answers that were made for this request; files lie packed already.
 * No answer holds a secret beside words that a stranger chose, which packing would give away (BREACH, CVE-2013-3587).
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    threshold: WORTH_IT_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    // A packed request could unpack to any size.
    globalDecompression: false,
  })
}
