import type { SecurityAbout, SecurityEntry } from '../../../shared/people/security/security-log.ts'
import { roles } from '../../../shared/words/roles.zh-Hans.ts'
import type { SecurityWords } from './security.ts'

const ABOUTS: Readonly<Record<SecurityAbout, string>> = {
  ...roles,
  'ledger-csv': '台账（文本表格）',
  'ledger-xlsx': '台账（工作簿）',
  backup: '整个数据库的备份',
  evening: '在夜话页上',
  inbox: '在收件箱里',
  matter: '在一件事的页面上',
  ledger: '在台账里',
  live: '在工作台上随时听到',
  other: '在别的页面上',
}

const about = ({ about }: SecurityEntry): string => (about === null ? '' : ABOUTS[about])
const by = ({ by }: SecurityEntry): string => by ?? '已不在名册上的人'

export const words: SecurityWords = {
  title: '安全记录',
  lead: '谁登录过，谁给了、收了职务，谁带走了文件，谁看过不具名者的名字。保存六个月。大家说的、输入的内容都不记在这里。',
  kind: '只看',
  all: '全部',
  kinds: {
    'logged-in': '登录',
    'log-in-failed': '登录没成功',
    'logged-out': '退出',
    'sessions-ended': '结束别处的登录',
    'login-set': '设密码',
    'reset-asked': '申请重设登录',
    'reset-confirmed': '确认重设登录',
    'reset-stopped': '停下重设登录',
    'post-given': '给职务',
    'post-taken': '收职务',
    exported: '带走文件',
    'roster-read': '看名册',
    'masked-read': '看不具名者的名字',
  },
  entry: (entry) => {
    const whose = entry.who === null ? '自己' : entry.who
    const told: Readonly<Record<SecurityEntry['kind'], string>> = {
      'logged-in': `${by(entry)}登录了。`,
      'log-in-failed':
        entry.who === null ? '有人用不认得的名字登录，没成功。' : `有人用${entry.who}的名字登录，没成功。`,
      'logged-out': `${by(entry)}退出了。`,
      'sessions-ended': `${by(entry)}结束了自己在别处的登录。`,
      'login-set': `${by(entry)}给${whose}设了密码。`,
      'reset-asked': `${by(entry)}申请重设${whose}的登录。`,
      'reset-confirmed': `${by(entry)}确认重设${whose}的登录。`,
      'reset-stopped': `${by(entry)}停下了重设${whose}的登录。`,
      'post-given': `${entry.by ?? '系统'}给${whose}职务：${about(entry)}。`,
      'post-taken': `${entry.by ?? '系统'}收回${whose}的职务：${about(entry)}。`,
      exported: `${entry.by ?? '管服务器的人'}带走了${about(entry)}。`,
      'roster-read': `${by(entry)}看了名册。`,
      'masked-read': `${by(entry)}${about(entry)}看了不具名者的名字。`,
    }
    return told[entry.kind]
  },
  times: (count, until) => `共${count}次，最后一次${until}`,
  none: '没有这样的记录',
  noneWhat: '最近六个月，这里没有记下什么。',
  older: '看更早的',
}
