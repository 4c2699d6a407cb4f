import Core
import Support

@testable import Logic

/// An update of a register that is too large to be fetched unasked: it waits for the person, there is no room for it,
/// and without a network the old register goes on and says its age.
extension Gallery {
    func holdUpdate() async throws {
        let chinese = app.words.language == .chinese
        let waits =
            chinese
            ? "有18 MB的更新，等连上Wi-Fi或其他不按流量计费的网络时再下载。"
            : "An update of 18 MB waits for Wi-Fi or another network without data charges."
        let held = try core.registers().waiting(waits)
        core.answer("registers") { held }
        let registers = RegistersModel(app)
        await show("registers-waiting", registers)
        core.answer("updateRegister") { chinese ? FullInChinese(noHandle: .init()) : Full(noHandle: .init()) }
        _ = await registers.act(.choose(.updated, held.rows.first?.fingerprint ?? ""))
        // What the update asks for is no page's: it is over, and heard of, before the next one opens.
        while !core.calls().contains("updateRegister") { await Task.yield() }
        await app.syncing.ended()
        for _ in 0..<50 { await Task.yield() }
        _ = core.calls()
        keep("sync-no-room", SyncModel(app, session))
        core.answer("updateRegister", nil)
        let old = try core.freshness().old(waits, chinese)
        core.answer("freshness") { old }
        await show("freshness-old", FreshnessModel(app))
        for method in ["registers", "freshness"] { core.answer(method, nil) }
    }
}

/// A run that ends because the phone has no room.
private class Full: SyncRun, @unchecked Sendable {
    fileprivate var problem: AppError {
        .Storage(
            code: "no-room", happened: "This update needs 41 MB of free space, and this phone has 12 MB.",
            safe: "Nothing was fetched, and the version on this phone goes on working.",
            todo: "Free some space, then try again.")
    }

    override func wait() async throws -> SyncView { throw problem }
}

/// The same in Chinese.
private final class FullInChinese: Full, @unchecked Sendable {
    override fileprivate var problem: AppError {
        .Storage(
            code: "no-room", happened: "这次更新需要41 MB空间，手机只剩12 MB。", safe: "没有下载任何内容，手机上的版本可以继续使用。",
            todo: "请腾出空间后再试。")
    }
}

extension RegistersView {
    /// The same while an update of each waits.
    fileprivate func waiting(_ text: String) -> RegistersView {
        let rows = rows.map {
            RegisterRow(
                publisher: $0.publisher, region: $0.region, host: $0.host, fingerprint: $0.fingerprint, added: $0.added,
                text: $0.text, reliance: $0.reliance, relied: $0.relied, asksFirst: text, alarms: $0.alarms)
        }
        return RegistersView(rows: rows, empty: empty)
    }
}

extension FreshnessView {
    /// The register alone, past its next update.
    fileprivate func old(_ todo: String, _ chinese: Bool) -> FreshnessView {
        let due =
            chinese
            ? "2026年11月3日版，共2000条。应更新日期：2026年11月10日（星期二），13天前。"
            : "2,000 lines of 3 November 2026. The next update was due Tuesday 10 November 2026, 13 days ago."
        let rows = rows.filter { $0.kind == .register }.map {
            FreshRow(
                kind: $0.kind, state: .unknown, name: $0.name, detail: due, word: chinese ? "已过期" : "Out of date",
                todo: todo, update: "F")
        }
        let text = chinese ? "1项中有1项已过期或无法确认。" : "1 of 1 is out of date or not known."
        return FreshnessView(state: .unknown, text: text, rows: rows)
    }
}
