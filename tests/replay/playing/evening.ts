import { randomUUID } from 'node:crypto'
import type * as Y from 'yjs'
import {
  MAX_AGENDA_ITEMS,
  MAX_AGENDA_TITLE_LENGTH,
  MAX_MEETING_TITLE_LENGTH,
  MAX_SPEAKER_LENGTH,
} from '../../../shared/meetings/meeting.ts'
import { MAX_CONCERN_LENGTH } from '../../../shared/concerns/concern.ts'
import {
  MAX_MEASURE_LENGTH,
  MAX_OWNER_LENGTH,
  MAX_VERBATIM_LENGTH,
} from '../../../shared/commitments/commitment.ts'
import { firstGraphemes, isBlank } from '../../../shared/kernel/text/text.ts'
import { Client } from '../../support/running/client.ts'
import { Recorder } from '../../support/peers/recorder.ts'
import type { Runners } from './cast.ts'
import type { PlannedPromise, PlannedSpeech } from '../transcript/plan.ts'
import type { CommentSeen, Sent } from '../report.ts'
import { ShownComments } from './shown-comments.ts'
import type { Transcript } from '../transcript/transcript.ts'

interface Phone {
  readonly client: Client
  readonly shown: ShownComments
}

const TOO_OFTEN = 429
const AGAIN_AFTER_MS = 250

/** One evening played by separate clients, each through the public interfaces alone. */
export class PlayedEvening {
  readonly meetingId = randomUUID()
  readonly sent: Sent
  readonly phones = new Map<string, Phone>()
  /** All comments in the order in which they were sent, before any screen can hear of them. */
  readonly #comments: CommentSeen[] = []
  wall!: Phone
  #recorder!: Recorder
  readonly #runners: Runners
  readonly #agenda: readonly string[]
  readonly #transcript: Transcript
  #section = -1
  #speaker: string | null = null
  #openConcern: string | null = null

  constructor(runners: Runners, transcript: Transcript, speeches: readonly PlannedSpeech[], file: string) {
    this.#runners = runners
    this.#transcript = transcript
    this.#agenda = transcript.sections.slice(0, MAX_AGENDA_ITEMS).map(() => randomUUID())
    this.sent = {
      file,
      speeches: speeches.map((speech) => ({ ...speech, name: nameOf(speech.name) ?? '' })),
      comments: [],
      concerns: [],
      promises: [],
    }
  }

  async open(today: string): Promise<void> {
    const { facilitator, recorder, placeId } = this.#runners
    const { sections, title } = this.#transcript
    await must(facilitator, 'plan-meeting', {
      meetingId: this.meetingId,
      format: 'pavilion-talk',
      title: firstGraphemes(title, MAX_MEETING_TITLE_LENGTH) || '夜話',
      onDay: today,
      agenda: this.#agenda.map((agendaItemId, n) => ({
        agendaItemId,
        title: titled(sections[n]?.heading, n),
      })),
    })
    await must(facilitator, 'open-meeting', { meetingId: this.meetingId })
    const { meeting } = await facilitator.room(this.meetingId)
    this.wall = await this.#come(meeting.code, null, 'wall')
    for (const { name } of this.sent.speeches)
      if (!this.phones.has(name)) this.phones.set(name, await this.#come(meeting.code, name || null, 'phone'))
    this.#recorder = new Recorder({ url: recorder.url, cookie: recorder.cookie, placeId }, this.meetingId)
    await this.#recorder.opened
  }

  async #come(code: string, name: string | null, as: 'wall' | 'phone'): Promise<Phone> {
    const client = new Client(this.#runners.facilitator.url)
    const { status, body } = await client.post('/api/sessions/join', { code, name })
    if (status !== 200)
      throw new Error(`${as} of ${name ?? 'nobody'} could not join: ${JSON.stringify(body)}`)
    client.placeId = body.placeId
    const { asOf } = await client.room(this.meetingId)
    const shown = new ShownComments(this.#comments)
    const onFrame = shown.onFrame.bind(shown)
    await client.listen({ since: asOf, meeting: this.meetingId, as, onFrame })
    return { client, shown }
  }

  /** The speech as a turn in the minutes and as its speaker's comments, with what is asked and undertaken in it. */
  async play(speech: PlannedSpeech): Promise<void> {
    await this.#turnTo(speech)
    const turn = this.#recorder.turn(nameOf(speech.name), speech.text)
    const comments = await this.#say(speech)
    for (const text of speech.concerns) await this.#raise(text, speech, comments, turn)
    for (const promise of speech.promises) await this.#promise(promise, speech, turn)
    await this.#recorder.saved()
  }

  async #turnTo(speech: PlannedSpeech): Promise<void> {
    const { facilitator } = this.#runners
    const { meetingId } = this
    const agendaItemId = this.#agenda[Math.min(speech.sectionIndex, this.#agenda.length - 1)]
    if (speech.sectionIndex !== this.#section && agendaItemId) {
      this.#section = speech.sectionIndex
      await must(facilitator, 'start-agenda-item', { meetingId, agendaItemId })
      this.#recorder.section(agendaItemId)
    }
    const speaker = nameOf(speech.name)
    if (speaker === this.#speaker || speaker === null) return
    this.#speaker = speaker
    await must(facilitator, 'give-floor', { meetingId, speaker, personId: null })
  }

  async #say(speech: PlannedSpeech): Promise<string[]> {
    const phone = this.phones.get(nameOf(speech.name) ?? '')!
    const comments = speech.parts.map((text) => ({ id: randomUUID(), text }))
    this.sent.comments.push(comments)
    this.#comments.push(...comments)
    for (const { id, text } of comments) {
      await must(phone.client, 'post-comment', {
        commentId: id,
        meetingId: this.meetingId,
        text,
        lane: 'open',
        channel: 'phone',
        name: nameOf(speech.name),
      })
      await must(this.#runners.facilitator, 'show-comment', { commentId: id })
    }
    return comments.map(({ id }) => id)
  }

  async #raise(
    sentence: string,
    speech: PlannedSpeech,
    comments: string[],
    turn: Y.XmlElement,
  ): Promise<void> {
    const id = randomUUID()
    const text = firstGraphemes(sentence, MAX_CONCERN_LENGTH)
    await must(this.#runners.recorder, 'raise-concern', {
      concernId: id,
      meetingId: this.meetingId,
      commentId: comments.shift() ?? null,
      agendaItemId: null,
      text,
      raisedBy: nameOf(speech.name),
      lane: 'open',
      isAgreed: true,
      channel: 'meeting',
      gridId: null,
    })
    this.#recorder.chip(turn, { concernId: id })
    this.sent.concerns.push({ id, text })
    this.#openConcern = id
  }

  async #promise(promise: PlannedPromise, speech: PlannedSpeech, turn: Y.XmlElement): Promise<void> {
    const { facilitator, recorder } = this.#runners
    const id = randomUUID()
    const verbatim = firstGraphemes(promise.text, MAX_VERBATIM_LENGTH)
    const owner = firstGraphemes(speech.name, MAX_OWNER_LENGTH) || '村委會'
    const measure = firstGraphemes(promise.text, MAX_MEASURE_LENGTH)
    await must(recorder, 'record-commitment', {
      commitmentId: id,
      meetingId: this.meetingId,
      concernId: this.#openConcern,
      verbatim,
      ownerId: null,
      owner,
      measure,
      dueOn: promise.dueOn,
      origin: 'promise',
      entryId: null,
      limit: null,
      isOnTheSpot: false,
      coOwners: [],
    })
    this.#openConcern = null
    this.#recorder.chip(turn, { commitmentId: id })
    await must(facilitator, 'read-back-commitment', { commitmentId: id })
    await must(facilitator, 'confirm-commitment', { commitmentId: id })
    this.sent.promises.push({ id, text: verbatim, owner, measure, dueOn: promise.dueOn })
  }

  /** Closes the evening; facilitator and recorder sign what they have read. */
  async close(): Promise<void> {
    const { facilitator, recorder, placeId } = this.#runners
    const { meetingId } = this
    await must(facilitator, 'close-meeting', { meetingId })
    await this.#recorder.saved()
    this.#recorder.close()
    const { minutesSeq } = await facilitator.read(`/api/places/${placeId}/meetings/${meetingId}/minutes`)
    await must(facilitator, 'sign-minutes', { meetingId, as: 'facilitator', minutesSeq })
    await must(recorder, 'sign-minutes', { meetingId, as: 'recorder', minutesSeq })
  }

  leave(): void {
    for (const { client } of [this.wall, ...this.phones.values()]) client.hangUp()
  }
}

const titled = (heading: string | undefined, n: number): string =>
  heading && !isBlank(heading) ? firstGraphemes(heading, MAX_AGENDA_TITLE_LENGTH) : `${n + 1}`

const nameOf = (name: string): string | null =>
  isBlank(name) ? null : firstGraphemes(name.trim(), MAX_SPEAKER_LENGTH)

/** Sends a command until it is decided; a server that asks for patience gets it. */
async function must(client: Client, name: string, fields: object): Promise<void> {
  const commandId = randomUUID()
  for (;;) {
    const { status, body } = await client.command(name, fields, commandId)
    if (status === 200) return
    if (status !== TOO_OFTEN) throw new Error(`${name} was refused: ${status} ${JSON.stringify(body)}`)
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
  }
}
