import sheet from '@fontsource-variable/noto-sans-sc/wght.css?url'

/** The pixels of one letter; a letter without a glyph is drawn as the same box as any other. */
export function pixelsOf(letter: string, family: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 32
  const pen = canvas.getContext('2d')
  if (!pen) return letter
  pen.font = `24px ${family}`
  pen.textBaseline = 'top'
  pen.fillText(letter, 2, 2)
  return pen.getImageData(0, 0, 32, 32).data.join()
}

/** Adds a style sheet of our own origin; text is drawn before it arrives and again after. */
export function addSheet(href: string): void {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  document.head.append(link)
}

/** Where no Chinese letter can be drawn, fetches our own; a phone with a font fetches nothing. */
export function loadChineseFontIfMissing(): void {
  if (pixelsOf('永', 'sans-serif') === pixelsOf('龘', 'sans-serif')) addSheet(sheet)
}
