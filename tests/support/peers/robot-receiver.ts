import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Heard {
  readonly method: string | undefined
  readonly path: string
  readonly query: URLSearchParams
  readonly contentType: string | undefined
  readonly body: any
}

export interface Receiver {
  readonly origin: string
  readonly heard: readonly Heard[]
  /** What is answered from now on, by the path that was asked. */
  answer(with_: Answering): void
}

export type Answering = (response: ServerResponse, path: string) => void

export const json =
  (body: object, status = 200): Answering =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

/** As the three chat programs answer what they take. */
export const taken: Answering = (response, path) =>
  path.startsWith('/open-apis/')
    ? json({ code: 0, msg: 'success', data: {}, StatusCode: 0, StatusMessage: 'success' })(response, path)
    : json({ errcode: 0, errmsg: 'ok' })(response, path)

/** Stands on this machine where WeCom, DingTalk and Feishu would be. */
export async function openReceiver(): Promise<Receiver> {
  const heard: Heard[] = []
  let answering = taken
  const server = createServer((request, response) => {
    void heardFrom(request).then((one) => {
      heard.push(one)
      answering(response, one.path)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answer: (next) => (answering = next),
  }
}

async function heardFrom(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver')
  return {
    method: request.method,
    path: pathname,
    query: searchParams,
    contentType: request.headers['content-type'],
    body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
  }
}
