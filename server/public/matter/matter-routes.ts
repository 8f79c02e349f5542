import { languageOf } from '../../browser/language.ts'
import { isolating } from '../../../shared/kernel/text/isolates.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { isConfirmed, type Commitment } from '../../../shared/commitments/commitment.ts'
import { isHeldBack, type Concern } from '../../../shared/concerns/concern.ts'
import { publicViewer } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { CODE_LETTERS } from '../../../shared/kernel/text/plain-code.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/refusal.ts'
import { Id, OneOf } from '../../../shared/kernel/schema.ts'
import { matterPath } from '../../../shared/ledger/matter/public-matter.ts'
import { turnsIn } from '../../../shared/ledger/matter/turns.ts'
import { timelineOf } from '../../../shared/ledger/matter/timeline.ts'
import type { MatterView } from '../../../shared/ledger/matter/matter.ts'
import { placeTitle } from '../../../shared/places/levels.ts'
import type { Place } from '../../../shared/places/place.ts'
import type { MatterPage } from '../../../shared/protocol/public.ts'
import { LANGUAGES, type Language } from '../../../shared/words/language.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { type MatterWords, matter as simplified } from '../../../shared/words/public.zh-Hans.ts'
import { matter as english } from '../../../shared/words/public.en.ts'
import { matter as traditional } from '../../../shared/words/public.zh-Hant.ts'
import { dayAt } from '../../clock/day.ts'
import { photosThere } from '../../commitments/followed-queries.ts'
import { concernAtAddress, publicAddresses } from '../../concerns/address-queries.ts'
import { findConcern } from '../../concerns/queries.ts'
import type { AppContext } from '../../app/feature.ts'
import { matterFor } from '../../ledger/matter-queries.ts'
import { findPlace, placesByIds, withLevelNames } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import { takesForms } from '../../browser/form-body.ts'
import { saidNoIn, saidYesIn, verdictsOn } from '../../../shared/ratings/rating.ts'
import { ratingsAbout } from '../../ratings/queries.ts'
import { sendNotFound } from '../frame/refusal-page.ts'
import { sendPage } from '../frame/send-page.ts'

const WORDS: Readonly<Record<Language, MatterWords>> = isolating({
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
})
const SAID = ['added', 'counted', 'over', 'later'] as const
const AtMatter = Type.Object({
  placeId: Id(),
  address: Type.String({ pattern: `^[${CODE_LETTERS.toLowerCase()}]{12}$` }),
})
const Reading = Type.Object({
  language: Type.Optional(OneOf(LANGUAGES)),
  said: Type.Optional(OneOf(SAID)),
})
type Asked = { Params: Static<typeof AtMatter>; Querystring: Static<typeof Reading> }

/** GET one matter as everybody may know it, and POST that one asks for it too; without scripts. */
export function matterPageRoutes(app: FastifyInstance, context: AppContext): void {
  const schema = { params: AtMatter, querystring: Reading, hide: true }
  app.get<Asked>('/public/:placeId/matter/:address', { schema }, (request, reply) =>
    sendMatter(request, reply, context),
  )
  void app.register(async (inner) => {
    takesForms(inner)
    inner.post<Asked>('/public/:placeId/matter/:address/voice', { schema }, async (request, reply) => {
      const language = languageOf(request)
      const { placeId, address } = request.params
      const concernId = await concernAtAddress(context.database.reader, placeId, address)
      if (!concernId) return sendNotFound(reply)
      const said = await addVoice(request, reply, context, placeId, concernId)
      return reply.redirect(`${matterPath(placeId, address)}?language=${language}&said=${said}#said`, 303)
    })
  })
}

/** Whoever presses is known by a key from then on, so that they are counted once and find it again. */
async function addVoice(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  placeId: PlaceId,
  concernId: string,
): Promise<(typeof SAID)[number]> {
  const actor = await context.knownAt(request, reply, placeId).catch(refusalOf)
  const outcome = isRefusal(actor)
    ? actor
    : await context.perform('add-voice', { placeId, ...{ concernId } }, actor, context.newId())
  return isRefusal(outcome) ? whyNot(outcome) : 'added'
}

/** @throws whatever is no refusal */
function refusalOf(problem: unknown): Refusal {
  if (isRefusal(problem)) return problem
  throw problem
}

const whyNot = ({ refused }: Refusal): (typeof SAID)[number] =>
  refused === 'voice-counted' ? 'counted' : refused === 'concern-over' ? 'over' : 'later'

async function sendMatter(
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
  context: AppContext,
): Promise<FastifyReply> {
  const { placeId, address } = request.params
  const { reader } = context.database
  const language = languageOf(request)
  const place = await findPlace(reader, placeId)
  const concernId = place && (await concernAtAddress(reader, placeId, address))
  const known = concernId ? await findConcern(reader, placeId, concernId) : null
  if (!place || !known) return sendNotFound(reply, place?.id)
  // What was put together with another goes on there.
  const into =
    known.mergedIntoId && (await publicAddresses(reader, [known.mergedIntoId])).get(known.mergedIntoId)
  if (into) return reply.redirect(`${matterPath(placeId, into)}?language=${language}`, 303)
  if (isHeldBack(known) || known.state === 'withdrawn') return sendNotFound(reply, placeId)
  const { today, at } = await context.momentAt(placeId)
  const view = await context.database.snapshot((snapshot) =>
    matterFor(snapshot, place, publicViewer(placeId), today, known.id),
  )
  if (!view?.concern) return sendNotFound(reply, placeId)
  const sheet = await sheetOf(reader, view, at, language)
  const said = request.query.said ?? null
  return sendPage(reply, { kind: 'matter', ...sheet, path: matterPath(placeId, address), said })
}

async function sheetOf(
  reader: Reader,
  view: MatterView,
  at: string,
  language: Language,
): Promise<Omit<MatterPage, 'kind' | 'path' | 'said'>> {
  const { place, today, dueChanges, progress, meetings, steps } = view
  const concern = view.concern!
  const words = WORDS[language]
  const promises = view.commitments.filter(isConfirmed)
  const isImported = promises.every((one) => isOfOldLedger(one, concern))
  const ids = promises.map(({ id }) => id)
  const photos = await photosThere(reader, place.id, ids)
  const ratings = await ratingsAbout(reader, place.id, concern.id, ids)
  const judged = { saidNo: saidNoIn(ratings, []), saidYes: saidYesIn(ratings, []) }
  const names = await placesOf(reader, place, view)
  const timeline = timelineOf(
    {
      ...{ concern, into: null, commitments: promises, dueChanges, ...judged },
      ...{ progress, meetings, steps, photos, turns: turnsIn(view.events) },
    },
    {
      ...{ today, isOwn: false, dayInWords: (day) => dayInWords(day, language, today) },
      words: isImported ? ofOldLedger(words) : words,
      dayOf: (instant) => dayAt(new Date(instant), place.timeZone),
      placeOf: (id) => names.get(id) ?? place.name,
    },
  )
  const verdicts = verdictsOn(promises, ratings)
  return { place, today, time: timeAt(at, place.timeZone), concern, promises, verdicts, timeline }
}

/** An import writes a promise down and confirms it in one moment; nobody nodded. */
const isOfOldLedger = ({ recordedAt, confirmedAt }: Commitment, { channel }: Concern): boolean =>
  channel === 'import' && recordedAt === confirmedAt

/** Whether anybody was asked, it does not say. */
const ofOldLedger = (words: MatterWords): MatterWords => ({
  ...words,
  promised: words.imported,
  settled: { ...words.settled, unrated: words.settled.rated },
})

async function placesOf(
  reader: Reader,
  place: Place,
  { steps }: MatterView,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(steps.flatMap(({ fromPlaceId, toPlaceId }) => [fromPlaceId, toPlaceId]))]
  const places = await withLevelNames(reader, place.id, await placesByIds(reader, ids))
  return new Map(places.map((one) => [one.id, placeTitle(one)]))
}

const timeAt = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at))
