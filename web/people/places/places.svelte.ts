import type { CommandBody, CommandFields, CommandName } from '../../../shared/api.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { InvitationCode, WaitingInvitation } from '../../../shared/people/log-in/invitation.ts'
import type { InvitePerson } from '../../../shared/people/schema.ts'
import { governingRole, isVillage, mayStandIn } from '../../../shared/places/place.ts'
import type { PlaceDeed, PlacesTree, TreePlace } from '../../../shared/people/tree.ts'
import { ask } from '../../sync/ask.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'
import { newId } from '../../sync/id.ts'
import { Submission } from '../../sync/submission.svelte.ts'
import { tellEnd } from '../../ui/feedback/tell-end.ts'
import { deskWords } from '../../words/pages.ts'

/** The tree of places around one of them, and which of them is open. */
export class Places extends LiveQuery<PlacesTree> {
  deeds = $state.raw<readonly PlaceDeed[]>([])
  invitations = $state.raw<readonly WaitingInvitation[]>([])
  /** Codes made on this page: nobody tells them a second time. */
  codes = $state.raw<Readonly<Record<string, InvitationCode>>>({})
  readonly placeId: PlaceId
  #openId = $state<PlaceId | null>(null)
  readonly #submission = new Submission()

  constructor(placeId: PlaceId) {
    super({ read: () => read('/api/places/:placeId/tree', { placeId }) })
    this.placeId = placeId
  }

  get busy(): boolean {
    return this.#submission.busy
  }

  get tree(): PlacesTree | null {
    return this.view
  }

  /** The place whose posts are shown. */
  get shown(): TreePlace | null {
    const places = this.tree?.places ?? []
    return places.find(({ id }) => id === this.#openId) ?? places[0] ?? null
  }

  /** Where the journal of the open place is kept: a grid's stands with its village. */
  get keeperId(): PlaceId {
    const open = this.shown
    return open?.kind === 'grid' ? (open.parentId ?? open.id) : (open?.id ?? this.placeId)
  }

  childrenOf(placeId: PlaceId): readonly TreePlace[] {
    return (this.tree?.places ?? []).filter(({ parentId }) => parentId === placeId)
  }

  parentOf({ parentId }: TreePlace): TreePlace | null {
    const known = [...(this.tree?.places ?? []), ...(this.tree?.above ?? [])]
    return known.find(({ id }) => id === parentId) ?? null
  }

  /** Where the place may be moved. */
  newParentsOf(place: TreePlace): readonly TreePlace[] {
    if (!isVillage(place.kind) && place.kind !== 'township') return []
    return (this.tree?.places ?? []).filter(
      ({ id, kind }) => id !== place.parentId && kind !== 'county' && mayStandIn(place.kind, kind),
    )
  }

  async turnTo(placeId: PlaceId): Promise<void> {
    this.#openId = placeId
    await this.readPosts()
  }

  override async reload(): Promise<boolean> {
    const isTold = await super.reload()
    if (isTold) await this.readPosts()
    return isTold
  }

  /** What was done at the open place, and who was invited there. */
  async readPosts(): Promise<void> {
    const wanted = { placeId: this.keeperId }
    // Who is invited is told only to those who run the place.
    const [deeds, invitations] = await Promise.all([
      read('/api/places/:placeId/deeds', wanted),
      this.tree?.mayRun ? read('/api/places/:placeId/invitations', wanted) : null,
    ])
    this.deeds = deeds.kind === 'told' ? deeds.value.deeds : []
    this.invitations = invitations?.kind === 'told' ? invitations.value.invitations : []
  }

  /** Those who were invited to the open place itself, or to the open grid. */
  get waiting(): readonly WaitingInvitation[] {
    const open = this.shown
    return this.invitations.filter(({ gridId }) => gridId === (open?.kind === 'grid' ? open.id : null))
  }

  /** Whoever is invited to run the open place. */
  get waitingToRun(): WaitingInvitation | undefined {
    const open = this.shown
    if (!open) return undefined
    const role = open.kind === 'grid' ? 'grid-worker' : governingRole(open.kind)
    return this.waiting.find((one) => one.role === role)
  }

  async foundBelow(
    parent: TreePlace,
    kind: 'township' | 'village' | 'grid',
    name: string,
    by: Submission,
  ): Promise<boolean> {
    const id = newId()
    const typed = [parent.id, kind, name]
    const founded =
      kind === 'grid'
        ? (await this.run('draw-grid', { placeId: parent.id, gridId: id, name }, typed, by))?.gridId
        : (await this.run('found-place', { placeId: id, kind, name, parentId: parent.id }, typed, by))
            ?.placeId
    if (founded) await this.turnTo(founded)
    return founded !== undefined
  }

  async rename(place: TreePlace, name: string, by: Submission): Promise<boolean> {
    const renamed =
      place.kind === 'grid'
        ? await this.run('rename-grid', { placeId: place.parentId ?? '', gridId: place.id, name }, name, by)
        : await this.run('rename-place', { placeId: place.id, name }, name, by)
    return renamed !== null
  }

  move = async (place: TreePlace, toParentId: PlaceId, by: Submission): Promise<boolean> =>
    (await this.run('move-place', { placeId: place.id, toParentId }, toParentId, by)) !== null

  /** Invites somebody and makes their code at once; resolves to who was invited. */
  async invite(
    body: Omit<InvitePerson, 'placeId' | 'invitationId'>,
    typed: unknown,
    by: Submission,
  ): Promise<InvitePerson | null> {
    const placeId = this.keeperId
    const invited = await this.run('invite-person', { placeId, invitationId: newId(), ...body }, typed, by)
    return invited && (await this.makeCode(invited.invitationId, by)) ? invited : null
  }

  async makeCode(invitationId: string, by = this.#submission): Promise<boolean> {
    const body = { placeId: this.keeperId, invitationId }
    const answer = await by.run(() => ask('POST', '/api/invitations/code', body))
    if (answer?.kind === 'told') this.codes = { ...this.codes, [invitationId]: answer.value }
    await this.#tellEnd(by)
    return answer?.kind === 'told'
  }

  /** A form says beside it how its own submission ended. */
  async #tellEnd(by: Submission): Promise<void> {
    if (by === this.#submission) await tellEnd(by, deskWords.now.notSent)
  }

  /** One command as it was accepted; the tree is read anew once it is done. */
  async run<Name extends CommandName>(
    name: Name,
    body: CommandBody<Name>,
    typed: unknown = body,
    by = this.#submission,
  ): Promise<CommandBody<Name> | null> {
    // Each names its own place, since one page governs several.
    const told = await by.put(name, body as CommandFields<Name>, typed)
    await this.#tellEnd(by)
    if (told) await this.reload()
    return told as CommandBody<Name> | null
  }
}
