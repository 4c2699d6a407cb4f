import Core
import Foundation
import Observation

/// Bytes as the core takes them.
typealias Bytes = Data

/// The form of a contest, and the letter that it becomes: read before it is sent, or printed and handed in.
@MainActor @Observable public final class ContestModel: Typing, TakesPhoto {
    private let app: AppModel
    private let membership: MembershipId
    private let about: About
    private let follows: Int64?
    private let once = Once()
    /// The name under which the core knows this form: sent, and restored since, it is the same case.
    private var form = String(UInt64.random(in: .min ... .max), radix: 36)
    private(set) var draft = ContestText()
    private var photos: [[UInt8]] = []
    private var photoProblem: PhotoProblem?
    private var view: Load<ContestFormView> = .loading
    private var checked: CaseCheckView?
    private var isTold = false
    private(set) var letter: CaseLetterView?
    private var problem: Problem?

    public init(_ app: AppModel, _ membership: MembershipId, _ about: About, follows: Int64?) {
        self.app = app
        self.membership = membership
        self.about = about
        self.follows = follows
    }

    public func load() async {
        let (membership, target, follows) = (membership, about.target, follows)
        let found = await app.ask { try $0.contestForm(membership: membership, target: target, follows: follows) }
        // What is being written is not taken away.
        if view.sheet == nil || found.sheet != nil { view = found }
    }

    public var typed: [String: String] {
        let texts = draft.texts
        let photo = photos.isEmpty ? [:] : [Input.photo.rawValue: "photo"]
        let all = texts.merging(photo) { text, _ in text }
        return all.isEmpty ? [:] : all.merging([FormModel.formName: form]) { text, _ in text }
    }

    public func restore(_ typed: [String: String]) {
        form = typed[FormModel.formName] ?? form
        draft = ContestText(typed)
        if typed[Input.photo.rawValue] != nil { photoProblem = .lost }
    }

    public func take(photo: [UInt8]) {
        let isTooLarge = photo.count > FormModel.largest
        photoProblem = isTooLarge ? .tooLarge : nil
        if !isTooLarge, photos.count < Int(view.sheet?.photosMost ?? 0) { photos.append(photo) }
    }

    public var outline: Outline {
        let laid = ContestOutline(
            manner: app.manner, draft: draft, photos: photos, photoProblem: photoProblem, checked: checked,
            isTold: isTold, problem: problem)
        if let letter { return laid.reading(letter, onPaper: isOnPaper) }
        return laid.writing(view)
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.ground, let ground): draft.tick(ground)
        case .choose(.wants, let wants): draft.wants = wants
        case .choose(.photo, let at): remove(photo: at)
        case .turn(.mark, let on): draft.mark = on
        case .write(let input, let text): await write(input, text)
        case .press(.takePhoto): return .photo(camera: true)
        case .press(.choosePhoto): return .photo(camera: false)
        case .press(.again): await load()
        case .press(.goOn): return await once("read") { await read() }
        case .press(.keep): (letter, problem) = (nil, nil)
        case .press(.send): return await once("send") { await keep(onPaper: isOnPaper) }
        case .press(.onPaper): return await once("send") { await keep(onPaper: true) }
        case .press(.printLetter): return letter.map { .print(name: $0.fileName, html: $0.html) }
        default: break
        }
        return nil
    }

    private var isOnPaper: Bool { view.sheet?.paperOnly.isEmpty == false }

    private func remove(photo at: String) {
        if let index = Int(at), photos.indices.contains(index) { photos.remove(at: index) }
    }

    private func write(_ input: Input, _ text: String) async {
        switch input {
        case .words: draft.words = text
        case .senderName: draft.name = text
        case .senderAddress: draft.address = text
        default: return
        }
        if letter != nil { await writeLetter() } else { await count() }
    }

    private func made(onPaper: Bool) -> ContestDraft? {
        guard let sheet = view.sheet, let wants = draft.wants(sheet) else { return nil }
        return ContestDraft(
            target: about.target, grounds: draft.grounds(sheet), words: draft.words, wants: wants, mark: draft.mark,
            photos: photos.map { Bytes($0) }, follows: follows, onPaper: onPaper)
    }

    /// How long one's own words are.
    private func count() async {
        guard let draft = made(onPaper: isOnPaper) else { return }
        let membership = membership
        let found = await app.ask { try $0.checkContest(membership: membership, draft: draft) }
        if draft == made(onPaper: isOnPaper), let view = found.sheet { checked = view }
    }

    private func writeLetter() async {
        guard let draft = made(onPaper: isOnPaper) else { return }
        let (membership, sender) = (membership, self.draft.sender)
        let found = await app.ask { try $0.contestLetter(membership: membership, draft: draft, sender: sender) }
        guard sender == self.draft.sender else { return }
        if let written = found.sheet { letter = written }
        problem = found.problem
    }

    /// The person has to know what stands in the way before there is a letter.
    private func read() async -> Step? {
        guard let draft = made(onPaper: isOnPaper) else { return nil }
        let membership = membership
        let found = await app.ask { try $0.checkContest(membership: membership, draft: draft) }
        (problem, isTold) = (found.problem, true)
        guard let view = found.sheet else { return nil }
        checked = view
        if view.ready { await writeLetter() }
        return nil
    }

    private func keep(onPaper: Bool) async -> Step? {
        guard let draft = made(onPaper: onPaper) else { return nil }
        let (membership, form) = (membership, form)
        let kept = await app.ask { try $0.contest(membership: membership, draft: draft, form: form) }
        problem = kept.problem
        guard let view = kept.sheet else { return nil }
        app.tellNews()
        if !onPaper { app.wantsSync(.unasked) }
        return .replace(.casePage(membership, id: view.item))
    }
}
