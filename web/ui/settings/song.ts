import sheet from '@fontsource-variable/noto-serif-sc/wght.css?url'
import { addSheet, pixelsOf } from './fonts.ts'

const SONG = '"Songti SC","Songti TC","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC"'

/** For the wall, the desk and print, never for a phone: spoken words and titles in a Song face. */
export function loadSongFaceIfMissing(): void {
  if (pixelsOf('永', `${SONG},sans-serif`) === pixelsOf('永', 'sans-serif')) addSheet(sheet)
}
