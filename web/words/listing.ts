import type { Language } from '../../shared/words/language.ts'

/** Several names in one line. */
export const listed = (names: readonly string[], language: Language): string =>
  names.join(language === 'en' ? ', ' : '、')

/** Several things said of one, in one line; what is empty is left out. */
export const joined = (said: readonly (string | null | undefined | false)[], language: Language): string =>
  said.filter(Boolean).join(language === 'en' ? ', ' : '，')

interface Owned {
  readonly owner: string
  readonly coOwners: readonly { readonly name: string }[]
}

/** Everybody who answers for a promise, whoever leads first. */
export const ownersListed = ({ owner, coOwners }: Owned, language: Language): string =>
  listed([owner, ...coOwners.map(({ name }) => name)], language)
