import Core
import Observation

/// A form: every problem at once, then what happens with it, and only then it is kept and sent.
@MainActor @Observable public final class FormModel: Typing, TakesPhoto {
    /// How far it is.
    public enum Stage: Equatable, Sendable {
        case writing
        /// Checked: what happens if it is sent.
        case reviewing(DraftView)
    }

    private let app: AppModel
    private let membership: MembershipId
    private let once = Once()
    private var isRead = false
    /// The name under which the core knows this form: sent, and restored since, it is the same record.
    private var form = String(UInt64.random(in: .min ... .max), radix: 36)
    private(set) var draft: Draft
    /// What the core said of it when it was opened.
    private var opened: Load<DraftView> = .loading
    /// What the core said of it the last time.
    private(set) var checked: DraftView?
    private var problem: Problem?
    /// Why the photo that was chosen last is not here.
    private var photoProblem: PhotoProblem?
    public private(set) var stage = Stage.writing

    public init(_ app: AppModel, _ membership: MembershipId, kind: FormKind, rule: String, from: Int64? = nil) {
        self.app = app
        self.membership = membership
        draft = Draft(kind: kind, rule: rule, edits: from)
    }

    public func load() async {
        let (membership, record) = (membership, draft.record)
        guard let from = draft.edits, !isRead else {
            opened = await app.ask { try $0.checkDraft(membership: membership, draft: record) }
            return
        }
        switch await app.ask({ try $0.editRecord(membership: membership, item: from) }) {
        case .ready(let view):
            (isRead, opened) = (true, .ready(view.checked))
            // What was typed since, as before the app ended, is newer; a photo is never typed.
            draft.texts = view.draft.texts.merging(draft.texts) { _, typed in typed }
            draft.photo = draft.photo ?? view.draft.photo.map { [UInt8]($0) }
        // An empty form would look like the record, without its photo.
        case .failed(let problem): opened = .failed(problem)
        case .loading: break
        }
    }

    /// Of a photo only that there was one: it is large, and the person has it.
    public var typed: [String: String] {
        let texts = draft.texts.map { ($0.rawValue, $1) }
        let photo = draft.photo == nil ? [] : [(Input.photo.rawValue, FormModel.hadPhoto)]
        // A form in which nothing was written has not been sent either.
        let named = texts.isEmpty && photo.isEmpty ? [] : [(FormModel.formName, form)]
        return Dictionary(uniqueKeysWithValues: texts + photo + named)
    }

    private static let hadPhoto = "photo"
    static let formName = "form"

    public func restore(_ typed: [String: String]) {
        for (name, text) in typed {
            if name == FormModel.formName { form = text }
            guard let input = Input(rawValue: name) else { continue }
            if input == .photo { photoProblem = .lost } else { draft.texts[input] = text }
        }
    }

    /// A photo was taken or chosen; the core takes place, time and camera out of it before it is kept.
    public func take(photo: [UInt8]) {
        let isTooLarge = photo.count > FormModel.largest
        photoProblem = isTooLarge ? .tooLarge : nil
        if !isTooLarge { draft.photo = photo }
    }

    /// "At most 40 MB" of a photo as the camera made it: the core's limit, too.
    static let largest = 40 * 1024 * 1024

    public var outline: Outline {
        let outline = FormOutline(
            manner: app.manner, draft: draft, notes: checked?.notes ?? [], problem: problem,
            photoProblem: photoProblem)
        if case .reviewing(let view) = stage { return outline.reviewing(view) }
        return outline.writing(opened)
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(let input, let text), .choose(let input, let text): draft.texts[input] = text
        case .press(.takePhoto): return .photo(camera: true)
        case .press(.choosePhoto): return .photo(camera: false)
        case .press(.removePhoto): (draft.photo, photoProblem) = (nil, nil)
        case .press(.again): await load()
        case .press(.check): return await once("check") { await check() }
        case .press(.keep): stage = .writing
        case .press(.send): return await once("send") { await send() }
        default: break
        }
        return nil
    }

    private func check() async -> Step? {
        let (membership, record) = (membership, draft.record)
        switch await app.ask({ try $0.checkDraft(membership: membership, draft: record) }) {
        case .ready(let view):
            (checked, problem) = (view, nil)
            if view.ready { stage = .reviewing(view) }
        case .failed(let found): problem = found
        case .loading: break
        }
        return nil
    }

    private func send() async -> Step? {
        let (membership, record, form) = (membership, draft.record, form)
        switch await app.ask({ try $0.queueRecord(membership: membership, draft: record, form: form) }) {
        case .ready(let kept):
            app.tellNews()
            app.wantsSync(.unasked)
            return .replace(.item(membership, item: kept.item))
        case .failed(let found): problem = found
        case .loading: break
        }
        return nil
    }
}
