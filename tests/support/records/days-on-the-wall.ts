/**
 * The working days as they hang on a wall: one line a month, one letter a day, x worked and . off. Nothing is
 * computed but the next letter. The years 2024 to 2026 were printed by chinese-days 1.5.7 (npm), which reads the
 * notices by itself; January 2027, not announced yet, is Saturdays, Sundays and the day that the law names.
 */
const YEARS: Readonly<Record<number, readonly string[]>> = {
  2024: [
    '.xxxx..xxxxx..xxxxx..xxxxx..xxx',
    'xx.xxxxxx........xxxxxx..xxxx',
    'x..xxxxx..xxxxx..xxxxx..xxxxx..',
    'xxx...xxxxxx..xxxxx..xxxxx.xxx',
    '.....xxxxxx.xxxxx..xxxxx..xxxxx',
    '..xxxxx...xxxx..xxxxx..xxxxx..',
    'xxxxx..xxxxx..xxxxx..xxxxx..xxx',
    'xx..xxxxx..xxxxx..xxxxx..xxxxx.',
    '.xxxxx..xxxxxx...xxx..xxxxx.xx',
    '.......xxxxx.xxxxx..xxxxx..xxxx',
    'x..xxxxx..xxxxx..xxxxx..xxxxx.',
    '.xxxxx..xxxxx..xxxxx..xxxxx..xx',
  ],
  2025: [
    '.xx..xxxxx..xxxxx..xxxxx.xx....',
    '....xxxx.xxxxx..xxxxx..xxxxx',
    '..xxxxx..xxxxx..xxxxx..xxxxx..x',
    'xxx...xxxxx..xxxxx..xxxxx.xxxx',
    '.....xxxx..xxxxx..xxxxx..xxxxx.',
    '..xxxx..xxxxx..xxxxx..xxxxx..x',
    'xxxx..xxxxx..xxxxx..xxxxx..xxxx',
    'x..xxxxx..xxxxx..xxxxx..xxxxx..',
    'xxxxx..xxxxx..xxxxx..xxxxx.xxx',
    '........xxx.xxxxx..xxxxx..xxxxx',
    '..xxxxx..xxxxx..xxxxx..xxxxx..',
    'xxxxx..xxxxx..xxxxx..xxxxx..xxx',
  ],
  2026: [
    '...xxxxxx..xxxxx..xxxxx..xxxxx.',
    '.xxxxx..xxxxxx.........xxxxx',
    '.xxxxx..xxxxx..xxxxx..xxxxx..xx',
    'xxx...xxxx..xxxxx..xxxxx..xxxx',
    '.....xxxx.xxxxx..xxxxx..xxxxx..',
    'xxxxx..xxxxx..xxxx...xxxxx..xx',
    'xxx..xxxxx..xxxxx..xxxxx..xxxxx',
    '..xxxxx..xxxxx..xxxxx..xxxxx..x',
    'xxxx..xxxxx..xxxxx.xxxxx...xxx',
    '.......xxx.xxxxx..xxxxx..xxxxx.',
    '.xxxxx..xxxxx..xxxxx..xxxxx..x',
    'xxxx..xxxxx..xxxxx..xxxxx..xxxx',
  ],
  2027: ['...xxxxx..xxxxx..xxxxx..xxxxx..'],
}

interface WallDay {
  readonly day: string
  readonly isWorked: boolean
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

/** Every day from 2024 to January 2027, one after the other. */
export const WALL: readonly WallDay[] = Object.entries(YEARS).flatMap(([year, months]) =>
  months.flatMap((letters, month) =>
    letters.split('').map((letter, date) => ({
      day: `${year}-${two(month + 1)}-${two(date + 1)}`,
      isWorked: letter === 'x',
    })),
  ),
)

const placeOf: ReadonlyMap<string, number> = new Map(WALL.map(({ day }, at) => [day, at]))

/** Puts a finger on the day and moves it on, counting the worked days it passes. */
export function wallWorkingDays(from: string, count: number): string {
  const later = WALL.slice(placeOf.get(from)! + 1).filter(({ isWorked }) => isWorked)
  return later[count - 1]!.day
}

export function wallNaturalDays(from: string, count: number): string {
  return WALL.slice(placeOf.get(from)! + count).find(({ isWorked }) => isWorked)!.day
}
