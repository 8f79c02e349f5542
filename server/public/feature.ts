import type { Feature } from '../feature.ts'
import { publicRoutes } from './routes.ts'

export const publicPages: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  routes: publicRoutes,
}
