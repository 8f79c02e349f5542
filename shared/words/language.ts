export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language under its own name, so that a reader who knows only one finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
}

/** The first language of the reader's list that we speak; a village speaks Chinese unless told otherwise. */
export function languageFrom(tags: readonly string[]): Language {
  for (const tag of tags) {
    if (/^zh\b(?=.*\b(hant|tw|hk|mo)\b)/i.test(tag)) return 'zh-Hant'
    if (/^zh\b/i.test(tag)) return 'zh-Hans'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'zh-Hans'
}

/** The same from an `Accept-Language` header, whose wishes browsers write in order. */
export function languageAsked(header = ''): Language {
  const wishes = header.split(',').map((wish) => wish.split(';')[0]!.trim())
  return languageFrom(wishes.filter(Boolean))
}
