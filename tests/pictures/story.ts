import type { Shot } from './camera.ts'
import { openSampleVillage, type Cast } from './cast.ts'
import { playCouncil } from './council.ts'
import type { PicturedInstance } from './instance.ts'
import { closeAndSign, playPast } from './past.ts'
import * as shots from './shots.ts'
import { Tonight } from './tonight.ts'

/** What the story has come to. */
export class Stage {
  readonly instance: PicturedInstance
  cast!: Cast
  tonight!: Tonight

  constructor(instance: PicturedInstance) {
    this.instance = instance
  }
}

interface Stop {
  readonly name: string
  /** Plays on to here; gives the pages worth looking at now. */
  readonly reach: (stage: Stage) => Promise<Shot[]>
}

/** From an empty instance to a signed evening. */
export const STOPS: readonly Stop[] = [
  { name: 'nothing is set up', reach: async () => shots.beforeAnything() },
  {
    name: 'a council sits by day',
    async reach(stage) {
      stage.cast = await openSampleVillage(stage.instance.url, stage.instance.clock)
      await playPast(stage.cast)
      return shots.council(stage.cast, await playCouncil(stage.cast))
    },
  },
  {
    name: 'tonight is planned',
    async reach(stage) {
      stage.tonight = new Tonight(stage.cast)
      await stage.tonight.plan()
      return shots.planned(stage.cast, stage.tonight)
    },
  },
  {
    name: 'people talk',
    async reach({ cast, tonight }) {
      await tonight.talk()
      return shots.talking(cast, tonight)
    },
  },
  {
    name: 'a promise is read back',
    async reach({ cast, tonight }) {
      await tonight.readBack()
      return shots.readBack(cast, tonight)
    },
  },
  {
    name: 'it is confirmed',
    async reach({ tonight }) {
      await tonight.nod()
      return shots.nodded(tonight)
    },
  },
  {
    name: 'the evening goes on',
    async reach({ tonight }) {
      await tonight.goOn()
      return shots.goingOn(tonight)
    },
  },
  {
    name: 'it is closed',
    async reach({ cast, tonight }) {
      await tonight.close()
      return shots.closed(cast, tonight)
    },
  },
  {
    name: 'it is signed',
    async reach({ cast, tonight }) {
      await closeAndSign(cast, tonight.meetingId)
      tonight.leave()
      return shots.signed(cast, tonight)
    },
  },
]
