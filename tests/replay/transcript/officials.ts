type Speaker = { id: string; roles: string[] }
type Said = { by: string | null; text: string }

const OFFICIAL_ROLE =
  /\/official\/|书记|書記|主任|镇长|鎮長|乡长|鄉長|里長|里长|村长|村長|会计|會計|委员|委員|干部|幹部|[局处處科署司部县縣市区區]长|[局處科署司部縣市區]長|里幹事/u

const INTRODUCES =
  /(?:我(?:這邊|这边)?(?:是|代表)(?:來自|来自|代表)?|來自|来自|服務(?:於|在)|服务(?:于|在))([^，。！？；、,!?;\n]{2,40})/u
const GOVERNMENT =
  /政府|公所|行政院|立法院|委員會|委员会|農委會|农委会|國發會|国发会|[\p{Script=Han}](?:部(?![落分門门屬属隊队])|局|署|處|处|司(?!機|机|儀|仪))|政委|立委|議員|议员|[里村鎮镇乡鄉縣县市]長|村书记|村書記|參議/u
const NOT_GOVERNMENT =
  /大學|大学|公司|企業社|企业社|社會企業|社会企业|協會|协会|公會|公会|總會|总会|學會|学会|基金會|基金会|合作社|集團|集团|銀行|银行|醫院|医院|管理委員會|管委[會会]|負責人|负责人|部落|研發處|顧問團|顾问团/u

/**
 * Who speaks for the authorities: those who speak in an official role (`as` → TLCRole). Where the file
 * knows no roles: whoever speaks most often (the chair, who answers), and everybody who introduces
 * themselves by a government unit.
 */
export function officialsOf(speakers: readonly Speaker[], speeches: readonly Said[]): Set<string> {
  if (speakers.some((speaker) => speaker.roles.length > 0)) {
    const holdsPost = ({ roles }: Speaker) => roles.some((role) => OFFICIAL_ROLE.test(role))
    return new Set(speakers.filter(holdsPost).map((speaker) => speaker.id))
  }
  const officials = new Set<string>()
  const turns = new Map<string, number>()
  for (const { by, text } of speeches) {
    if (by === null) continue
    turns.set(by, (turns.get(by) ?? 0) + 1)
    if (namesOwnGovernmentUnit(text)) officials.add(by)
  }
  const mostTurns = Math.max(0, ...turns.values())
  for (const [by, count] of turns) if (count === mostTurns) officials.add(by)
  return officials
}

function namesOwnGovernmentUnit(text: string): boolean {
  // A self-introduction stands at the beginning; later a speaker talks about units, not for one.
  const clause = INTRODUCES.exec(text.slice(0, 120))?.[1] ?? ''
  return GOVERNMENT.test(clause) && !NOT_GOVERNMENT.test(clause)
}
