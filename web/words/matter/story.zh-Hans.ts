import { everywhere } from '../everywhere.zh-Hans.ts'
import type { StoryWords } from './story.ts'
import { routes } from '../concerns/routes.zh-Hans.ts'

const CHANNELS = {
  meeting: '',
  form: '从意见箱递来',
  call: '打电话来说',
  paper: '写纸条来说',
  visit: '入户时说起',
  import: '从老台账转来',
} as const

const SUPERVISION = {
  reminder: '提醒了一声',
  comment: '公开说了一句',
  'evidence-request': '问办到哪一步了，要看凭据',
} as const

const asker: StoryWords['asker'] = ({ who, by, isOnBehalf }) =>
  isOnBehalf ? `${by ? `${by}替` : '工作人员代'}${who}` : who

export const story: StoryWords = {
  asker,
  tells: {
    'concern-raised': ({ who, meeting, channel }) =>
      `${who || everywhere.oneVillager}${meeting ? `在${meeting}上提的` : CHANNELS[channel] || '提的'}`,
    'concern-recorded': () => '说法跟提的人对过，记下了',
    'concern-reworded': () => '说法改了改',
    'concern-answered': () => '答复了',
    'concern-referred': ({ unit, route }) => `转给${unit}${route ? `（${routes[route]}）` : ''}`,
    'concern-put-to-assembly': () => '要上村民会议定',
    'concern-declined': () => '说明不办',
    'outcome-taken-back': () => '上面的答复收回了，重新来过',
    'concern-withdrawn': () => '提的人自己收回了',
    'concern-merged': () => '和同样的事并到了一起',
    'merge-taken-back': () => '并错了，又分开了',
    'voice-added': () => '又有一位乡亲说这件事',
    'slip-handed-out': () => '给提的人写了张纸条，换手机也看得见',
    'concern-reopened': ({ times }) => `没办好，第 ${times} 回重新打开`,
    'concern-escalated': ({ to }) => (to ? `两回没办好，往${to}走` : '两回没办好，上面没有再上一级'),
    'concern-put-on-agenda': () => '排上了下一次会',
    'concern-closed': ({ as, route }) =>
      as === 'disagreed'
        ? `到顶了还没办好，了结。还可以走${route ? routes[route] : routes.petition}`
        : as === 'rated'
          ? '了结'
          : '了结，没人评（不算满意）',
    'commitment-recorded': ({ who }) => `${who}说`,
    'commitment-amended': () => '改了，要再念一遍',
    'confirmation-taken-back': () => '点头按错了，退回去，等再点头',
    'commitment-put-off': () => '当晚没人点头，不算答应，下一场再说',
    'commitment-restored': () => '拿掉的又放回来，等念一遍',
    'commitment-joined': () => '这句答应算作这件事的答复',
    'rating-changed': () => '有人改了评价，上面的数照改后的算',
    'commitment-read-back': () => '念了一遍',
    'commitment-confirmed': ({ who, day, isImported }) =>
      isImported ? `从旧台账收进来：${who}，${day}前` : `${who}点头答应：${day}前`,
    'extension-asked': (facts) => `${asker(facts)}申请改到${facts.day}`,
    'extension-refused': ({ day, by }) => `${by || '上一级'}没同意改到${day}`,
    'due-day-moved': ({ from, to, times, by }) =>
      `${by || '上一级'}同意：${from}改到${to}，改期第 ${times} 次`,
    'due-day-recounted': ({ from, to }) => `放假安排变了，${from}重算成${to}，不算改期`,
    'part-reported': () => '办成了一部分',
    'photo-removed': () => '拿掉了一张照片',
    'owner-linked': ({ who, unit }) => `「${who}」连到了名册上的${unit}`,
    'evidence-added': () => '添了凭据',
    'commitment-ordered': ({ by }) => `${by || '上一级'}督办`,
    'commitment-supervised': ({ by, supervision }) =>
      `${by || '监督的'}${supervision ? SUPERVISION[supervision] : ''}`,
    'commitment-done': ({ who, day, isOnBehalf }) =>
      day ? `${isOnBehalf ? '工作人员代' : ''}${who}报办成了` : `旧台账写着${who}办成了，哪天办成的没有写`,
    'report-taken-back': () => '撤回了，还没办成',
    'commitment-became-overdue': ({ day, times }) =>
      `过了${day}，还没办成${times > 1 ? `（第 ${times} 回过日子）` : ''}`,
    'commitment-reopened': ({ to, times }) => `评的人说没办好，第 ${times} 回重办，${to}前`,
    'commitment-settled': ({ as }) => (as === 'rated' ? '办结' : '办结，没人评（不算满意）'),
    'matter-offered': ({ from, to, isSlow }) =>
      isSlow ? `两回没办好，${from}交到${to}` : `${from}交到${to}`,
    'matter-accepted': ({ to }) => `${to}接下了`,
    'matter-returned': ({ from, to }) => `${to}退回${from}`,
    'offer-taken-back': ({ from }) => `${from}收回，不交了`,
    'acceptance-taken-back': ({ to }) => `${to}收回，刚才接错了`,
    'matter-passed': ({ from, to }) => `村子换了镇，${from}手里的转给${to}`,
    'unit-summoned': ({ from, to, unit }) => `${from}吹哨，请${to}${unit}来`,
    'unit-came': ({ unit }) => `${unit}来了`,
    'outcome-rated': () => '大家评',
  },
  totals: ({ satisfied, acceptable, not }) => `满意 ${satisfied}，还可以 ${acceptable}，不满意 ${not}`,
  notDone: (count) => `${count} 个说没办成`,
  rest: (what, day) => `还剩：${what}，${day}前`,
  ownPart: (name, part) => `${name}的那份：${part}`,
  answerBy: (day) => `${day}前回话`,
  heldBy: (place) => `现在在${place}手里`,
  firstAt: (place) => `最先接的是${place}，一直由${place}给乡亲回话`,
  waitingFor: (place, day) => `等${place}回话，最晚${day}`,
  storyLoading: '正在取来龙去脉……',
  storyUnreachable: '全部的来龙去脉没取来，先看简短的。',
}
