import { encode } from 'uqr'
import type { Actor } from '../../../shared/kernel/event.ts'
import { plainCode } from '../../../shared/kernel/text/plain-code.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import {
  groupedCode,
  spokenCodeFrom,
  SPOKEN_LENGTH,
  SPOKEN_LETTERS,
} from '../../../shared/kernel/text/spoken-code.ts'
import {
  INVITATION_DAYS,
  type InvitationCode,
  type InvitationView,
  type WaitingInvitation,
} from '../../../shared/people/log-in/invitation.ts'
import type { NewLogin } from '../../../shared/people/log-in/login.ts'
import type { AppContext } from '../../app/feature.ts'
import { findPlace } from '../../places/queries.ts'
import { hashedLogin, loginNameOf, putLogin } from '../log-in/logins.ts'
import { resetOfCode } from '../resets/queries.ts'
import type { LoginResetRow } from '../../storage/tables/people.ts'
import { invitationOfCode } from './queries.ts'

const DAY_MS = 24 * 60 * 60_000
const SALT = 'invitation-salt'

/** A new code, as it is told once and as it is kept. */
export async function newCode(
  context: AppContext,
  origin: string,
): Promise<{ readonly codeHash: string; readonly told: InvitationCode }> {
  const code = drawnCode(context)
  const codeHash = await hashOf(context, code)
  const expiresAt = new Date(context.clock.now().getTime() + INVITATION_DAYS * DAY_MS).toISOString()
  const address = `${origin}/invited#${groupedCode(code)}`
  return { codeHash, told: { code: groupedCode(code), expiresAt, address, qr: qrOf(address) } }
}

/** Makes the invitation's code anew; the one that was told before opens nothing any more. */
export async function makeCode(
  context: AppContext,
  invitationId: string,
  origin: string,
): Promise<InvitationCode> {
  const { codeHash, told } = await newCode(context, origin)
  const row = { invitationId, codeHash, expiresAt: told.expiresAt }
  await context.database.write((work) =>
    work
      .insertInto('invitationCodes')
      .values(row)
      .onConflict((conflict) => conflict.column('invitationId').doUpdateSet(row))
      .execute(),
  )
  return told
}

function qrOf(address: string): InvitationCode['qr'] {
  const { data, size } = encode(address, { border: 2, ecc: 'M' })
  const path = data
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('')
  return { size, path }
}

function drawnCode(context: AppContext): string {
  for (;;) {
    const code = spokenCodeFrom(Buffer.from(context.newToken(32), 'base64url'))
    if (code) return code
  }
}

/** One salt for all codes of an instance: whoever types a code says nothing else by which it could be found. */
async function hashOf(context: AppContext, code: string): Promise<string> {
  const value = context.newToken(16)
  const { value: salt } = await context.database.write((work) =>
    work
      .insertInto('instance')
      .values({ name: SALT, value })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((row) => ({ value: row.ref('instance.value') })),
      )
      .returning('value')
      .executeTakeFirstOrThrow(),
  )
  return context.passwords.hash(code, salt)
}

/** What a code opens: an invitation, or a log-in that is set anew. */
export type Opened =
  | { readonly kind: 'invitation'; readonly invitation: WaitingInvitation }
  | { readonly kind: 'reset'; readonly reset: LoginResetRow }

/** Null for a code that is wrong, over or used. */
export async function openCode(context: AppContext, typed: string): Promise<Opened | null> {
  const code = plainCode(typed, SPOKEN_LETTERS)
  if (code.length !== SPOKEN_LENGTH) return null
  const { reader } = context.database
  const codeHash = await hashOf(context, code)
  const now = context.clock.now()
  const invitation = await invitationOfCode(reader, codeHash, now)
  if (invitation) return { kind: 'invitation', invitation }
  const reset = await resetOfCode(reader, codeHash, now)
  return reset && { kind: 'reset', reset }
}

export async function viewOf({ database }: AppContext, opened: Opened): Promise<InvitationView> {
  const { placeId, personId } = opened.kind === 'reset' ? opened.reset : opened.invitation
  return database.snapshot(async (reader) => {
    const place = await findPlace(reader, placeId)
    const above = place?.parentId ? await findPlace(reader, place.parentId) : null
    const person = await reader
      .selectFrom('people')
      .select('name')
      .where('id', '=', personId)
      .executeTakeFirst()
    return {
      name: person?.name ?? '',
      title: opened.kind === 'reset' ? '' : opened.invitation.title,
      placeName: place?.name ?? '',
      from: above?.name ?? null,
      loginName: opened.kind === 'reset' ? await loginNameOf(reader, personId) : null,
      expiresAt: opened.kind === 'reset' ? codeEnds(opened.reset) : (opened.invitation.expiresAt ?? ''),
    }
  })
}

const codeEnds = ({ confirmedAt }: LoginResetRow): string =>
  new Date(Date.parse(confirmedAt ?? '') + INVITATION_DAYS * DAY_MS).toISOString()

/** Gives whoever holds the code the post and a log-in that only they know. */
export async function acceptCode(
  context: AppContext,
  invitation: WaitingInvitation,
  typed: NewLogin,
): Promise<Refusal | null> {
  const { id: invitationId, placeId, personId } = invitation
  const login = await hashedLogin(context, personId, typed)
  const taken = await context.database.write((work) => putFirstLogin(work, login))
  if (taken) return taken
  const about = { kind: 'person', name: null, roles: [], meetingId: null } as const
  const actor: Actor = { ...about, id: login.personId, personId, placeId }
  const command = { placeId, invitationId, postId: context.newId() }
  const outcome = await context.perform('accept-invitation', command, actor, context.newId())
  if (!isRefusal(outcome)) return null
  // Somebody was faster with the same code, or it was taken back meanwhile.
  await context.database.write((work) =>
    work
      .deleteFrom('logins')
      .where('personId', '=', personId)
      .where('passwordHash', '=', login.passwordHash)
      .execute(),
  )
  return outcome
}

/** A code never takes the place of a password that somebody has already. */
async function putFirstLogin(
  work: Parameters<typeof putLogin>[0],
  login: Parameters<typeof putLogin>[1],
): Promise<Refusal | null> {
  const known = await work
    .selectFrom('logins')
    .select('personId')
    .where('personId', '=', login.personId)
    .executeTakeFirst()
  return known ? refuse('invitation-over') : putLogin(work, login)
}
