import { choose, chosen } from '../memory.ts'

export type Mood = 'night' | 'day'
/** Letters as they are, 24 px (大字) or 30 px. */
export type Letters = 'off' | '24' | '30'

export const LETTERS: readonly Letters[] = ['off', '24', '30']
const KEY = 'letters'

/** How this screen is read: mood and size of letters live as attributes of `<html>`, which the tokens hear. */
class Reading {
  mood = $state<Mood>('day')
  letters = $state<Letters>('off')

  /** Takes up what was chosen at the last visit; a wall keeps its own size. */
  start(): void {
    const root = document.documentElement
    this.mood = root.dataset.mood === 'night' ? 'night' : 'day'
    const last = chosen(KEY) as Letters
    if (root.dataset.mode !== 'wall' && LETTERS.includes(last)) this.show(last)
  }

  setMood(mood: Mood): void {
    this.mood = mood
    document.documentElement.dataset.mood = mood
  }

  setLetters(letters: Letters): void {
    this.show(letters)
    choose(KEY, letters)
  }

  private show(letters: Letters): void {
    const { dataset } = document.documentElement
    this.letters = letters
    if (letters === 'off') delete dataset.mode
    else dataset.mode = 'elder'
    if (letters === '30') dataset.size = 'largest'
    else delete dataset.size
  }
}

export const reading = new Reading()

export const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
