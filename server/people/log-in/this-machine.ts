import type { FastifyRequest } from 'fastify'

/** Any of these was written by something between the browser and us. */
const FROM_PROXIES =
  /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|x-original-.+|true-client-ip|cf-.+)$/

/**
 * True for a browser on the machine itself: no proxy in between, and asked for by one of its own names.
 * A proxy may add no header at all: where one is configured, nobody counts as being here.
 */
export function isOnThisMachine(request: FastifyRequest): boolean {
  const { headers, server, socket, raw } = request
  if (server.isBehindProxy) return false
  if (Object.keys(headers).some((name) => FROM_PROXIES.test(name))) return false
  // No browser speaks it any more, and some proxies do.
  if (raw.httpVersionMajor === 1 && raw.httpVersionMinor === 0) return false
  // The names too, or a page elsewhere whose name was turned to 127.0.0.1 would count as this machine.
  const names = [`http://${headers.host ?? ''}`, headers.origin, headers.referer]
  return isLoopback(socket.remoteAddress ?? '') && names.every((one) => one === undefined || isOwnName(one))
}

const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address)

const isOwnName = (url: string): boolean =>
  URL.canParse(url) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(new URL(url).hostname)
