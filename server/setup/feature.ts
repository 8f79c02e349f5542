import type { Feature } from '../feature.ts'
import { setupRoutes } from './routes.ts'

export const setup: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes: setupRoutes,
}
