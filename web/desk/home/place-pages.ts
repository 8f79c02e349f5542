import type { Component } from 'svelte'
import type { Me } from '../../../shared/people/person.ts'
import type { Heading } from '../../ui/layout/heading.ts'
import {
  catalogueWords,
  partnersWords,
  placeWords,
  placesWords,
  rosterWords,
  visitsWords,
} from '../../words/village.ts'
import { planWords } from '../../words/desk.ts'
import { alikeWords } from '../../words/villagers.ts'
import type { PlacePage } from '../paths.svelte.ts'

type Drawn = Component<{
  place: Me['places'][number]
  onopen?: (name: string) => void
  onheading?: (heading: Heading) => void
}>

/** Each is fetched when it is opened, with its words. */
export const openPlacePage: Readonly<Record<PlacePage, () => Promise<Drawn>>> = {
  plan: () =>
    Promise.all([import('../../agenda/PlanPage.svelte'), planWords.load()]).then(([page]) => page.default),
  people: () =>
    Promise.all([import('../../people/roster/PeoplePage.svelte'), rosterWords.load()]).then(
      ([page]) => page.default,
    ),
  places: () =>
    Promise.all([
      import('../../people/places/PlacesPage.svelte'),
      placesWords.load(),
      rosterWords.load(),
    ]).then(([page]) => page.default),
  visits: () =>
    Promise.all([import('../../visits/VisitsPage.svelte'), visitsWords.load(), alikeWords.load()]).then(
      ([page]) => page.default,
    ),
  catalogue: () =>
    Promise.all([
      import('../../catalogue/CataloguePage.svelte'),
      placeWords.load(),
      catalogueWords.load(),
    ]).then(([page]) => page.default),
  partners: () =>
    Promise.all([import('../../people/PartnersPage.svelte'), partnersWords.load()]).then(
      ([page]) => page.default,
    ),
  days: () =>
    Promise.all([import('../../calendar/DaysPage.svelte'), placeWords.load()]).then(([page]) => page.default),
  account: () => import('../../people/own/own.ts').then(({ openAccount }) => openAccount()),
  security: () => import('../../people/security/security.ts').then(({ openSecurity }) => openSecurity()),
  robots: () =>
    Promise.all([import('../../notices/RobotsPage.svelte'), placeWords.load()]).then(
      ([page]) => page.default,
    ),
}
