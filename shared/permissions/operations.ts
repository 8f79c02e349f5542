import type { Actor } from '../kernel/event.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { WORKS_HERE } from './groups.ts'
import { comeInFirst, isForAnybody, isOfThing, refusalBy, type Facts, type Permission } from './permission.ts'

const table = <const Name extends string>(rows: Readonly<Record<Name, Permission>>) => rows

/** What comes with it says who may: a password, a code. */
const ANYBODY: Permission = { who: ['anybody'] }
const PHONE: Permission = { who: ['guest'] }
const OWN: Permission = { who: ['oneself'], refusal: 'not-logged-in' }
const GOVERNOR: Permission = { who: ['governor'] }
/** One's own, or of somebody on the roster that one keeps. */
const OWN_OR_ROSTER: Permission = { who: ['oneself'], when: { 'on-the-roster': ['governor', 'township'] } }
/** Two of them, or the level above; never by a log-in that somebody else has set. */
const RECOVERS = ['governor', 'recorder', 'supervision', 'township'] as const
const RECOVERY: Permission = {
  ...{ who: [], when: { 'on-the-roster': RECOVERS }, never: ['oneself'] },
  signs: true,
}
const SET_UP: Permission = { who: ['installer'], refusal: 'wrong-setup-key' }

/** Everything that is changed outside the journal, and who may change it. */
export const OPERATION_PERMISSIONS = table({
  logIn: ANYBODY,
  logOut: ANYBODY,
  askForPasskey: ANYBODY,
  logInByPasskey: ANYBODY,
  preparePasskey: OWN,
  addPasskey: OWN,
  removePasskey: OWN,
  endSession: OWN,
  endOtherSessions: OWN,
  joinEvening: ANYBODY,
  beKnown: ANYBODY,
  renameGuest: { who: ['oneself'] },
  giveLogin: OWN_OR_ROSTER,
  askLoginReset: RECOVERY,
  confirmLoginReset: RECOVERY,
  stopLoginReset: { who: ['oneself'], when: { 'on-the-roster': RECOVERS } },
  makeInvitationCode: {
    who: [],
    when: { 'on-the-roster': ['governor', 'township'], 'for-oneself': ['governor', 'township'] },
  },
  lookAtInvitation: ANYBODY,
  acceptInvitation: ANYBODY,
  makeClaimCode: PHONE,
  claimByCode: ANYBODY,
  cutOffPhone: PHONE,

  setMailbox: OWN_OR_ROSTER,
  eraseMailbox: OWN_OR_ROSTER,
  testRobot: GOVERNOR,
  sendAgain: GOVERNOR,

  makeTicket: { who: WORKS_HERE },

  saveView: OWN,
  dropView: OWN,
  makeCalendarLink: { who: [], when: { 'own-promises': ['oneself'], 'whole-place': WORKS_HERE } },
  revokeCalendarLink: OWN,

  setUpVillage: SET_UP,
  setUpAbove: SET_UP,
  setUpSample: SET_UP,
})

export type PermittedOperation = keyof typeof OPERATION_PERMISSIONS

const rowOf = (name: PermittedOperation): Permission => OPERATION_PERMISSIONS[name]

export const isOperationForAnybody = (name: PermittedOperation): boolean => isForAnybody(rowOf(name))

/** Whether one must have looked at the thing before one knows who may. */
export const isOperationOfThing = (name: PermittedOperation): boolean => isOfThing(rowOf(name))

/** Why this actor may not; whoever is nobody yet is told to come in first, where there is anybody yet. */
export function operationRefusal(
  name: PermittedOperation,
  actor: Pick<Actor, 'id' | 'kind' | 'roles' | 'isLoginByOther'>,
  facts?: Facts,
): Refusal | undefined {
  const denied = refusalBy(rowOf(name), actor, facts)
  return denied?.refused === 'wrong-setup-key' ? denied : comeInFirst(denied, actor)
}
