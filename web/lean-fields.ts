import type { Plugin } from 'vite'

interface Node {
  readonly type: string
  readonly name?: string
  readonly start: number
  readonly end: number
}

function privateNames(node: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(node)) for (const one of node) privateNames(one, found)
  else if (node && typeof node === 'object') {
    if ((node as Node).type === 'PrivateIdentifier') found.push(node as Node)
    else for (const child of Object.values(node)) privateNames(child, found)
  }
  return found
}

/** Turns #name into _name: browsers of 2020 know no private methods, and what stands in for them costs a phone 1 kB. */
export function plainFields(groups: readonly string[]): Plugin {
  return {
    name: 'plain-fields',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!groups.includes(this.environment.name) || !/\.([jt]s|svelte)$/.test(id) || !code.includes('#'))
        return null
      const names = privateNames(this.parse(code)).sort((one, other) => other.start - one.start)
      if (names.length === 0) return null
      const short = [...new Set(names.map(({ name }) => name))]
      let plain = code
      for (const { start, end, name } of names)
        plain = `${plain.slice(0, start)}$${short.indexOf(name)}${plain.slice(end)}`
      return { code: plain, map: null }
    },
  }
}
