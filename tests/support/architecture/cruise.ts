import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { fileURLToPath } from 'node:url'
import { imports, reach } from '../../architecture.cjs'

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDERS = ['shared', 'server', 'web', 'migrations']

export interface Breach {
  readonly rule: string
  readonly from: string
  readonly to: string
}

export interface Judgement {
  readonly breaches: readonly Breach[]
  /** Every file that the rules saw: an empty graph breaks no rule. */
  readonly seen: readonly string[]
}

/** Every import in the tree under `root` that the rules of architecture.cjs forbid. */
export async function judgementOf(root = projectRoot): Promise<Judgement> {
  const all = await judge(root, imports, true)
  const run = await judge(root, reach, false)
  return { breaches: [...all.breaches, ...run.breaches], seen: run.seen }
}

export const ruleNames = (): string[] => [...imports, ...reach].map(({ name }) => name ?? '')

/** With `withTypes`, an `import type` counts as an import. */
async function judge(root: string, forbidden: IForbiddenRuleType[], withTypes: boolean): Promise<Judgement> {
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
  const { modules, summary } = output as ICruiseResult
  return {
    breaches: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    seen: modules.map(({ source }) => source),
  }
}
