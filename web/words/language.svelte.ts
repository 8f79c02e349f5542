import { languageFrom, LANGUAGES, type Language } from '../../shared/words/language.ts'
import { choose, chosen } from '../ui/memory.ts'

const KEY = 'language'

type Read = (language: Language) => Promise<unknown>

/** The language of this screen. All words of the next one are fetched before the first is changed. */
class Locale {
  now = $state<Language>('zh-Hans')
  private readers = new Set<Read>()

  /** What was chosen at the last visit, or what the browser asks for. */
  start(): Language {
    const last = chosen(KEY) as Language
    // Some browsers forget a cookie after a week.
    if (last) choose(KEY, last)
    this.say(LANGUAGES.includes(last) ? last : languageFrom(navigator.languages ?? [navigator.language]))
    return this.now
  }

  async change(language: Language): Promise<void> {
    // Kept before its words arrive: whoever loads the page anew meanwhile has chosen too.
    choose(KEY, language)
    await Promise.all([...this.readers].map((read) => read(language)))
    this.say(language)
  }

  /** Every chapter that has been opened is turned to the new language with the others. */
  follow(read: Read): void {
    this.readers.add(read)
  }

  private say(language: Language): void {
    this.now = language
    document.documentElement.lang = language
  }
}

export const locale = new Locale()
