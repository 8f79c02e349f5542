import { putIntoTheBox, walkTheVillage, writeThePlace } from './between.ts'
import type { Shot } from './camera.ts'
import { openSampleVillage, type Cast } from './cast.ts'
import { playCouncil } from './council.ts'
import type { PicturedInstance } from './instance.ts'
import { closeAndSign, playPast } from './past.ts'
import * as places from './shots-of-place.ts'
import * as shots from './shots.ts'
import type { Client } from '../support/running/client.ts'
import { Tonight } from './tonight.ts'

/** What the story has come to. */
export class Stage {
  readonly instance: PicturedInstance
  cast!: Cast
  tonight!: Tonight
  /** The phone that put matters into the box. */
  box!: Client

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
    name: 'nothing is written yet',
    async reach(stage) {
      stage.cast = await openSampleVillage(stage.instance.url, stage.instance.clock)
      return places.empty(stage.cast)
    },
  },
  {
    name: 'matters come between two evenings',
    async reach(stage) {
      await playPast(stage.cast)
      stage.box = await putIntoTheBox(stage.cast)
      await walkTheVillage(stage.cast)
      await writeThePlace(stage.cast)
      return [...places.boxes(stage.cast, stage.box), ...places.written(stage.cast)]
    },
  },
  {
    name: 'a council sits by day',
    async reach(stage) {
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
      return [...shots.signed(cast, tonight), ...places.above(cast)]
    },
  },
]
