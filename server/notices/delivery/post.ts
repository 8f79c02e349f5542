import type { Message } from '../robots/message.ts'

const MAX_ANSWER_BYTES = 64 * 1024

export interface Answer {
  readonly status: number
  /** As much of it as we read. */
  readonly text: string
}

/** Posts JSON and reads a short answer; follows nobody anywhere, and waits no longer than `patienceMs`. */
export async function post(
  { url, body }: Message,
  patienceMs: number,
): Promise<Answer | 'timeout' | 'unreachable'> {
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal,
    })
    return { status: response.status, text: await beginningOf(response) }
  } catch {
    return signal.aborted ? 'timeout' : 'unreachable'
  }
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  while (bytes <= MAX_ANSWER_BYTES) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    chunks.push(value)
    bytes += value.byteLength
  }
  await reader.cancel()
  return Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString('utf8')
}
