import { docNameOf, type Saying, type Seat } from './generator/job.ts'
import { ROOT, SERVER_CPU, answering, freePort, startOn, stop } from './machine.ts'
import { BenchVillage, startOurs, type OurServer } from './village.ts'

/** Who is to sit where. */
export interface Shape {
  readonly rooms: number
  /** In each room, writers among them. */
  readonly subscribers: number
  readonly writers: number
}

export interface Opened {
  readonly pid: number
  readonly port: number
  readonly seats: readonly Seat[]
  readonly saying: Saying | null
  /** What a first socket must bring because the server does not have it, in base64. */
  readonly text: string | null
  stop(): Promise<void>
}

export interface Contender {
  readonly name: string
  open(shape: Shape): Promise<Opened>
}

type Place = Pick<Seat, 'room' | 'isWriter'>

/** Rooms follow each other, so that a burst of sockets is spread over people and rooms. */
const placesOf = ({ rooms, subscribers, writers }: Shape): Place[] =>
  Array.from({ length: rooms * subscribers }, (_, at) => ({
    room: at % rooms,
    isWriter: Math.floor(at / rooms) < writers,
  }))

/** A program that listens where it is told and knows nothing of people. */
function peer(
  name: string,
  file: string,
  env: Record<string, string>,
  seat: Pick<Seat, 'dialect' | 'expectsText'>,
  text: string | null = null,
): Contender {
  return {
    name,
    async open(shape) {
      const port = await freePort()
      const child = startOn(SERVER_CPU, [file], {
        env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      await answering(port, child)
      const seats = placesOf(shape).map((place) => ({
        ...place,
        ...seat,
        path: `/${docNameOf(place.room)}`,
        cookie: null,
      }))
      return { pid: child.pid!, port, seats, saying: null, text, stop: () => stop(child) }
    },
  }
}

const HOCUSPOCUS = 'tests/bench/peers/hocuspocus.ts'
const BARE_WS = 'tests/bench/peers/bare-ws.ts'
const Y_WEBSOCKET = `${ROOT}/node_modules/@y/websocket-server/src/server.js`

export const hocuspocus = (text: string | null = null): Contender =>
  peer('hocuspocus', HOCUSPOCUS, {}, { dialect: 'hocuspocus', expectsText: true }, text)
export const hocuspocus15 = (): Contender =>
  peer('hocuspocus 15 ms', HOCUSPOCUS, { FLUSH_DELAY: '15' }, { dialect: 'hocuspocus', expectsText: true })
export const yWebsocket = (text: string | null = null): Contender =>
  peer('y-websocket', Y_WEBSOCKET, {}, { dialect: 'editor', expectsText: true }, text)
export const bareWs = (): Contender => peer('bare ws', BARE_WS, {}, { dialect: 'editor', expectsText: false })
export const bareFeed = (tickMs: number): Contender =>
  peer('bare ws', BARE_WS, { TICK_MS: String(tickMs) }, { dialect: 'feed', expectsText: false })

/** The rest of an opened contender that is one of our servers. */
const opened = (server: OurServer, seats: readonly Seat[], saying: Saying | null = null): Opened => ({
  ...{ pid: server.pid, port: server.port, seats, saying, text: null },
  stop: () => server.stop(),
})

/** Lets something be done to the texts before anybody opens them. */
export type Prepare = (server: OurServer, placeId: string, meetingIds: readonly string[]) => Promise<void>

/** Everybody at the text itself, as recorders and other staff. */
export const oursEditing = (prepare: Prepare | null = null, entry?: string, name = 'ours'): Contender => ({
  name,
  async open(shape) {
    const server = await startOurs(entry)
    const village = await BenchVillage.found(server)
    const meetingIds = await village.openMeetings(shape.rooms)
    await prepare?.(server, village.placeId, meetingIds)
    const places = placesOf(shape)
    const writing = await village.staffCookies(shape.rooms * shape.writers, true)
    const reading = await village.staffCookies(places.length, false)
    const seats = places.map(({ room, isWriter }, at) => ({
      ...{ room, isWriter, dialect: 'editor' as const, expectsText: true },
      path: village.minutesPath(meetingIds[room]!),
      cookie: (isWriter ? writing[at] : reading[at])!,
    }))
    return opened(server, seats)
  },
})

/** The writers at the text; everybody else has a phone, and one is the wall. */
export const oursHall = (): Contender => ({
  name: 'ours, hall',
  async open({ subscribers, writers }) {
    const server = await startOurs()
    const village = await BenchVillage.found(server)
    const [meetingId] = (await village.openMeetings(1)) as [string]
    const writing = await village.staffCookies(writers, true)
    const phones = await village.phoneCookies(meetingId, subscribers - writers - 1)
    const listening = { room: 0, isWriter: false, dialect: 'feed' as const, expectsText: true }
    const seats: Seat[] = [
      ...writing.map((cookie) => ({
        ...{ room: 0, isWriter: true, dialect: 'editor' as const, expectsText: true, cookie },
        path: village.minutesPath(meetingId),
      })),
      ...phones.map((cookie) => ({ ...listening, cookie, path: village.livePath(meetingId, 'phone') })),
      { ...listening, cookie: village.facilitatorCookie, path: village.livePath(meetingId, 'wall') },
    ]
    return opened(server, seats)
  },
})

const COMMENTERS = 50

/** Phones that hear each other's comments. */
export const oursFeed = (): Contender => ({
  name: 'ours',
  async open({ subscribers }) {
    const server = await startOurs()
    const village = await BenchVillage.found(server)
    const [meetingId] = (await village.openMeetings(1)) as [string]
    await village.showAtOnce(meetingId)
    const cookies = await village.phoneCookies(meetingId, subscribers)
    const seats = cookies.map((cookie) => ({
      ...{ room: 0, isWriter: false, dialect: 'feed' as const, expectsText: true, cookie },
      path: village.livePath(meetingId, 'phone'),
    }))
    const posts = cookies.slice(0, COMMENTERS).map((cookie) => ({ cookie }))
    return opened(server, seats, { posts, placeId: village.placeId, meetingId })
  },
})
