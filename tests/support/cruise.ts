import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { fileURLToPath } from 'node:url'
import { imports, reach } from '../architecture.cjs'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['shared', 'server', 'web', 'migrations']

export interface Breach {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** Every import in the tree under `root` that the rules of architecture.cjs forbid. */
export async function breachesIn(root = projectRoot): Promise<Breach[]> {
  return [...(await judge(root, imports, true)), ...(await judge(root, reach, false))]
}

export const ruleNames = (): string[] => [...imports, ...reach].map(({ name }) => name ?? '')

/** With `withTypes`, an `import type` counts as an import. */
async function judge(root: string, forbidden: IForbiddenRuleType[], withTypes: boolean): Promise<Breach[]> {
  const { output } = await cruise(FOLDERS, {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
    tsPreCompilationDeps: withTypes,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['browser', 'import', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  })
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }))
}

/** How many files of each folder the rules saw: an empty graph breaks no rule. */
export async function filesSeen(root = projectRoot): Promise<string[]> {
  const { output } = await cruise(FOLDERS, { baseDir: root, doNotFollow: { path: 'node_modules' } })
  return (output as ICruiseResult).modules.map(({ source }) => source)
}
