import { command } from '../kernel/contract.ts'
import { CountersignMonth, ImportLedger, UndoImport } from './schema.ts'

/** What one may ask of ledger. */
export const ledgerCommands = [
  command('import-ledger', ImportLedger),
  command('undo-import', UndoImport),
  command('countersign-month', CountersignMonth),
] as const
