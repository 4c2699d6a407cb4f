import Foundation
import Logic
import Network

/// Tells what network and battery allow: Low Data Mode and a mobile network are metered.
@MainActor final class NetworkWatch {
    private let monitor = NWPathMonitor()
    private var told: (@MainActor (Conditions) -> Void)?

    /// A monitor that was started once is not started again.
    func begin(_ tell: @escaping @MainActor (Conditions) -> Void) {
        guard told == nil else { return }
        told = tell
        monitor.pathUpdateHandler = { path in
            let network: Conditions.Network =
                path.status != .satisfied ? .none : path.isExpensive || path.isConstrained ? .metered : .unmetered
            Task { @MainActor [weak self] in
                self?.told?(Conditions(network: network, lowPower: ProcessInfo.processInfo.isLowPowerModeEnabled))
            }
        }
        monitor.start(queue: .global(qos: .utility))
    }
}
