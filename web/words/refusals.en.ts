import type { Refusal } from '../../shared/kernel/refusal.ts'
import { words as sentences } from '../../shared/words/refusals.en.ts'
import { sentenceOf } from '../../shared/words/sentence.ts'

export const words = (refusal: Refusal): string => sentenceOf(refusal, sentences)
