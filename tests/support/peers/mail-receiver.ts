import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface HeardMail {
  readonly from: string
  readonly to: readonly string[]
  /** Names in small letters; folded lines are joined, encoded words are not decoded. */
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly subject: string
}

export interface MailReceiver {
  readonly url: string
  readonly heard: readonly HeardMail[]
  /** From now on everything is refused with this code; null takes everything again. */
  refuse(code: number | null): void
}

/** A mail server on this machine, of others' making, that keeps what it was handed. */
export async function openMailReceiver(): Promise<MailReceiver> {
  const heard: HeardMail[] = []
  let refusal: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusal !== null) return done(Object.assign(new Error('not now'), { responseCode: refusal }))
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        heard.push({
          from,
          to: rcptTo.map(({ address }) => address),
          ...mailIn(Buffer.concat(chunks).toString()),
        })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => new Promise<void>((closed) => server.close(closed)))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, heard, refuse: (code) => (refusal = code) }
}

function mailIn(raw: string): Pick<HeardMail, 'headers' | 'text' | 'subject'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  const body = rest.join('\r\n\r\n')
  const isBase64 = headers.get('content-transfer-encoding') === 'base64'
  const text = isBase64 ? Buffer.from(body, 'base64').toString() : quotedPrintable(body)
  return { headers, text: text.replaceAll('\r\n', '\n'), subject: decoded(headers.get('subject') ?? '') }
}

const bytesIn = (text: string): string =>
  Buffer.from(
    text.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()

const quotedPrintable = (body: string): string => bytesIn(body.replace(/=\r\n/g, ''))

/** RFC 2047. */
const decoded = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : bytesIn(text.replaceAll('_', ' ')),
    )
