import Core
import Observation

/// Noting a paper: that a letter was handed in, or that an answer came; with a photo of it.
@MainActor @Observable public final class PaperModel: Typing, TakesPhoto {
    /// What is noted.
    public enum Kind: Sendable {
        case handIn(MembershipId, id: Int64)
        case answer(MembershipId, id: Int64)
        case listingHandIn(id: Int64)
    }

    private let app: AppModel
    private let kind: Kind
    private let once = Once()
    private var day = ""
    /// What an answer says, by name; empty as long as nothing was chosen.
    private var says = ""
    private var photo: [UInt8]?
    private var isTooLarge = false
    private var refusal: Problem?

    public init(_ app: AppModel, _ kind: Kind) {
        self.app = app
        self.kind = kind
    }

    public var typed: [String: String] { [Input.day.rawValue: day, Input.says.rawValue: says] }

    public func restore(_ typed: [String: String]) {
        day = typed[Input.day.rawValue] ?? ""
        says = typed[Input.says.rawValue] ?? ""
    }

    public func take(photo: [UInt8]) {
        isTooLarge = photo.count > FormModel.largest
        if !isTooLarge { self.photo = photo }
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        let isAnswer = isAnswer
        let field = Field(
            input: .day, label: isAnswer ? words.answerDay : words.handInDay, hint: words.formDateChoose, text: day,
            note: nil, keys: .words)
        let body = lines {
            Element.text("text", isAnswer ? words.answerText : words.handInText)
            if let refusal { Element.problem("refusal", refusal, manner) }
            Element.day(field)
            if isAnswer { Element.choice(choice) }
            pictures
        }
        let note = Element.button(
            "note", isAnswer ? words.answerNote : words.handInNote, .filled, .press(.notePaper), enabled: isReady)
        return Outline(isAnswer ? words.answerTitle : words.handInTitle, body: body, dock: [note])
    }

    private var isAnswer: Bool { if case .answer = kind { true } else { false } }
    private var isReady: Bool { !day.isEmpty && (!isAnswer || chosen != nil) }

    private var chosen: PaperSays? { Self.all.first { "\($0)" == says } }

    private static let all: [PaperSays] = [.granted, .partly, .refused, .other]

    private var choice: Choice {
        let words = app.words
        let options = Self.all.map { says in
            let text =
                switch says {
                case .granted: words.answerGranted
                case .partly: words.answerPartly
                case .refused: words.answerRefused
                case .other: words.answerOther
                }
            return Choice.Option(id: "\(says)", text: text)
        }
        return Choice(input: .says, label: words.answerSays, options: options, chosen: says, note: nil)
    }

    private var pictures: [Element] {
        let words = app.words
        return lines {
            if isTooLarge { Element.note("photo problem", Mark(.fails, words.formPhotoTooLarge), "") }
            if let photo {
                Element.read("picture", .picture(photo), words.formPhoto, [.image])
                Element.button("remove photo", words.actionRemove, .link, .press(.removePhoto))
            } else {
                Element.button("take photo", words.formPhotoTake, .outlined, .press(.takePhoto))
                Element.button("choose photo", words.formPhotoChoose, .outlined, .press(.choosePhoto))
            }
        }
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.day, let text), .choose(.day, let text): day = text
        case .choose(.says, let text): says = text
        case .press(.takePhoto): return .photo(camera: true)
        case .press(.choosePhoto): return .photo(camera: false)
        case .press(.removePhoto): (photo, isTooLarge) = (nil, false)
        case .press(.notePaper): return await once("note") { await note() }
        default: break
        }
        return nil
    }

    private func note() async -> Step? {
        guard isReady else { return nil }
        let (kind, day, says) = (kind, day, chosen)
        let bytes = photo.map { Bytes($0) }
        let noted = await app.ask { core in
            switch kind {
            case .handIn(let membership, let id):
                _ = try core.noteHandIn(membership: membership, id: id, on: day, photo: bytes)
            case .listingHandIn(let id): _ = try core.noteListingHandIn(id: id, on: day, photo: bytes)
            case .answer(let membership, let id):
                let draft = PaperAnswerDraft(on: day, says: says ?? .other, photo: bytes)
                _ = try core.noteAnswer(membership: membership, id: id, draft: draft)
            }
            return Kept()
        }
        refusal = noted.problem
        guard noted.problem == nil else { return nil }
        app.tellNews()
        return .back
    }
}
