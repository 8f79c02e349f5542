const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text as it stands between the tags of a page. */
export const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!)
