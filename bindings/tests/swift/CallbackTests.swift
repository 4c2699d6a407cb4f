import Core
import Foundation
import Support
import Testing

/// The core calls back from its own threads; what Swift throws there harms nobody.
@Suite struct CallbackTests {
    let phone = try! Phone()

    @Test("news comes from another thread, and an observer that throws stops neither the sync nor the others")
    func observers() async throws {
        let app = try phone.open()
        let (ear, broken) = (Ear(), Ear(throwing: Unexpected("secret text")))
        let subscriptions = [app.observe(observer: broken), app.observe(observer: ear)]
        let view = try await app.sync(network: .unmetered).wait()
        try await ear.end()
        #expect(ear.done == [view] && !ear.progress.isEmpty)
        #expect(!ear.heardOnMain)
        #expect(view.complete)
        withExtendedLifetime(subscriptions) {}
    }

    @Test("a subscription that is cancelled hears nothing more")
    func cancelled() async throws {
        let app = try phone.open()
        let (first, second) = (Ear(), Ear())
        app.observe(observer: first).cancel()
        let kept = app.observe(observer: second)
        _ = try await app.sync(network: .unmetered).wait()
        try await second.end()
        #expect(first.progress.isEmpty && first.done.isEmpty)
        withExtendedLifetime(kept) {}
    }

    @Test("everyone who asks for a sync waits for the same one")
    func shared() async throws {
        let app = try phone.open()
        let views = try await withThrowingTaskGroup(of: SyncView.self) { group in
            for _ in 1...8 { group.addTask { try await app.sync(network: .unmetered).wait() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(views.count == 8 && views.allSatisfy(\.complete))
    }

    @Test("an app and its observer let each other go")
    func released() async throws {
        weak var observer: Ear?
        do {
            let app = try phone.open()
            let ear = Ear(holding: app)
            observer = ear
            _ = app.observe(observer: ear)
        }
        #expect(observer == nil)
        _ = try phone.open()
    }

    @Test("what the key store throws is repeated to nobody", arguments: [true, false])
    func secrets(_ declared: Bool) async throws {
        _ = try phone.open()
        phone.secrets.fail(declared ? SecretError.Failed : Unexpected("secret text"))
        let error = await refusal { _ = try phone.open() }
        #expect(error?.problem().code == "key-unavailable")
        #expect(error?.description.contains("secret text") == false)
        phone.secrets.fail(nil)
        _ = try phone.open()
    }

    @Test("the other copy of a key is no key")
    func wrongKey() async throws {
        _ = try phone.open()
        #expect(phone.secrets["read"]?.count == 32)
        phone.secrets["read"] = Data(count: 32)
        let error = await refusal { _ = try phone.open() }
        #expect(error?.problem().code == "key-wrong")
    }
}

/// Keeps what it hears.
final class Ear: Observer, @unchecked Sendable {
    private let lock = NSLock()
    private let error: (any Error)?
    private let holding: AnyObject?
    private var heard: ([SyncProgress], [SyncView], onMain: Bool) = ([], [], false)

    init(throwing error: (any Error)? = nil, holding: AnyObject? = nil) {
        self.error = error
        self.holding = holding
    }

    var progress: [SyncProgress] { lock.withLock { heard.0 } }
    var done: [SyncView] { lock.withLock { heard.1 } }
    var heardOnMain: Bool { lock.withLock { heard.onMain } }

    /// Waits until the end was told: those who wait for a sync go first.
    func end() async throws {
        for _ in 1...200 where done.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    }

    func onProgress(progress: SyncProgress) throws {
        let onMain = Thread.isMainThread
        lock.withLock { (heard.0, heard.onMain) = (heard.0 + [progress], heard.onMain || onMain) }
        if let error { throw error }
    }

    func onDone(view: SyncView) throws {
        lock.withLock { heard.1.append(view) }
        if let error { throw error }
    }

    func onFailed(error: AppError) throws {
        if let error = self.error { throw error }
    }
}
