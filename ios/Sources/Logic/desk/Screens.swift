import Core

/// Makes the screen of a place.
@MainActor public struct Screens {
    private let desk: Desk
    private let session: Session
    private let version: String
    private let licences: Licences?

    public init(_ desk: Desk, _ session: Session, version: String, licences: Licences?) {
        self.desk = desk
        self.session = session
        self.version = version
        self.licences = licences
    }

    /// The screen of a place.
    public func screen(_ place: Place) -> any Screen {
        switch place {
        case .home: HomeModel(desk, session)
        case .businesses: SearchModel(desk)
        case .records: RecordsModel(desk, session)
        case .more: MoreModel(desk, version: version)
        case .join(let link): JoinModel(desk, session, link: link)
        case .confirm(let membership): ConfirmModel(desk, session, membership)
        case .sync: SyncModel(desk, session)
        default: about(place)
        }
    }

    private func about(_ place: Place) -> any Screen {
        switch place {
        case .statement(let membership, let seq): StatementModel(desk, membership, seq: seq)
        case .checks(let membership, let seq): ChecksModel(desk, membership, seq: seq)
        case .entry(let membership, let seq, let entry): EntryModel(desk, membership, seq: seq, entry: entry)
        case .history(let membership): HistoryModel(desk, membership)
        case .stars(let membership, let seq): StarsModel(desk, membership, seq: seq)
        case .alarms(let membership): AlarmsModel(desk, membership)
        case .alarm(let membership, let alarm): AlarmModel(desk, membership, alarm: alarm)
        case .letters(let membership): LettersModel(desk, membership)
        case .letter(let membership, let n): LetterModel(desk, membership, n: n)
        case .perks(let membership): PerksModel(desk, membership)
        case .rulebook(let membership): RulebookModel(desk, membership)
        case .kinds(let membership): KindsModel(desk, membership)
        case .form(let membership, let kind, let rule, let from):
            FormModel(desk, membership, kind: kind, rule: rule, from: from)
        case .item(let membership, let item): ItemModel(desk, membership, item: item)
        case .receipt(let membership, let item): ReceiptModel(desk, membership, item: item)
        case .receipts(let membership): ReceiptsModel(desk, membership)
        default: rest(place)
        }
    }

    private func rest(_ place: Place) -> any Screen {
        switch place {
        case .business(let uscc): BusinessModel(desk, uscc: uscc)
        case .scan: ScanModel(desk)
        case .recent: RecentModel(desk)
        case .registers: RegistersModel(desk)
        case .settings: SettingsModel(desk)
        case .freshness: FreshnessModel(desk)
        case .network: NetworkModel(desk)
        case .memberships: MembershipsModel(desk, session)
        case .licences: LicencesModel(desk, licences)
        case .erase: EraseModel(desk)
        default: MoreModel(desk, version: version)
        }
    }
}
