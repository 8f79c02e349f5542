import type { ConcernChannel } from '../../shared/concerns/concern.ts'
import type { PlanWords } from './keys/plan.ts'

const CHANNELS: Readonly<Record<ConcernChannel, string>> = {
  meeting: '會上',
  form: '意见箱',
  call: '電話',
  paper: '紙條',
  visit: '走訪',
  import: '舊台賬',
}
const photosOf = (count: number): string => (count ? `照片 ${count} 張` : '沒照片')

export const words: PlanWords = {
  title: '排下一場',
  part: (part) =>
    ({
      promised: '上次答應的',
      above: '上頭回話',
      unfinished: '上次沒說完的',
      inbox: '收進來的話',
      added: '新添的',
    })[part],
  count: (count) => `${count} 件`,
  reason: (reason, who, day) => {
    switch (reason.kind) {
      case 'judged-not':
        return reason.times === 2 ? '兩回都評沒辦成' : `${reason.times} 回都評沒辦成`
      case 'late':
        return `過了 ${reason.days} 天`
      case 'reported':
        return `說是辦好了，${photosOf(reason.photos)}`
      case 'judged':
        return `提的人說${reason.isGood ? '辦成了' : '沒辦成'}，${photosOf(reason.photos)}`
      case 'due':
        return `${day(reason.on)}到期`
      case 'marked':
        return '說好下一場講'
      case 'no-outcome':
        return '還沒有說法'
      case 'not-reached':
        return '沒來得及講'
      case 'came-in':
        return [
          who ?? '一位村民',
          CHANNELS[reason.channel],
          reason.voices > 1 ? `${reason.voices - 1} 個人也說了` : '',
        ]
          .filter(Boolean)
          .join('，')
      case 'answered':
        return '已經回了話，這場不上'
    }
  },
  about: ({ who, firstDueOn, doneOn }, day) =>
    `${who ?? ''}，頭一回 ${firstDueOn ? day(firstDueOn) : ''}${doneOn ? `，${day(doneOn)}說是辦好了` : ''}。留下，就由他先說。`,
  nothing: '沒有等著的事。要講什麼，添在下面。',
  nothingYet: '頭一場沒有舊事。要講什麼，添在下面；大家想說的總在最後。',
  keep: '留下',
  putOff: '下一場再說',
  takeOut: '拿掉',
  isKept: '留下了',
  isPutOff: '這場不上',
  choose: '選一件',
  forward: '往前挪',
  add: '添一件',
  addHint: '再添一件，寫好按回車',
  added: '新添的',
  back: '退一步',
  draftKept: '排到一半也留著',
  onWall: '牆上會這樣寫',
  promisesFor: (count, minutes) => `${count} 件，約 ${minutes} 分`,
  minutes: (minutes) => `${minutes} 分`,
  howLong: (minutes) =>
    minutes < 60
      ? `大約 ${minutes} 分鐘`
      : `大約 ${Math.floor(minutes / 60)} 小時${minutes % 60 ? ` ${minutes % 60} 分` : ''}`,
  settle: '就這樣定',
  settleWhat: '定了以後，開會的時候還能加、能改。',
  ctrlEnter: 'Ctrl 回車',
  notYours: '排下一場由主持人來',
  notYoursWhat: '要加一件，請告訴主持人，或者寫進意见箱。',
}
