import type { ConcernChannel } from '../../../shared/concerns/concern.ts'
import type { PlanWords } from './plan.ts'

const CHANNELS: Readonly<Record<ConcernChannel, string>> = {
  meeting: '会上',
  form: '意见箱',
  call: '电话',
  paper: '纸条',
  visit: '走访',
  import: '旧台账',
}
const photosOf = (count: number): string => (count ? `照片 ${count} 张` : '没照片')

export const words: PlanWords = {
  title: '排下一场',
  nextIsPlanned: '下一场，排好了',
  drawnUp: '下一场，照着答应过的排好了',
  seeOrChange: '看要说的事，要改也在这里',
  goThrough: '过一遍，定下来',
  untilSettled: '定下来才算数，到那天在这里开会。',
  lateAmong: (late) => `过了日子的 ${late} 件`,
  part: (part) =>
    ({
      promised: '上次答应的',
      above: '上头回话',
      unfinished: '上次没说完的',
      inbox: '收进来的话',
      added: '新添的',
    })[part],
  count: (count) => `${count} 件`,
  reason: (reason, who, day) => {
    switch (reason.kind) {
      case 'judged-not':
        return reason.times === 2 ? '两回都评没办成' : `${reason.times} 回都评没办成`
      case 'late':
        return `过了 ${reason.days} 天`
      case 'reported':
        return `说是办好了，${photosOf(reason.photos)}`
      case 'judged':
        return `提的人说${reason.isGood ? '办成了' : '没办成'}，${photosOf(reason.photos)}`
      case 'due':
        return `${day(reason.on)}到期`
      case 'marked':
        return '说好下一场讲'
      case 'no-outcome':
        return '还没有说法'
      case 'not-reached':
        return '没来得及讲'
      case 'came-in':
        return [
          who ?? '一位村民',
          CHANNELS[reason.channel],
          reason.voices > 1 ? `${reason.voices - 1} 个人也说了` : '',
        ]
          .filter(Boolean)
          .join('，')
      case 'answered':
        return '已经回了话，这场不上'
    }
  },
  about: ({ who, firstDueOn, doneOn }, day) =>
    `${who ?? ''}，头一回 ${firstDueOn ? day(firstDueOn) : ''}${doneOn ? `，${day(doneOn)}说是办好了` : ''}。留下，就由答应的人先说。`,
  nothing: '没有等着的事。要讲什么，添在下面。',
  nothingYet: '头一场没有旧事。要讲什么，添在下面；大家想说的总在最后。',
  notYetDue: (count, firstDay) => `还有 ${count} 件答应的没到日子，最早的是${firstDay}，这次不念。`,
  inLedger: '台账里看',
  keep: '留下',
  putOff: '下一场再说',
  takeOut: '拿掉',
  isKept: '留下了',
  isPutOff: '这场不上',
  choose: '选一件',
  forward: '往前挪',
  add: '添一件',
  addHint: '再添一件，写好按回车',
  added: '新添的',
  back: '退一步',
  draftKept: '排到一半也留着',
  savedAt: (time) => `已存 ${time}，在这台机器上`,
  notSaved: '这台机器存不住，没定以前别关这一页',
  facts: { title: '叫什么', day: '哪天', venue: '在哪儿', howLong: '多久' },
  change: '改',
  changed: '好了',
  changing: (fact) => `改：${fact}`,
  noVenue: '还没说在哪儿',
  onWall: '墙上会这样写',
  promisesFor: (count, minutes) => `${count} 件，约 ${minutes} 分`,
  minutes: (minutes) => `${minutes} 分`,
  howLong: (minutes) =>
    minutes < 60
      ? `约 ${minutes} 分钟`
      : `约 ${Math.floor(minutes / 60)} 小时${minutes % 60 ? ` ${minutes % 60} 分` : ''}`,
  settle: '就这样定',
  settleWhat: '定了以后，开会的时候还能加、能改。',
  isThere: '这场会在另一个窗口里已经定了。要改，到那场会里改。',
  goThere: '去那场会',
  ctrlEnter: 'Ctrl 回车',
  notYours: '排下一场由主持人来',
  notYoursWhat: '要加一件，请告诉主持人，或者写进意见箱。',
}
