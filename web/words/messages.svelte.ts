import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { Language } from '../../shared/words/language.ts'
import { locale } from './language.svelte.ts'

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
    if (!this.open) throw new Error('words were read before they were loaded')
    return this.open.words
  }

  get isLoaded(): boolean {
    return this.open !== undefined
  }

  /** Resolves when `now` speaks the language; later changes of language are followed. */
  async load(language: Language = locale.now): Promise<Words> {
    locale.follow(this.follow)
    if (this.open?.language !== language) {
      const { words } = await this.pages[language]()
      this.show(language, isolating(words))
    }
    return this.now
  }

  /** Speaks the language at once; a server that draws for many readers has all words at hand. */
  show(language: Language, words: Words): void {
    this.open = { language, words }
  }
}
