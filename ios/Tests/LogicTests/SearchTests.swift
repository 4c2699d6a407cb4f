import Core
import Support
import Testing

@testable import Logic

/// What looking a business up shows, against a core that answers as the test says.
@MainActor @Suite struct SearchTests {
    let core = WatchedCore()
    var app: AppModel { AppModel(core: core, language: .english) }

    @Test("a like name is apart, under a note, without a verdict")
    func near() async throws {
        let like = BusinessCard(
            uscc: "91330106MA2CFLDG4R", code: "91 330106 MA2CFLDG4 R", name: "杭州西湖茶业有限公司", translated: "",
            region: "杭州市", tags: [])
        core.answer("search") {
            SearchView(
                query: "茶 西湖", rows: [], found: 0, near: [like], sound: [], sounds: 0, more: 0, moreText: "", empty: "",
                product: nil, searched: "S")
        }
        let model = SearchModel(app)
        _ = await model.act(.write(.query, "茶 西湖"))
        let outline = model.outline
        #expect(outline["found"] == nil && outline["empty"] == nil)
        #expect(outline["similar"]?.label == app.words.searchPerhaps && outline["similar note"] != nil)
        let value = try #require(outline["business \(like.uscc)"]?.value)
        #expect(value.contains(app.words.listingNear) && value.contains(like.code))
    }

    @Test(
        "a listing stands only beside name, region and code",
        arguments: [("N", "R", "C", true), ("", "R", "C", false), ("N", " ", "C", false), ("N", "R", "", false)])
    func listed(_ name: String, _ region: String, _ code: String, _ shown: Bool) {
        let tags = [
            ListingTag(kind: .black, text: "Black list", detail: ""),
            ListingTag(kind: .notListed, text: "None", detail: ""),
        ]
        let card = BusinessCard(uscc: "91", code: code, name: name, translated: "", region: region, tags: tags)
        let value = Element.business(card).value
        #expect(value.contains("Black list") == shown && value.contains("None"))
    }

    @Test("whoever types on is not asked about every letter")
    func pause() async {
        core.answer("search") {
            SearchView(
                query: "x", rows: [], found: 0, near: [], sound: [], sounds: 0, more: 0, moreText: "",
                empty: "Nothing.", product: nil, searched: "S")
        }
        let model = SearchModel(app)
        async let one: Step? = model.act(.write(.query, "a"))
        async let two: Step? = model.act(.write(.query, "ab"))
        async let three: Step? = model.act(.write(.query, "abc"))
        _ = await (one, two, three)
        #expect(core.calls() == ["search"])
    }

    @Test("an old answer does not stand under a new question")
    func stale() async {
        core.answer("search") {
            SearchView(
                query: "x", rows: [], found: 0, near: [], sound: [], sounds: 0, more: 0, moreText: "",
                empty: "Nothing.", product: nil, searched: "S")
        }
        let model = SearchModel(app)
        async let slow: Step? = model.act(.write(.query, "a"))
        async let clear: Step? = model.act(.write(.query, ""))
        _ = await (slow, clear)
        #expect(model.found == nil || model.query == "a")
        #expect(model.query.isEmpty == (model.found == nil))
    }
}
