import type { ReadAnswer, ReadParams, ReadPath, ReadQuery } from '../../shared/api.ts'
import { request, type Answer } from './ask.ts'

type Wanted<Path extends ReadPath> = ReadParams<Path> & ReadQuery<Path>

/** The address of a read: what its path names goes there, the rest behind the question mark. */
export function addressOf<Path extends ReadPath>(path: Path, wanted: Wanted<Path>): string {
  const left = new Map<string, string | undefined>(Object.entries(wanted))
  const address = path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = left.get(name) ?? ''
    left.delete(name)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams([...left].filter((one): one is [string, string] => one[1] !== undefined))
  return query.size > 0 ? `${address}?${query}` : address
}

/** One read of the server; never throws. */
export const read = <Path extends ReadPath>(
  path: Path,
  wanted: Wanted<Path>,
): Promise<Answer<ReadAnswer<Path>>> => request<ReadAnswer<Path>>('GET', addressOf(path, wanted))
