import type { Feature } from '../app/feature.ts'
import { setupRoutes } from './routes.ts'

export const setup: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes: setupRoutes,
}
