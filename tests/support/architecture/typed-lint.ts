import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const COMPILER = { compilerOptions: { strict: true, module: 'ESNext', target: 'ES2023', noEmit: true } }

/** The rules with types that the project's lint says this text breaks. */
export async function typedLint(text: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'typed-lint-'))
  try {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(COMPILER))
    writeFileSync(join(folder, 'planted.ts'), text)
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    const options = ['--type-aware', '--config', join(root, '.oxlintrc.json'), '--format', 'json', '.']
    const said = await new Promise<string>((resolve) =>
      execFile(process.execPath, [oxlint, ...options], { cwd: folder }, (_, stdout) => resolve(stdout)),
    )
    const { diagnostics } = JSON.parse(said) as { diagnostics: { code: string }[] }
    return diagnostics.map(({ code }) => /\((.+)\)/.exec(code)?.[1] ?? code)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
