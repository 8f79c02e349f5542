import type { Actor } from '../kernel/event.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import {
  ANSWERS,
  CLOSES,
  HANDS_ON,
  KEEPS,
  KEEPS_LISTS,
  NOTES_RATINGS,
  REMOVES_PHOTOS,
  REPORTS,
  RUNS,
  SUPERVISES,
  TAKES_IN,
  WORKS_HERE,
} from './groups.ts'
import { refusalBy, type Facts, type Permission } from './permission.ts'

const table = <const Name extends string>(rows: Readonly<Record<Name, Permission>>) => rows

/** Whoever keeps the record; between two evenings a cadre or somebody above for themselves: nobody is asked in their place. */
const KEEPS_PROMISE: Permission = { who: KEEPS, when: { 'own-between-evenings': ['cadre', 'township'] } }
/** Somebody above who does no part of it. */
const ABOVE: Permission = {
  ...{ who: ['township'], when: { 'on-top': ['facilitator'] }, never: ['owner'] },
  signs: true,
}
const REPORTING: Permission = { who: [...REPORTS, 'owner'] }
const SUPERVISING: Permission = { who: SUPERVISES, never: ['owner'] }
const HANDING: Permission = { who: HANDS_ON, only: 'holder' }
const ROSTER: Permission = { who: ['governor', 'township'] }
const OUTCOME: Permission = { who: ANSWERS }
const SIGNED_ROLE = { 'as-facilitator': ['facilitator'], 'as-recorder': ['recorder'] } as const

/** Every command, and who may give it. */
export const COMMAND_PERMISSIONS = table({
  'found-place': { who: ['runs-above', 'instance'] },
  'rename-place': ROSTER,
  'name-levels': { who: ['governor'] },
  'set-raiser-naming': { who: ['governor'] },
  'draw-grid': ROSTER,
  'rename-grid': ROSTER,
  'move-place': { who: ['runs-above', 'instance'] },

  'mark-days': { who: ['governor'] },
  'announce-year': { who: ['governor'] },

  'add-household': ROSTER,
  'add-person': ROSTER,
  'rename-person': ROSTER,
  'move-person-away': ROSTER,
  'import-roster': ROSTER,
  'give-post': ROSTER,
  'end-post': ROSTER,
  'invite-person': ROSTER,
  'take-back-invitation': ROSTER,
  'accept-invitation': { who: ['invited'] },
  'write-partner': { who: KEEPS_LISTS },
  'drop-partner': { who: KEEPS_LISTS },
  'write-catalogue-entry': { who: KEEPS_LISTS },
  'drop-catalogue-entry': { who: KEEPS_LISTS },

  'plan-meeting': { who: RUNS },
  'rename-meeting': { who: RUNS },
  'reschedule-meeting': { who: RUNS },
  'open-meeting': { who: RUNS },
  'set-moderation': { who: RUNS },
  'start-agenda-item': { who: RUNS },
  'show-promise': { who: RUNS },
  'clear-wall': { who: RUNS },
  'close-meeting': { who: RUNS },
  'reopen-meeting': { who: RUNS },
  'give-floor': { who: KEEPS },
  'clear-floor': { who: KEEPS },
  'add-agenda-item': { who: KEEPS },
  'rename-agenda-item': { who: KEEPS },
  'move-agenda-item': { who: KEEPS },
  'drop-agenda-item': { who: KEEPS },
  'put-promise-on-agenda': { who: KEEPS },
  'take-promise-off-agenda': { who: KEEPS },

  'post-comment': { who: [], when: { 'own-words': ['follower'], 'for-somebody-else': WORKS_HERE } },
  'show-comment': { who: RUNS },
  'hold-comment': { who: RUNS },
  'file-comment': { who: KEEPS },
  'unfile-comment': { who: KEEPS },
  'withdraw-comment': { who: ['author'], refusal: 'not-your-comment' },

  'raise-concern': { who: KEEPS, when: { 'between-evenings': TAKES_IN, 'by-box': ['somebody'] } },
  'describe-concern': { who: KEEPS },
  'reword-concern': { who: KEEPS },
  'agree-wording': { who: KEEPS, when: { 'read-by-staff': ['raiser'] } },
  'answer-concern': { who: ANSWERS, when: { 'between-evenings': ['cadre'] } },
  'refer-concern': OUTCOME,
  'decline-concern': OUTCOME,
  'put-to-assembly': OUTCOME,
  'take-back-outcome': { who: KEEPS },
  'merge-concerns': { who: KEEPS },
  'take-back-merge': { who: KEEPS },
  'put-on-agenda': { who: KEEPS },
  // Its code opens the matter as whoever raised it.
  'hand-out-slip': {
    who: KEEPS,
    when: { 'in-the-open': TAKES_IN },
    never: ['subject'],
  },
  'add-voice': { who: ['somebody'] },
  'withdraw-concern': { who: ['raiser'], refusal: 'not-your-concern' },
  'close-concern': { who: CLOSES, never: ['settler'], signs: true },

  'note-visit': { who: WORKS_HERE },
  'change-visit': { who: ['noter'] },
  'drop-visit': { who: ['noter'] },
  'raise-from-visit': { who: TAKES_IN },

  'record-commitment': { who: ANSWERS, when: { 'own-between-evenings': ['cadre'] } },
  'take-on': { who: ['follower'] },
  'amend-commitment': KEEPS_PROMISE,
  'read-back-commitment': KEEPS_PROMISE,
  'confirm-commitment': KEEPS_PROMISE,
  'drop-commitment': KEEPS_PROMISE,
  'put-off-commitment': KEEPS_PROMISE,
  'restore-commitment': { who: KEEPS },
  'take-back-confirmation': { who: KEEPS },
  'link-owner': { who: KEEPS },
  'ask-extension': REPORTING,
  'report-part': REPORTING,
  'add-evidence': REPORTING,
  'report-done': REPORTING,
  'take-back-report': REPORTING,
  'refuse-extension': ABOVE,
  'move-due-date': ABOVE,
  'order-commitment': ABOVE,
  'recount-due-date': {
    who: [],
    when: { sooner: WORKS_HERE, later: ['township'], 'on-top': ['facilitator'] },
    never: ['owner'],
  },
  'remove-photo': { who: REMOVES_PHOTOS },
  'settle-commitment': { who: CLOSES, never: ['owner'], signs: true },

  'offer-matter': HANDING,
  'accept-matter': HANDING,
  'return-matter': HANDING,
  'take-back-offer': HANDING,
  'take-back-acceptance': HANDING,
  'summon-unit': HANDING,
  'note-arrival': { who: HANDS_ON },

  'rate-outcome': { who: ['voice'] },
  'change-rating': { who: ['rater'] },
  'note-rating': { who: NOTES_RATINGS, never: ['settler'] },
  'note-hands': { who: KEEPS, never: ['settler'] },
  'count-hands': { who: KEEPS, never: ['settler'] },

  'set-robot': { who: ['governor'] },
  'remove-robot': { who: ['governor'] },
  'remind-owner': SUPERVISING,
  'comment-on-commitment': SUPERVISING,
  'request-evidence': SUPERVISING,

  'sign-minutes': { who: [], when: SIGNED_ROLE, signs: true },
  'take-back-signature': { who: ['signer'], when: SIGNED_ROLE },
  'mark-late-edit-read': { who: KEEPS },
  'name-minutes-point': { who: KEEPS },
  'open-erratum': { who: KEEPS },
  'cancel-erratum': { who: KEEPS },

  'import-ledger': { who: KEEPS },
  'undo-import': { who: KEEPS },
  'countersign-month': { who: ['supervision'], signs: true },
})

export type PermittedCommand = keyof typeof COMMAND_PERMISSIONS

type Asking = Pick<Actor, 'id' | 'kind' | 'roles' | 'isLoginByOther'>

/** Why this actor may not give this command; nothing where they may. The first line of every rule. */
export const commandRefusal = (name: PermittedCommand, actor: Asking, facts?: Facts): Refusal | undefined =>
  refusalBy(COMMAND_PERMISSIONS[name], actor, facts)

/** Why a matter is not theirs to hand on; asked once it is known in whose hands it is. */
export const holderRefusal = (name: PermittedCommand, isHolder: boolean): Refusal | undefined =>
  COMMAND_PERMISSIONS[name].only !== 'holder' || isHolder ? undefined : refuse('not-yours-to-hand-on')
