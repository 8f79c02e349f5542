import type { PlaceEvent, PlaceKind } from '../../shared/places/place.ts'
import type { Projections } from '../journal/handler.ts'
import { freeLetters } from './address-queries.ts'

export const placeProjections: Projections<PlaceEvent> = {
  'place-founded': async (work, { data: { placeId: id, kind, parentId, timeZone }, words: { name } }) => {
    await work.insertInto('places').values({ id, kind, parentId, name, timeZone }).execute()
    await work
      .insertInto('shortAddresses')
      .values({ letters: await freeLetters(work, id), placeId: id })
      .execute()
  },
  'grid-drawn': (work, { data: { gridId: id, villageId: parentId, timeZone }, words: { name } }) =>
    work.insertInto('places').values({ id, kind: 'grid', parentId, name, timeZone }).execute(),
  'levels-named': async (work, { data: { placeId }, words }) => {
    const named = Object.entries(words.levels ?? {}) as [PlaceKind, string][]
    await work.deleteFrom('levelNames').where('placeId', '=', placeId).execute()
    const rows = named.map(([level, name]) => ({ placeId, level, name }))
    if (rows.length > 0) await work.insertInto('levelNames').values(rows).execute()
  },
  'raiser-naming-set': async (work, { data: { placeId, areRaisersNamed } }) => {
    await work.deleteFrom('raiserNaming').where('placeId', '=', placeId).execute()
    if (areRaisersNamed) await work.insertInto('raiserNaming').values({ placeId }).execute()
  },
  'place-renamed': (work, { data, words: { name } }) =>
    work.updateTable('places').set({ name }).where('id', '=', data.placeId).execute(),
  'grid-renamed': (work, { data, words: { name } }) =>
    work.updateTable('places').set({ name }).where('id', '=', data.gridId).execute(),
  'place-moved': (work, { data }) =>
    work.updateTable('places').set({ parentId: data.toParentId }).where('id', '=', data.placeId).execute(),
}
