import { connect, createServer, type Server, type Socket } from 'node:net'

/** The line between a screen and the server, which can go dead without being closed, or break. */
export class Proxy {
  readonly #server: Server
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  #isFrozen = false
  #port = 0

  private constructor(target: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname)
      const pair = [near, far] as const
      this.#pairs.add(pair)
      carry(near, far, () => this.#isFrozen)
      carry(far, near, () => this.#isFrozen)
      for (const end of pair) {
        end.on('error', () => {})
        end.on('close', () => {
          this.#pairs.delete(pair)
          near.destroy()
          far.destroy()
        })
      }
    })
  }

  static async to(url: string): Promise<Proxy> {
    const proxy = new Proxy(new URL(url))
    await new Promise<void>((ready) => proxy.#server.listen(0, '127.0.0.1', ready))
    return proxy
  }

  get port(): number {
    return (this.#server.address() as { port: number }).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Nothing passes any more and nobody is told: a half-open line. New connections are taken and stay mute. */
  freeze(): void {
    this.#isFrozen = true
  }

  /** New connections work again; those that were frozen are gone, with all that was under way. */
  restore(): void {
    this.#isFrozen = false
    this.cut()
  }

  /** Nobody answers at the address any more. */
  async goDown(): Promise<void> {
    this.#port = this.port
    await this.close()
  }

  async comeUp(): Promise<void> {
    await new Promise<void>((ready) => this.#server.listen(this.#port, '127.0.0.1', ready))
  }

  /** Breaks every connection. */
  cut(): void {
    for (const [near, far] of this.#pairs) {
      near.destroy()
      far.destroy()
    }
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((done) => this.#server.close(done))
  }
}

function carry(from: Socket, to: Socket, isFrozen: () => boolean): void {
  from.on('data', (bytes) => {
    if (!isFrozen()) to.write(bytes)
  })
  from.on('end', () => {
    if (!isFrozen()) to.end()
  })
}
