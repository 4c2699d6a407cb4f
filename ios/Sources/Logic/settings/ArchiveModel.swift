import Core
import Observation

/// Everything that is the person's own as one file: what is in it, how large it is, and that it is not sealed.
@MainActor @Observable public final class ArchiveModel: Reader<ArchiveView> {
    private var refusal: Problem?

    private let membership: MembershipId?

    /// Nothing of the others on this phone is in it.
    public init(_ app: AppModel, of membership: MembershipId?) {
        self.membership = membership
        super.init(app) { try $0.archiveContents(of: membership) }
    }

    override func title(_ sheet: ArchiveView?) -> String { app.words.moreArchive }

    override func lay(_ sheet: ArchiveView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            Element.text("what", words.archiveWhat)
            Element.text("inside", sheet.text)
            Element.note("warning", Mark(.needs, ""), words.archiveWarning)
            Element.text("check", words.archiveCheck, .small)
            if let refusal { Element.problem("problem", refusal, manner) }
        }
    }

    override func dock(_ sheet: ArchiveView, _ manner: Manner) -> [Element] {
        [
            .button("save", manner.words.actionSaveFile, .filled, .press(.export)),
            .share("share", .press(.export), manner.words),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        guard act == .press(.export) else { return await super.act(act) }
        return await once("save") { await export() }
    }

    /// The core writes it where only this app reads; from there it goes to the place that the person chooses.
    private func export() async -> Step? {
        guard let name = sheet.sheet?.fileName else { return nil }
        let (file, membership) = (SpareFile(name), membership)
        let answer = await app.ask { try $0.exportAll(of: membership, file: file.path) }
        refusal = answer.problem
        if answer.sheet != nil { return .move(file) }
        file.remove()
        return nil
    }
}
