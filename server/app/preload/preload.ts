import type { FastifyRequest } from 'fastify'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { AppContext } from '../feature.ts'
import type { PagePreload } from '../../http/pages/page-file.ts'

/** Addresses of reads with their answers for whoever asks. */
export type Answers = Readonly<Record<string, unknown>>

export type Preloading = Omit<PagePreload, 'at'>

export type Preload = (context: AppContext, request: FastifyRequest) => Promise<Preloading>

/** What is refused is not told with the page: its scripts ask, and say why. */
export function notTold(problem: unknown): null {
  if (isRefusal(problem)) return null
  throw problem
}

/** Whether the name was to stand beside the words at the last visit, as the form shows it first. */
export const laneOf = ({ cookies }: FastifyRequest): Answers =>
  cookies['lane'] === 'open' ? { lane: 'open' } : {}
