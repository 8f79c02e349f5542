import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import type { DownFrame } from '../../../shared/protocol/down.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'

export interface Answer {
  readonly status: number
  readonly body: any
  readonly headers: Headers
}

/** One browser as the server sees it: an address, a cookie, nothing else. */
export class Client {
  readonly url: string
  cookie: string | null = null
  placeId = ''
  readonly #sockets: Listening[] = []

  constructor(url: string) {
    this.url = url
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const set of response.headers.getSetCookie()) this.#keep(set.split(';')[0]!)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }

  /** One cookie more, or another value of the one of the same name. */
  #keep(cookie: string): void {
    const [name] = cookie.split('=')
    const others = (this.cookie ?? '').split('; ').filter((one) => one && one.split('=')[0] !== name)
    this.cookie = [...others, cookie].join('; ')
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path)
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send('POST', path, body)
  }

  /** Sends a command about this client's place; the id is new unless the story repeats one. */
  command(name: string, fields: object, commandId: string = randomUUID()): Promise<Answer> {
    const body = { placeId: this.placeId, ...fields }
    return this.send('POST', `/api/commands/${name}`, body, { 'idempotency-key': commandId })
  }

  /** @throws when the command was refused, with the refusal in the message */
  async must(name: string, fields: object): Promise<{ seq: number }> {
    const { status, body } = await this.command(name, fields)
    if (status !== 200)
      throw new Error(`expected ${name} to be accepted, found ${status} ${JSON.stringify(body)}`)
    return body
  }

  async read(path: string): Promise<any> {
    const { status, body } = await this.get(path)
    if (status !== 200)
      throw new Error(`expected ${path} to be readable, found ${status} ${JSON.stringify(body)}`)
    return body
  }

  room(meetingId: string): Promise<any> {
    return this.read(`/api/places/${this.placeId}/meetings/${meetingId}/room`)
  }

  async listen(options: ListenOptions = {}): Promise<Listening> {
    const { since = 0, meeting, as = 'desk' } = options
    const query = new URLSearchParams({ place: this.placeId, since: String(since), as })
    if (meeting) query.set('meeting', meeting)
    if (options.epoch) query.set('epoch', options.epoch)
    const listening = new Listening(
      `${this.url.replace('http', 'ws')}/live?${query}`,
      this.cookie,
      options.onFrame,
    )
    this.#sockets.push(listening)
    await listening.opened
    return listening
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.close()
  }
}

interface ListenOptions {
  readonly since?: number
  readonly epoch?: string
  readonly meeting?: string
  readonly as?: 'phone' | 'wall' | 'desk'
  /** Takes each frame as it comes; none is kept then. */
  readonly onFrame?: (frame: DownFrame) => void
}

/** Everything one socket has told, in order. */
export class Listening {
  readonly frames: DownFrame[] = []
  readonly opened: Promise<void>
  readonly socket: WebSocket
  closeCode: number | null = null

  constructor(
    url: string,
    cookie: string | null,
    onFrame: (frame: DownFrame) => void = (frame) => void this.frames.push(frame),
  ) {
    this.socket = new WebSocket(url, cookie ? { headers: { cookie } } : {})
    this.socket.on('message', (frame) => onFrame(JSON.parse(String(frame))))
    this.socket.on('close', (code) => (this.closeCode = code))
    this.opened = new Promise((resolve, reject) => {
      this.socket.on('open', () => resolve())
      this.socket.on('error', reject)
      this.socket.on('unexpected-response', (_request, response) =>
        reject(new Error(`expected a socket, found ${response.statusCode}`)),
      )
    })
  }

  get events(): RecordedEvent<any>[] {
    return this.frames.flatMap((frame) => (frame.kind === 'events' ? frame.events : []))
  }

  get types(): string[] {
    return this.events.map(({ type }) => type)
  }

  get upTo(): number {
    return Math.max(0, ...this.frames.map((frame) => (frame.kind === 'events' ? frame.upTo : 0)))
  }

  close(): void {
    this.socket.terminate()
  }
}
