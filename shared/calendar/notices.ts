import { addDays, type Day } from '../kernel/day.ts'

/** What the State Council's office announced for one year: whole days off, and days worked in exchange. */
export interface Notice {
  readonly year: number
  /** Its number, under which anybody can look it up. */
  readonly source: string
  readonly announcedOn: Day
  /** First and last day, both off. */
  readonly rest: readonly (readonly [Day, Day])[]
  readonly work: readonly Day[]
}

/** In the order of their announcement; a later one about the same year replaces an earlier one. */
export const NOTICES: readonly Notice[] = [
  {
    year: 2024,
    source: '国办发明电〔2023〕7号',
    announcedOn: '2023-10-25',
    rest: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    work: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    announcedOn: '2024-11-12',
    rest: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号',
    announcedOn: '2025-11-04',
    rest: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]

/** Days off that the law itself names (国务院令第795号, art. 2): all that is known until a year is announced. */
const NAMED_BY_DATE = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** Days of the moon and sun that the same article names, in the years to come: 春节, 清明, 端午, 中秋. */
const NAMED_BY_MOON: readonly { spring: Day; bright: Day; dragon: Day; moon: Day }[] = [
  { spring: '2027-02-06', bright: '2027-04-05', dragon: '2027-06-09', moon: '2027-09-15' },
  { spring: '2028-01-26', bright: '2028-04-04', dragon: '2028-05-28', moon: '2028-10-03' },
  { spring: '2029-02-13', bright: '2029-04-04', dragon: '2029-06-16', moon: '2029-09-22' },
  { spring: '2030-02-03', bright: '2030-04-05', dragon: '2030-06-05', moon: '2030-09-12' },
  { spring: '2031-01-23', bright: '2031-04-05', dragon: '2031-06-24', moon: '2031-10-01' },
]

// New Year's Eve and the first three days of the first month.
const springDays = (first: Day): readonly Day[] => [-1, 0, 1, 2].map((offset) => addDays(first, offset))

const byMoon: ReadonlySet<Day> = new Set(
  NAMED_BY_MOON.flatMap(({ spring, bright, dragon, moon }) => [...springDays(spring), bright, dragon, moon]),
)

/** Whether the law names this day as a day off, whatever will be announced around it. */
export const isNamedByLaw = (day: Day): boolean => NAMED_BY_DATE.includes(day.slice(5)) || byMoon.has(day)
