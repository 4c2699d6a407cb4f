import Core

/// Which form of a case it is: what the core gives for it, and what it makes of what was typed.
protocol CaseForm: Sendable {
    /// The page of what it became.
    func opens(_ item: Int64) -> Place
    func load(_ core: any AppProtocol) throws -> CaseFormView
    /// What the form says; none as long as it is not here.
    func draft(_ text: CaseText, _ view: CaseFormView, photos: [[UInt8]], onPaper: Bool) -> (any CaseDraft)?
}

/// What a form says, as the core checks, writes and keeps it.
protocol CaseDraft: Sendable {
    func check(_ core: any AppProtocol) throws -> CaseCheckView
    func letter(_ core: any AppProtocol, _ sender: LetterSender) throws -> CaseLetterView
    func keep(_ core: any AppProtocol, form: String) throws -> KeptView
}

/// That something is wrong.
struct ContestForm: CaseForm {
    let membership: MembershipId
    let about: About
    let follows: Int64?

    func opens(_ item: Int64) -> Place { .casePage(membership, id: item) }

    func load(_ core: any AppProtocol) throws -> CaseFormView {
        try core.contestForm(membership: membership, target: about.target, follows: follows)
    }

    func draft(_ text: CaseText, _ view: CaseFormView, photos: [[UInt8]], onPaper: Bool) -> (any CaseDraft)? {
        guard let wants = text.wants(view) else { return nil }
        let draft = ContestDraft(
            target: about.target, grounds: text.grounds(view), words: text.words, wants: wants, mark: text.mark,
            photos: photos.map { Bytes($0) }, follows: follows, onPaper: onPaper)
        return Draft(membership: membership, draft: draft)
    }

    private struct Draft: CaseDraft {
        let membership: MembershipId
        let draft: ContestDraft

        func check(_ core: any AppProtocol) throws -> CaseCheckView {
            try core.checkContest(membership: membership, draft: draft)
        }
        func letter(_ core: any AppProtocol, _ sender: LetterSender) throws -> CaseLetterView {
            try core.contestLetter(membership: membership, draft: draft, sender: sender)
        }
        func keep(_ core: any AppProtocol, form: String) throws -> KeptView {
            try core.contest(membership: membership, draft: draft, form: form)
        }
    }
}

/// That what was ordered has been done.
struct ComplianceForm: CaseForm {
    let membership: MembershipId
    let about: About

    func opens(_ item: Int64) -> Place { .casePage(membership, id: item) }

    func load(_ core: any AppProtocol) throws -> CaseFormView {
        try core.complianceForm(membership: membership, target: about.target)
    }

    func draft(_ text: CaseText, _ view: CaseFormView, photos: [[UInt8]], onPaper: Bool) -> (any CaseDraft)? {
        let draft = ComplianceDraft(
            target: about.target, done: text.words, on: text.day, photos: photos.map { Bytes($0) }, onPaper: onPaper)
        return Draft(membership: membership, draft: draft)
    }

    private struct Draft: CaseDraft {
        let membership: MembershipId
        let draft: ComplianceDraft

        func check(_ core: any AppProtocol) throws -> CaseCheckView {
            try core.checkCompliance(membership: membership, draft: draft)
        }
        func letter(_ core: any AppProtocol, _ sender: LetterSender) throws -> CaseLetterView {
            try core.complianceLetter(membership: membership, draft: draft, sender: sender)
        }
        func keep(_ core: any AppProtocol, form: String) throws -> KeptView {
            try core.comply(membership: membership, draft: draft, form: form)
        }
    }
}

/// What can be asked by the law on personal information.
struct RightForm: CaseForm {
    let membership: MembershipId

    func opens(_ item: Int64) -> Place { .casePage(membership, id: item) }

    func load(_ core: any AppProtocol) throws -> CaseFormView { try core.rightForm(membership: membership) }

    func draft(_ text: CaseText, _ view: CaseFormView, photos: [[UInt8]], onPaper: Bool) -> (any CaseDraft)? {
        guard let right = text.right(view) else { return nil }
        let draft = RightDraft(right: right, words: text.words, onPaper: onPaper)
        return Draft(membership: membership, draft: draft)
    }

    private struct Draft: CaseDraft {
        let membership: MembershipId
        let draft: RightDraft

        func check(_ core: any AppProtocol) throws -> CaseCheckView {
            try core.checkRight(membership: membership, draft: draft)
        }
        func letter(_ core: any AppProtocol, _ sender: LetterSender) throws -> CaseLetterView {
            try core.rightLetter(membership: membership, draft: draft, sender: sender)
        }
        func keep(_ core: any AppProtocol, form: String) throws -> KeptView {
            try core.requestRight(membership: membership, draft: draft, form: form)
        }
    }
}
