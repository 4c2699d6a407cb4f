import Foundation
import Logic
import Network

/// Tells what network and battery allow: Low Data Mode and a mobile network are metered.
@MainActor final class NetworkWatch: NSObject {
    private let monitor = NWPathMonitor()
    private var network = Conditions.Network.unknown
    private var told: (@MainActor (Conditions) -> Void)?
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A monitor that was started once is not started again.
    func begin(_ tell: @escaping @MainActor (Conditions) -> Void) {
        guard told == nil else { return }
        told = tell
        monitor.pathUpdateHandler = { [weak self] path in
            let network: Conditions.Network =
                path.status != .satisfied ? .none : path.isExpensive || path.isConstrained ? .metered : .unmetered
            Task { @MainActor [weak self] in self?.heard(network) }
        }
        monitor.start(queue: .global(qos: .utility))
        NotificationCenter.default.addObserver(
            self, selector: #selector(powerChanged), name: .NSProcessInfoPowerStateDidChange, object: nil)
    }

    /// Waits until the system has said once what network there is, as it does soon after the start.
    func known() async {
        if network == .unknown { await withCheckedContinuation { waiting.append($0) } }
    }

    private func heard(_ found: Conditions.Network) {
        network = found
        tell()
        for one in waiting { one.resume() }
        waiting = []
    }

    /// It comes on any thread.
    @objc private nonisolated func powerChanged() { Task { @MainActor in tell() } }

    private func tell() {
        told?(Conditions(network: network, lowPower: ProcessInfo.processInfo.isLowPowerModeEnabled))
    }
}
