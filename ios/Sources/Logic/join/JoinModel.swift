import Core
import Observation

/// Joining an authority, one step at a time: the link, where it leads, the code. The code stays on the phone and in this
/// process.
@MainActor @Observable public final class JoinModel: Typing {
    /// How far it is.
    public enum Stage: Equatable, Sendable {
        case link
        /// Where the link leads. Nothing was fetched by then; for a register, two groups are typed from the paper.
        case look(LinkView)
        /// The name reads as that of another authority on this phone: both are shown.
        case namesakes(LinkView, AuthorityPreview)
        /// What the authority says of itself. Nothing proves it yet.
        case code(LinkView, AuthorityPreview)
        /// The groups of a register's fingerprint are the same: does the person rely on it?
        case rely(LinkView)
        case added(RegisterView)
    }

    private let app: AppModel
    private let session: Session
    private let once = Once()
    public private(set) var stage = Stage.link
    private var link: String
    private var code = ""
    private var groups: [UInt8: String] = [:]
    private var problem: Problem?
    private var atWork = false
    /// The link came from outside and was not read yet. One that is being typed is read when the person says so.
    private var isUnread: Bool
    private var stopper: Stopper?
    /// What the person answered about the register that is being added.
    private var relied = false
    /// The register is large and the network may charge: the person is asked first.
    private var asksFirst: Bool { problem?.code == "asks-first" }

    public init(_ app: AppModel, _ session: Session, link: String = "") {
        self.app = app
        self.session = session
        self.link = link
        isUnread = !link.isEmpty
    }

    /// Reads a link that was opened or scanned, so that the person does not have to press anything for it.
    public func load() async {
        guard isUnread, stage == .link else { return }
        isUnread = false
        await readLink()
    }

    public var outline: Outline {
        JoinOutline(
            manner: app.manner, link: link, code: code, groups: groups, problem: problem, asksFirst: asksFirst,
            atWork: atWork
        ).outline(stage)
    }

    /// The link only: a code that works once is written nowhere.
    public var typed: [String: String] { [Input.link.rawValue: link] }

    public func restore(_ typed: [String: String]) {
        guard let typed = typed[Input.link.rawValue], typed != link else { return }
        (link, isUnread) = (typed, false)
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.link, let text): write { link = text }
        case .write(.code, let text): write { code = text }
        case .press(.readLink): await readLink()
        case .write(.firstGroup, let text): write { type(text, at: 0) }
        case .write(.secondGroup, let text): write { type(text, at: 1) }
        case .press(.look): return await once("look") { await look() }
        case .press(.keepBoth): if case .namesakes(let view, let preview) = stage { stage = .code(view, preview) }
        case .press(.checkGroups): await checkGroups()
        case .press(.sendCode): return await once("code") { await sendCode() }
        case .press(.relyOn): return await once("register") { await addRegister(relied: true) }
        case .press(.tellBelow): return await once("register") { await addRegister(relied: false) }
        case .press(.fetchNow) where asksFirst:
            return await once("register") { await addRegister(relied: relied, agreed: true) }
        case .press(.stop): stopper?.stop()
        default: break
        }
        return nil
    }

    private func write(_ change: () -> Void) {
        change()
        problem = nil
    }

    private func readLink() async {
        let link = link
        switch await app.ask({ try $0.readLink(text: link) }) {
        case .ready(let view): (stage, problem, groups) = (.look(view), nil, [:])
        case .failed(let found): problem = found
        case .loading: break
        }
    }

    private func type(_ text: String, at index: Int) {
        guard case .look(let view) = stage, view.groups.indices.contains(index) else { return }
        groups[view.groups[index].number] = text
    }

    private func look() async -> Step? {
        guard case .look(let view) = stage else { return nil }
        let (link, asked) = (link, Stopper())
        (atWork, stopper, problem) = (true, asked, nil)
        defer { (atWork, stopper) = (false, nil) }
        switch await app.askAfar({ try await $0.authorityPreview(link: link, stopper: asked) }) {
        case .ready(let preview):
            (stage, problem) = (preview.namesakes == nil ? .code(view, preview) : .namesakes(view, preview), nil)
        case .failed(let found): problem = found
        case .loading: break
        }
        return nil
    }

    private func sendCode() async -> Step? {
        guard case .code(_, let preview) = stage else { return nil }
        let (link, code, both, asked) = (link, code, preview.namesakes, Stopper())
        (atWork, stopper, problem) = (true, asked, nil)
        defer { (atWork, stopper) = (false, nil) }
        switch await app.askAfar({ core in
            guard let both else { return try await core.join(link: link, code: code, stopper: asked) }
            return try await core.joinNamesake(link: link, code: code, seen: both.seen, stopper: asked)
        }) {
        case .ready(let view):
            await session.load()
            return .replace(.confirm(view.membership))
        case .failed(let found): problem = found
        case .loading: break
        }
        return nil
    }

    /// Asks whether the person relies on a register only once the groups of its fingerprint are the same.
    private func checkGroups() async {
        guard case .look(let view) = stage, view.leadsTo == .register else { return }
        let (link, typed) = (link, groups.map { GroupAnswer(number: $0.key, typed: $0.value) })
        switch await app.ask({ core -> Bool in
            try core.checkGroups(link: link, typed: typed)
            return true
        }) {
        case .ready: (stage, problem) = (.rely(view), nil)
        case .failed(let found): problem = found
        case .loading: break
        }
    }

    /// Nothing is kept of a register that was stopped or failed. Over a network that may charge, a large one is fetched
    /// only after the person has agreed to its size.
    private func addRegister(relied: Bool, agreed: Bool = false) async -> Step? {
        guard case .rely = stage else { return nil }
        let (link, asked) = (link, Stopper())
        let fetch: Fetch = agreed || app.conditions.kind == .unmetered ? .all : .small
        (atWork, stopper, problem, self.relied) = (true, asked, nil, relied)
        defer { (atWork, stopper) = (false, nil) }
        switch await app.askAfar({
            try await $0.addRegister(link: link, relied: relied, fetch: fetch, stopper: asked)
        }) {
        case .ready(let view):
            (stage, problem) = (.added(view), nil)
            app.tellNews()
        // What was stopped has failed, and that is what the person wanted.
        case .failed(let found): problem = ["add-stopped", "stopped"].contains(found.code) ? nil : found
        case .loading: break
        }
        return nil
    }
}
