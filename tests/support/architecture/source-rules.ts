/** One file of the project, as a rule about its text sees it. */
export interface Source {
  readonly path: string
  readonly text: string
}

interface SourceRule {
  readonly name: string
  /** What is wrong with the file; nothing when it is in order. */
  readonly check: (source: Source) => readonly string[]
}

const LONGEST = { ts: 300, svelte: 200 }
const BANNED =
  /^(Managers?|Services?|Helpers?|Utils?|Utilities|Common|Base|Core|Impl|Infos?|Processors?|Misc|DTO|Dto)$/i
const BANNED_VERB = /^(process|handle|do)$/
const BANNED_FILES = /(^|\/)(index|utils?|types|constants|helpers?|misc|common|core|lib)(\.[\w.]+$|\/)/
// Names that were given up for the field's own: see the glossary in the README.
const RETIRED =
  /^(Parts|Halls?|Beat|Pace|Carets|MinutesRoom|Sitting|Shelf|Saying|Deeds?|Doing|doing|Picture|tongue|Tongue|Fates?|Faces?|Follow|Resting|Hanging|Window|toldFirst|drawnFirst|TellFirst|Chapter|[A-Z][A-Z0-9_]*_(LONGEST|MOST))$/
/** These are retired within longer names too. */
const RETIRED_WORD = /^(vows?|putting|bringing|tales?)$/i
const DECLARED = /\b(?:function|class|const|interface|type)\s+([A-Za-z_$][\w$]*)/g

const wordsOf = (name: string): string[] => name.split(/(?<=[a-z0-9])(?=[A-Z])|[-_.]/)

function isBanned(name: string): boolean {
  const words = wordsOf(name)
  if (words.length > 1 && BANNED_VERB.test(words[0] ?? '')) return true
  if (words.some((word) => BANNED.test(word))) return true
  if (words.length > 1 && /^Data$/i.test(words.at(-1) ?? '')) return true
  return words.length > 1 && /^Handlers?$/.test(words.at(-1) ?? '') && !/(Command|Read)Handlers?$/.test(name)
}

const linesMatching = (text: string, pattern: RegExp): string[] =>
  text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`line ${index + 1}: ${line.trim()}`] : []))

const inside = (folder: RegExp, check: SourceRule['check']): SourceRule['check'] => {
  return (source) => (folder.test(source.path) ? check(source) : [])
}

export const SOURCE_RULES: readonly SourceRule[] = [
  {
    name: 'files are short',
    check: ({ path, text }) => {
      const most = path.endsWith('.svelte') ? LONGEST.svelte : LONGEST.ts
      const lines = text.trimEnd().split('\n').length
      return lines > most ? [`${lines} lines, at most ${most}`] : []
    },
  },
  {
    name: 'files are named after what they hold',
    check: ({ path }) => {
      const file = path.split('/').at(-1)?.split('.')[0] ?? ''
      return BANNED_FILES.test(path) || isBanned(file) ? ['this name says nothing'] : []
    },
  },
  {
    name: 'names say one thing',
    check: ({ text }) =>
      [...text.matchAll(DECLARED)].map(([, name = '']) => name).filter((name) => isBanned(name)),
  },
  {
    name: 'no retired name comes back',
    check: ({ path, text }) => {
      const declared = [...text.matchAll(DECLARED)].map(([, name = '']) => name)
      const retired = [...declared, path.split('/').at(-1) ?? ''].filter((name) =>
        wordsOf(name).some((word) => RETIRED_WORD.test(word)),
      )
      return path.startsWith('tests/')
        ? retired
        : [...declared.filter((name) => RETIRED.test(name)), ...retired]
    },
  },
  {
    name: 'only @note and @todo mark a comment',
    check: ({ text }) =>
      linesMatching(text, /(\/\/|\/?\*|<!--).*((?<!@)\bTODO\b|\b(FIXME|XXX|HACK)\b|keep in sync)/i).filter(
        (line) => !/@todo\b/.test(line),
      ),
  },
  {
    name: 'nothing is exported by default',
    check: ({ path, text }) =>
      /\.config\.(d\.)?(ts|js)$/.test(path)
        ? []
        : linesMatching(text, /^\s*export (default\b|\* from|\{[^}]*\bas default\b)/),
  },
  {
    name: 'no second-format Yjs decoder on the server',
    check: inside(/^server\//, ({ text }) =>
      linesMatching(
        text,
        /\b(\w*(Update|StateVector|State|Snapshot|Encoder|Decoder|Id|IdSet|DeleteSet)\w*V2)\b/,
      ),
    ),
  },
  {
    name: 'queries never write',
    check: inside(/\/queries\.ts$/, ({ text }) =>
      linesMatching(
        text,
        /\b(insertInto|updateTable|deleteFrom|replaceInto|mergeInto|insert into|delete from)\b/,
      ),
    ),
  },
  {
    name: 'no Enter acts on a word that is being composed',
    check: inside(/^web\/(?!words\/|ui\/forms\/composition\.ts)/, ({ path, text }) => {
      const lines = text.split('\n')
      const isGuarded = (at: number): boolean =>
        lines.slice(Math.max(0, at - 12), at + 11).some((line) => line.includes('isComposing(event)'))
      const bare = lines.flatMap((line, at) =>
        /[!=]== 'Enter'/.test(line) && !isGuarded(at) ? [`line ${at + 1}: ${line.trim()}`] : [],
      )
      const isPage = /^web\/[a-z]+\/main\.ts$/.test(path)
      return isPage && !text.includes("ui/forms/composition.ts'")
        ? [...bare, 'its forms are not guarded']
        : bare
    }),
  },
  {
    name: 'what must be true on the screen is not left to a page translation',
    check: inside(/^web\/(?!ui\/text\/Phrases\.).*\.svelte$/, ({ text }) =>
      linesMatching(text, /\btranslate=(?!"no")/),
    ),
  },
  {
    name: 'what is put into a sentence orders nothing around it',
    check: inside(/^(server|shared\/words)\/(?!.*\.(en|zh-Han.)\.ts$).*\.ts$/, ({ text }) =>
      /^import .*\/(?!refusals)[a-z-]+\.en\.ts'/m.test(text) && !/= isolating\(\{/.test(text)
        ? ['its messages are not isolating']
        : [],
    ),
  },
  {
    name: 'a rule or fold lets no event or state pass unnamed',
    check: inside(/^shared\//, ({ text }) => {
      const lines = text.split('\n')
      return lines.flatMap((line, at) => {
        // It goes on with the rest, or says which rest that is.
        const isNamed = / satisfies |^\s*return \w+\(.*event\b/.test(lines[at + 1] ?? '')
        return /^\s*default:/.test(line) && !isNamed ? [`line ${at + 1}: ${line.trim()}`] : []
      })
    }),
  },
  {
    name: 'what follows from the state of a comment stands in its tables',
    check: inside(/^(server|web|shared\/(?!comments\/state))/, ({ text }) =>
      linesMatching(text, /state['\s]*(===|!==|, '!?=',)\s*'(held|shown)'|comment!?\.state (===|!==) /),
    ),
  },
  // The first bytes of the desk have no room for it where somebody logs in, which is no command.
  {
    name: 'what is pressed on the desk is sent by a Submission or the CommandRunner',
    check: inside(
      /^web\/(desk|meetings|people|catalogue|calendar|visits|agenda|notices)\//,
      ({ path, text }) =>
        /\/(command-runner\.svelte\.ts|Login\.svelte)$/.test(path)
          ? []
          : linesMatching(text, /\b(is)?(busy|sending|saving|naming)\w* = \$state/i),
    ),
  },
  {
    name: 'components never name the server',
    check: inside(/\.svelte$/, ({ text }) => linesMatching(text, /from\s+['"][./]+\/server\//)),
  },
]
