import { everywhere } from './everywhere.zh-Hant.ts'
import type { StoryWords } from './keys/story.ts'
import { routes } from './routes.zh-Hant.ts'

const CHANNELS = {
  meeting: '',
  form: '從意見箱遞來',
  call: '打電話來說',
  paper: '寫紙條來說',
  visit: '入戶時說起',
  import: '從老臺賬轉來',
} as const

const SUPERVISION = {
  reminder: '提醒了一聲',
  comment: '公開說了一句',
  'evidence-request': '問辦到哪一步了，要看憑據',
} as const

export const story: StoryWords = {
  tells: {
    'concern-raised': ({ who, meeting, channel }) =>
      `${who || everywhere.oneVillager}${meeting ? `在${meeting}上提的` : CHANNELS[channel] || '提的'}`,
    'concern-recorded': () => '說法跟提的人對過，記下了',
    'concern-reworded': () => '說法改了改',
    'concern-answered': () => '答覆了',
    'concern-referred': ({ unit, route }) => `轉給${unit}${route ? `（${routes[route]}）` : ''}`,
    'concern-put-to-assembly': () => '要上村民會議定',
    'concern-declined': () => '說明不辦',
    'outcome-taken-back': () => '上面的答覆收回了，重新來過',
    'concern-withdrawn': () => '提的人自己收回了',
    'concern-merged': () => '和同樣的事併到了一起',
    'merge-taken-back': () => '併錯了，又分開了',
    'voice-added': () => '又有一位鄉親說這件事',
    'slip-handed-out': () => '給提的人寫了張紙條，換手機也看得見',
    'concern-reopened': ({ times }) => `沒辦好，第 ${times} 回重新打開`,
    'concern-escalated': ({ to }) => (to ? `兩回沒辦好，往${to}走` : '兩回沒辦好，上面沒有再上一級'),
    'concern-put-on-agenda': () => '排上了下一次會',
    'concern-closed': ({ as, route }) =>
      as === 'disagreed'
        ? `到頂了還沒辦好，了結。還可以走${route ? routes[route] : routes.petition}`
        : as === 'rated'
          ? '了結'
          : '了結，沒人評（不算滿意）',
    'commitment-recorded': ({ who }) => `${who}說`,
    'commitment-amended': () => '改了，要再唸一遍',
    'confirmation-taken-back': () => '點頭按錯了，退回去，等再點頭',
    'commitment-put-off': () => '當晚沒人點頭，不算答應，下一場再說',
    'commitment-restored': () => '拿掉的又放回來，等唸一遍',
    'commitment-joined': () => '這句答應算作這件事的答覆',
    'rating-changed': () => '有人改了評價，上面的數照改後的算',
    'commitment-read-back': () => '念了一遍',
    'commitment-confirmed': ({ who, day, isImported }) =>
      isImported ? `從舊臺賬收進來：${who}，${day}前` : `${who}點頭答應：${day}前`,
    'extension-asked': ({ who, day }) => `${who}申請改到${day}`,
    'extension-refused': ({ day, by }) => `${by || '上一級'}沒同意改到${day}`,
    'due-day-moved': ({ from, to, times, by }) =>
      `${by || '上一級'}同意：${from}改到${to}，改期第 ${times} 次`,
    'due-day-recounted': ({ from, to }) => `放假安排變了，${from}重算成${to}，不算改期`,
    'part-reported': () => '辦成了一部分',
    'photo-removed': () => '拿掉了一張照片',
    'owner-linked': ({ who, unit }) => `「${who}」連到了名冊上的${unit}`,
    'evidence-added': () => '添了憑據',
    'commitment-ordered': ({ by }) => `${by || '上一級'}督辦`,
    'commitment-supervised': ({ by, supervision }) =>
      `${by || '監督的'}${supervision ? SUPERVISION[supervision] : ''}`,
    'commitment-done': ({ who, day }) =>
      day ? `${who}報辦成了` : `舊臺賬寫著${who}辦成了，哪天辦成的沒有寫`,
    'report-taken-back': () => '撤回了，還沒辦成',
    'commitment-became-overdue': ({ day, times }) =>
      `過了${day}，還沒辦成${times > 1 ? `（第 ${times} 回過日子）` : ''}`,
    'commitment-reopened': ({ to, times }) => `評的人說沒辦好，第 ${times} 回重辦，${to}前`,
    'commitment-settled': ({ as }) => (as === 'rated' ? '辦結' : '辦結，沒人評（不算滿意）'),
    'matter-offered': ({ from, to, isSlow }) =>
      isSlow ? `兩回沒辦好，${from}交到${to}` : `${from}交到${to}`,
    'matter-accepted': ({ to }) => `${to}接下了`,
    'matter-returned': ({ from, to }) => `${to}退回${from}`,
    'offer-taken-back': ({ from }) => `${from}收回，不交了`,
    'acceptance-taken-back': ({ to }) => `${to}收回，剛才接錯了`,
    'matter-passed': ({ from, to }) => `村子換了鎮，${from}手裡的轉給${to}`,
    'unit-summoned': ({ from, to, unit }) => `${from}吹哨，請${to}${unit}來`,
    'unit-came': ({ unit }) => `${unit}來了`,
    'outcome-rated': () => '大家評',
  },
  totals: ({ satisfied, acceptable, not }) => `滿意 ${satisfied}，還可以 ${acceptable}，不滿意 ${not}`,
  notDone: (count) => `${count} 個說沒辦成`,
  rest: (what, day) => `還剩：${what}，${day}前`,
  ownPart: (name, part) => `${name}的那份：${part}`,
  answerBy: (day) => `${day}前回話`,
  heldBy: (place) => `現在在${place}手裡`,
  firstAt: (place) => `最先接的是${place}，一直由${place}給鄉親回話`,
  waitingFor: (place, day) => `等${place}回話，最晚${day}`,
  storyLoading: '正在取來龍去脈……',
  storyUnreachable: '全部的來龍去脈沒取來，先看簡短的。',
}
