import Core
import Observation

/// The checks of one statement: what fails first, then what is unknown, then what holds.
@MainActor @Observable public final class ChecksModel: Reader<StatementView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId, seq: UInt32) {
        self.membership = membership
        super.init(app) { try $0.statement(membership: membership, seq: seq) }
    }

    override func title(_ sheet: StatementView?) -> String { app.words.checksTitle }

    override func lay(_ sheet: StatementView, _ manner: Manner) -> [Element] {
        let checks = sheet.proof.checks
        let rows = checks.enumerated().flatMap { index, check in
            [Element.check("check \(index + 1)", lines(check, manner))] + difference(check, sheet, manner)
        }
        return [.title(manner.words.checksTitle), .text("statement", sheet.title, .quiet)]
            + tally(checks, manner) + rows + warnings(checks, manner) + ask(checks, manner)
            + [.text("about", manner.words.checksNote, .small)]
    }

    private func lines(_ check: Check, _ manner: Manner) -> CheckLines {
        CheckLines(
            mark: .of(check.state, manner), name: check.name, finding: check.finding, todo: check.todo,
            restsOn: check.restsOn)
    }

    private func tally(_ checks: [Check], _ manner: Manner) -> [Element] {
        func count(_ state: CheckState) -> Int { checks.count { $0.state == state } }
        let words = manner.words
        let counts = [
            (Sign.fails, count(.fails), words.checksFail(count(.fails))),
            (.unknown, count(.unknown), words.checksUnknown(count(.unknown))),
            (.holds, count(.holds), words.checksHold(count(.holds))),
        ]
        return counts.filter { $0.1 > 0 }.map { .read("tally \($0.0)", .note(Mark($0.0, $0.2), ""), $0.2) }
    }

    /// Where the sum does not hold: each difference between what it says and what its entries give.
    private func difference(_ check: Check, _ sheet: StatementView, _ manner: Manner) -> [Element] {
        guard check.kind == .addsUp, check.state == .fails else { return [] }
        return sheet.differences.enumerated().map { index, text in
            .note("difference \(index + 1)", Mark(.fails, manner.words.checksDifference), text)
        }
    }

    /// What breaks the history, or was put aside, is among the warnings.
    private func warnings(_ checks: [Check], _ manner: Manner) -> [Element] {
        if checks.allSatisfy({ $0.kind != .complete || $0.state == .holds }) { return [] }
        return [.button("alarms", manner.words.alarmAll, .link, .go(.alarms(membership)))]
    }

    private func ask(_ checks: [Check], _ manner: Manner) -> [Element] {
        if checks.allSatisfy({ $0.state == .holds }) { return [] }
        return [.button("sync", manner.words.actionSync, .outlined, .go(.sync))]
    }
}
