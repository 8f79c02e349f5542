import { randomUUID } from 'node:crypto'
import type { Permission } from '../../../shared/permissions/permission.ts'
import { systemAt, type Viewer } from './permission-viewers.ts'
import type { Stage } from '../villages/stage.ts'

/** Reads the table a second time, by sets, so that one mistake in reading it does not hide behind itself. */
export function isNamed(
  { who, when = {}, never = [] }: Permission,
  roles: readonly string[],
  { are, when: so }: { are: readonly string[]; when: readonly string[] },
): boolean {
  const standings = new Set<string>([...roles, ...are])
  const named = Object.entries(when).flatMap(([circumstance, more]) =>
    so.includes(circumstance) ? (more as readonly string[]) : [],
  )
  return [...who, ...named].some((one) => standings.has(one)) && !never.some((one) => standings.has(one))
}

const DENIED: readonly string[] = [
  'not-allowed',
  'not-your-comment',
  'not-your-concern',
  'not-yours-to-hand-on',
  'owner-may-not-decide',
  'not-logged-in',
  'meeting-not-joined',
]
export const isDenied = (refused: string | undefined): boolean => DENIED.includes(refused ?? '')

export interface Heard {
  readonly status: number
  readonly refused: string | undefined
  readonly text?: string
}

export async function read({ village: { app } }: Stage, { cookie }: Viewer, url: string): Promise<Heard> {
  const answer = await app.inject({ url, headers: cookie === null ? {} : { cookie } })
  const { statusCode: status, body: text } = answer
  return { status, refused: status === 200 ? undefined : answer.json().refused, text }
}

/** Asks the running server, past the socket only. */
export async function command(
  { village: { app, context } }: Stage,
  { cookie, kind }: Viewer,
  name: string,
  body: object,
): Promise<Heard> {
  if (kind === 'instance') {
    const { placeId } = body as { placeId: string }
    const done = await context.perform(name, body as never, systemAt(placeId), randomUUID())
    return { status: 'refused' in done ? 403 : 200, refused: 'refused' in done ? done.refused : undefined }
  }
  const answer = await app.inject({
    method: 'POST',
    url: `/api/commands/${name}`,
    headers: { 'idempotency-key': randomUUID(), ...(cookie === null ? {} : { cookie }) },
    payload: body,
  })
  return { status: answer.statusCode, refused: answer.statusCode === 200 ? undefined : answer.json().refused }
}

/** The same table with one guard less: everybody may, or one of those who are named may not, or a ban is gone. */
export function mutationsOf(permission: Permission): { readonly how: string; readonly mutant: Permission }[] {
  const { who, when = {}, never = [], only, ...rest } = permission
  const whole = { ...permission }
  const conditions = Object.entries(when)
  return [
    { how: 'open to everybody', mutant: { ...rest, ...(only && { only }), who: ['somebody', 'instance'] } },
    ...who.map((one) => ({
      how: `without ${one}`,
      mutant: { ...whole, who: who.filter((other) => other !== one) },
    })),
    ...conditions.map(([one]) => ({
      how: `without what holds ${one}`,
      mutant: { ...whole, when: Object.fromEntries(conditions.filter(([other]) => other !== one)) },
    })),
    ...never.map((one) => ({
      how: `also for ${one}`,
      mutant: { ...whole, never: never.filter((other) => other !== one) },
    })),
    ...(only ? [{ how: `not only for ${only}`, mutant: { ...rest, who, when, never } }] : []),
  ]
}
