import type { PermittedCommand } from '../../permissions/commands.ts'
import type { PermittedField } from '../../permissions/fields.ts'
import type { PermittedOperation } from '../../permissions/operations.ts'
import type { Circumstance, Who } from '../../permissions/permission.ts'
import type { PermittedRead } from '../../permissions/reads.ts'

/** The table of permissions in words: a row without a name does not compile. */
export interface WhoMayWords {
  readonly title: string
  readonly lead: string
  readonly does: string
  readonly reads: string
  readonly hidden: string
  /** What is kept from those who see the rest. */
  readonly hiddenWhat: string
  readonly nobody: string
  /** How many stand below. */
  readonly count: (number: number) => string
  readonly and: string
  /** Those of one list, where something is so. */
  readonly where: (circumstance: string, who: string) => string
  readonly never: (who: string) => string
  readonly only: (who: string) => string
  readonly who: Readonly<Record<Who, string>>
  readonly circumstances: Readonly<Record<Circumstance, string>>
  readonly commands: Readonly<Record<PermittedCommand, string>>
  readonly operations: Readonly<Record<PermittedOperation, string>>
  readonly answers: Readonly<Record<PermittedRead, string>>
  readonly fields: Readonly<Record<PermittedField, string>>
}
