import type { Lane } from '../../../shared/comments/comment.ts'

/** The name as everybody reads it: a phone is looked at by neighbours too, also the one of whoever spoke. */
export const unmasked = ({ lane }: { readonly lane: Lane }, name: string | null): string | null =>
  lane === 'masked' ? null : name
