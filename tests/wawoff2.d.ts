declare module 'wawoff2' {
  /** A font as a system reads it, from one as the web packs it. @throws where it is none */
  export function decompress(font: Uint8Array): Promise<Uint8Array>
}
