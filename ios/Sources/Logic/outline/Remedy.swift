import Core

extension Element {
    /// What can be done about a listing or an entry, and when.
    static func remedy(_ id: String, _ remedy: RemedyView, _ words: Words) -> [Element] {
        let facts = remedy.facts.enumerated().map { Element.fact("\(id) fact \($0 + 1)", $1) }
        let documents: [Element] =
            remedy.documents.isEmpty ? [] : [.text("\(id) to hand in", words.businessRemedyDocuments, .small)]
        let named = remedy.documents.enumerated().map { Element.text("\(id) document \($0 + 1)", "· \($1)") }
        return [.text(id, remedy.title, .strong), .text("\(id) when", remedy.when)] + facts + documents + named
    }
}
