import Core

/// How joining is laid out: what is done, the step at hand, and what leaves the phone.
struct JoinOutline {
    let manner: Manner
    let link: String
    let code: String
    let problem: Problem?
    let atWork: Bool
    private var words: Words { manner.words }

    func outline(_ stage: JoinModel.Stage) -> Outline {
        switch stage {
        case .link: typing
        case .compare(let view): comparing(view)
        case .different(let view): different(view)
        case .code(let view): coding(view)
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

    private func comparing(_ view: LinkView) -> Outline {
        let isRegister = view.leadsTo == .register
        let body =
            connecting(view, step: 1) + [
                .heading("compare", words.joinCompare), .text("compare hint", words.joinCompareHint),
                .read("fingerprint", .code(view.fingerprint), view.fingerprint),
            ] + wrong + busy + leaves(view)
        let dock: [Element] = [
            .button("same", words.joinSame, .filled, .press(.same), enabled: !atWork),
            .button("differs", words.joinNotSame, .harmless, .press(.differs), enabled: !atWork),
        ]
        return Outline(isRegister ? words.registerAdd : words.joinTitle, body: body, dock: dock)
    }

    /// What is not relied on is told below, as another register's.
    private func relying(_ view: LinkView) -> Outline {
        let body =
            connecting(view, step: 1) + [
                .heading("rely", words.registerRely), .text("rely hint", words.registerRelyHint),
            ] + wrong + busy + leaves(view)
        let choices: [Element] = [
            .button("rely on", words.registerRelyYes, .filled, .press(.relyOn)),
            .button("tell below", words.registerRelyNo, .outlined, .press(.tellBelow)),
        ]
        let stop: [Element] = [.button("stop", words.actionStop, .outlined, .press(.stop))]
        return Outline(words.registerAdd, body: body, dock: atWork ? stop : choices)
    }

    private func different(_ view: LinkView) -> Outline {
        let mark = Mark(.fails, words.joinNotSame)
        let body =
            connecting(view, step: 1) + [
                .note("different", mark, words.joinNotSameTodo),
                .read("fingerprint", .code(view.fingerprint), view.fingerprint),
            ]
        return Outline(words.joinTitle, body: body, dock: [.button("back", words.actionBack, .harmless, .back)])
    }

    private func coding(_ view: LinkView) -> Outline {
        let field = Field(
            input: .code, label: words.joinCodeLabel, hint: words.joinCodeHint, text: code, note: nil, keys: .code)
        let body =
            connecting(view, step: 2) + [.heading("code heading", words.joinCode), .field(field, enabled: !atWork)]
            + wrong + busy + leaves(view)
        let send = Element.button(
            "send code", words.joinSend, .filled, .press(.sendCode), enabled: !code.isEmpty && !atWork)
        return Outline(words.joinTitle, body: body, dock: [send])
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
        let host = Row(words.joinConnecting, value: view.host, lines: [view.known])
        return steps + [.row("host", host, nil)]
    }

    private func leaves(_ view: LinkView) -> [Element] {
        [.heading("leaves", words.joinLeaves)]
            + view.leaves.enumerated().map { .fact("leaves \($0 + 1)", $1) }
    }

    private var wrong: [Element] { problem.map { [.problem("problem", $0, manner)] } ?? [] }
    private var busy: [Element] { atWork ? [.busy(words.readerBusy)] : [] }
}
