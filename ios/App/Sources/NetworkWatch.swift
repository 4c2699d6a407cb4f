import Foundation
import Logic
import Network

/// Tells what network and battery allow: Low Data Mode and a mobile network are metered.
@MainActor final class NetworkWatch {
    private let monitor = NWPathMonitor()
    private var told: (@MainActor (Conditions) -> Void)?

    func begin(_ tell: @escaping @MainActor (Conditions) -> Void) {
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
