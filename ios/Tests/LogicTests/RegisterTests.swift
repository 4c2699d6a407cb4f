import Core
import Support
import Testing

@testable import Logic

/// Registers that are large, over a network that may charge.
@MainActor @Suite struct RegisterTests {
    let core = WatchedCore()
    var app: AppModel { AppModel(core: core, language: .english) }

    @Test("over a network that charges, a large register is fetched only after its size was shown and wanted")
    func asksBeforeMuch() async throws {
        let app = self.app
        let link = LinkView(leadsTo: .register, iss: "", host: "h", known: "k", groups: [], leaves: [])
        core.answer("readLink") { link }
        core.answer("checkGroups") { () }
        core.answer("addRegister.small") {
            throw AppError.Refused(code: "asks-first", happened: "18 MB would be fetched.", safe: "S.", todo: "T.")
        }
        core.answer("addRegister") {
            RegisterView(publisher: "P", region: "R", fingerprint: "F", text: "T", reliance: "R")
        }
        app.conditions = Conditions(network: .metered)
        let join = JoinModel(app, Session(app), link: "standing:register?v=1")
        await join.load()
        _ = await join.act(.press(.checkGroups))
        _ = await join.act(try #require(join.outline["rely on"]?.act))
        #expect(join.outline["problem"]?.label.contains("18 MB") == true && join.outline["rely on"] == nil)
        _ = await join.act(try #require(join.outline["fetch now"]?.act))
        #expect(join.outline["added"] != nil)
        #expect(core.calls().filter { $0.hasPrefix("addRegister") } == ["addRegister.small", "addRegister"])
    }

    @Test("a register's large update waits until it is wanted, on both pages that tell of it")
    func updatesWhenWanted() async throws {
        let app = self.app
        let row = RegisterRow(
            publisher: "P", region: "R", host: "h", fingerprint: "F", added: "A", text: "T", reliance: "R",
            relied: true, asksFirst: "An update of 18 MB waits.", alarms: [])
        core.answer("registers") { RegistersView(rows: [row], empty: "") }
        let fresh = FreshRow(
            kind: .register, state: .unknown, name: "N", detail: "D", word: "W", todo: "An update waits.", update: "F")
        core.answer("freshness") { FreshnessView(state: .unknown, text: "T", rows: [fresh]) }
        let registers = RegistersModel(app)
        await registers.load()
        #expect(registers.outline["waits 1"]?.label.contains("18 MB") == true)
        #expect(await registers.act(try #require(registers.outline["update 1"]?.act)) == .open(.sync))
        await app.syncing.ended()
        let freshness = FreshnessModel(app)
        await freshness.load()
        #expect(await freshness.act(try #require(freshness.outline["update 1"]?.act)) == .open(.sync))
        await Task.yield()
        await app.syncing.ended()
        #expect(core.calls().contains("updateRegister"))
    }
}
