import type { Role } from '../kernel/event.ts'

/** What each post is called, on every page. */
export const roles: Readonly<Record<Role, string>> = {
  facilitator: '主持人',
  recorder: '记录人',
  cadre: '村干部',
  supervision: '监督人',
  'grid-worker': '网格员',
  township: '镇里经办人',
  county: '县里经办人',
  discipline: '纪检',
  representative: '村民代表',
  villager: '村民',
}
