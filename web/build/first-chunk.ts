interface Graph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

// Reached through Svelte's barrel, used by later parts only.
export const LATER =
  /blocks\/each|\/bindings\/|clsx|shared\/attributes|reconciler|elements\/(class|misc|style)|words\/days|kernel\/day/

/** Puts what an entry needs at once into one file: a dozen shared chunks cost a phone 1 kB (gzip) and their requests. */
export function firstChunk(
  name: string,
  { later, too, together }: { later?: RegExp; too?: RegExp; together?: RegExp },
): (id: string, graph: Graph) => string | null {
  const known = new Map<string, boolean>()
  const isFirst = (id: string, graph: Graph): boolean => {
    const answer = known.get(id)
    if (answer !== undefined) return answer
    known.set(id, false)
    const module = graph.getModuleInfo(id)
    const is = !!module && (module.isEntry || module.importers.some((importer) => isFirst(importer, graph)))
    known.set(id, is)
    return is
  }
  return (id, graph) =>
    too?.test(id) || (!later?.test(id) && isFirst(id, graph))
      ? name
      : together?.test(id)
        ? `${name}-later`
        : null
}
