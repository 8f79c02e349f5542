/** How a request reached us, as Fastify tells it. */
interface Reached {
  readonly protocol: string
  readonly hostname: string
  readonly host: string
  readonly port: number | null
}

/** Where others in the hall reach this machine: a desk opened at localhost must not hand out localhost. */
export function addressInHall({ protocol, hostname, host, port }: Reached, hallHost: string | null): string {
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  if (!isLoopback || !hallHost) return `${protocol}://${host}`
  return `${protocol}://${hallHost}${port ? `:${port}` : ''}`
}
