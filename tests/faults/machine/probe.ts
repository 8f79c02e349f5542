const LOOK_EVERY_MS = 10
const TELL_EVERY_MS = 100

let before = performance.now()
let cpuBefore = process.cpuUsage()
let stallMs = 0

// Time in which the machine ran somebody else is no stall of ours: only what this process computed counts.
const look = (): void => {
  const now = performance.now()
  const { user, system } = process.cpuUsage(cpuBefore)
  stallMs = Math.max(stallMs, Math.min(now - before, (user + system) / 1000))
  before = now
  cpuBefore = process.cpuUsage()
}

const tell = (): void => {
  process.send?.({ stallMs, rssBytes: process.memoryUsage.rss() })
  stallMs = 0
}

if (process.send) {
  process.channel?.unref()
  setInterval(look, LOOK_EVERY_MS).unref()
  setInterval(tell, TELL_EVERY_MS).unref()
}
