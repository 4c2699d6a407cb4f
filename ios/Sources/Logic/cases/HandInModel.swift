import Core
import Observation

/// Noting when a case was handed in on paper, with a photo of the stamp.
@MainActor @Observable public final class HandInModel: Typing, TakesPhoto {
    private let app: AppModel
    private let membership: MembershipId
    private let id: Int64
    private let once = Once()
    private var day = ""
    private var photo: [UInt8]?
    private var isTooLarge = false
    private var refusal: Problem?

    public init(_ app: AppModel, _ membership: MembershipId, id: Int64) {
        self.app = app
        self.membership = membership
        self.id = id
    }

    public var typed: [String: String] { [Input.day.rawValue: day] }
    public func restore(_ typed: [String: String]) { day = typed[Input.day.rawValue] ?? "" }

    public func take(photo: [UInt8]) {
        isTooLarge = photo.count > FormModel.largest
        if !isTooLarge { self.photo = photo }
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        let field = Field(
            input: .day, label: words.handInDay, hint: words.formDateChoose, text: day, note: nil, keys: .words)
        let body = lines {
            Element.text("text", words.handInText)
            if let refusal { Element.problem("refusal", refusal, manner) }
            Element.day(field)
            if isTooLarge { Element.note("photo problem", Mark(.fails, words.formPhotoTooLarge), "") }
            if let photo {
                Element.read("picture", .picture(photo), words.formPhoto, [.image])
                Element.button("remove photo", words.actionRemove, .link, .press(.removePhoto))
            } else {
                Element.button("take photo", words.formPhotoTake, .outlined, .press(.takePhoto))
                Element.button("choose photo", words.formPhotoChoose, .outlined, .press(.choosePhoto))
            }
        }
        let note = Element.button("note", words.handInNote, .filled, .press(.noteHandIn), enabled: !day.isEmpty)
        return Outline(words.handInTitle, body: body, dock: [note])
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.day, let text), .choose(.day, let text): day = text
        case .press(.takePhoto): return .photo(camera: true)
        case .press(.choosePhoto): return .photo(camera: false)
        case .press(.removePhoto): (photo, isTooLarge) = (nil, false)
        case .press(.noteHandIn): return await once("note") { await note() }
        default: break
        }
        return nil
    }

    private func note() async -> Step? {
        let (membership, id, day) = (membership, id, day)
        let bytes = photo.map { Bytes($0) }
        let noted = await app.ask { try $0.noteHandIn(membership: membership, id: id, on: day, photo: bytes) }
        refusal = noted.problem
        guard noted.problem == nil else { return nil }
        app.tellNews()
        return .back
    }
}
