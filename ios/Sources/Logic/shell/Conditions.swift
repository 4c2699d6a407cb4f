import Core

/// The network and the battery, as the phone says. A moment later they may be otherwise.
public struct Conditions: Equatable, Sendable {
    /// The network.
    public enum Network: Equatable, Sendable {
        /// The phone has not said yet.
        case unknown
        case none
        /// One that charges by volume, or that the person wants spared: Low Data Mode.
        case metered
        case unmetered
    }

    public var network: Network
    /// The person wants the battery spared.
    public var lowPower: Bool

    public init(network: Network, lowPower: Bool = false) {
        self.network = network
        self.lowPower = lowPower
    }

    /// The network as the core takes it. One that is not known yet, or is gone and may come back as any, counts as one
    /// that charges.
    var kind: NetworkKind { network == .unmetered ? .unmetered : .metered }

    /// Before the phone has said anything.
    public static let unknown = Conditions(network: .unknown)

    /// Whether a sync that nobody asked for may begin. One that a person asks for always may.
    public func allowUnasked(_ settings: SettingsView?) -> Bool {
        switch network {
        case .none: false
        case .metered, .unknown: !lowPower && settings?.unmeteredOnly == false
        case .unmetered: !lowPower
        }
    }
}
