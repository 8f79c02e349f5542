import type { Route } from '../../../shared/concerns/concern.ts'

export const routes: Readonly<Record<Route, string>> = {
  hotline: '12345 热线',
  petition: '信访',
  court: '法院',
  police: '派出所',
  arbitration: '仲裁',
  mediation: '人民调解',
  department: '主管部门',
}
