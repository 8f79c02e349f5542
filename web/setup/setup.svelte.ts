import { textRefusal } from '../../shared/kernel/text/limits.ts'
import { refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { isBlank } from '../../shared/kernel/text/text.ts'
import { loginRefusal } from '../../shared/people/log-in/login.ts'
import { MAX_PERSON_NAME_LENGTH, type Me } from '../../shared/people/person.ts'
import { MAX_PLACE_NAME_LENGTH } from '../../shared/places/place.ts'
import type { Language } from '../../shared/words/language.ts'
import { ask, type Answer } from '../sync/ask.ts'
import { loadMe, session } from '../sync/session.svelte.ts'
import { recall, remember } from '../ui/memory.ts'

const ACCOUNT = ['loginName', 'password', 'again', 'key'] as const
const OF_VILLAGE = ['villageName', 'facilitatorName', ...ACCOUNT] as const
const OF_ABOVE = ['name', 'below', 'governorName', ...ACCOUNT] as const
const FIELDS = [...OF_VILLAGE, ...OF_ABOVE] as const
export type SetupField = (typeof FIELDS)[number]
/** What stands above villages and can be set up. */
export type Above = 'township' | 'county'

/** Somebody of the sample village, as the page prints them. */
export interface CastMember {
  readonly name: string
  readonly title: string
  readonly loginName: string
  readonly password: string
}

type Typed = Record<SetupField, string>

/** `differ`: not a refusal of the server, which hears the password once; of the places below it names one. */
export type Wrong = Refusal | 'differ' | { readonly below: string; readonly isTwice: boolean }

const CAST = 'sample-cast'

const isWanted = (field: SetupField, isKeyNeeded: boolean): boolean =>
  field === 'key' ? isKeyNeeded : field !== 'below' && field !== 'again'

/** Names of the places below, one on each line. */
export const namesIn = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !isBlank(line))

/** What is wrong in each field, before anything is sent. */
export function wrongIn(
  typed: Typed,
  isKeyNeeded: boolean,
  isSecondAsked: boolean,
  choice: 'own' | Above = 'own',
): Partial<Record<SetupField, Wrong>> {
  const wrong: Partial<Record<SetupField, Wrong>> = {}
  const isOwn = choice === 'own'
  for (const field of isOwn ? OF_VILLAGE : OF_ABOVE)
    if (isWanted(field, isKeyNeeded) && isBlank(typed[field])) wrong[field] = refuse('field-missing', field)
  const note = (refusal: Refusal | undefined) => {
    const field = refusal?.field as SetupField | undefined
    if (refusal && field) wrong[field] ??= refusal
  }
  const [place, person] = isOwn
    ? (['villageName', 'facilitatorName'] as const)
    : (['name', 'governorName'] as const)
  note(textRefusal(place, typed[place], MAX_PLACE_NAME_LENGTH))
  note(textRefusal(person, typed[person], MAX_PERSON_NAME_LENGTH))
  if (!isOwn) wrong.below ??= belowWrong(namesIn(typed.below))
  if (wrong.below === undefined) delete wrong.below
  note(loginRefusal({ loginName: typed.loginName, password: 'long enough to be good' }))
  note(loginRefusal({ loginName: 'good', password: typed.password }))
  if (isSecondAsked && typed.again !== typed.password) wrong.again ??= 'differ'
  return wrong
}

function belowWrong(names: readonly string[]): Wrong | undefined {
  const twice = names.find((name, nth) => names.indexOf(name) < nth)
  if (twice !== undefined) return { below: twice, isTwice: true }
  const long = names.find((name) => textRefusal('below', name, MAX_PLACE_NAME_LENGTH) !== undefined)
  return long === undefined ? undefined : { below: long, isTwice: false }
}

/** The first visit to a new instance: an own village, or the sample one. */
export class Setup {
  choice = $state<'own' | Above | 'sample' | null>(null)
  typed = $state<Typed>({
    villageName: '',
    facilitatorName: '',
    name: '',
    below: '',
    governorName: '',
    loginName: '',
    password: '',
    again: '',
    key: '',
  })
  /** A password that can be seen is asked for once. */
  isPasswordShown = $state(false)
  wrong = $state.raw<Partial<Record<SetupField, Wrong>>>({})
  /** A refusal that belongs to no field. */
  refusal = $state.raw<Refusal | null>(null)
  isUnsent = $state(false)
  isSending = $state(false)
  cast = $state.raw<readonly CastMember[] | null>(null)

  get isKeyNeeded(): boolean {
    return session.me?.setupKeyNeeded ?? false
  }

  turnTo(choice: Setup['choice']): void {
    this.choice = choice
    this.wrong = {}
    this.refusal = null
    this.isUnsent = false
  }

  /** The cast of this instance's sample village, where this browser has opened it. */
  recallCast(): void {
    const kept = recall(CAST)
    if (!kept) return
    const { placeId, cast } = JSON.parse(kept) as { placeId: string; cast: readonly CastMember[] }
    if (session.me?.places.some(({ id }) => id === placeId)) this.cast = cast
  }

  /** True once the village stands and its facilitator is logged in. */
  async foundVillage(language: Language): Promise<boolean> {
    if (this.isSending) return false
    this.wrong = wrongIn(this.typed, this.isKeyNeeded, !this.isPasswordShown)
    if (Object.keys(this.wrong).length > 0) return false
    const { villageName, facilitatorName, loginName, password } = this.typed
    const village = { villageName, townshipName: null, facilitatorName, loginName, password }
    return this.#take(
      await this.#hear(ask('POST', '/api/setup/village', { ...village, key: this.#key, language })),
    )
  }

  /** True once the township or county stands with its places and whoever runs it is logged in. */
  async foundAbove(kind: Above, language: Language): Promise<boolean> {
    if (this.isSending) return false
    this.wrong = wrongIn(this.typed, this.isKeyNeeded, !this.isPasswordShown, kind)
    if (Object.keys(this.wrong).length > 0) return false
    const { name, governorName, loginName, password } = this.typed
    const below = namesIn(this.typed.below)
    const place = { kind, name, below, governorName, loginName, password }
    return this.#take(
      await this.#hear(ask('POST', '/api/setup/above', { ...place, key: this.#key, language })),
    )
  }

  async openSample(language: Language): Promise<boolean> {
    if (this.isSending) return false
    this.wrong = this.isKeyNeeded && isBlank(this.typed.key) ? { key: refuse('field-missing', 'key') } : {}
    if (this.wrong.key) return false
    const answer = await this.#hear(
      ask('POST', '/api/setup/sample', { key: this.#key, language, hasPast: true }),
    )
    if (!this.#take(answer) || answer.kind !== 'told') return false
    const { cast, places } = answer.value
    this.cast = cast
    remember(CAST, JSON.stringify({ placeId: places[0]?.id, cast }))
    return true
  }

  get #key(): string | null {
    return this.isKeyNeeded ? this.typed.key.trim() : null
  }

  async #hear<Value>(asked: Promise<Answer<Value>>): Promise<Answer<Value>> {
    this.isSending = true
    const answer = await asked
    this.isSending = false
    return answer
  }

  #take(answer: Answer<Me>): boolean {
    this.isUnsent = answer.kind === 'unreachable'
    this.refusal = null
    if (answer.kind === 'told') session.me = answer.value
    if (answer.kind === 'refused') this.#tell(answer.refusal)
    return answer.kind === 'told'
  }

  #tell(refusal: Refusal): void {
    const field = FIELDS.find((one) => one === refusal.field?.split('/')[0])
    if (field) this.wrong = { [field]: refusal }
    else this.refusal = refusal
    // Somebody was faster, or an answer got lost: the page then shows where to go.
    if (refusal.refused === 'already-set-up') void loadMe()
  }
}
