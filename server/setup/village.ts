import type { Actor } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import type { Language } from '../../shared/words/language.ts'
import type { AppContext } from '../app/feature.ts'
import { putLogin, type NewLoginRow } from '../people/log-in/logins.ts'
import { isSetUp } from '../places/queries.ts'
import { endLease, holdLease } from '../storage/lease.ts'

const SYSTEM_ID = '00000000-0000-4000-8000-000000000000'

/** Acts before there is anybody, through the same commands as everybody. */
export class Founder {
  readonly #context: AppContext

  constructor(context: AppContext) {
    this.#context = context
  }

  newId(): string {
    return this.#context.newId()
  }

  /** @throws a refusal: what was typed has been checked before */
  async perform(name: string, placeId: PlaceId, fields: object): Promise<void> {
    const system: Actor = {
      id: SYSTEM_ID,
      kind: 'system',
      name: null,
      personId: null,
      placeId,
      roles: [],
      meetingId: null,
    }
    const outcome = await this.#context.perform(name, { placeId, ...fields }, system, this.newId())
    if (isRefusal(outcome)) throw outcome
  }

  async found(
    kind: 'county' | 'township' | 'village',
    name: string,
    parentId: PlaceId | null,
  ): Promise<PlaceId> {
    const placeId = this.newId()
    await this.perform('found-place', placeId, { kind, name, parentId })
    return placeId
  }
}

export interface FirstPlace {
  readonly kind: 'county' | 'township'
  readonly name: string
  readonly governorName: string
  readonly personId: string
  /** Townships of a county, villages of a township; more can be founded later. */
  readonly below: readonly string[]
  readonly language: Language
}

const GOVERNOR: Readonly<Record<FirstPlace['kind'], Readonly<Record<Language, string>>>> = {
  county: { 'zh-Hans': '县里经办', 'zh-Hant': '縣裡經辦', en: 'County desk' },
  township: { 'zh-Hans': '镇里经办', 'zh-Hant': '鎮裡經辦', en: 'Township desk' },
}

/** A county or township with what stands in it, and whoever runs it. */
export async function foundAbove(context: AppContext, first: FirstPlace): Promise<void> {
  const founder = new Founder(context)
  const { kind, personId } = first
  const placeId = await founder.found(kind, first.name, null)
  const below = kind === 'county' ? 'township' : 'village'
  for (const name of first.below) await founder.found(below, name, placeId)
  await founder.perform('add-person', placeId, { personId, name: first.governorName, householdId: null })
  const title = GOVERNOR[kind][first.language]
  await founder.perform('give-post', placeId, { postId: founder.newId(), personId, role: kind, title })
}

export interface FirstVillage {
  readonly townshipName: string | null
  readonly villageName: string
  readonly facilitatorName: string
  readonly personId: string
  readonly language: Language
}

const FACILITATOR: Readonly<Record<Language, string>> = {
  'zh-Hans': '主持人',
  'zh-Hant': '主持人',
  en: 'Facilitator',
}

export async function foundVillage(context: AppContext, village: FirstVillage): Promise<void> {
  const founder = new Founder(context)
  const townshipId =
    village.townshipName === null ? null : await founder.found('township', village.townshipName, null)
  const placeId = await founder.found('village', village.villageName, townshipId)
  const { personId } = village
  await founder.perform('add-person', placeId, { personId, name: village.facilitatorName, householdId: null })
  const title = FACILITATOR[village.language]
  await founder.perform('give-post', placeId, {
    postId: founder.newId(),
    personId,
    role: 'facilitator',
    title,
  })
}

const SETTING_UP = 'setting-up'

/** Of many who set up at once, one founds; the others are told so before they have founded anything. */
export async function alone<Result>(context: AppContext, found: () => Promise<Result>): Promise<Result> {
  const { database, clock } = context
  const holder = context.newId()
  const isFirst = await database.write(async (work) => {
    const isHeld = await holdLease(work, SETTING_UP, holder, clock.now())
    return isHeld && !(await isSetUp(work))
  })
  if (!isFirst) throw refuse('already-set-up')
  try {
    return await found()
  } finally {
    await database.write((work) => endLease(work, SETTING_UP, holder))
  }
}

/** Whoever writes the first log-in has set the instance up; a second set-up at the same time is told so. */
export function putFirstLogins(context: AppContext, logins: readonly NewLoginRow[]): Promise<Refusal | null> {
  return context.database.write(async (work) => {
    // Taking this row lets only one set-up at a time look for log-ins, on PostgreSQL too.
    await work
      .insertInto('instance')
      .values({ name: 'set-up-at', value: context.clock.now().toISOString() })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((row) => ({ value: row.ref('instance.value') })),
      )
      .execute()
    if (await isSetUp(work)) return refuse('already-set-up')
    for (const login of logins) {
      const refusal = await putLogin(work, login)
      if (refusal) return refusal
    }
    return null
  })
}
