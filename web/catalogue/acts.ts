import type { DropCatalogueEntry, WriteCatalogueEntry } from '../../shared/catalogue/schema.ts'
import type { NameLevels, SetRaiserNaming } from '../../shared/places/schema.ts'
import type { CatalogueView } from '../../shared/catalogue/catalogue.ts'
import type { PlaceView } from '../../shared/places/place.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import { send } from '../sync/send.ts'

type Told = Promise<Answer<Receipt>>

export const writeCatalogueEntry = (command: WriteCatalogueEntry): Told =>
  send('write-catalogue-entry', command)
export const dropCatalogueEntry = (command: DropCatalogueEntry): Told => send('drop-catalogue-entry', command)

export const nameLevels = (command: NameLevels): Told => send('name-levels', command)

export const setRaiserNaming = (command: SetRaiserNaming): Told => send('set-raiser-naming', command)

/** A place with what it stands in and what these levels are called there. */
export const readPlace = (placeId: string): Promise<Answer<PlaceView>> =>
  read('/api/places/:placeId', { placeId })

/** What a place takes on and what it does not. */
export const readCatalogue = (placeId: string): Promise<Answer<CatalogueView>> =>
  read('/api/places/:placeId/catalogue', { placeId })
