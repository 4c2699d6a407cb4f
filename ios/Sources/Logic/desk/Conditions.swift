import Core

/// The network and the battery, as the phone says. A moment later they may be otherwise.
public struct Conditions: Equatable, Sendable {
    /// The network.
    public enum Network: Equatable, Sendable {
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

    /// The network as the core takes it. That there is none is found out by asking: the phone may be wrong about it.
    var kind: NetworkKind { network == .metered ? .metered : .unmetered }

    /// An unmetered network and enough battery.
    public static let usual = Conditions(network: .unmetered)

    /// Whether a sync that nobody asked for may begin. One that a person asks for always may.
    public func allowUnasked(_ settings: SettingsView?) -> Bool {
        switch network {
        case .none: false
        case .metered: !lowPower && settings?.unmeteredOnly == false
        case .unmetered: !lowPower
        }
    }
}
