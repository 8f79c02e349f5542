const ADDRESS = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?#]+)(.*)$/

/** One address for each host of `postgres://user:password@one:5432,two:5432/database`, in the order in which they are tried. */
export function hostsOf(url: string): readonly [string, ...string[]] {
  const found = ADDRESS.exec(url)
  if (!found) return [url]
  const [, before = '', hosts = '', after = ''] = found
  const [first, ...others] = hosts.split(',').map((host) => `${before}${host}${after}`)
  return [first ?? url, ...others]
}

/** Which of several hosts is asked: the last that took writes, until it does not any more. */
export class Hosts {
  readonly #urls: readonly [string, ...string[]]
  #at = 0

  constructor(url: string) {
    this.#urls = hostsOf(url)
  }

  get url(): string {
    return this.#urls[this.#at] ?? this.#urls[0]
  }

  /** Many may find at once that one is gone; the next is tried once. */
  passOver(url: string): void {
    if (url === this.url) this.#at = (this.#at + 1) % this.#urls.length
  }
}
