import type { Decide } from '../kernel/command.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import type { Place } from '../places/place.ts'
import {
  catalogueAt,
  MAX_ENTRY_NAME_LENGTH,
  MAX_GUIDANCE_LENGTH,
  lastCatalogueVersion,
  MAX_UNIT_LENGTH,
  type CatalogueEntry,
  type CatalogueEvent,
} from './catalogue.ts'
import type { DropCatalogueEntry, WriteCatalogueEntry } from './schema.ts'

export interface CatalogueState {
  readonly place: Place | null
  readonly history: readonly CatalogueEntry[]
  /** Whether another place uses this id. */
  readonly isTaken: boolean
}

type Rule<Command> = Decide<Command, CatalogueState, CatalogueEvent>

export const decideWriteCatalogueEntry: Rule<WriteCatalogueEntry> = (command, state, actor) => {
  const { entryId, level, limit, stance } = command
  const denied = commandRefusal('write-catalogue-entry', actor)
  if (denied) return denied
  const name = command.name.trim()
  const refusal = firstRefusal(
    !state.place && refuse('not-found', 'placeId'),
    state.isTaken && refuse('already-exists', 'entryId'),
    textRefusal('name', command.name, MAX_ENTRY_NAME_LENGTH),
    textRefusal('unit', command.unit, MAX_UNIT_LENGTH),
    textRefusal('guidance', command.guidance, MAX_GUIDANCE_LENGTH),
    catalogueAt(state.history).some((one) => one.id !== entryId && one.name === name) &&
      refuse('already-exists', 'name'),
  )
  if (refusal) return refusal
  const version = lastCatalogueVersion(state.history) + 1
  return [
    {
      type: 'catalogue-entry-written',
      data: { entryId, version, level, limit, stance },
      words: { name, unit: command.unit.trim(), guidance: command.guidance.trim() },
    },
  ]
}

export const decideDropCatalogueEntry: Rule<DropCatalogueEntry> = ({ entryId }, { history }, actor) => {
  const denied = commandRefusal('drop-catalogue-entry', actor)
  if (denied) return denied
  if (!catalogueAt(history).some(({ id }) => id === entryId)) return refuse('not-found', 'entryId')
  const version = lastCatalogueVersion(history) + 1
  return [{ type: 'catalogue-entry-dropped', data: { entryId, version }, words: {} }]
}
