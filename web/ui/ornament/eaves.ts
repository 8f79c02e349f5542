/** Width and height; edge with ridge, slopes, tiles. Strokes do not scale, so a drawing may be stretched. */
export type EavesDrawing = readonly [size: string, edge: string, slopes: string, tiles: string]

export const NARROW: EavesDrawing = [
  '360 40.3',
  'M7.9 16.6C18.7 30.2 39.6 33.8 72 33.8H288C320.4 33.8 341.3 30.2 352.1 16.6M148.7 2.5C153.1 6.1 156 6.5 161 6.5H199C204 6.5 206.9 6.1 211.3 2.5',
  'M154.5 6.5C118.3 18 74.1 28.8 54 28.8C34.6 28.8 20.2 25.9 7.9 16.6M205.5 6.5C241.7 18 285.9 28.8 306 28.8C325.4 28.8 339.8 25.9 352.1 16.6',
  'M74.2 37.4H288',
]
export const WIDE: EavesDrawing = [
  '1920 116',
  'M23 48C54 87 114 98 208 98H1712C1806 98 1866 87 1897 48M693 7C706 18 715 19 729 19H1191C1205 19 1214 18 1227 7',
  'M710 19C511 52 267 83 156 83C100 83 58 75 23 48M1210 19C1409 52 1653 83 1764 83C1820 83 1862 75 1897 48',
  'M214 108H1712',
]
export const LINE: EavesDrawing = ['1366 47', 'M9 19C22 35 46 39 84 39H1282C1320 39 1344 35 1357 19', '', '']
