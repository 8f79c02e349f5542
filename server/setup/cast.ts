import type { Role } from '../../shared/kernel/event.ts'

/** Somebody of the sample village who holds a post; the password is printed on the page. */
export interface CastMember {
  readonly name: string
  readonly role: Role
  readonly title: string
  readonly login: { readonly loginName: string; readonly password: string } | null
}

export const COUNTY = '云岭县'
export const TOWNSHIP = '青石镇'
export const VILLAGE = '柳树湾村'

const login = (loginName: string) => ({ loginName, password: `${loginName}-2026` })

/** The mayor sits in the township, above the village. */
export const MAYOR: CastMember = { name: '赵明', role: 'township', title: '镇长', login: login('zhaoming') }

export const CAST: readonly CastMember[] = [
  { name: '陈静', role: 'facilitator', title: '主持人', login: login('chenjing') },
  { name: '陈晓', role: 'recorder', title: '记录人', login: login('chenxiao') },
  { name: '孙丽', role: 'recorder', title: '记录人', login: login('sunli') },
  { name: '王建国', role: 'cadre', title: '村书记', login: login('wangjianguo') },
  { name: '刘会计', role: 'cadre', title: '村会计', login: login('liukuaiji') },
  { name: '周志强', role: 'supervision', title: '监委会主任', login: login('zhouzhiqiang') },
]

type Door = readonly [household: string, ...names: string[]]

/** Grid by grid, door by door. */
export const GRIDS: Readonly<Record<string, readonly Door[]>> = {
  东头网格: [
    ['东头1号', '王建国', '陈秀兰'],
    ['东头2号', '李婶', '李大山', '李小雨'],
    ['东头3号', '赵姐', '吴长明'],
    ['东头5号', '孙丽'],
    ['东头6号', '郭永福', '马兰香'],
    ['东头8号', '杨树根', '杨小军'],
    ['东头9号', '黄玉珍'],
    ['东头11号', '何国栋', '何欣怡'],
  ],
  桥头网格: [
    ['桥头1号', '张大爷', '张伟'],
    ['桥头2号', '陈静', '徐海涛'],
    ['桥头4号', '刘会计', '田小凤'],
    ['桥头5号', '胡德厚'],
    ['桥头7号', '林秋生', '郑美云', '林子涵'],
    ['桥头8号', '高凤英'],
    ['桥头10号', '罗志远', '罗家乐'],
    ['桥头12号', '宋春梅'],
  ],
  西坡网格: [
    ['西坡1号', '陈晓', '陈有田'],
    ['西坡2号', '周志强', '冯桂花'],
    ['西坡3号', '邓万里'],
    ['西坡5号', '曹金水', '曹文博'],
    ['西坡6号', '彭素芬'],
    ['西坡8号', '潘长根', '潘小燕'],
    ['西坡9号', '蒋老三'],
    ['西坡10号', '蔡红梅', '于洋'],
  ],
}

const SIMPLIFIED =
  '镇树湾赵长陈静晓孙丽书记录国刘会计强监东头号兰婶吴军马黄栋桥张爷伟涛郑云凤罗远乐冯万邓蒋红杨习网' +
  '谷场没灯装两点离边个过冲干净沟约机开笔贴栏来发补齐组盖换块旧画车线卫门轮缓这从联电坏药压种说图总锁着' +
  '钥里县谁归经间体钱动议儿货么摆杆断游厂请赶冻话写进办带户证养护为转脚顶续凉应岭'
const TRADITIONAL =
  '鎮樹灣趙長陳靜曉孫麗書記錄國劉會計強監東頭號蘭嬸吳軍馬黃棟橋張爺偉濤鄭雲鳳羅遠樂馮萬鄧蔣紅楊習網' +
  '穀場沒燈裝兩點離邊個過衝乾淨溝約機開筆貼欄來發補齊組蓋換塊舊畫車線衛門輪緩這從聯電壞藥壓種說圖總鎖著' +
  '鑰裡縣誰歸經間體錢動議兒貨麼擺桿斷遊廠請趕凍話寫進辦帶戶證養護為轉腳頂續涼應嶺'

/** The sample's own words in traditional letters; it knows the letters of this file and no others. */
export const inTraditional = (text: string): string =>
  Array.from(text, (letter) => {
    const at = SIMPLIFIED.indexOf(letter)
    return at < 0 ? letter : TRADITIONAL[at]
  }).join('')
