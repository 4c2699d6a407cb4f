import Core
import Foundation
import Observation

/// Bytes as the core takes them.
typealias Bytes = Data

/// A form of a case, and the letter that it becomes: read before it is sent, or printed and handed in.
@MainActor @Observable public final class CaseFormModel: Typing, TakesPhoto {
    private let app: AppModel
    private let kind: any CaseForm
    private let once = Once()
    /// The name under which the core knows this form: sent, and restored since, it is the same case.
    private var form = String(UInt64.random(in: .min ... .max), radix: 36)
    private(set) var draft = CaseText()
    private var photos: [[UInt8]] = []
    private var photoProblem: PhotoProblem?
    private var view: Load<CaseFormView> = .loading
    private var checked: CaseCheckView?
    private var isTold = false
    private(set) var letter: CaseLetterView?
    private var problem: Problem?

    init(_ app: AppModel, _ kind: any CaseForm) {
        self.app = app
        self.kind = kind
    }

    public func load() async {
        let kind = kind
        let found = await app.ask { try kind.load($0) }
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
        draft = CaseText(typed)
        if typed[Input.photo.rawValue] != nil { photoProblem = .lost }
    }

    public func take(photo: [UInt8]) {
        let isTooLarge = photo.count > FormModel.largest
        photoProblem = isTooLarge ? .tooLarge : nil
        if !isTooLarge, photos.count < Int(view.sheet?.photosMost ?? 0) { photos.append(photo) }
    }

    public var outline: Outline {
        let laid = CaseFormOutline(
            manner: app.manner, draft: draft, photos: photos, photoProblem: photoProblem, checked: checked,
            isTold: isTold, problem: problem)
        if let letter { return laid.reading(letter, onPaper: isOnPaper) }
        return laid.writing(view)
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.ground, let ground): draft.tick(ground)
        case .choose(.wants, let wants): draft.wants = wants
        case .choose(.right, let right): draft.right = right
        case .choose(.day, let day): await write(.day, day)
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
        case .day: draft.day = text
        case .senderName: draft.name = text
        case .senderAddress: draft.address = text
        default: return
        }
        if letter != nil { await writeLetter() } else { await count() }
    }

    private func made(onPaper: Bool) -> (any CaseDraft)? {
        view.sheet.flatMap { kind.draft(draft, $0, photos: photos, onPaper: onPaper) }
    }

    /// How long one's own words are.
    private func count() async {
        guard let made = made(onPaper: isOnPaper) else { return }
        let typed = draft
        let found = await app.ask { try made.check($0) }
        if typed == draft, let view = found.sheet { checked = view }
    }

    private func writeLetter() async {
        guard let made = made(onPaper: isOnPaper) else { return }
        let sender = draft.sender
        let found = await app.ask { try made.letter($0, sender) }
        guard sender == draft.sender else { return }
        if let written = found.sheet { letter = written }
        problem = found.problem
    }

    /// The person has to know what stands in the way before there is a letter.
    private func read() async -> Step? {
        guard let made = made(onPaper: isOnPaper) else { return nil }
        let found = await app.ask { try made.check($0) }
        (problem, isTold) = (found.problem, true)
        guard let view = found.sheet else { return nil }
        checked = view
        if view.ready { await writeLetter() }
        return nil
    }

    private func keep(onPaper: Bool) async -> Step? {
        guard let made = made(onPaper: onPaper) else { return nil }
        let form = form
        let kept = await app.ask { try made.keep($0, form: form) }
        problem = kept.problem
        guard let view = kept.sheet else { return nil }
        app.tellNews()
        if !onPaper { app.wantsSync(.unasked) }
        return .replace(kind.opens(view.item))
    }
}
