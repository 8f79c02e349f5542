import type { ActWords } from './keys/acts.ts'
import { routes } from './routes.zh-Hant.ts'

const DONE = { done: '辦成了', partly: '辦成了一部分', not: '沒辦成' } as const
const SATISFIED = { satisfied: '滿意', acceptable: '還可以', not: '不滿意' } as const

export const acts: ActWords = {
  unconfirmedSigned: '已經簽了字。到那一場會上出更正，再唸一遍、下回再說或者拿掉。',
  orderFrom: (day) => `過了日子滿五個工作日，或者第二回過日子，才督辦：${day}起。`,
  acts: {
    accept: { name: '接下來', send: '接下來', told: () => '接下來了。最先接的那一家還是給鄉親回話的。' },
    return: {
      name: '退回去',
      send: '退回去',
      told: () => '退回去了，理由寫在來龍去脈裡。',
      fields: { reason: { label: '為什麼退', hint: '缺什麼、該歸誰，說清楚，下回才不會再推回來。' } },
    },
    done: {
      name: '辦成了',
      send: '記下：辦成了',
      told: () => '記下了，提的人會看到，由他評。',
      fields: {
        report: { label: '辦得怎麼樣', hint: '寫做了什麼、在哪兒看得見。提的人和全村都看得到。' },
      },
    },
    'own-part': {
      name: '分到的那份辦成了',
      send: '記下：這份辦成了',
      told: () => '這一份記下了。',
      fields: { coOwner: { label: '哪一份' }, report: { label: '辦得怎麼樣' } },
    },
    part: {
      name: '辦成了一部分',
      send: '記下：辦成了一部分',
      told: () => '這一部分記下了，剩下的也有了日子。',
      fields: {
        report: { label: '辦成了哪些' },
        remainder: { label: '還剩什麼' },
        remainderOn: { label: '剩下的幾號前', hint: '不能晚過答應的日子；要更久，請先申請改期。' },
      },
    },
    evidence: {
      name: '添憑據',
      send: '添上去',
      told: () => '憑據添上了。',
      fields: { evidence: { label: '憑據', hint: '寫在哪兒看得見：單子、帳目、地點。大家都看得到。' } },
    },
    ask: {
      name: '申請改期',
      what: '趁沒到日子先說明原因，由上一級、不辦這件事的人來定。頭一回說的日子一直留著。',
      send: '遞上去',
      told: () => '遞上去了，等上一級定。',
      fields: { dueOn: { label: '想改到哪天' }, reason: { label: '為什麼趕不上' } },
    },
    grant: {
      name: '改日子',
      send: '改到這天',
      told: (day) => `改到了${day}。`,
      fields: {
        dueOn: { label: '改到哪天' },
        reason: { label: '為什麼改', hint: '這句話會寫在回音壁上，大家看得見。' },
      },
    },
    refuse: {
      name: '不同意改期',
      send: '不同意',
      told: () => '回了：不改期，還照原來的日子辦。',
      fields: { reason: { label: '為什麼不同意' } },
    },
    order: {
      name: '督辦',
      what: '過了日子，上一級來催。日子不變，這句話寫在來龍去脈裡。',
      send: '發督辦',
      told: () => '督辦發下去了。',
      fields: { order: { label: '督辦要求', hint: '要辦什麼、幾號前回話。說事，不說人。' } },
    },
    remind: {
      name: '提醒一聲',
      what: '告訴辦的人一聲，來龍去脈裡大家都看得見。',
      send: '提醒',
      told: () => '提醒了，辦的人會收到。',
      fields: { said: { label: '想說什麼', hint: '說事，不說人。' } },
    },
    comment: {
      name: '公開說一句',
      what: '寫進來龍去脈，大家都看得見。',
      send: '說出去',
      told: () => '寫進來龍去脈了。',
      fields: { said: { label: '想說什麼', hint: '說事，不說人。' } },
    },
    'request-evidence': {
      name: '問辦到哪一步',
      what: '問一問進展，要一張照片或者單子來看。',
      send: '去問',
      told: () => '問了，辦的人會收到。',
      fields: { said: { label: '想看什麼', hint: '比如：換好的燈拍張照片。' } },
    },
    recount: {
      name: '照新放假安排改日子',
      send: '照新安排改',
      told: () => '照新的放假安排改了日子，不算改期。',
    },
    rate: {
      name: '替人評',
      what: '給沒有手機的鄉親記：照他說的寫。辦事的本人不能記。',
      send: '照他說的記',
      told: () => '評的記下了。',
      fields: {
        done: { label: '辦成了沒有' },
        satisfied: { label: '滿不滿意' },
        witness: { label: '誰說的、誰在場' },
        word: { label: '他還補了一句', hint: '沒有就空著。' },
      },
    },
    settle: {
      name: '算辦結',
      what: '評過了，或者等評的日子過了，由不辦這件事的人來記辦結。辦結以後不再改。',
      send: '記下：辦結',
      told: () => '辦結了。',
    },
    promise: {
      name: '答應下來',
      send: '先記下',
      told: () => '記下了，念給對方聽，點頭才算數。',
    },
    'read-back': {
      name: '念給對方聽過了',
      what: '把「誰、怎麼辦、幾號前」念給答應的人聽，他聽明白了再按。',
      send: '念過了',
      told: () => '記下了，念過了。他點頭就算數。',
    },
    confirm: {
      name: '他點頭了',
      what: '從這會兒起算數：日子開始走，全村看得見。',
      send: '點頭了，算數',
      told: () => '算數了。',
    },
    'put-off': {
      name: '下回再說',
      what: '不算答應，這件事放進下一場會的議程，說過的話留著。',
      send: '留到下回',
      told: () => '留到下一場會上再說。',
    },
    drop: {
      name: '寫錯了，不要這條',
      what: '只有還沒點頭的才能拿掉，這件事又回到還沒答覆。',
      send: '拿掉',
      told: () => '拿掉了。',
    },
    answer: {
      name: '當場答覆',
      send: '記下答覆',
      told: () => '答覆記下了，等提的人來評。',
      fields: { answer: { label: '怎麼答的' } },
    },
    refer: {
      name: '轉給該管的',
      send: '轉過去',
      told: () => '記下了，轉過去了。',
      fields: {
        referredTo: { label: '轉給誰' },
        route: { label: '走哪條路' },
        reason: { label: '為什麼轉', hint: '沒有就空著。' },
      },
    },
    assembly: {
      name: '交村民會議',
      send: '交村民會議',
      told: () => '記下了，交村民會議定。',
      fields: { reason: { label: '為什麼要大家定' } },
    },
    decline: {
      name: '說明為什麼不辦',
      send: '記下理由',
      told: () => '理由記下了，大家看得見。',
      fields: { reason: { label: '為什麼不辦' } },
    },
    close: {
      name: '了結',
      what: '評過了，或者等評的日子過了，才能了結。了結以後不再改。',
      send: '了結這件事',
      told: () => '了結了。',
    },
    offer: {
      name: '往上交、往下交',
      what: '對方兩個工作日內接下或退回；沒接之前還在手裡。最先接的這一家一直給鄉親回話。',
      send: '交過去',
      told: () => '交過去了，等對方回話。',
      fields: {
        toPlaceId: { label: '交給誰' },
        reason: { label: '為什麼交', hint: '我們缺什麼：權、錢、人，還是手續。' },
      },
    },
    summon: {
      name: '吹哨，請部門來',
      what: '事還在我們手裡，請上面的部門兩個工作日內到場。',
      send: '吹哨',
      told: () => '哨吹了，等部門來。',
      fields: {
        toPlaceId: { label: '哪一級的' },
        unit: { label: '哪個部門' },
        reason: { label: '請他們來做什麼' },
      },
    },
    came: {
      name: '部門來了',
      send: '記下：來了',
      told: () => '記下了，部門來過。',
      fields: { unit: { label: '哪個部門' }, report: { label: '來了以後怎麼說' } },
    },
    merge: { name: '和別的事併成一件', send: '併到一起', told: () => '併到一起了，提的人都看得到下文。' },
    'take-back-merge': { name: '併錯了，分開', send: '分開', told: () => '分開了，各辦各的。' },
    'take-back-report': { name: '沒辦成，撤回', send: '撤回', told: () => '撤回了，又算正在辦。' },
    'take-back-offer': { name: '不交了，收回', send: '收回', told: () => '收回了，還在我們手裡。' },
    'take-back-acceptance': { name: '接錯了，收回', send: '收回', told: () => '收回了，又在等回話。' },
    'take-back-outcome': { name: '不算，收回', send: '收回', told: () => '收回了，又在等答覆。' },
  },
  doneAnswer: (answer) => DONE[answer],
  satisfiedAnswer: (answer) => SATISFIED[answer],
  opensAgain: (owner, day) => `這樣記，這件事重新打開，${owner}最晚${day}再辦一回。`,
  goesUpTo: (place) =>
    place === null
      ? '這是第二回沒辦好，要上下一次會。'
      : `這是第二回沒辦好，要交到${place}，還要上下一次會。`,
  laterThan: (day) => `要比現在的${day}晚。頭一回說的日子一直留著。`,
  asked: (owner, day, reason) => `${owner}申請改到${day}：${reason}`,
  newerDay: (then, now) => `放假安排公布了：照原來算是${then}，照新的算是${now}。點了頭才改。`,
  route: (route) => routes[route],
  ctrlEnter: 'Ctrl Enter',
  slip: '印張紙條',
  moreActs: '還能做什麼',
}
