import type { PlaceEvent } from '../../shared/places/place.ts'
import type { Projections } from '../journal/handler.ts'

export const placeProjections: Projections<PlaceEvent> = {
  'place-founded': (work, { data: { placeId: id, kind, parentId, timeZone }, words: { name } }) =>
    work.insertInto('places').values({ id, kind, parentId, name, timeZone }).execute(),
  'grid-drawn': (work, { data: { gridId: id, villageId: parentId, timeZone }, words: { name } }) =>
    work.insertInto('places').values({ id, kind: 'grid', parentId, name, timeZone }).execute(),
  'place-renamed': (work, { data, words: { name } }) =>
    work.updateTable('places').set({ name }).where('id', '=', data.placeId).execute(),
}
