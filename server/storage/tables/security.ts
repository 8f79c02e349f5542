import type { Generated } from 'kysely'
import type { SecurityAbout, SecurityKind } from '../../../shared/people/security/security-log.ts'

/** What touched log-ins, posts, files and masked names; swept away after six months. */
export interface SecurityLogRow {
  no: Generated<number>
  /** Null where it belongs to the whole instance. */
  placeId: string | null
  kind: SecurityKind
  at: string
  lastAt: string
  byId: string | null
  personId: string | null
  about: SecurityAbout | null
  count: number
  /** One row for all that share it. */
  foldKey: string | null
}
