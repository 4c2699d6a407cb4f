import Core

/// Makes the screen of a place.
@MainActor public struct Screens {
    private let app: AppModel
    private let session: Session
    private let version: String
    private let licences: Licences?

    public init(_ app: AppModel, _ session: Session, version: String, licences: Licences?) {
        self.app = app
        self.session = session
        self.version = version
        self.licences = licences
    }

    /// The screen of a place.
    public func screen(_ place: Place) -> any Screen {
        switch place {
        case .home: HomeModel(app, session)
        case .businesses: SearchModel(app)
        case .records: RecordsModel(app, session)
        case .more: MoreModel(app, version: version)
        case .join(let link): JoinModel(app, session, link: link)
        case .confirm(let membership): ConfirmModel(app, session, membership)
        case .sync: SyncModel(app, session)
        default: about(place)
        }
    }

    private func about(_ place: Place) -> any Screen {
        switch place {
        case .statement(let membership, let seq): StatementModel(app, membership, seq: seq)
        case .checks(let membership, let seq): ChecksModel(app, membership, seq: seq)
        case .entry(let membership, let seq, let entry): EntryModel(app, membership, seq: seq, entry: entry)
        case .history(let membership): StoryModel(app, membership)
        case .rulebooks(let membership, let from, let to): RulebooksModel(app, membership, from: from, to: to)
        case .comparedStatements(let membership, let one, let other):
            ComparedModel(app, membership, one: one, other: other)
        case .told(let membership, let about): ToldModel(app, membership, about)
        case .forecast(let membership): ForecastModel(app, membership)
        case .stars(let membership, let seq): StarsModel(app, membership, seq: seq)
        case .alarms(let membership): AlarmsModel(app, membership)
        case .alarm(let membership, let alarm): AlarmModel(app, membership, alarm: alarm)
        case .letters(let membership): LettersModel(app, membership)
        case .letter(let membership, let n): LetterModel(app, membership, n: n)
        case .perks(let membership): PerksModel(app, membership)
        case .benefit(let membership, let id): BenefitModel(app, membership, id: id)
        case .till(let membership, let id): TillModel(app, membership, id: id)
        case .rulebook(let membership): RulebookModel(app, membership)
        case .kinds(let membership): KindsModel(app, membership)
        case .form(let membership, let kind, let rule, let from):
            FormModel(app, membership, kind: kind, rule: rule, from: from)
        case .item(let membership, let item): ItemModel(app, membership, item: item)
        case .receipt(let membership, let item): ReceiptModel(app, membership, item: item)
        case .receipts(let membership): ReceiptsModel(app, membership)
        default: ofCase(place)
        }
    }

    private func ofCase(_ place: Place) -> any Screen {
        switch place {
        case .contest(let membership, let about, let follows):
            CaseFormModel(app, ContestForm(membership: membership, about: about, follows: follows))
        case .comply(let membership, let about):
            CaseFormModel(app, ComplianceForm(membership: membership, about: about))
        case .rightsDesk: RightsDeskModel(app)
        case .rightRequest(let membership): CaseFormModel(app, RightForm(membership: membership))
        case .cases(let membership): CasesModel(app, membership)
        case .casePage(let membership, let id): CaseModel(app, membership, id: id)
        case .caseLetter(let membership, let id, let kind):
            CaseLetterModel(app, .ofCase(membership, id: id, kind: kind))
        case .handIn(let membership, let id): PaperModel(app, .handIn(membership, id: id))
        case .paperAnswer(let membership, let id): PaperModel(app, .answer(membership, id: id))
        default: ofListing(place)
        }
    }

    private func ofListing(_ place: Place) -> any Screen {
        switch place {
        case .listingForm(let listing, let done): CaseFormModel(app, ListingForm(listing: listing, done: done))
        case .listingCase(let id): ListingCaseModel(app, id: id)
        case .listingLetter(let id): CaseLetterModel(app, .ofListing(id: id))
        case .listingHandIn(let id): PaperModel(app, .listingHandIn(id: id))
        default: rest(place)
        }
    }

    private func rest(_ place: Place) -> any Screen {
        switch place {
        case .business(let uscc): BusinessModel(app, uscc: uscc)
        case .scan: ScanModel(app)
        case .recent: RecentModel(app)
        case .compare(let codes): CompareModel(app, codes)
        case .watched: WatchedModel(app)
        case .answers: AnswersModel(app)
        case .registers: RegistersModel(app)
        case .settings: SettingsModel(app)
        case .freshness: FreshnessModel(app)
        case .network: NetworkModel(app)
        case .memberships: PeopleModel(app, session)
        case .person(let membership): PersonModel(app, session, membership)
        case .archive: ArchiveModel(app, of: session.current)
        case .licences: LicencesModel(app, licences)
        case .help: HelpModel(app)
        case .sample: SampleModel(app)
        case .erase: EraseModel(app)
        default: MoreModel(app, version: version)
        }
    }
}
