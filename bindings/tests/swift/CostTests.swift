import Core
import Foundation
import Support
import Testing

/// Long lists and long lives: one call for a thousand rows, and no memory that grows with syncs.
@Suite(.serialized) struct CostTests {
    @Test("a thousand rows cross in one call")
    func thousandRows() throws {
        let card = BusinessCard(
            uscc: "91330106MA2CFLDG4R", code: "91 330106 MA2CFLDG4 R", name: "杭州西湖茶业有限公司",
            translated: "West Lake Tea Co., Ltd.", region: "Xihu District, Hangzhou",
            tags: [ListingTag(kind: .black, text: "Black list", detail: "until 2029")])
        let view = SearchView(
            query: "x", rows: Array(repeating: card, count: 1000), found: 1000, near: [], sound: [], sounds: 0, more: 0,
            moreText: "", empty: "", product: nil, searched: "")
        let clock = ContinuousClock()
        var back: SearchView?
        let took = try clock.measure {
            back = try FfiConverterTypeSearchView_lift(FfiConverterTypeSearchView_lower(view))
        }
        #expect(back == view)
        print("1,000 rows there and back: \(took)")
    }

    /// `STANDING_CYCLES=10000` is the long form. What a cycle leaves behind would show in either.
    @Test("syncs leave nothing behind")
    func cycles() async throws {
        let phone = try Phone()
        let app = try phone.open()
        let count = ProcessInfo.processInfo.environment["STANDING_CYCLES"].flatMap(Int.init) ?? 300
        try await sync(app, times: max(200, count / 5))
        // Each cycle opens a run, a subscription and an observer; a leak of one kilobyte each would be seen in every
        // round. Other suites run beside this one, and what they take shows in a round of theirs.
        let most = count * 1024 + 2_000_000
        var growth = Int.max
        for _ in 0..<5 where growth >= most {
            let before = try resident()
            try await sync(app, times: count)
            growth = try resident() - before
            print("\(count) syncs: \(growth / 1024) kB more")
        }
        #expect(growth < most)
    }

    private func sync(_ app: Core.App, times: Int) async throws {
        for _ in 0..<times {
            let subscription = app.observe(observer: Ear())
            _ = try await app.sync(network: .unmetered).wait()
            subscription.cancel()
        }
    }

    /// The bytes of memory that this process holds.
    private func resident() throws -> Int {
        #if os(Linux)
            let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return (Int(fields[1]) ?? 0) * 4096
        #else
            return 0
        #endif
    }
}
