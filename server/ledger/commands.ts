import { decideImportLedger, type ImportLedgerState } from '../../shared/ledger/decide.ts'
import { decideUndoImport, type UndoImportState } from '../../shared/ledger/import/decide-undo.ts'
import type { ImportLedger, UndoImport } from '../../shared/ledger/schema.ts'
import { calendarAt } from '../calendar/queries.ts'
import { takenCommitmentIds } from '../commitments/queries.ts'
import { ownersAlong } from '../commitments/owner-queries.ts'
import { nextConcernNo, takenConcernIds } from '../concerns/queries.ts'
import type { CommandHandler } from '../journal/handler.ts'
import { areRaisersNamed, gridsOf } from '../places/queries.ts'
import { importedKeysOf, rowsOfImport, touchedAmong } from './import/imports.ts'

export const importLedger: CommandHandler<ImportLedger, ImportLedgerState> = {
  decide: decideImportLedger,
  load: async (work, { placeId, rows }) => ({
    gridIds: (await gridsOf(work, placeId)).map(({ id }) => id),
    takenIds: [
      ...(await takenConcernIds(
        work,
        rows.map(({ concernId }) => concernId),
      )),
      ...(await takenCommitmentIds(
        work,
        rows.map(({ commitmentId }) => commitmentId),
      )),
    ],
    keys: await importedKeysOf(work, placeId),
    nextNo: await nextConcernNo(work, placeId),
    calendarVersion: (await calendarAt(work, placeId)).version,
    areRaisersNamed: await areRaisersNamed(work, placeId),
    owners: await ownersAlong(work, placeId),
  }),
}

export const undoImport: CommandHandler<UndoImport, UndoImportState> = {
  decide: decideUndoImport,
  load: async (work, { placeId, importId }) => {
    const rows = await rowsOfImport(work, placeId, importId)
    return { rows, touched: await touchedAmong(work, placeId, rows) }
  },
}
