import Core
import Observation

/// Joining an authority, one step at a time: the link, the fingerprint, the code. Nothing is sent before the code is.
@MainActor @Observable public final class JoinModel: Typing {
    /// How far it is.
    public enum Stage: Equatable, Sendable {
        case link
        case compare(LinkView)
        /// The fingerprint on the letter is another one: the end.
        case different(LinkView)
        case code(LinkView)
        /// The fingerprint of a register is the same: does the person rely on it?
        case rely(LinkView)
        case added(RegisterView)
    }

    private let desk: Desk
    private let session: Session
    private let once = Once()
    public private(set) var stage = Stage.link
    private var link: String
    private var code = ""
    private var problem: Problem?
    private var atWork = false
    /// The link came from outside and was not read yet. One that is being typed is read when the person says so.
    private var isUnread: Bool
    private var stopper: Stopper?

    public init(_ desk: Desk, _ session: Session, link: String = "") {
        self.desk = desk
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
        JoinOutline(manner: desk.manner, link: link, code: code, problem: problem, atWork: atWork).outline(stage)
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
        case .press(.same):
            if case .compare(let view) = stage { stage = view.leadsTo == .register ? .rely(view) : .code(view) }
        case .press(.differs): if case .compare(let view) = stage { stage = .different(view) }
        case .press(.sendCode): return await once("code") { await sendCode() }
        case .press(.relyOn): return await once("register") { await addRegister(relied: true) }
        case .press(.tellBelow): return await once("register") { await addRegister(relied: false) }
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
        switch await desk.ask({ try $0.readLink(text: link) }) {
        case .ready(let view): (stage, problem) = (.compare(view), nil)
        case .failed(let found): problem = found
        case .loading: break
        }
    }

    private func sendCode() async -> Step? {
        let (link, code) = (link, code)
        atWork = true
        defer { atWork = false }
        switch await desk.askAfar({ try await $0.join(link: link, code: code) }) {
        case .ready(let view):
            await session.load()
            return .replace(.confirm(view.membership))
        case .failed(let found): problem = found
        case .loading: break
        }
        return nil
    }

    /// Nothing is kept of a register that was stopped or failed.
    private func addRegister(relied: Bool) async -> Step? {
        let (link, asked) = (link, Stopper())
        (atWork, stopper, problem) = (true, asked, nil)
        defer { (atWork, stopper) = (false, nil) }
        switch await desk.askAfar({ try await $0.addRegister(link: link, relied: relied, stopper: asked) }) {
        case .ready(let view):
            (stage, problem) = (.added(view), nil)
            desk.tellNews()
        case .failed(let found): problem = found
        case .loading: break
        }
        return nil
    }
}
