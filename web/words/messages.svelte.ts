import { isolating } from '../../shared/kernel/text/isolates.ts'
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

type Pages<Words> = Readonly<Record<Language, () => Promise<{ readonly words: Words }>>>

/** The words of one page or part, fetched in one language at a time. */
export class Messages<Words> {
  private pages: Pages<Words>
  private open = $state.raw<{ readonly language: Language; readonly words: Words }>()

  private follow = (next: Language) => this.load(next)

  constructor(pages: Pages<Words>) {
    this.pages = pages
  }

  /** Throws before `load` has ended: a component must not be drawn without its words. */
  get now(): Words {
    return this.open!.words
  }

  get isLoaded(): boolean {
    return this.open !== undefined
  }

  /** Resolves when `now` speaks the language; later changes of language are followed. */
  async load(language: Language = locale.now): Promise<Words> {
    locale.follow(this.follow)
    if (this.open?.language !== language) this.show(language, isolating((await this.pages[language]()).words))
    return this.now
  }

  /** Speaks the language at once; a server that draws for many readers has all words at hand. */
  show(language: Language, words: Words): void {
    this.open = { language, words }
  }
}

/** One set of a file that holds several, all for the same page. */
export function messagesOf<Sets, Name extends keyof Sets>(
  pages: Readonly<Record<Language, () => Promise<Sets>>>,
  name: Name,
): Messages<Sets[Name]> {
  const from = (language: Language) => async () => ({ words: (await pages[language]())[name] })
  return new Messages({ 'zh-Hans': from('zh-Hans'), 'zh-Hant': from('zh-Hant'), en: from('en') })
}
