import Core
import Support

@testable import Logic

/// States of screens that a healthy sandbox does not bring about: the core's own answers, with checks that do not hold.
extension Gallery {
    func doubt() async throws {
        let (statement, home) = (
            try core.statement(membership: membership, seq: 8), try core.home(membership: membership)
        )
        for (name, state) in [("unknown", CheckState.unknown), ("fails", .fails)] {
            let doubted = statement.doubted(state)
            core.answer("statement") { doubted }
            core.answer("home") { home.doubted(doubted.proof) }
            await show("checks-\(name)", ChecksModel(app, membership, seq: 8))
            await show("statement-\(name)", StatementModel(app, membership, seq: 8))
            await show("home-\(name)", HomeModel(app, session))
        }
        for method in ["statement", "home"] { core.answer(method, nil) }
        let lost = Problem(code: "storage", happened: "The phone could not read.", safe: "S.", todo: "T.")
        core.answer("perks") {
            throw AppError.Storage(code: lost.code, happened: lost.happened, safe: lost.safe, todo: lost.todo)
        }
        await show("perks-failed", PerksModel(app, membership))
        core.answer("perks", nil)
    }

    /// A second membership: home gets a switch.
    func joinTheCity() async throws {
        let links = try await sandbox.control("links")["join"]
        let (iss, code) = (sandbox.issuers[1], try await sandbox.code(sandbox.issuers[1]))
        let asked = try await core.join(link: links[iss].text, code: code, stopper: Stopper())
        try core.confirm(membership: asked.membership, mine: true)
        await session.load()
        _ = await SyncModel(app, session).act(.press(.sync))
        let home = HomeModel(app, session)
        await show("home-two", home)
        await act("home-city", home, .choose(.membership, asked.membership))
        await show("perks-city", PerksModel(app, asked.membership))
        await show("memberships-two", PeopleModel(app, session))
        session.choose(session.active.first { $0.membership != asked.membership }?.membership ?? "")
    }
}

extension StatementView {
    /// This statement, where its sum does not hold, or cannot be told; what fails first, as the core sorts it.
    fileprivate func doubted(_ state: CheckState) -> StatementView {
        let doubted = proof.checks.filter { $0.kind == .addsUp }.map {
            Check(
                kind: $0.kind, state: state, name: $0.name, mark: $0.name, finding: $0.finding, todo: "Ask.",
                restsOn: $0.restsOn)
        }
        let checks = doubted + proof.checks.filter { $0.kind != .addsUp }
        return StatementView(
            membership: membership, seq: seq, title: title, heading: heading, period: period, score: score,
            points: points, tier: tier, proof: Proof(state: state, checks: checks, text: proof.text), ledger: ledger,
            sum: sum, gap: state == .fails ? SumGap(addsUpTo: "87", difference: "−5") : nil,
            differences: state == .fails ? ["The total says 82, its own entries add up to 87."] : [],
            notCounted: notCounted, stars: stars, changes: changes, previous: previous, next: next)
    }
}

extension HomeView {
    fileprivate func doubted(_ proof: Proof) -> HomeView {
        let card = statement.map {
            StatementCard(
                seq: $0.seq, title: $0.title, score: $0.score, of: $0.of, points: $0.points, tier: $0.tier,
                tierId: $0.tierId, before: $0.before, proof: proof)
        }
        return HomeView(
            membership: membership, authority: authority, statement: card, empty: empty, alarms: alarms, unread: unread,
            changesTitle: changesTitle, changes: changes, letters: letters,
            newLetters: newLetters, lettersText: lettersText, stars: stars, waiting: waiting, needsYou: needsYou,
            waitingText: waitingText, overdueText: overdueText, overdueCase: overdueCase, synced: synced)
    }
}
