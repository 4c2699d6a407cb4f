import Support
import Testing

/// Each shared scenario, through the screens, against the real sandbox on real HTTP.
@MainActor @Suite struct ScenarioTests {
    @Test("it goes as it says", arguments: Scenario.all)
    func goes(_ scenario: Scenario) async throws {
        let (phone, sandbox) = (try Phone(), try Sandbox())
        try await scenario.run(Actions(phone.open(scenario.language), sandbox))
    }

    @Test("what goes otherwise is named by its step")
    func named() async throws {
        let (phone, sandbox) = (try Phone(), try Sandbox())
        let scenario = Scenario.all[0]
        let actions = try Actions(phone.open(), sandbox)
        guard case .object(var first) = scenario.steps[0] else { throw Unexpected("no steps") }
        first["expect"] = .object(["nowhere": .number(1)])
        let step = JSON.object(first)
        await #expect { try await scenario.run(actions, [step]) } throws: { error in
            "\(error)".hasPrefix(step["step"].text) && "\(error)".contains("nowhere")
        }
    }

    @Test("there are scenarios")
    func some() { #expect(Scenario.all.count >= 3) }
}
