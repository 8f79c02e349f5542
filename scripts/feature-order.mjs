// Draws the order of the features into the README; with --check it only says whether that is so.
import { readFileSync, writeFileSync } from 'node:fs'
import { FEATURES } from '../shared/features.ts'
import { at } from './run.mjs'

const README = at('README.md')
const DRAWN = /(?<=<!-- features -->).*?(?=<!-- \/features -->)/s

const text = readFileSync(README, 'utf8')
if (!DRAWN.test(text))
  throw new Error('expected <!-- features --> … <!-- /features --> in README.md, found none')
const drawn = text.replace(DRAWN, FEATURES.join(' ← '))

if (!process.argv.includes('--check')) writeFileSync(README, drawn)
else if (drawn !== text) {
  console.error('README.md shows another order than shared/features.ts: npm run features')
  process.exitCode = 1
}
