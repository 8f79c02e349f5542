import type { RaisedLine, Visit } from '../../shared/visits/visit.ts'
import type { VisitLineRow, VisitRow } from '../storage/tables/visits.ts'

export const visitIn = (
  { placeId: _, seq: __, visitors, ...same }: VisitRow,
  raised: readonly RaisedLine[],
): Visit => ({ ...same, visitors: JSON.parse(visitors), raised })

export const lineIn = ({ concernId, part, line }: VisitLineRow): RaisedLine => ({ concernId, part, line })

export function rowOf({ raised: _, visitors, ...same }: Visit): Omit<VisitRow, 'placeId' | 'seq'> {
  return { ...same, visitors: JSON.stringify(visitors) }
}
