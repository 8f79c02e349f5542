import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { stampOf } from './copy-file.ts'

const NAME = /^liangting-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.sqlite$/
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Copies made one after another, by the moment of each (UTC). */
export const nameOfCopy = (at: Date): string => `liangting-${stampOf(at)}.sqlite`

/** `15m`, `1h` or `1d` in milliseconds; null where it is none. */
export function everyMs(text: string): number | null {
  const [, count, unit] = /^([1-9]\d{0,3})([mhd])$/.exec(text) ?? []
  return count && unit ? Number(count) * UNITS[unit]! : null
}

/** Removes all but the newest of the copies made here; other files stay. Gives the names of those removed. */
export function keepNewest(folder: string, count: number): readonly string[] {
  const copies = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
  const old = copies.slice(0, Math.max(0, copies.length - count))
  for (const name of old) rmSync(path.join(folder, name))
  return old
}
