import type { OverWords } from './over.ts'

export const words: OverWords = {
  closedWhat: '您说过的话都记着。纪要签了字，就能在这里看。',
  signedWhat: '纪要签了字，谁都能看。谢谢您来。',
  unsaidTitle: '您这句话没来得及发出去',
  unsaidWhat: '会散了，今晚收不进去了。可以放进意见箱，村里一样答复。',
  toBox: '放进意见箱',
  discard: '不要了',
}
