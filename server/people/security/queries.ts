import {
  SECURITY_LOG_PAGE,
  type SecurityEntry,
  type SecurityKind,
  type SecurityLogView,
} from '../../../shared/people/security/security-log.ts'
import type { Place } from '../../../shared/places/place.ts'
import type { Reader } from '../../storage/database.ts'

export interface Asked {
  readonly kind?: SecurityKind
  /** The entry behind which it goes on. */
  readonly after?: number
}

/** The latest first; what belongs to no place is told where nothing stands above. */
export async function securityLogOf(
  reader: Reader,
  { id: placeId, parentId }: Pick<Place, 'id' | 'parentId'>,
  { kind, after }: Asked,
): Promise<SecurityLogView> {
  const last = after === undefined ? undefined : await whenOf(reader, after)
  const rows = await reader
    .selectFrom('securityLog')
    .leftJoin('people as doer', 'doer.id', 'securityLog.byId')
    .leftJoin('people as subject', 'subject.id', 'securityLog.personId')
    .selectAll('securityLog')
    .select(['doer.name as by', 'subject.name as who'])
    .where(({ eb, or }) =>
      or([
        eb('securityLog.placeId', '=', placeId),
        ...(parentId === null ? [eb('securityLog.placeId', 'is', null)] : []),
      ]),
    )
    .$if(kind !== undefined, (query) => query.where('securityLog.kind', '=', kind!))
    .$if(last !== undefined, (query) =>
      query.where(({ eb, or, and }) =>
        or([
          eb('securityLog.at', '<', last!.at),
          and([eb('securityLog.at', '=', last!.at), eb('securityLog.no', '<', last!.no)]),
        ]),
      ),
    )
    .orderBy('securityLog.at', 'desc')
    .orderBy('securityLog.no', 'desc')
    .limit(SECURITY_LOG_PAGE + 1)
    .execute()
  const entries = rows.slice(0, SECURITY_LOG_PAGE).map((row): SecurityEntry => ({
    ...{ no: row.no, kind: row.kind, at: row.at, lastAt: row.lastAt, count: row.count, about: row.about },
    ...{ by: row.by, who: row.personId === row.byId ? null : row.who },
  }))
  return { entries, hasMore: rows.length > SECURITY_LOG_PAGE }
}

/** An entry that was swept away meanwhile has nothing older behind it. */
const whenOf = async (reader: Reader, no: number): Promise<{ at: string; no: number }> =>
  (await reader.selectFrom('securityLog').select(['at', 'no']).where('no', '=', no).executeTakeFirst()) ?? {
    at: '',
    no: 0,
  }
