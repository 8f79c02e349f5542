import { everywhere } from './everywhere.en.ts'
import type { SetupWords } from './keys/setup.ts'

export const words: SetupWords = {
  ...everywhere,
  pageTitle: 'Set up',
  welcome: 'The pavilion opens',
  lead: 'People sit down in the evening. Somebody raises a matter, somebody promises it by a day, and everybody can see what became of it. Choose one to begin.',
  ownTitle: 'My own village',
  ownWhat: 'Name the village and its facilitator; a minute later the first evening can open.',
  ownPoints: ['The roster can wait, and need not be whole', 'Villagers scan a code and speak: no account'],
  ownAction: 'Name the village',
  sampleTitle: 'Look at a sample village',
  sampleWhat:
    'Liushuwan (柳树湾村) has its people and grids in place. Try anything; nothing here can go wrong.',
  samplePoints: [
    'Everybody can log in; the passwords are on the page',
    'For your own village, start again with an empty data folder',
  ],
  sampleAction: 'Open the sample village',
  sampleOpening: 'Asking people in …',

  formTitle: 'My own village',
  formWhat: 'Everything can be changed later.',
  villageName: 'Name of the village or compound',
  villageHint: 'For example: Liushuwan',
  townshipName: 'Name of the township (may stay empty)',
  townshipHint: 'With it, people of the township can later agree to a later day.',
  facilitatorName: 'First facilitator',
  facilitatorHint: 'Their own name. They open evenings and let others in; more can be added.',
  loginName: 'Log-in name',
  loginHint: 'For the facilitator. A phone number or any short word will do.',
  password: 'Password',
  passwordHint: (shortest) => `At least ${shortest} characters. A sentence that is easy to remember is fine.`,
  passwordAgain: 'Password once more',
  passwordsDiffer: 'The two are not the same. Please write it once more.',
  showPassword: 'Let me see the password',
  key: 'Set-up key',
  keyHint: 'It stands in the line that the server printed when it started.',
  keyWhat:
    'This is not the machine the server runs on, so the key is asked for: nobody else can set it up first.',
  send: 'Set up',
  sending: 'Setting up …',
  notSent: 'It was not sent; what you wrote is still here. Check the connection and press again.',
  chooseAgain: 'Choose again',

  castTitle: (village) => `${village} is open`,
  castWhat:
    'You are now the facilitator, Chen Jing (陈静). All these people can log in; take a picture of this page or print it.',
  columnWho: 'Who',
  columnLogin: 'Log-in name',
  columnPassword: 'Password',
  tryTitle: 'What to try next',
  tryDesk: 'Open an evening at the desk',
  tryDeskWhat: 'Choose “Pavilion talk” and open it; it gets a code.',
  tryWall: 'Put the wall on the big screen',
  tryWallWhat: 'The evening links to its wall; open it on a television or projector.',
  tryPhone: 'Scan the code with a phone',
  tryPhoneWhat:
    'Say something, then show it on the wall from the desk. Phone and computer must share a network.',
  tryOthers: 'Let somebody else sit down too',
  tryOthersWhat:
    'In another browser or a private window, log in as the recorder chenxiao and write the minutes together.',
  toDesk: 'To the desk',

  alreadyTitle: 'This place is already set up',
  alreadyWhat: 'There is no need to do it again. Where would you like to go?',
  alreadyDesk: 'Facilitators, recorders, officials: the desk',
  alreadyPhone: 'Villagers with something to say: type the code on the wall',
  alreadyWalls: (village) => `Echo wall of ${village}`,
  unreachableTitle: 'The server does not answer',
  unreachableWhat: 'We keep trying; you can set up as soon as it answers.',
}
