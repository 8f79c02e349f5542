import type { CatalogueWords } from './catalogue.ts'

const days = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

export const words: CatalogueWords = {
  title: 'What we take on and what not',
  lead: 'For each kind of matter: whom to ask, how long it takes, what to bring. Every change is a version of its own; earlier ones can be looked up.',
  takesOn: 'The village takes on',
  takesOnWhat: 'Ask the village.',
  notOurs: 'Not for the village',
  notOursWhat: 'The village cannot do these, and they may not be handed to it; whom to ask is said here.',
  kind: 'Kind of matter',
  unit: 'Whom to ask',
  level: 'Level',
  levelName: {
    county: 'county',
    township: 'township',
    village: 'village',
    compound: 'compound',
    grid: 'grid',
  },
  limit: 'Done within',
  limitIn: (limit) =>
    limit === null ? 'agreed each time' : days(limit.count, limit.unit === 'working' ? 'working day' : 'day'),
  guidance: 'How it goes',
  version: (version) => `Version ${version}`,
  olderVersion: (version) => `This is version ${version}; it was changed later.`,
  newest: 'Read the present one',
  empty: 'Nothing is written yet. Tell the facilitator, or say it at a meeting.',
  seePublic: 'The page that everybody sees',
}
