import Core
import Foundation
import Support
import Testing

/// A scenario that Rust and Kotlin run, too. `fixtures/README.md` says how its file is read.
struct Scenario: CustomTestStringConvertible, Sendable {
    let name: String
    let language: String
    let steps: [JSON]
    var testDescription: String { name }

    /// All scenarios.
    static let all: [Scenario] = {
        let folder = setting("STANDING_FIXTURES")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix("scenario") && $0.hasSuffix(".json") }.sorted().map { name in
            let text = try! String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            let content = try! JSON(text: text)
            return Scenario(name: name, language: content["language"].text, steps: content["steps"].list)
        }
    }()

    /// Runs steps in order; the first that does not go as it says fails by its name.
    @MainActor func run(_ actions: Actions, _ chosen: [JSON]? = nil) async throws {
        var kept: [String: JSON] = [:]
        for step in chosen ?? steps {
            let name = step["step"].text
            let with = step["with"].members.mapValues { filled($0, kept) }
            let facts = await outcome { try await actions.act(step["do"].text, with) }
            switch facts {
            case .failure(let refused as Refused) where step["fails"] != .null:
                if refused.facts != step["fails"] { throw Unexpected("\(name): \(refused.facts.written)") }
            case .failure(let error): throw Unexpected("\(name): \(error)")
            case .success(let facts):
                if step["fails"] != .null { throw Unexpected("\(name): it did not fail") }
                if let found = difference("", step["expect"], facts) { throw Unexpected("\(name): \(found)") }
                for (key, place) in step["keep"].members {
                    guard let found = facts.at(place.text) else { throw Unexpected("\(name): no \(place.text)") }
                    kept[key] = found
                }
            }
        }
    }

    @MainActor private func outcome(_ act: () async throws -> JSON) async -> Result<JSON, any Error> {
        do { return .success(try await act()) } catch { return .failure(error) }
    }

    /// A text that begins with `$` stands for what was kept under that name.
    private func filled(_ value: JSON, _ kept: [String: JSON]) -> JSON {
        value.text.hasPrefix("$") ? kept[String(value.text.dropFirst())] ?? .null : value
    }

    /// The first fact that is not as expected: members that are not named may be anything.
    private func difference(_ at: String, _ expected: JSON, _ found: JSON) -> String? {
        if expected == .null, at.isEmpty { return nil }
        if case .object(let members) = expected, case .object(let facts) = found {
            for (name, value) in members {
                guard let fact = facts[name] else { return "\(at)/\(name) is not a fact of this action" }
                if let other = difference("\(at)/\(name)", value, fact) { return other }
            }
            return nil
        }
        return expected == found ? nil : "\(at) is \(found.written), expected \(expected.written)"
    }
}

/// What the core refused, as the scenario writes it.
struct Refused: Error {
    let facts: JSON

    init(_ error: AppError) {
        let kind =
            "\(error)".isEmpty
            ? ""
            : snake(
                String(String(reflecting: Mirror(reflecting: error).children.first?.label ?? "").filter { $0 != "\"" }))
        facts = .object(["kind": .text(kind), "code": .text(error.problem().code)])
    }
}

/// A name as the scenario writes it: `inForce` and `InForce` are `in_force`.
func snake(_ name: String) -> String {
    name.enumerated().map { index, letter in
        letter.isUppercase ? (index > 0 ? "_" : "") + letter.lowercased() : String(letter)
    }.joined()
}
