import type { Route } from '../../../shared/concerns/concern.ts'

export const routes: Readonly<Record<Route, string>> = {
  hotline: 'the 12345 hotline',
  petition: 'a petition',
  court: 'the court',
  police: 'the police',
  arbitration: 'arbitration',
  mediation: 'mediation',
  department: 'the department in charge',
}
