import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const at = (...parts) => join(root, ...parts)
export const NODE = at('node_modules/.bin/node')

const running = new Set()
let isStopping = false

/** Runs a command and gives back its exit code and everything it said; `loud` also shows it as it comes. */
export function run(command, args, { env = {}, loud = false, ...options } = {}) {
  // After a stop nothing new begins and nothing that ended is reported: the process is about to leave.
  if (isStopping) return new Promise(() => {})
  return new Promise((resolve) => {
    let output = ''
    const stdio = ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe']
    const child = spawn(command, args, { cwd: root, ...options, stdio, env: { ...process.env, ...env } })
    running.add(child)
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => {
      running.delete(child)
      resolve({ code: 127, output: `${command}: ${error.message}` })
    })
    child.on('close', (code) => {
      running.delete(child)
      if (!isStopping) resolve({ code: code ?? 1, output })
    })
  })
}

// What a checker makes lives long: more room for the young saves a quarter of the collecting.
const ROOM = '--max-semi-space-size=64'

/** Runs a tool of this project on the project's own Node. */
export const runTool = (file, args, options) => run(NODE, [ROOM, at('node_modules', file), ...args], options)

export function stopEverything() {
  isStopping = true
  for (const child of running) child.kill('SIGTERM')
}
