const POSTS = /(书记|主任|镇长|会计|局长|所长|站长|队长|組長|组长|書記|鎮長|會計|局長|所長|站長|隊長)$/
const TWO_LETTER_SURNAMES =
  /^(欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|令狐|慕容|司徒|夏侯|端木|长孙|長孫|宇文|轩辕|軒轅)/

/** 王建国, 村书记 is spoken to as 王书记; wherever that might be wrong, by the whole name. */
export function calledBy(name: string, title: string | null): string {
  const post = POSTS.exec(title ?? '')?.[1]
  if (!post || !/^\p{Script=Han}{2,4}$/u.test(name)) return name
  const surname = TWO_LETTER_SURNAMES.exec(name)?.[1] ?? (name.length < 4 ? name.slice(0, 1) : '')
  return surname ? surname + post : name
}
