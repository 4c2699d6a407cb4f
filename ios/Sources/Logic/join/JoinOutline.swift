import Core

/// How joining is laid out: what is done, the step at hand, and what leaves the phone.
struct JoinOutline {
    let manner: Manner
    let link: String
    let code: String
    let groups: [UInt8: String]
    let problem: Problem?
    let asksFirst: Bool
    let atWork: Bool
    private var words: Words { manner.words }

    func outline(_ stage: JoinModel.Stage) -> Outline {
        switch stage {
        case .link: typing
        case .look(let view): looking(view)
        case .namesakes(_, let preview): comparing(preview)
        case .code(let view, let preview): coding(view, preview)
        case .rely(let view): relying(view)
        case .added(let view): added(view)
        }
    }

    private var typing: Outline {
        let intro = [words.joinIntro1, words.joinIntro2, words.joinIntro3].enumerated().map { index, text in
            Element.text("intro \(index + 1)", text)
        }
        let field = Field(
            input: .link, label: words.joinLinkLabel, hint: words.joinLinkHint, text: link, note: nil, keys: .link)
        let body =
            intro + [.row("scan", Row(words.joinScan), .go(.scan)), .field(field)] + wrong
            + [.row("without", Row(words.joinWithout), .go(.businesses))]
        let go = Element.button(
            "read link", words.actionContinue, .filled, .press(.readLink), enabled: !link.isEmpty)
        return Outline(words.joinTitle, body: body, dock: [go])
    }

    private func looking(_ view: LinkView) -> Outline {
        view.leadsTo == .register ? addingRegister(view) : lookingAtAuthority(view)
    }

    /// What is not relied on is told below, as another register's.
    private func relying(_ view: LinkView) -> Outline {
        let body =
            connecting(view, step: 1) + [
                .heading("rely", words.registerRely), .text("rely hint", words.registerRelyHint),
            ] + wrong + busy + leaves(view)
        let now: [Element] = [.button("fetch now", words.registerFetchNow, .outlined, .press(.fetchNow))]
        let choices: [Element] = [
            .button("rely on", words.registerRelyYes, .filled, .press(.relyOn)),
            .button("tell below", words.registerRelyNo, .outlined, .press(.tellBelow)),
        ]
        return Outline(words.registerAdd, body: body, dock: atWork ? stop : asksFirst ? now : choices)
    }

    private func lookingAtAuthority(_ view: LinkView) -> Outline {
        let body =
            connecting(view, step: 1) + [.heading("look", words.joinLook), .text("look hint", words.joinLookHint)]
            + wrong + busy + leaves(view)
        let go = Element.button("continue", words.actionContinue, .filled, .press(.look), enabled: !atWork)
        return Outline(words.joinTitle, body: body, dock: atWork ? [go] + stop : [go])
    }

    private func addingRegister(_ view: LinkView) -> Outline {
        let fields = zip([Input.firstGroup, .secondGroup], view.groups).map { input, group in
            Element.field(
                Field(
                    input: input, label: group.label, hint: "", text: groups[group.number] ?? "", note: nil,
                    keys: .code),
                enabled: !atWork)
        }
        let isWhole = view.groups.allSatisfy { groups[$0.number]?.isEmpty == false }
        let body =
            connecting(view, step: 1) + [
                .heading("groups", words.registerGroups), .text("groups hint", words.registerGroupsHint),
            ] + fields + wrong + busy + leaves(view)
        let check = Element.button(
            "check groups", words.actionContinue, .filled, .press(.checkGroups), enabled: isWhole && !atWork)
        return Outline(words.registerAdd, body: body, dock: [check])
    }

    private func coding(_ view: LinkView, _ preview: AuthorityPreview) -> Outline {
        let field = Field(
            input: .code, label: words.joinCodeLabel, hint: words.joinCodeHint, text: code, note: nil, keys: .code)
        let claims: [Element] =
            [
                .text("step", words.readerStep(2, of: 3), .small), .text("claim", preview.claim),
                .text("unproved", preview.unproved, .small),
            ] + preview.rows.enumerated().map { .fact("preview \($0 + 1)", $1) }
        let body =
            claims + [.heading("code heading", words.joinCode), .field(field, enabled: !atWork)]
            + wrong + busy + leaves(view)
        let send = Element.button(
            "send code", words.joinSend, .filled, .press(.sendCode), enabled: !code.isEmpty && !atWork)
        return Outline(words.joinTitle, body: body, dock: atWork ? [send] + stop : [send])
    }

    /// Both authorities of one name, one below the other: the person decides.
    private func comparing(_ preview: AuthorityPreview) -> Outline {
        guard let both = preview.namesakes else { return typing }
        let blocks = both.authorities.enumerated().flatMap { at, one -> [Element] in
            [.heading("authority \(at + 1)", one.title)]
                + one.rows.enumerated().map { .fact("authority \(at + 1) row \($0 + 1)", $1) }
        }
        let body: [Element] =
            [.note("namesakes", Mark(.unknown, both.title), both.text)] + blocks + [.text("then", both.then, .quiet)]
        let go = Element.button("keep both", words.joinBoth, .outlined, .press(.keepBoth))
        return Outline(words.joinTitle, body: body, dock: [go])
    }

    private func added(_ view: RegisterView) -> Outline {
        let body: [Element] = [
            .note("added", Mark(.holds, words.registerAdded), ""),
            .text("publisher", view.publisher, .strong), .text("region", view.region, .quiet),
            .text("register", view.text), .text("reliance", view.reliance, .quiet),
        ]
        let dock = Element.button("businesses", words.tabBusinesses, .filled, .go(.businesses))
        return Outline(words.registerAdd, body: body, dock: [dock])
    }

    private func connecting(_ view: LinkView, step: Int) -> [Element] {
        let steps: [Element] =
            view.leadsTo == .register ? [] : [.text("step", words.readerStep(step, of: 3), .small)]
        let host = Row(
            words.joinConnecting, value: view.iss.isEmpty ? view.host : view.iss, lines: [view.known])
        return steps + [.row("host", host, nil)]
    }

    private func leaves(_ view: LinkView) -> [Element] {
        [.heading("leaves", words.joinLeaves)]
            + view.leaves.enumerated().map { .fact("leaves \($0 + 1)", $1) }
    }

    private var wrong: [Element] { problem.map { [.problem("problem", $0, manner)] } ?? [] }
    private var stop: [Element] { [.button("stop", words.actionStop, .outlined, .press(.stop))] }
    private var busy: [Element] { atWork ? [.busy(words.readerBusy)] : [] }
}
