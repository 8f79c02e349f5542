import type { EventWordsRow, HeadRow, JournalRow, ReceiptRow } from './journal.ts'
import type {
  CalendarDayRow,
  CalendarVersionRow,
  CatalogueVersionRow,
  LevelNameRow,
  RaiserNamingRow,
  PlaceRow,
  ShortAddressRow,
} from './places.ts'
import type {
  PartnerRow,
  CalendarLinkRow,
  ClaimCodeRow,
  ClaimRow,
  GuestRow,
  HouseholdRow,
  InstanceRow,
  InvitationCodeRow,
  InvitationRow,
  AttemptsRow,
  LoginAttemptsRow,
  LoginResetRow,
  LoginRow,
  PasskeyRow,
  UsedPasskeyChallengeRow,
  PersonRow,
  PostRow,
  SessionRow,
  TicketRow,
  SecurityLogRow,
} from './people.ts'
import type { AgendaItemRow, AgendaPromiseRow, MeetingRow } from './meetings.ts'
import type { CommentRow } from './comments.ts'
import type {
  ConcernPieceRow,
  ConcernRow,
  ConcernVoiceRow,
  PublicMatterRow,
  CustodyRow,
  CustodyStepRow,
} from './concerns.ts'
import type { NoticeRow } from './notices.ts'
import type { DeliveryAttemptRow, DeliveryRow, MailboxRow, RobotRow } from './robots.ts'
import type { CountersignRow, ImportedRow, LedgerLineRow, LedgerTextRow, SavedViewRow } from './ledger.ts'
import type { PhotoBytesRow, PhotoRow, CommitmentRow, DueChangeRow, ProgressRow } from './commitments.ts'
import type { HandCountRow, RatingRow } from './ratings.ts'
import type { VisitLineRow, VisitRow } from './visits.ts'
import type {
  LateEditRow,
  MinutesAuthorRow,
  MinutesHeadRow,
  MinutesPointRow,
  MinutesSnapshotRow,
  MinutesUpdateRow,
  EarlierMinutesRow,
  PublishedMinutesRow,
  SignatureRow,
} from './minutes.ts'

export interface Tables {
  heads: HeadRow
  journal: JournalRow
  eventWords: EventWordsRow
  receipts: ReceiptRow
  instance: InstanceRow
  places: PlaceRow
  levelNames: LevelNameRow
  raiserNaming: RaiserNamingRow
  shortAddresses: ShortAddressRow
  calendarVersions: CalendarVersionRow
  calendarDays: CalendarDayRow
  catalogueVersions: CatalogueVersionRow
  households: HouseholdRow
  people: PersonRow
  partners: PartnerRow
  posts: PostRow
  invitations: InvitationRow
  invitationCodes: InvitationCodeRow
  logins: LoginRow
  passkeys: PasskeyRow
  usedPasskeyChallenges: UsedPasskeyChallengeRow
  loginResets: LoginResetRow
  loginAttempts: LoginAttemptsRow
  attempts: AttemptsRow
  guests: GuestRow
  claimCodes: ClaimCodeRow
  claims: ClaimRow
  sessions: SessionRow
  tickets: TicketRow
  securityLog: SecurityLogRow
  calendarLinks: CalendarLinkRow
  savedViews: SavedViewRow
  meetings: MeetingRow
  agendaItems: AgendaItemRow
  agendaPromises: AgendaPromiseRow
  comments: CommentRow
  concerns: ConcernRow
  concernPieces: ConcernPieceRow
  concernVoices: ConcernVoiceRow
  publicMatters: PublicMatterRow
  visits: VisitRow
  visitLines: VisitLineRow
  commitments: CommitmentRow
  dueChanges: DueChangeRow
  progress: ProgressRow
  custodies: CustodyRow
  custodySteps: CustodyStepRow
  ratings: RatingRow
  handCounts: HandCountRow
  ledgerLines: LedgerLineRow
  ledgerTexts: LedgerTextRow
  importedRows: ImportedRow
  countersigns: CountersignRow
  notices: NoticeRow
  robots: RobotRow
  photos: PhotoRow
  photoBytes: PhotoBytesRow
  mailboxes: MailboxRow
  deliveries: DeliveryRow
  deliveryAttempts: DeliveryAttemptRow
  minutesHeads: MinutesHeadRow
  minutesUpdates: MinutesUpdateRow
  minutesAuthors: MinutesAuthorRow
  minutesSnapshots: MinutesSnapshotRow
  minutesPoints: MinutesPointRow
  signatures: SignatureRow
  lateEdits: LateEditRow
  publishedMinutes: PublishedMinutesRow
  earlierMinutes: EarlierMinutesRow
}
