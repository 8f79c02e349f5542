import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { refuse } from '../../shared/kernel/refusal.ts'
import { AtPlace, InLanguage } from '../../shared/ledger/schema.ts'
import { LEDGER_SHEET, ledgerTable } from '../../shared/ledger/table.ts'
import { csvText } from '../../shared/kernel/text/csv.ts'
import { languageAsked } from '../../shared/words/language.ts'
import { OUTGOING } from '../../shared/words/outgoing.ts'
import type { AppContext } from '../app/feature.ts'
import { forStrangers } from '../contract/sharing.ts'
import { fileResponses } from '../contract/responses.ts'
import { findPlace } from '../places/queries.ts'
import { recordsFor } from './import/file.ts'
import { workbookOf } from './export/workbook.ts'

/** GET the promises of a place as a table. */
export function ledgerRoutes(app: FastifyInstance, context: AppContext): void {
  tableRoute(app, context, 'csv')
  tableRoute(app, context, 'xlsx')
}

type Rows = ReturnType<typeof ledgerTable>

/** The two files that the table is taken away as; both hold the same rows. */
const FILES = {
  csv: { type: 'text/csv', charset: '; charset=utf-8', write: async (rows: Rows) => csvText(rows) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    charset: '',
    write: (rows: Rows, name: string) => workbookOf(name, LEDGER_SHEET, rows),
  },
} as const

function tableRoute(app: FastifyInstance, context: AppContext, kind: keyof typeof FILES): void {
  const { type, charset, write } = FILES[kind]
  app.get<{ Params: Static<typeof AtPlace>; Querystring: Static<typeof InLanguage> }>(
    `/api/places/:placeId/ledger.${kind}`,
    {
      config: { isShared: forStrangers },
      schema: {
        tags: ['reads'],
        operationId: kind === 'csv' ? 'ledgerTable' : 'ledgerWorkbook',
        summary: 'The ledger of a place as a table: all for the staff, what is public for everybody else',
        params: AtPlace,
        querystring: InLanguage,
        response: fileResponses(type),
      },
    },
    async (request, reply) => {
      const { placeId } = request.params
      const place = await findPlace(context.database.reader, placeId)
      if (!place) throw refuse('not-found', 'placeId')
      const language = request.query.language ?? languageAsked(request.headers['accept-language'])
      const viewer = await context.viewerAt(request, placeId, null)
      const { today } = await context.momentAt(placeId)
      const records = await context.database.snapshot((reader) => recordsFor(reader, place, viewer, today))
      const rows = ledgerTable(records, OUTGOING[language].ledgerFile)
      const file = await context.exports.run<string | Buffer>(() => write(rows, `${place.name} ${today}`))
      await context.securityLog.noteExport(request, placeId, `ledger-${kind}`)
      const name = encodeURIComponent(`${place.name}-${today}.${kind}`)
      const disposition = `attachment; filename="ledger-${today}.${kind}"; filename*=UTF-8''${name}`
      return reply
        .type(type + charset)
        .header('content-disposition', disposition)
        .header('cache-control', 'no-store')
        .send(file)
    },
  )
}
