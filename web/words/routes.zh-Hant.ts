import type { Route } from '../../shared/concerns/concern.ts'

export const routes: Readonly<Record<Route, string>> = {
  hotline: '12345 熱線',
  petition: '信訪',
  court: '法院',
  police: '派出所',
  arbitration: '仲裁',
  mediation: '人民調解',
  department: '主管部門',
}
