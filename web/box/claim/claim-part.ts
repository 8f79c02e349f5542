import type { Component } from 'svelte'
import { claimWords } from '../../words/villagers.ts'
import Claim from './Claim.svelte'
import type { Mine } from '../mine.svelte.ts'

/** The code for another phone, with its words; fetched once what this phone raised has been drawn. */
export async function openClaim(): Promise<Component<{ mine: Mine }>> {
  await claimWords.load()
  return Claim
}
