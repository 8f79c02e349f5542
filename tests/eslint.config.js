import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import { noModuleState } from './module-state.js'

const property = (object, name) => ({
  object,
  property: name,
  message: 'Time, ids and chance come in by the door: take `now` or `newId` as an argument.',
})
const door = (name) => ({ name, message: 'Only the doors touch this; the others are given what they need.' })
// A digest is the same every time; what is drawn is not.
const chance = (name) => ({
  ...door(name),
  importNames: [
    'default',
    'webcrypto',
    'randomBytes',
    'randomFill',
    'randomInt',
    'randomUUID',
    'generateKeySync',
  ],
})

/** The files that may touch the clock, chance and the environment. Everyone else is handed them. */
export const DOORS = [
  'server/app/main.ts',
  'server/app/config.ts',
  'server/app/context.ts',
  'server/app/admin.ts',
  'server/app/backup.ts',
  'server/app/restore.ts',
  'server/clock/**',
  'server/journal/**',
  'server/storage/epoch.ts',
  'server/storage/secret.ts',
  'server/storage/secret-box.ts',
  'server/http/session.ts',
  'server/people/log-in/passwords.ts',
  'web/sync/**',
]

export const onlyDoorsTouchClockAndChance = {
  files: ['shared/**/*.ts', 'server/**/*.ts', 'web/**/*.ts', 'web/**/*.svelte', 'migrations/**/*.ts'],
  ignores: [...DOORS, 'web/*.ts'],
  rules: {
    'no-restricted-globals': ['error', door('process'), door('crypto')],
    'no-restricted-imports': [
      'error',
      { paths: [...['node:process', 'process'].map(door), ...['node:crypto', 'crypto'].map(chance)] },
    ],
    'no-restricted-properties': ['error', property('Date', 'now'), property('Math', 'random')],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'Take `now` as an argument.',
      },
      { selector: "CallExpression[callee.name='Date']", message: 'Take `now` as an argument.' },
    ],
  },
}

export const longest = {
  files: ['shared/**/*.ts', 'server/**/*.ts', 'web/**/*.ts', 'web/**/*.svelte', 'scripts/*.mjs'],
  rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
}

const everywhere = {
  languageOptions: { globals: { ...globals.node, ...globals.browser } },
  rules: {
    'no-undef': 'off',
    'no-console': 'off',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
  },
}

const components = {
  files: ['**/*.svelte', '**/*.svelte.ts'],
  languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
  rules: {
    'prefer-const': 'off',
    'svelte/prefer-const': 'error',
    'svelte/no-at-html-tags': 'error',
    'svelte/require-each-key': 'error',
    // A Map or Set that is replaced, not changed, needs no reactive twin.
    'svelte/prefer-svelte-reactivity': 'off',
  },
}

export default [
  { ignores: ['dist/**', 'node_modules/**', '.cache/**', 'data/**', 'coverage/**'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  everywhere,
  components,
  onlyDoorsTouchClockAndChance,
  noModuleState,
  longest,
  {
    // A migration knows the tables of its own day only; the foundations join features whose types they cannot know.
    files: [
      'migrations/**',
      'server/app/feature.ts',
      'server/app/features.ts',
      'server/journal/**',
      'server/storage/**',
      'tests/**',
    ],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  { files: ['**/*.cjs', '**/*.d.cts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
]
