import type { SecurityAbout, SecurityEntry } from '../../../shared/people/security/security-log.ts'
import { roles } from '../../../shared/words/roles.en.ts'
import type { SecurityWords } from './security.ts'

const ABOUTS: Readonly<Record<SecurityAbout, string>> = {
  ...roles,
  'ledger-csv': 'the ledger as a table',
  'ledger-xlsx': 'the ledger as a workbook',
  backup: 'a whole copy of the database',
  evening: 'at an evening',
  inbox: 'in the inbox',
  matter: 'on the page of a matter',
  ledger: 'in the ledger',
  live: 'live at the desk',
  other: 'on another page',
}

const about = ({ about }: SecurityEntry): string => (about === null ? '' : ABOUTS[about])
const by = ({ by }: SecurityEntry): string => by ?? 'Somebody on no roster'

export const words: SecurityWords = {
  title: 'Security log',
  lead: 'Who logged in, who gave and took posts, who took files away and who read names that were to stay unnamed. Kept for six months. What anybody said or typed does not stand here.',
  kind: 'Show',
  all: 'everything',
  kinds: {
    'logged-in': 'log-ins',
    'log-in-failed': 'failed log-ins',
    'logged-out': 'log-outs',
    'sessions-ended': 'ended sessions',
    'login-set': 'passwords set',
    'reset-asked': 'new log-ins asked for',
    'reset-confirmed': 'new log-ins confirmed',
    'reset-stopped': 'new log-ins stopped',
    'post-given': 'posts given',
    'post-taken': 'posts taken',
    exported: 'files taken away',
    'roster-read': 'rosters read',
    'masked-read': 'masked names read',
  },
  entry: (entry) => {
    const whose = entry.who === null ? 'their own password' : `the password of ${entry.who}`
    const told: Readonly<Record<SecurityEntry['kind'], string>> = {
      'logged-in': `${by(entry)} logged in.`,
      'log-in-failed': `Somebody failed to log in ${entry.who === null ? 'under an unknown name' : `as ${entry.who}`}.`,
      'logged-out': `${by(entry)} logged out.`,
      'sessions-ended': `${by(entry)} ended other log-ins of their own.`,
      'login-set': `${by(entry)} set ${whose}.`,
      'reset-asked': `${by(entry)} asked for a new log-in for ${entry.who ?? 'themselves'}.`,
      'reset-confirmed': `${by(entry)} confirmed a new log-in for ${entry.who ?? 'themselves'}.`,
      'reset-stopped': `${by(entry)} stopped the new log-in of ${entry.who ?? 'their own'}.`,
      'post-given': `${entry.by ?? 'The instance'} gave ${entry.who ?? 'themselves'} the post of ${about(entry)}.`,
      'post-taken': `${entry.by ?? 'The instance'} took the post of ${about(entry)} from ${entry.who ?? 'themselves'}.`,
      exported: `${entry.by ?? 'Whoever keeps the server'} took away ${about(entry)}.`,
      'roster-read': `${by(entry)} read the roster.`,
      'masked-read': `${by(entry)} read names that were to stay unnamed, ${about(entry)}.`,
    }
    return told[entry.kind]
  },
  times: (count, until) => `${count} times, the last at ${until}`,
  none: 'Nothing of this kind',
  noneWhat: 'Nothing was noted here in the last six months.',
  older: 'Show older',
}
