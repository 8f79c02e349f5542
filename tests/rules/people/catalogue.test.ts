import { expect, test } from 'vitest'
import { catalogueAt, type CatalogueEntry, type CatalogueEvent } from '../../../shared/catalogue/catalogue.ts'
import { decideDropCatalogueEntry, decideWriteCatalogueEntry } from '../../../shared/catalogue/decide.ts'
import { evolveCatalogue } from '../../../shared/catalogue/evolve.ts'
import { presentCatalogue } from '../../../shared/catalogue/present.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const { facilitator, id, looking, recorder, TONIGHT, township, village, villager } = given
const lamp = {
  ...{ placeId: given.PLACE, entryId: id(40), name: '路灯报修', unit: '村委会', level: 'village' as const },
  ...{ limit: { unit: 'working' as const, count: 5 }, guidance: '说清哪一盏', stance: 'takes-on' as const },
}
const write = (history: readonly CatalogueEntry[], fields: object = {}, by = facilitator, isTaken = false) =>
  decideWriteCatalogueEntry({ ...lamp, ...fields }, { place: village, history, isTaken }, by, TONIGHT)
const after = (history: readonly CatalogueEntry[], outcome: unknown) =>
  evolveCatalogue(history, given.recorded((outcome as CatalogueEvent[])[0]!) as RecordedEvent<CatalogueEvent>)

test('every change is a version, and any earlier one can be read again', () => {
  let history: readonly CatalogueEntry[] = []
  history = after(history, write(history))
  history = after(
    history,
    write(history, { entryId: id(41), name: '宅基地', stance: 'not-ours', limit: null }),
  )
  history = after(history, write(history, { limit: { unit: 'natural', count: 15 } }))
  history = after(
    history,
    decideDropCatalogueEntry(
      { placeId: given.PLACE, entryId: id(41) },
      { place: village, history, isTaken: false },
      township,
      TONIGHT,
    ),
  )
  expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4])
  expect(catalogueAt(history).map(({ name, limit }) => [name, limit])).toEqual([
    ['路灯报修', { unit: 'natural', count: 15 }],
  ])
  expect(catalogueAt(history, 2).map(({ name, limit }) => [name, limit])).toEqual([
    ['路灯报修', { unit: 'working', count: 5 }],
    ['宅基地', null],
  ])
})

test('it is kept by those who run the place, and each kind has one name', () => {
  const history = after([], write([]))
  expect(write(history, {}, recorder)).toEqual({ refused: 'not-allowed' })
  expect(write(history, { entryId: id(42) })).toEqual({ refused: 'already-exists', field: 'name' })
  expect(write(history, {}, facilitator, true)).toEqual({ refused: 'already-exists', field: 'entryId' })
  expect(write(history, { guidance: ' ' })).toMatchObject({ refused: 'too-short', field: 'guidance' })
  const drop = { placeId: given.PLACE, entryId: id(42) }
  expect(
    decideDropCatalogueEntry(drop, { place: village, history, isTaken: false }, facilitator, TONIGHT),
  ).toEqual({
    refused: 'not-found',
    field: 'entryId',
  })
})

test('everybody may read it, but a phone in an evening has no use for it', () => {
  const [event] = write([]) as CatalogueEvent[]
  const told = given.recorded(event!) as RecordedEvent<CatalogueEvent>
  expect(presentCatalogue(told, looking(villager))).toEqual(told)
  expect(presentCatalogue(told, looking(villager, given.MEETING))).toBeNull()
})
