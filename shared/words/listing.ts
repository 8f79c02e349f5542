import type { Language } from './language.ts'

/** Several names in one line. */
export const listed = (names: readonly string[], language: Language): string =>
  names.join(language === 'en' ? ', ' : '、')

/** Several things said of one, in one line; what is empty is left out. */
export const joined = (said: readonly (string | null | undefined | false)[], language: Language): string =>
  said.filter(Boolean).join(language === 'en' ? ', ' : '，')
