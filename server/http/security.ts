import type { IncomingMessage } from 'node:http'
import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Nothing of a device is asked for but the clipboard, which copies an address. */
const UNUSED = [
  'camera',
  'display-capture',
  'geolocation',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
const PERMISSIONS_POLICY = UNUSED.map((feature) => `${feature}=()`).join(', ')
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i

/** Sockets go to where the page came from; older browsers do not count them among `'self'`. */
function socketsOf({ headers: { host } }: IncomingMessage): string {
  return host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : "'self'"
}

/** Our own origin and nothing else; a page in a village hall may have no TLS, so none is forced on it. */
export function contentSecurityPolicy(publicUrl: string | null): FastifyHelmetOptions {
  const isSecure = publicUrl?.startsWith('https:') ?? false
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        // Svelte sets lengths and colours through the style property, which this does not concern.
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // No text becomes markup but by the policies of Svelte, of ProseMirror and of what is pasted (`web/minutes/editor`).
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['svelte-trusted-html', 'ProseMirrorClipboard', 'pasted-html'],
        // A proxy may hide the name that the browser knows; a configured address does not.
        connectSrc: [
          "'self'",
          publicUrl === null ? socketsOf : new URL(publicUrl).origin.replace(/^http/, 'ws'),
        ],
        fontSrc: ["'self'"],
      },
    },
    hsts: isSecure,
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
  }
}

/** Whatever does not say how long it may be kept is kept by nobody (OWASP ASVS 5.0, 14.3.2). */
export function closeAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('permissions-policy', PERMISSIONS_POLICY)
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
}
